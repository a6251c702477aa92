package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;

/**
 * How intensities become a network's input: {@code y = (clip(x) − shift) · factor}. The map is found on the region's voxels
 * in their original grid, all slices together, and applied to every voxel of the crop before it is resized.
 */
public sealed interface IntensityNormalisation {

    /**
     * Mean 0 and standard deviation 1 over the region.
     *
     * @return the rule
     */
    static IntensityNormalisation zScoreInRegion() {
        return new ZScoreInRegion();
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
     * The map for a region.
     *
     * @param region the intensities of the region's voxels, finite, at least one; not modified
     * @return the map
     * @throws InvalidInputException NONFINITE_VALUES where the intensities overflow or underflow double precision
     */
    Scaling scalingFor(double[] region);

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
            if (!(factor > 0 && Double.isFinite(factor) && Double.isFinite(shift))) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "the region's intensities are too large or too close together"
                        + " for double precision: shift " + shift + ", factor " + factor + "; express the image in another unit");
            }
            return new Scaling(shift, factor, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
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
        public Scaling scalingFor(double[] region) {
            double minimum = minimum(region);
            if (minimum == maximum(region)) {
                return Scaling.BLANK;
            }
            double sum = 0;
            for (double x : region) {
                sum += x;
            }
            double mean = sum / region.length;
            double squares = 0;
            for (double x : region) {
                squares += (x - mean) * (x - mean);
            }
            return Scaling.unclipped(mean, 1 / Math.sqrt(squares / region.length));
        }

        @Override
        public String label() {
            return "z-score in region";
        }
    }

    /**
     * {@code (x − minimum) / (maximum − minimum)}, both over the region, so 0 to 1 inside it; context may lie beyond. A region
     * of one intensity has no scale: then every voxel of the crop, context too, becomes 0.
     */
    record MinMaxInRegion() implements IntensityNormalisation {
        @Override
        public Scaling scalingFor(double[] region) {
            double minimum = minimum(region);
            double maximum = maximum(region);
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
        public Scaling scalingFor(double[] region) {
            return new Scaling(lower, 1 / (upper - lower), lower, upper);
        }

        @Override
        public String label() {
            return "window " + lower + " to " + upper;
        }
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
