package io.github.radiomics4j.validation.discrimination;

import java.util.Optional;

/**
 * A ratio of proportions or of odds, whose logarithm is nearly normal in large samples.
 *
 * @param estimate the ratio: not negative, infinite where only the denominator is 0, NaN where both are
 * @param logStandardError the standard error of its natural logarithm; infinite where a count is 0, NaN where a class has no case
 */
public record Ratio(double estimate, double logStandardError) {

    /**
     * The interval: {@code exp(ln estimate ± z logStandardError)}.
     *
     * @param level the confidence level, such as 0.95
     * @return the interval; empty where a count is 0, since the logarithm or its spread is then infinite
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Optional<Interval> interval(double level) {
        double half = StandardNormal.twoSidedQuantile(level) * logStandardError;
        if (!(estimate > 0) || !Double.isFinite(estimate) || !Double.isFinite(half)) {
            return Optional.empty();
        }
        return Optional.of(new Interval(estimate * Math.exp(-half), estimate * Math.exp(half), level));
    }
}
