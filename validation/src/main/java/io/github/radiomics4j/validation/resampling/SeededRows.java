package io.github.radiomics4j.validation.resampling;

import java.util.SplittableRandom;

/** Random rows from a seed and a number: every number has a generator of its own, so the order of work cannot matter. */
final class SeededRows {

    private SeededRows() {
    }

    /** The seed is scrambled before the number is added: neighbouring seeds do not share resamples. */
    static SplittableRandom generator(long seed, int number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    }

    /** Puts rows into a random order (Fisher and Yates). */
    static void shuffle(int[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
    }

    /** As many rows as there are cases, drawn with replacement. */
    static int[] withReplacement(int cases, SplittableRandom random) {
        int[] drawn = new int[cases];
        for (int i = 0; i < cases; i++) {
            drawn[i] = random.nextInt(cases);
        }
        return drawn;
    }
}
