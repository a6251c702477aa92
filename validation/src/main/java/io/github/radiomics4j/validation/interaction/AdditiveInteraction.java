package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.validation.discrimination.Interval;
import java.util.Map;
import java.util.Optional;

/**
 * Interaction on the additive scale, from the odds ratios of a logistic model with indicators of both scores and their product, against
 * the group low/low: OR₁₀ (first score high alone), OR₀₁ (second alone), OR₁₁ (both). Intervals by the delta method from the
 * model's covariance (Hosmer and Lemeshow 1992, Epidemiology 3:452; R's {@code epiR::epi.interaction}).
 *
 * <p>Odds ratios stand for risk ratios here, which they approximate where events are rare. Low/low should be the group of lowest risk;
 * with a preventive score the measures cannot be read as usual (Knol et al. 2011, Eur J Epidemiol 26:433): turn its sign first.
 *
 * @param firstOnly OR₁₀
 * @param secondOnly OR₀₁
 * @param both OR₁₁
 * @param reri relative excess risk due to interaction, {@code OR₁₁ − OR₁₀ − OR₀₁ + 1}; 0 without interaction
 * @param attributableProportion AP, {@code RERI / OR₁₁}; 0 without interaction
 * @param synergy S, {@code (OR₁₁ − 1) / (OR₁₀ + OR₀₁ − 2)}, 1 without interaction, its interval on the logarithm; empty unless
 *     numerator and denominator are above 0
 * @param multiplicative {@code OR₁₁ / (OR₁₀ OR₀₁)}, 1 without interaction on the multiplicative scale
 * @param dataDriven whether the cut-offs were chosen on these very cases: then all of this is optimistic
 */
public record AdditiveInteraction(Measure firstOnly, Measure secondOnly, Measure both, Measure reri, Measure attributableProportion,
        Optional<Measure> synergy, Measure multiplicative, boolean dataDriven) {

    /**
     * A measure with its uncertainty.
     *
     * @param estimate the measure
     * @param standardError on the scale of the interval: of the logarithm for odds ratios and S, of the measure itself for RERI and AP
     * @param interval large-sample limits of the measure
     */
    public record Measure(double estimate, double standardError, Interval interval) {

        private static Measure plain(double estimate, double standardError, double level) {
            return new Measure(estimate, standardError, Interval.around(estimate, standardError, level));
        }

        private static Measure ratio(double estimate, double standardError, double level) {
            Interval logarithm = Interval.around(Math.log(estimate), standardError, level);
            return new Measure(estimate, standardError, new Interval(Math.exp(logarithm.lower()), Math.exp(logarithm.upper()), level));
        }
    }

    /**
     * The measures of groups alone.
     *
     * @param groups at least one event and one non-event in each
     * @param level the confidence level, such as 0.95
     * @return the measures
     * @throws InvalidInputException TABLE_INVALID where a group lacks events or non-events: its odds ratio does not exist
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public static AdditiveInteraction of(CutOffGroups groups, double level) {
        return of(groups, Map.of(), level);
    }

    /**
     * The measures, adjusted for other predictors.
     *
     * @param groups at least one event and one non-event in each
     * @param adjustedFor name to one finite value per case; not modified
     * @param level the confidence level, such as 0.95
     * @return the measures
     * @throws InvalidInputException TABLE_INVALID where a group lacks events or non-events, and as
     *     {@link ProductTermTest#of(CutOffGroups, Map)}
     * @throws IllegalArgumentException where the level is not between 0 and 1, or as {@link ProductTermTest#of(CutOffGroups, Map)}
     */
    public static AdditiveInteraction of(CutOffGroups groups, Map<String, double[]> adjustedFor, double level) {
        OddsRatios or = new OddsRatios(ProductTermTest.of(groups, adjustedFor).fit());
        double a = or.first();
        double b = or.second();
        double ab = or.both();
        double reri = ab - a - b + 1;
        return new AdditiveInteraction(Measure.ratio(a, or.standardError(1, 0, 0), level),
                Measure.ratio(b, or.standardError(0, 1, 0), level),
                Measure.ratio(ab, or.standardError(1, 1, 1), level),
                Measure.plain(reri, or.standardError(ab - a, ab - b, ab), level),
                Measure.plain(reri / ab, or.standardError((b - 1) / ab, (a - 1) / ab, (a + b - 1) / ab), level),
                synergy(or, level),
                Measure.ratio(ab / (a * b), or.standardError(0, 0, 1), level), groups.isDataDriven());
    }

    private static Optional<Measure> synergy(OddsRatios or, double level) {
        double numerator = or.both() - 1;
        double denominator = or.first() + or.second() - 2;
        if (!(numerator > 0 && denominator > 0)) {
            return Optional.empty();
        }
        double byBoth = or.both() / numerator;
        double error = or.standardError(byBoth - or.first() / denominator, byBoth - or.second() / denominator, byBoth);
        return Optional.of(Measure.ratio(numerator / denominator, error, level));
    }
}
