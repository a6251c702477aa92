package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.numeric.Sample;
import java.util.Locale;

/**
 * How intensities become a network's input: {@code y = (clip(x) − shift) · factor}. The map is found on the region's voxels
 * in their original grid, all slices together, or on all voxels of the image where the rule says so, and applied to every voxel of
 * the crop before it is resized.
 */
public sealed interface IntensityNormalisation {

    /** The voxels on which a rule's numbers are measured. */
    enum Extent {
        /** Those of the region. */
        REGION,
        /** All of the image, the background too; they must be finite. */
        IMAGE;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Mean 0 and standard deviation 1 over the region.
     *
     * @return the rule
     */
    static IntensityNormalisation zScoreInRegion() {
        return new ZScoreInRegion();
    }

    /**
     * Mean 0 and standard deviation 1 over the whole image, so also defined for a region of one intensity. The background counts: it
     * should be as large in all images.
     *
     * @return the rule
     */
    static IntensityNormalisation zScoreInImage() {
        return new ZScoreInImage();
    }

    /**
     * A percentile of the region's intensities becomes 0 and all below it too, a higher one becomes 1 and all above it too.
     *
     * @param lower the percentage of intensities below the first, such as 1
     * @param upper the percentage of intensities below the second, such as 99
     * @return the rule
     */
    static IntensityNormalisation percentilesInRegion(double lower, double upper) {
        return new Percentiles(Extent.REGION, lower, upper);
    }

    /**
     * The same with percentiles of all the image's intensities.
     *
     * @param lower the percentage of intensities below the first, such as 0.5
     * @param upper the percentage of intensities below the second, such as 99.5
     * @return the rule
     */
    static IntensityNormalisation percentilesInImage(double lower, double upper) {
        return new Percentiles(Extent.IMAGE, lower, upper);
    }

    /**
     * The region's smallest intensity becomes 0, its largest 1.
     *
     * @return the rule
     */
    static IntensityNormalisation minMaxInRegion() {
        return new MinMaxInRegion();
    }

    /**
     * A fixed window becomes 0 to 1; for calibrated intensities such as CT.
     *
     * @param lower the intensity that becomes 0, in the unit of the image
     * @param upper the intensity that becomes 1
     * @return the rule
     */
    static IntensityNormalisation window(double lower, double upper) {
        return new Window(lower, upper);
    }

    /**
     * The voxels that {@link #scalingFor} is to be given.
     *
     * @return the region's unless a rule says otherwise
     */
    default Extent extent() {
        return Extent.REGION;
    }

    /**
     * The map for a region.
     *
     * @param intensities of the voxels of the rule's {@link #extent()}, finite, at least one; not modified
     * @return the map
     * @throws InvalidInputException NONFINITE_VALUES where the intensities overflow or underflow double precision
     */
    Scaling scalingFor(double[] intensities);

    /**
     * The name used in settings.
     *
     * @return rule and numbers
     */
    String label();

    /**
     * The map {@code y = (min(max(x, lower), upper) − shift) · factor}.
     *
     * @param shift in the unit of the image
     * @param factor per unit of the image; 0 makes every intensity 0
     * @param lower intensities below become this; −∞ where nothing is clipped
     * @param upper intensities above become this; +∞ where nothing is clipped
     */
    record Scaling(double shift, double factor, double lower, double upper) {
        private static final Scaling BLANK = new Scaling(0, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        private static Scaling unclipped(double shift, double factor) {
            return clipped(shift, factor, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        private static Scaling clipped(double shift, double factor, double lower, double upper) {
            if (!(factor > 0 && Double.isFinite(factor) && Double.isFinite(shift))) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "the intensities are too large or too close together"
                        + " for double precision: shift " + shift + ", factor " + factor + "; express the image in another unit");
            }
            return new Scaling(shift, factor, lower, upper);
        }

        /**
         * Maps one intensity.
         *
         * @param intensity a finite number in the unit of the image
         * @return the network's input
         */
        public double apply(double intensity) {
            // adding 0 turns −0 into 0
            return (Math.min(Math.max(intensity, lower), upper) - shift) * factor + 0.0;
        }
    }

    /**
     * {@code (x − mean) / standard deviation}, both over the region (population: divided by n), context not clipped. A region
     * of one intensity has no scale: then every voxel of the crop, context too, becomes 0.
     */
    record ZScoreInRegion() implements IntensityNormalisation {
        @Override
        public Scaling scalingFor(double[] intensities) {
            return zScore(intensities);
        }

        @Override
        public String label() {
            return "z-score in region";
        }
    }

    /**
     * {@code (x − mean) / standard deviation}, both over all voxels of the image (population: divided by n), not clipped. An image
     * of one intensity becomes 0.
     */
    record ZScoreInImage() implements IntensityNormalisation {
        @Override
        public Extent extent() {
            return Extent.IMAGE;
        }

        @Override
        public Scaling scalingFor(double[] intensities) {
            return zScore(intensities);
        }

        @Override
        public String label() {
            return "z-score in image";
        }
    }

    /**
     * {@code (clip(x) − P) / (Q − P)} with P and Q the lower and upper percentile and clip moving intensities beyond them to them, so
     * from 0 to 1. Percentiles interpolate linearly between order statistics (Hyndman–Fan type 7; {@link Sample#percentile}). Where
     * P = Q there is no scale: then every voxel of the crop becomes 0.
     *
     * @param extent the voxels whose percentiles are meant
     * @param lower of P, in percent
     * @param upper of Q, in percent
     */
    record Percentiles(Extent extent, double lower, double upper) implements IntensityNormalisation {

        /**
         * Checks the percentages.
         *
         * @param extent the voxels whose percentiles are meant
         * @param lower from 0 to below {@code upper}
         * @param upper at most 100
         * @throws IllegalArgumentException where they are out of order or range
         */
        public Percentiles {
            if (!(0 <= lower && lower < upper && upper <= 100)) {
                throw new IllegalArgumentException("percentiles need percentages with 0 <= lower < upper <= 100, was " + lower + " to "
                        + upper);
            }
        }

        @Override
        public Scaling scalingFor(double[] intensities) {
            Sample sample = Sample.of(intensities);
            double bottom = sample.percentile(lower / 100);
            double top = sample.percentile(upper / 100);
            return bottom == top ? Scaling.BLANK : Scaling.clipped(bottom, 1 / (top - bottom), bottom, top);
        }

        @Override
        public String label() {
            return "percentiles " + lower + " to " + upper + " in " + extent.label();
        }
    }

    /**
     * {@code (x − minimum) / (maximum − minimum)}, both over the region, so 0 to 1 inside it; context may lie beyond. A region
     * of one intensity has no scale: then every voxel of the crop, context too, becomes 0.
     */
    record MinMaxInRegion() implements IntensityNormalisation {
        @Override
        public Scaling scalingFor(double[] intensities) {
            double minimum = minimum(intensities);
            double maximum = maximum(intensities);
            return minimum == maximum ? Scaling.BLANK : Scaling.unclipped(minimum, 1 / (maximum - minimum));
        }

        @Override
        public String label() {
            return "min-max in region";
        }
    }

    /**
     * {@code (clip(x) − lower) / (upper − lower)}, where clip moves intensities beyond the window to its edge. The same map for
     * every region, so also defined for a region of one intensity.
     *
     * @param lower the intensity that becomes 0, in the unit of the image
     * @param upper the intensity that becomes 1
     */
    record Window(double lower, double upper) implements IntensityNormalisation {

        /**
         * Checks that the window is finite and not empty.
         *
         * @param lower the intensity that becomes 0
         * @param upper the intensity that becomes 1, above {@code lower}
         * @throws IllegalArgumentException where an edge is not finite or the window is empty
         */
        public Window {
            if (!Double.isFinite(lower) || !Double.isFinite(upper) || !(lower < upper) || !Double.isFinite(upper - lower)) {
                throw new IllegalArgumentException("a window needs finite intensities with lower < upper (in the unit of the image), was "
                        + lower + " to " + upper);
            }
        }

        @Override
        public Scaling scalingFor(double[] intensities) {
            return new Scaling(lower, 1 / (upper - lower), lower, upper);
        }

        @Override
        public String label() {
            return "window " + lower + " to " + upper;
        }
    }

    private static Scaling zScore(double[] intensities) {
        if (minimum(intensities) == maximum(intensities)) {
            return Scaling.BLANK;
        }
        double sum = 0;
        for (double x : intensities) {
            sum += x;
        }
        double mean = sum / intensities.length;
        double squares = 0;
        for (double x : intensities) {
            squares += (x - mean) * (x - mean);
        }
        return Scaling.unclipped(mean, 1 / Math.sqrt(squares / intensities.length));
    }

    private static double minimum(double[] values) {
        double minimum = values[0];
        for (double x : values) {
            minimum = Math.min(minimum, x);
        }
        return minimum;
    }

    private static double maximum(double[] values) {
        double maximum = values[0];
        for (double x : values) {
            maximum = Math.max(maximum, x);
        }
        return maximum;
    }
}
