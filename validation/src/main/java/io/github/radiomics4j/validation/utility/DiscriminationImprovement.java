package io.github.radiomics4j.validation.utility;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.Estimate;

/**
 * Pencina's integrated discrimination improvement (Stat Med 2008): by how much a second model moves the mean risks of positive and
 * negative cases further apart than a first one. The difference of mean risks is a model's discrimination slope.
 *
 * @param ofEvents the mean rise of risk among positive cases
 * @param ofNonEvents the mean fall of risk among negative cases
 * @param slopeBefore the first model's discrimination slope
 * @param slopeAfter the second model's discrimination slope
 */
public record DiscriminationImprovement(Estimate ofEvents, Estimate ofNonEvents, double slopeBefore, double slopeAfter) {

    /**
     * Compares two models.
     *
     * @param before the first model's risks
     * @param after the second model's risks of the same cases
     * @return the improvement and its parts; a part is NaN of a class without cases, its standard error of fewer than two
     * @throws IllegalArgumentException where the outcomes are not the same
     */
    public static DiscriminationImprovement between(PredictedRisks before, PredictedRisks after) {
        BinaryOutcome outcome = NetReclassification.requireSameCases(before, after);
        return new DiscriminationImprovement(meanRise(before, after, outcome, true), meanRise(after, before, outcome, false),
                slope(before), slope(after));
    }

    private static Estimate meanRise(PredictedRisks from, PredictedRisks to, BinaryOutcome outcome, boolean positive) {
        double n = positive ? outcome.positives() : outcome.negatives();
        double mean = 0;
        for (int i = 0; i < outcome.size(); i++) {
            mean += outcome.isPositive(i) == positive ? to.risk(i) - from.risk(i) : 0;
        }
        mean /= n;
        double squares = 0;
        for (int i = 0; i < outcome.size(); i++) {
            squares += outcome.isPositive(i) == positive ? Math.pow(to.risk(i) - from.risk(i) - mean, 2) : 0;
        }
        return new Estimate(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
    }

    private static double slope(PredictedRisks risks) {
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < risks.size(); i++) {
            positive += risks.observed(i) * risks.risk(i);
            negative += (1 - risks.observed(i)) * risks.risk(i);
        }
        return positive / risks.outcome().positives() - negative / risks.outcome().negatives();
    }

    /**
     * The integrated discrimination improvement, with the standard error of {@code Hmisc::improveProb}.
     *
     * @return {@code slopeAfter − slopeBefore}, the sum of both parts; its standard error is the root of the sum of their squares
     */
    public Estimate total() {
        return new Estimate(ofEvents.value() + ofNonEvents.value(), Math.hypot(ofEvents.standardError(), ofNonEvents.standardError()));
    }
}
