package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.numeric.Distribution;
import io.github.radiomics4j.core.numeric.DistributionBuffer;
import io.github.radiomics4j.core.numeric.Information;
import io.github.radiomics4j.core.texture.Cooccurrences;

/**
 * The symmetric co-occurrence matrix of a moving window. What a formula asks for is worked out then, from the counts of the moment, so a
 * feature costs what it reads; sums over cells run in the order of the region's matrix and have its bits.
 */
final class WindowCooccurrences implements Cooccurrences {
    private final PairCounts counts;
    private final Marginal first;
    private final Marginal difference;
    private final Marginal sum;
    private final int[] occurring;
    private boolean summed;
    private double maximum;
    private double energy;
    private double entropy;

    /** A distribution that is made where it is asked for, once per place of the window. */
    private static final class Marginal {
        private final int[] counts;
        private final DistributionBuffer buffer;
        private boolean made;

        Marginal(int[] counts) {
            this.counts = counts;
            this.buffer = new DistributionBuffer(counts.length);
        }

        Distribution of(int from, int to, int total) {
            if (!made) {
                buffer.fill(counts, from, to, total);
                made = true;
            }
            return buffer.distribution();
        }
    }

    WindowCooccurrences(PairCounts counts) {
        this.counts = counts;
        this.first = new Marginal(counts.first);
        this.difference = new Marginal(counts.difference);
        this.sum = new Marginal(counts.sum);
        this.occurring = new int[counts.width];
    }

    /** The counts are others now. */
    void changed() {
        summed = false;
        first.made = false;
        difference.made = false;
        sum.made = false;
    }

    @Override
    public int levels() {
        return counts.highest();
    }

    @Override
    public Distribution first() {
        return first.of(1, counts.highest(), 2 * counts.pairs());
    }

    @Override
    public Distribution second() {
        return first();
    }

    @Override
    public Distribution difference() {
        return difference.of(0, counts.highest() - 1, counts.pairs());
    }

    @Override
    public Distribution sum() {
        return sum.of(2, 2 * counts.highest(), counts.pairs());
    }

    @Override
    public double maximum() {
        sumCells();
        return maximum;
    }

    @Override
    public double energy() {
        sumCells();
        return energy;
    }

    @Override
    public double entropy() {
        sumCells();
        return entropy;
    }

    private void sumCells() {
        if (summed) {
            return;
        }
        double total = 2.0 * counts.pairs();
        int most = 0;
        long squares = 0;
        double surprisal = 0;
        int levels = findOccurring();
        for (int i = 0; i < levels; i++) {
            int row = occurring[i] * counts.width;
            for (int j = i; j < levels; j++) {
                int n = counts.cells[row + occurring[j]] * (i == j ? 2 : 1);
                if (n > 0) {
                    double share = Information.surprisal(n / total);
                    most = Math.max(most, n);
                    squares += (i == j ? 1L : 2L) * n * n;
                    surprisal += share;
                    surprisal += i == j ? 0 : share;
                }
            }
        }
        maximum = most / total;
        energy = squares / (total * total);
        entropy = surprisal;
        summed = true;
    }

    /** Finds the levels that have neighbours, ascending; few, so that their pairs are the cells to look at. */
    private int findOccurring() {
        int levels = 0;
        for (int i = 1; i <= counts.highest(); i++) {
            if (counts.first[i] > 0) {
                occurring[levels++] = i;
            }
        }
        return levels;
    }
}
