package io.github.radiomics4j.validation.discrimination;

/**
 * A confidence interval.
 *
 * @param lower its lower limit
 * @param upper its upper limit, not below the lower
 * @param level the confidence level, such as 0.95
 */
public record Interval(double lower, double upper, double level) {

    /**
     * Checks level and order.
     *
     * @param lower its lower limit
     * @param upper its upper limit, not below the lower
     * @param level the confidence level, such as 0.95
     */
    public Interval {
        requireLevel(level);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("the limits of an interval must be in order, were " + lower + " and " + upper);
        }
    }

    /**
     * Whether a value lies in the interval.
     *
     * @param value any number
     * @return true between the limits, and on them
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, such as 0.95; was " + level);
        }
        return level;
    }
}
