package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.Arrays;

/**
 * Plug-in mutual information on bins that hold equally many cases: {@code bin = ⌊rank · B / n⌋} with ranks from 0, then
 * {@code Σ (n_by / n) ln (n n_by / (n_b n_y))} in nats. Only the order of the values matters, so the estimate is the same after
 * every strictly increasing transform. Biased upwards by about {@code (B − 1) / (2n)}, alike for all features without ties.
 *
 * @param bins B, at least 2
 * @param ties what becomes of equal values
 */
public record EqualFrequencyBins(int bins, Ties ties) implements MutualInformation {

    /** What becomes of equal values, whose ranks the data leave open. */
    public enum Ties {
        /** Equal values share the lowest of their ranks and so a bin: the order of rows cannot matter. */
        TOGETHER,
        /** Equal values are ranked in the order of rows and may be parted: all bins are full, but the order of rows matters. */
        ROW_ORDER
    }

    /**
     * Checks the number of bins.
     *
     * @param bins B, at least 2
     * @param ties what becomes of equal values
     */
    public EqualFrequencyBins {
        if (bins < 2) {
            throw new IllegalArgumentException("the number of bins must be at least 2, was " + bins);
        }
    }

    /**
     * Bins in which equal values stay together.
     *
     * @param bins B, at least 2
     */
    public EqualFrequencyBins(int bins) {
        this(bins, Ties.TOGETHER);
    }

    @Override
    public double estimate(double[] feature, BinaryOutcome outcome) {
        TrainingRules.requireInformative(feature, outcome);
        if (StandardDeviation.isConstant(feature)) {
            return 0;
        }
        int n = feature.length;
        double[] sorted = feature.clone();
        for (int i = 0; i < n; i++) {
            sorted[i] += 0.0; // −0 and 0 are one value
        }
        double[] values = sorted.clone();
        Arrays.sort(sorted);
        int[] taken = new int[n];
        int[] bin = new int[n];
        for (int i = 0; i < n; i++) {
            int rank = firstAt(sorted, values[i]);
            if (ties == Ties.ROW_ORDER) {
                rank += taken[rank]++;
            }
            bin[i] = (int) ((long) rank * bins / n);
        }
        return PlugInMutualInformation.of(bin, bins, outcome);
    }

    @Override
    public String label() {
        return "equal_frequency_" + bins + (ties == Ties.ROW_ORDER ? "_ties_by_row" : "");
    }

    @Override
    public boolean allowsRepeatedCases() {
        return true;
    }

    private static int firstAt(double[] sorted, double value) {
        int first = 0;
        int end = sorted.length;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (sorted[middle] < value) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }
}
