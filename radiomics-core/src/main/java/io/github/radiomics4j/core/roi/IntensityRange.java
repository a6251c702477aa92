package io.github.radiomics4j.core.roi;

/**
 * The intensities that re-segmentation allows.
 *
 * @param lower −∞ where there is no lower bound
 * @param upper +∞ where there is no upper bound
 */
public record IntensityRange(double lower, double upper) {
    /** No bounds. */
    public static final IntensityRange UNBOUNDED = new IntensityRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Checks the order.
     *
     * @param lower −∞ where there is no lower bound
     * @param upper +∞ where there is no upper bound
     */
    public IntensityRange {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("intensity range must not be empty, was [" + lower + ", " + upper + "]");
        }
    }
}
