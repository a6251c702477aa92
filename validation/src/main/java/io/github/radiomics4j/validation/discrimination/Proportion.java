package io.github.radiomics4j.validation.discrimination;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A share of cases: sensitivity, specificity, predictive value, rate of recurrence.
 *
 * @param successes how many of them, 0 to {@code trials}
 * @param trials of how many; may be 0, then the share is undefined
 */
public record Proportion(int successes, int trials) {

    /**
     * Checks the counts.
     *
     * @param successes how many of them, 0 to {@code trials}
     * @param trials of how many; may be 0, then the share is undefined
     */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("a proportion counts 0 to " + trials + " of " + trials + " trials, was " + successes);
        }
    }

    /**
     * The share: {@code successes / trials}.
     *
     * @return between 0 and 1; NaN of 0 trials
     */
    public double estimate() {
        return trials == 0 ? Double.NaN : (double) successes / trials;
    }

    /**
     * Wilson's score interval: {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)}.
     *
     * @param level the confidence level, such as 0.95
     * @return the interval, within [0, 1]; all of [0, 1] of 0 trials
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Interval wilson(double level) {
        double z = StandardNormal.twoSidedQuantile(level);
        if (trials == 0) {
            return new Interval(0, 1, level);
        }
        double n = trials;
        double p = estimate();
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return new Interval(successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half, level);
    }

    /**
     * The exact interval of Clopper and Pearson: quantiles of Beta(x, n − x + 1) and Beta(x + 1, n − x).
     *
     * @param level the confidence level, such as 0.95; covered at least
     * @return the interval, within [0, 1]; all of [0, 1] of 0 trials
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Interval clopperPearson(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        int failures = trials - successes;
        double lower = successes == 0 ? 0 : BetaDistribution.of(successes, failures + 1.0).inverseCumulativeProbability(tail);
        double upper = failures == 0 ? 1 : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval(lower, upper, level);
    }

    @Override
    public String toString() {
        return successes + "/" + trials;
    }
}
