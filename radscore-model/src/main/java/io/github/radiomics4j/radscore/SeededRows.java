package io.github.radiomics4j.radscore;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random rows from a seed and a number. Every number has a generator of its own, so the order in which resamples are worked on cannot
 * matter.
 */
public final class SeededRows {

    private SeededRows() {
    }

    /**
     * The generator of one resample. The seed is scrambled before the number is added: neighbouring seeds do not share resamples.
     *
     * @param seed of the whole plan
     * @param number of the resample
     * @return a fresh generator
     */
    public static SplittableRandom generator(long seed, int number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    }

    /**
     * Puts rows into a random order (Fisher and Yates).
     *
     * @param rows rearranged in place
     * @param random where the order comes from
     */
    public static void shuffle(int[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
    }

    /**
     * As many rows as there are cases, drawn with replacement.
     *
     * @param cases their number
     * @param random where the rows come from
     * @return indices from 0, in the order drawn
     */
    public static int[] withReplacement(int cases, SplittableRandom random) {
        int[] drawn = new int[cases];
        for (int i = 0; i < cases; i++) {
            drawn[i] = random.nextInt(cases);
        }
        return drawn;
    }

    /**
     * Deals the cases to folds that all have nearly the same share of positive ones: the cases of each class are put into a random
     * order and dealt in turn. Sizes of folds, and numbers of positives in them, differ by one at most.
     *
     * @param outcome the outcome of the cases
     * @param folds their number, at least 1
     * @param random where the order comes from
     * @return the fold of each case, from 0
     */
    public static int[] stratifiedFolds(BinaryOutcome outcome, int folds, SplittableRandom random) {
        int[] positive = IntStream.range(0, outcome.size()).filter(outcome::isPositive).toArray();
        int[] negative = IntStream.range(0, outcome.size()).filter(row -> !outcome.isPositive(row)).toArray();
        shuffle(positive, random);
        shuffle(negative, random);
        int[] fold = new int[outcome.size()];
        for (int i = 0; i < positive.length; i++) {
            fold[positive[i]] = i % folds;
        }
        for (int i = 0; i < negative.length; i++) {
            fold[negative[i]] = (positive.length + i) % folds; // goes on where the positives stopped
        }
        return fold;
    }
}
