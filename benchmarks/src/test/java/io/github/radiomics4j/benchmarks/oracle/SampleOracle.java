package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.intensity.IntensityHistogramFeature;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Intensity statistics and histogram: sums over the sorted sample, one term per voxel. */
public final class SampleOracle {
    private final double[] x;
    private final double mean;
    private final double variance;

    private SampleOracle(double[] sorted) {
        this.x = sorted;
        this.mean = Arrays.stream(x).sum() / x.length;
        this.variance = average(v -> (v - mean) * (v - mean));
    }

    /** Intensity statistics in the order of the enum. */
    public static double[] statistics(Region region) {
        SampleOracle sample = new SampleOracle(region.sortedIntensities());
        return Arrays.stream(IntensityStatisticsFeature.values()).mapToDouble(sample::of).toArray();
    }

    /** Intensity histogram in the order of the enum. */
    public static double[] histogram(Region region) {
        SampleOracle sample = new SampleOracle(region.sortedLevels());
        double[] h = new double[region.levels + 1];
        for (double level : sample.x) {
            h[(int) level]++;
        }
        return Arrays.stream(IntensityHistogramFeature.values()).mapToDouble(f -> sample.of(f, h)).toArray();
    }

    private double of(IntensityStatisticsFeature feature) {
        return switch (feature) {
            case MEAN_INTENSITY -> mean;
            case INTENSITY_VARIANCE -> variance;
            case INTENSITY_SKEWNESS -> skewness();
            case INTENSITY_KURTOSIS -> kurtosis();
            case MEDIAN_INTENSITY -> percentile(50);
            case MINIMUM_INTENSITY -> x[0];
            case INTENSITY_PERCENTILE_10 -> percentile(10);
            case INTENSITY_PERCENTILE_90 -> percentile(90);
            case MAXIMUM_INTENSITY -> x[x.length - 1];
            case INTENSITY_INTERQUARTILE_RANGE -> percentile(75) - percentile(25);
            case INTENSITY_RANGE -> x[x.length - 1] - x[0];
            case INTENSITY_MEAN_ABSOLUTE_DEVIATION -> average(v -> Math.abs(v - mean));
            case INTENSITY_ROBUST_MEAN_ABSOLUTE_DEVIATION -> robustDeviation();
            case INTENSITY_MEDIAN_ABSOLUTE_DEVIATION -> average(v -> Math.abs(v - percentile(50)));
            case INTENSITY_COEFFICIENT_OF_VARIATION -> Math.sqrt(variance) / mean;
            case INTENSITY_QUARTILE_COEFFICIENT_OF_DISPERSION -> quartileDispersion();
            case INTENSITY_ENERGY -> Arrays.stream(x).map(v -> v * v).sum();
            case ROOT_MEAN_SQUARE_INTENSITY -> Math.sqrt(average(v -> v * v));
        };
    }

    private double of(IntensityHistogramFeature feature, double[] h) {
        return switch (feature) {
            case MEAN_DISCRETISED_INTENSITY -> mean;
            case DISCRETISED_INTENSITY_VARIANCE -> variance;
            case DISCRETISED_INTENSITY_SKEWNESS -> skewness();
            case DISCRETISED_INTENSITY_KURTOSIS -> kurtosis();
            case MEDIAN_DISCRETISED_INTENSITY -> percentile(50);
            case MINIMUM_DISCRETISED_INTENSITY -> x[0];
            case DISCRETISED_INTENSITY_PERCENTILE_10 -> percentile(10);
            case DISCRETISED_INTENSITY_PERCENTILE_90 -> percentile(90);
            case MAXIMUM_DISCRETISED_INTENSITY -> x[x.length - 1];
            case INTENSITY_HISTOGRAM_MODE -> mode(h);
            case DISCRETISED_INTENSITY_INTERQUARTILE_RANGE -> percentile(75) - percentile(25);
            case DISCRETISED_INTENSITY_RANGE -> x[x.length - 1] - x[0];
            case INTENSITY_HISTOGRAM_MEAN_ABSOLUTE_DEVIATION -> average(v -> Math.abs(v - mean));
            case INTENSITY_HISTOGRAM_ROBUST_MEAN_ABSOLUTE_DEVIATION -> robustDeviation();
            case INTENSITY_HISTOGRAM_MEDIAN_ABSOLUTE_DEVIATION -> average(v -> Math.abs(v - percentile(50)));
            case INTENSITY_HISTOGRAM_COEFFICIENT_OF_VARIATION -> Math.sqrt(variance) / mean;
            case INTENSITY_HISTOGRAM_QUARTILE_COEFFICIENT_OF_DISPERSION -> quartileDispersion();
            case DISCRETISED_INTENSITY_ENTROPY -> GlcmOracle.entropy(Arrays.stream(h).map(c -> c / x.length).toArray());
            case DISCRETISED_INTENSITY_UNIFORMITY -> Arrays.stream(h).map(c -> c / x.length * (c / x.length)).sum();
            case MAXIMUM_HISTOGRAM_GRADIENT -> greatest(gradients(h));
            case MAXIMUM_HISTOGRAM_GRADIENT_INTENSITY -> lowestLevelOf(gradients(h), greatest(gradients(h)));
            case MINIMUM_HISTOGRAM_GRADIENT -> least(gradients(h));
            case MINIMUM_HISTOGRAM_GRADIENT_INTENSITY -> lowestLevelOf(gradients(h), least(gradients(h)));
        };
    }

    private double average(DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).sum() / x.length;
    }

    private double skewness() {
        return average(v -> Math.pow(v - mean, 3)) / Math.pow(variance, 1.5);
    }

    private double kurtosis() {
        return average(v -> Math.pow(v - mean, 4)) / Math.pow(variance, 2) - 3;
    }

    /** On the line between the two order statistics around rank (n − 1) percent / 100. */
    private double percentile(int percent) {
        int hundredths = (x.length - 1) * percent;
        int below = hundredths / 100;
        return hundredths % 100 == 0 ? x[below] : x[below] + hundredths % 100 / 100.0 * (x[below + 1] - x[below]);
    }

    private double robustDeviation() {
        double[] inner = Arrays.stream(x).filter(v -> v >= percentile(10) && v <= percentile(90)).toArray();
        double innerMean = Arrays.stream(inner).sum() / inner.length;
        return Arrays.stream(inner).map(v -> Math.abs(v - innerMean)).sum() / inner.length;
    }

    private double quartileDispersion() {
        return (percentile(75) - percentile(25)) / (percentile(75) + percentile(25));
    }

    private double mode(double[] h) {
        double most = Arrays.stream(h).max().orElseThrow();
        double best = Double.NaN;
        for (int level = 1; level < h.length; level++) {
            if (h[level] == most && !(Math.abs(best - mean) <= Math.abs(level - mean))) {
                best = level;
            }
        }
        return best;
    }

    private static double[] gradients(double[] h) {
        int n = h.length - 1;
        double[] gradients = new double[h.length];
        gradients[1] = h[2] - h[1];
        for (int level = 2; level < n; level++) {
            gradients[level] = (h[level + 1] - h[level - 1]) / 2;
        }
        gradients[n] = h[n] - h[n - 1];
        return gradients;
    }

    private static double greatest(double[] gradients) {
        return Arrays.stream(gradients).skip(1).max().orElseThrow();
    }

    private static double least(double[] gradients) {
        return Arrays.stream(gradients).skip(1).min().orElseThrow();
    }

    private static double lowestLevelOf(double[] gradients, double gradient) {
        int level = 1;
        while (gradients[level] != gradient) {
            level++;
        }
        return level;
    }
}
