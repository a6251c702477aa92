package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intensity-volume histogram (P88C): the fraction ν of the region's voxels at or above each of a row of intensities, and the
 * intensity fraction γ of these, 0 at the lowest and 1 at the highest. The row is one of three, independent of the discretisation
 * of other families:
 * <ul>
 * <li>a fixed number of bins over the region's own extremes, answers in bin numbers; 1000 bins are the default;
 * <li>steps of a width, for intensities that are whole multiples of it (Hounsfield units: 1), answers in intensities;
 * <li>bins of a width, answers in bin centres.
 * </ul>
 * Steps and bins of a width run from the lower to the upper bound of the re-segmentation range, or of the region's intensities where
 * the range is open.
 */
public final class IntensityVolumeHistogram implements FeatureFamily<IntensityVolumeHistogram.Curve> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("intensity_volume_histogram", "P88C");

    private static final int MOST_LEVELS = 1 << 24;

    /** What the row of intensities is. */
    private enum Axis {
        BIN_NUMBER("fbn"), STEPS("steps"), BIN_SIZE("fbs");

        private final String label;

        Axis(String label) {
            this.label = label;
        }
    }

    private final Axis axis;
    private final double size;

    private IntensityVolumeHistogram(Axis axis, double size) {
        if (!(size > 0) || !Double.isFinite(size)) {
            throw new IllegalArgumentException("the intensity-volume histogram needs a positive step, width or number of bins, was " + size);
        }
        this.axis = axis;
        this.size = size;
    }

    /** The family with 1000 bins over the region's intensities. */
    public IntensityVolumeHistogram() {
        this(Axis.BIN_NUMBER, 1000);
    }

    /**
     * The family with a fixed number of bins over the region's intensities.
     *
     * @param bins 2 or more
     * @return the family
     */
    public static IntensityVolumeHistogram ofBins(int bins) {
        if (bins < 2 || bins > MOST_LEVELS) {
            throw new IllegalArgumentException("number of bins must lie between 2 and " + MOST_LEVELS + ", was " + bins);
        }
        return new IntensityVolumeHistogram(Axis.BIN_NUMBER, bins);
    }

    /**
     * The family without discretisation, for intensities that are whole multiples of a step above the lowest.
     *
     * @param step in the unit of the image, 1 for Hounsfield units
     * @return the family
     */
    public static IntensityVolumeHistogram inSteps(double step) {
        return new IntensityVolumeHistogram(Axis.STEPS, step);
    }

    /**
     * The family with bins of a width.
     *
     * @param width in the unit of the image
     * @return the family
     */
    public static IntensityVolumeHistogram ofBinSize(double width) {
        return new IntensityVolumeHistogram(Axis.BIN_SIZE, width);
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<IntensityVolumeHistogramFeature> features() {
        return List.of(IntensityVolumeHistogramFeature.values());
    }

    @Override
    public Optional<String> discretisation(PreparedRoi roi) {
        return Optional.of(axis.label + new BigDecimal(Double.toString(size)).stripTrailingZeros().toPlainString());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("axis", axis.label + " " + size);
    }

    @Override
    public List<Curve> measure(PreparedRoi roi, Aggregation aggregation) {
        double[] x = roi.intensities().region();
        double[] extremes = extremes(x);
        double lower = Double.isInfinite(roi.range().lower()) || axis == Axis.BIN_NUMBER ? extremes[0] : roi.range().lower();
        double upper = Double.isInfinite(roi.range().upper()) || axis == Axis.BIN_NUMBER ? extremes[1] : roi.range().upper();
        double width = axis == Axis.BIN_NUMBER ? (upper - lower) / size : size;
        double span = width == 0 ? 0 : (upper - lower) / width;
        double levels = switch (axis) {
            case BIN_NUMBER -> width == 0 ? 1 : size;
            case STEPS -> Math.rint(span) + 1;
            case BIN_SIZE -> Math.max(1, Math.ceil(span));
        };
        if (levels > MOST_LEVELS) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, "the intensity-volume histogram from " + lower + " to " + upper
                    + " by " + size + " would have " + levels + " levels, at most " + MOST_LEVELS
                    + " are possible: use wider steps, or a number of bins");
        }
        long[] counts = new long[(int) levels];
        for (double v : x) {
            double at = width == 0 ? 0 : (v - lower) / width;
            int level = (int) (axis == Axis.STEPS ? Math.rint(at) : Math.floor(at));
            counts[Math.min(Math.max(level, 0), counts.length - 1)]++;
        }
        double first = switch (axis) {
            case BIN_NUMBER -> 1;
            case STEPS -> lower;
            case BIN_SIZE -> lower + 0.5 * width;
        };
        return List.of(new Curve(counts, first, axis == Axis.BIN_NUMBER ? 1 : width, x.length));
    }

    /** Lowest and highest intensity, 0 without a sign. */
    private static double[] extremes(double[] x) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        if (!(Double.isFinite(min) && Double.isFinite(max))) {
            throw new IllegalArgumentException("the intensity-volume histogram needs at least one intensity and finite ones only, found "
                    + min + " to " + max);
        }
        return new double[] {min + 0.0, max + 0.0};
    }

    /** The curve ν over γ of a region. */
    public static final class Curve {
        private final double[] volumeFraction;
        private final double first;
        private final double step;

        private Curve(long[] counts, double first, double step, long voxels) {
            this.volumeFraction = new double[counts.length];
            this.first = first;
            this.step = step;
            long above = voxels;
            for (int k = 0; k < counts.length; k++) {
                volumeFraction[k] = (double) above / voxels;
                above -= counts[k];
            }
        }

        /**
         * The volume fraction ν at the lowest level whose intensity fraction γ is at least x.
         *
         * @param x between 0 and 1
         * @return between 0 and 1
         */
        public double volumeFractionAt(double x) {
            int last = volumeFraction.length - 1;
            int k = (int) Math.max(0, Math.floor(x * last) - 1);
            while (k < last && (double) k / last < x) {
                k++;
            }
            return volumeFraction[k];
        }

        /**
         * The lowest level whose volume fraction ν is at most x; the highest level where none is.
         *
         * @param x between 0 and 1
         * @return an intensity, bin centre or bin number
         */
        public double intensityAt(double x) {
            int k = 0;
            while (k < volumeFraction.length - 1 && volumeFraction[k] > x) {
                k++;
            }
            return first + k * step;
        }
    }
}
