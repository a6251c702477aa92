package io.github.radiomics4j.core.preprocessing;

import java.util.OptionalDouble;

/**
 * Which voxels of the morphological mask keep a say in intensities and textures: those inside a closed range (USB3) and, with
 * outlier filtering (7ACA), within some standard deviations of the mean. Mean and population standard deviation are those of the
 * whole morphological mask; with both rules the kept interval is their intersection.
 *
 * @param lower smallest intensity kept; −∞ for none
 * @param upper largest intensity kept; +∞ for none
 * @param outlierSigma how many standard deviations from the mean are kept; empty for no outlier filtering
 */
public record Resegmentation(double lower, double upper, OptionalDouble outlierSigma) {

    /**
     * Checks the range and the factor.
     *
     * @param lower smallest intensity kept; −∞ for none
     * @param upper largest intensity kept; +∞ for none
     * @param outlierSigma how many standard deviations from the mean are kept; empty for no outlier filtering
     */
    public Resegmentation {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("re-segmentation range must not be empty, was [" + lower + ", " + upper + "]");
        }
        if (outlierSigma.isPresent() && !(outlierSigma.getAsDouble() > 0)) {
            throw new IllegalArgumentException("outlier filtering needs a positive number of standard deviations, was "
                    + outlierSigma.getAsDouble());
        }
    }

    /**
     * A range.
     *
     * @param lower smallest intensity kept
     * @param upper largest intensity kept
     * @return the rule
     */
    public static Resegmentation range(double lower, double upper) {
        return new Resegmentation(lower, upper, OptionalDouble.empty());
    }

    /**
     * Outlier filtering alone.
     *
     * @param sigma how many standard deviations from the mean are kept
     * @return the rule
     */
    public static Resegmentation outliersBeyond(double sigma) {
        return range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).withOutliersBeyond(sigma);
    }

    /**
     * This range and outlier filtering.
     *
     * @param sigma how many standard deviations from the mean are kept
     * @return the rule
     */
    public Resegmentation withOutliersBeyond(double sigma) {
        return new Resegmentation(lower, upper, OptionalDouble.of(sigma));
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public String toString() {
        return "Resegmentation[lower=" + lower + ", upper=" + upper + ", outlierSigma=" + outlierSigma + "]";
    }
}
