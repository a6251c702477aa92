package io.github.radiomics4j.validation.discrimination;

/**
 * An estimate with its standard error, and what large-sample theory makes of the two.
 *
 * @param value the estimate
 * @param standardError its standard error, not negative; 0 where the cases tell nothing about the spread, NaN where it is undefined
 */
public record Estimate(double value, double standardError) {

    /**
     * Checks the standard error.
     *
     * @param value the estimate
     * @param standardError its standard error, not negative; 0 where the cases tell nothing about the spread, NaN where it is undefined
     */
    public Estimate {
        if (standardError < 0) {
            throw new IllegalArgumentException("a standard error is not negative, was " + standardError);
        }
    }

    /**
     * Wald's statistic for the value 0.
     *
     * @return {@code value / standardError}; NaN where the standard error is 0 or undefined
     */
    public double z() {
        return zAgainst(0);
    }

    /**
     * Wald's statistic for any value, such as 1 for a calibration slope.
     *
     * @param hypothesis the value that the null hypothesis has
     * @return {@code (value − hypothesis) / standardError}; NaN where the standard error is 0 or undefined
     */
    public double zAgainst(double hypothesis) {
        return standardError > 0 ? (value - hypothesis) / standardError : Double.NaN;
    }

    /**
     * The probability of a value as far from 0, were it 0.
     *
     * @return two-sided, of the standard normal distribution; NaN where z is
     */
    public double pValue() {
        return pValueAgainst(0);
    }

    /**
     * The probability of a value as far from the hypothesis, were it true.
     *
     * @param hypothesis the value that the null hypothesis has
     * @return two-sided, of the standard normal distribution; NaN where z is
     */
    public double pValueAgainst(double hypothesis) {
        return StandardNormal.twoSidedProbability(zAgainst(hypothesis));
    }

    /**
     * The interval.
     *
     * @param level the confidence level, such as 0.95
     * @return {@code value ± z standardError}, not cut off
     * @throws IllegalArgumentException where the level is not between 0 and 1, or the standard error is undefined
     */
    public Interval interval(double level) {
        double half = StandardNormal.twoSidedQuantile(level) * standardError;
        return new Interval(value - half, value + half, level);
    }
}
