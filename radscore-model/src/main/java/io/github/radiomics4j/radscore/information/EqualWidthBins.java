package io.github.radiomics4j.radscore.information;

/**
 * Plug-in mutual information on bins of equal width between the smallest and the largest training value:
 * {@code bin = min(⌊(x − min) / (max − min) · B⌋, B − 1)}, then {@code Σ (n_by / n) ln (n n_by / (n_b n_y))} in nats. Biased upwards
 * by about {@code (B − 1) / (2n)}, alike for all features.
 *
 * @param bins B, at least 2
 */
public record EqualWidthBins(int bins) implements BinnedMutualInformation {

    /**
     * Checks the number of bins.
     *
     * @param bins B, at least 2
     */
    public EqualWidthBins {
        if (bins < 2) {
            throw new IllegalArgumentException("the number of bins must be at least 2, was " + bins);
        }
    }

    @Override
    public int[] binsOf(double[] feature) {
        double min = feature[0];
        double max = feature[0];
        for (double x : feature) {
            min = Math.min(min, x);
            max = Math.max(max, x);
        }
        int[] bin = new int[feature.length];
        for (int i = 0; i < bin.length && min < max; i++) {
            bin[i] = Math.min((int) ((feature[i] - min) / (max - min) * bins), bins - 1);
        }
        return bin;
    }

    @Override
    public double estimate(TrainingFeatures.Feature feature) {
        if (feature.isConstant()) {
            return 0;
        }
        double min = feature.smallest();
        double width = feature.largest() - min;
        double[] values = feature.values();
        int[] negatives = feature.negatives();
        int[] positives = feature.positives();
        long[] without = new long[bins];
        long[] with = new long[bins];
        for (int row = 0; row < values.length; row++) {
            if (negatives[row] + positives[row] > 0) {
                int bin = Math.min((int) ((values[row] - min) / width * bins), bins - 1);
                without[bin] += negatives[row];
                with[bin] += positives[row];
            }
        }
        return PlugInMutualInformation.of(without, with, feature.outcome());
    }

    @Override
    public String label() {
        return "equal_width_" + bins;
    }
}
