package io.github.radiomics4j.radscore.information;

import java.util.Arrays;

/**
 * Plug-in mutual information on bins that hold equally many cases: {@code bin = ⌊rank · B / n⌋} with ranks from 0, then
 * {@code Σ (n_by / n) ln (n n_by / (n_b n_y))} in nats. Only the order of the values matters, so the estimate is the same after
 * every strictly increasing transform. Biased upwards by about {@code (B − 1) / (2n)}, alike for all features without ties.
 *
 * @param bins B, at least 2
 * @param ties what becomes of equal values
 */
public record EqualFrequencyBins(int bins, Ties ties) implements BinnedMutualInformation {

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
    public int[] binsOf(double[] feature) {
        double[] sorted = new double[feature.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = feature[i] + 0.0; // −0 and 0 are one value
        }
        Arrays.sort(sorted);
        return ties == Ties.TOGETHER ? together(feature, sorted) : byRow(feature, sorted);
    }

    @Override
    public double estimate(TrainingFeatures.Feature feature) {
        if (ties == Ties.ROW_ORDER) {
            return estimate(feature.perRow(), feature.outcome());
        }
        if (feature.isConstant()) {
            return 0;
        }
        double[] values = feature.values();
        int[] negatives = feature.negatives();
        int[] positives = feature.positives();
        long[] without = new long[bins];
        long[] with = new long[bins];
        long n = feature.outcome().size();
        long rank = 0;
        int bin = 0;
        double current = Double.NaN;
        for (int row : feature.order()) {
            if (values[row] != current) { // equal values keep the bin of the first of them
                current = values[row];
                while (rank * bins >= (bin + 1) * n) {
                    bin++;
                }
            }
            without[bin] += negatives[row];
            with[bin] += positives[row];
            rank += negatives[row] + positives[row];
            if (rank == n) {
                break; // the rest has no copies, and no bin
            }
        }
        return PlugInMutualInformation.of(without, with, feature.outcome());
    }

    /** A value is beyond an edge when all values that the lower bins have room for are smaller. */
    private int[] together(double[] feature, double[] sorted) {
        int n = feature.length;
        double[] edge = new double[bins - 1];
        for (int b = 1; b < bins; b++) {
            int start = (int) (((long) b * n + bins - 1) / bins); // the lowest rank in bin b
            edge[b - 1] = start == 0 ? Double.NEGATIVE_INFINITY : sorted[start - 1];
        }
        int[] bin = new int[n];
        for (int i = 0; i < n; i++) {
            double x = feature[i];
            int b = 0;
            for (double e : edge) {
                b += x > e ? 1 : 0;
            }
            bin[i] = b;
        }
        return bin;
    }

    private int[] byRow(double[] feature, double[] sorted) {
        int n = feature.length;
        int[] taken = new int[n];
        int[] bin = new int[n];
        for (int i = 0; i < n; i++) {
            int first = firstAt(sorted, feature[i]);
            bin[i] = (int) ((long) (first + taken[first]++) * bins / n);
        }
        return bin;
    }

    @Override
    public String label() {
        return "equal_frequency_" + bins + (ties == Ties.ROW_ORDER ? "_ties_by_row" : "");
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
