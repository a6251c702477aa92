package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.intensity.IntensityVolumeHistogramFeature;
import java.util.Arrays;

/** Intensity-volume histogram with 1000 bins: the fraction of voxels at or above each bin, counted anew for each. */
public final class VolumeHistogramOracle {
    private static final int BINS = 1000;

    private final long[] bin;

    private VolumeHistogramOracle(double[] sorted) {
        long min = (long) sorted[0];
        long max = (long) sorted[sorted.length - 1];
        this.bin = Arrays.stream(sorted).mapToLong(v -> v == max ? BINS : 1 + BINS * ((long) v - min) / (max - min)).toArray();
    }

    /** Features in the order of the enum. */
    public static double[] measure(Region region) {
        VolumeHistogramOracle histogram = new VolumeHistogramOracle(region.sortedIntensities());
        return Arrays.stream(IntensityVolumeHistogramFeature.values()).mapToDouble(histogram::of).toArray();
    }

    private double of(IntensityVolumeHistogramFeature feature) {
        return switch (feature) {
            case VOLUME_FRACTION_AT_10_PERCENT_INTENSITY -> fractionAt(0.1);
            case VOLUME_FRACTION_AT_90_PERCENT_INTENSITY -> fractionAt(0.9);
            case INTENSITY_AT_10_PERCENT_VOLUME -> intensityAt(0.1);
            case INTENSITY_AT_90_PERCENT_VOLUME -> intensityAt(0.9);
            case VOLUME_FRACTION_DIFFERENCE -> fractionAt(0.1) - fractionAt(0.9);
            case INTENSITY_DIFFERENCE -> intensityAt(0.1) - intensityAt(0.9);
        };
    }

    private double fraction(int level) {
        return (double) Arrays.stream(bin).filter(b -> b >= level).count() / bin.length;
    }

    private double fractionAt(double intensityFraction) {
        int level = 1;
        while ((level - 1) / (BINS - 1.0) < intensityFraction) {
            level++;
        }
        return fraction(level);
    }

    private double intensityAt(double volumeFraction) {
        int level = 1;
        while (level < BINS && fraction(level) > volumeFraction) {
            level++;
        }
        return level;
    }
}
