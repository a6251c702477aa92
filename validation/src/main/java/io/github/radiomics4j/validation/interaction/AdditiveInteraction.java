package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Interaction on the additive scale, from odds ratios against the group that is low in both (Rothman; Hosmer and Lemeshow 1992,
 * Epidemiology 3:452): {@code RERI = OR₁₁ − OR₁₀ − OR₀₁ + 1}, {@code AP = RERI / OR₁₁}, {@code S = (OR₁₁ − 1) / (OR₁₀ + OR₀₁ − 2)}. Without
 * interaction RERI and AP are 0 and S is 1. Standard errors by the delta method from those of the log odds ratios, which share the
 * reference group.
 *
 * @param oddsRatioA high in a only, OR₁₀
 * @param oddsRatioB high in b only, OR₀₁
 * @param oddsRatioBoth high in both, OR₁₁
 * @param varianceA of ln OR₁₀
 * @param varianceB of ln OR₀₁
 * @param varianceBoth of ln OR₁₁
 * @param covariance of any two of them: the variance of the reference group's log odds
 */
public record AdditiveInteraction(double oddsRatioA, double oddsRatioB, double oddsRatioBoth, double varianceA, double varianceB,
        double varianceBoth, double covariance) {

    static AdditiveInteraction of(Proportion lowLow, Proportion highLow, Proportion lowHigh, Proportion highHigh) {
        double shared = variance(lowLow);
        return new AdditiveInteraction(odds(highLow) / odds(lowLow), odds(lowHigh) / odds(lowLow), odds(highHigh) / odds(lowLow),
                variance(highLow) + shared, variance(lowHigh) + shared, variance(highHigh) + shared, shared);
    }

    private static double odds(Proportion group) {
        return (double) group.successes() / (group.trials() - group.successes());
    }

    private static double variance(Proportion group) {
        return 1.0 / group.successes() + 1.0 / (group.trials() - group.successes());
    }

    /**
     * An estimate with its interval.
     *
     * @param value the estimate
     * @param standardError of the value; of S that of ln S
     * @param interval by the normal distribution; of S on the logarithm
     */
    public record Measure(double value, double standardError, Interval interval) {
    }

    /**
     * The relative excess risk due to interaction.
     *
     * @param level such as 0.95
     * @return OR₁₁ − OR₁₀ − OR₀₁ + 1
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public Measure reri(double level) {
        double value = oddsRatioBoth - oddsRatioA - oddsRatioB + 1;
        return plain(value, error(-oddsRatioA, -oddsRatioB, oddsRatioBoth), level);
    }

    /**
     * The proportion attributable to interaction.
     *
     * @param level such as 0.95
     * @return RERI / OR₁₁
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public Measure attributableProportion(double level) {
        double value = (oddsRatioBoth - oddsRatioA - oddsRatioB + 1) / oddsRatioBoth;
        double toBoth = (oddsRatioA + oddsRatioB - 1) / oddsRatioBoth;
        return plain(value, error(-oddsRatioA / oddsRatioBoth, -oddsRatioB / oddsRatioBoth, toBoth), level);
    }

    /**
     * The synergy index.
     *
     * @param level such as 0.95
     * @return (OR₁₁ − 1) / (OR₁₀ + OR₀₁ − 2) with its interval on the logarithm; empty where a difference is not above 0, since a ratio of
     *     a harm and a benefit says nothing
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public Optional<Measure> synergy(double level) {
        double both = oddsRatioBoth - 1;
        double apart = oddsRatioA + oddsRatioB - 2;
        if (!(both > 0 && apart > 0)) {
            return Optional.empty();
        }
        return Optional.of(logarithmic(both / apart, error(-oddsRatioA / apart, -oddsRatioB / apart, oddsRatioBoth / both), level));
    }

    /**
     * The ratio of odds ratios, the interaction on the multiplicative scale.
     *
     * @param level such as 0.95
     * @return OR₁₁ / (OR₁₀ OR₀₁) with its interval on the logarithm
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public Measure multiplicative(double level) {
        return logarithmic(oddsRatioBoth / (oddsRatioA * oddsRatioB), error(-1, -1, 1), level);
    }

    /** The root of g'Vg, g the derivatives by the log odds ratios. */
    private double error(double byA, double byB, double byBoth) {
        return Math.sqrt(byA * byA * varianceA + byB * byB * varianceB + byBoth * byBoth * varianceBoth
                + 2 * covariance * (byA * byB + byA * byBoth + byB * byBoth));
    }

    private static Measure plain(double value, double error, double level) {
        double z = quantile(level);
        return new Measure(value, error, new Interval(value - z * error, value + z * error, level));
    }

    private static Measure logarithmic(double value, double error, double level) {
        double z = quantile(level);
        return new Measure(value, error, new Interval(value * Math.exp(-z * error), value * Math.exp(z * error), level));
    }

    private static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level of confidence lies between 0 and 1, was " + level);
        }
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
