package io.github.radiomics4j.validation.discrimination;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The two questions that large-sample inference asks of the standard normal distribution. */
final class StandardNormal {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private StandardNormal() {
    }

    /** The z of a two-sided interval: 1.959963984540054 for 0.95. */
    static double twoSidedQuantile(double level) {
        return NORMAL.inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
    }

    /** P(|Z| ≥ |z|), without loss of digits far out; NaN for NaN. */
    static double twoSidedProbability(double z) {
        return Double.isNaN(z) ? Double.NaN : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }
}
