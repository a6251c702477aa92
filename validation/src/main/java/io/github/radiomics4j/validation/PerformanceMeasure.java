package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.Optional;

/** The customary measures of performance. Scores are log odds, with {@code risk = 1 / (1 + e^−score)}. */
public enum PerformanceMeasure implements ScoreMeasure {
    /** The area under the ROC curve, see {@link Roc#auc()}; higher is better. Needs cases of both classes. */
    AUC(Optional.empty()),
    /** The Brier score: {@code Σ (risk − y)² / n} with y = 1 for an event, otherwise 0; lower is better. */
    BRIER_SCORE(Optional.of((score, positive) -> Math.pow(1 / (1 + Math.exp(-score)) - (positive ? 1 : 0), 2))),
    /** The logarithmic loss: {@code −Σ (y ln risk + (1 − y) ln (1 − risk)) / n}, in nats; lower is better. */
    LOG_LOSS(Optional.of((score, positive) -> logOnePlusExp(positive ? -score : score))),
    /** The share of cases that are classified wrongly, positive where the risk is at least ½ (score ≥ 0); lower is better. */
    ERROR_RATE(Optional.of((score, positive) -> score >= 0 == positive ? 0 : 1));

    /** What one case loses. */
    @FunctionalInterface
    interface Loss {
        double of(double score, boolean positive);
    }

    private final Optional<Loss> loss;

    PerformanceMeasure(Optional<Loss> loss) {
        this.loss = loss;
    }

    /** The loss that the measure is the mean of; absent for the AUC, which compares cases. */
    Optional<Loss> loss() {
        return loss;
    }

    /**
     * Which way is up.
     *
     * @return true where a higher value is better
     */
    public boolean isHigherBetter() {
        return loss.isEmpty();
    }

    /**
     * The performance of some scores.
     *
     * @param scores one per case, finite; not modified
     * @param outcome the outcome of the same cases in the same order
     * @return the measure's value; NaN of no case
     * @throws InvalidInputException TABLE_INVALID where the measure needs both classes and one is missing, NONFINITE_VALUES for an AUC
     *     of scores that are NaN or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    @Override
    public double of(double[] scores, BinaryOutcome outcome) {
        return loss.map(of -> mean(of, scores, outcome)).orElseGet(() -> Roc.of(scores, outcome).auc());
    }

    private static double mean(Loss loss, double[] scores, BinaryOutcome outcome) {
        if (scores.length != outcome.size()) {
            throw new IllegalArgumentException("there are " + scores.length + " scores but the outcome is of " + outcome.size()
                    + " cases: both must hold the same cases in the same order");
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += loss.of(scores[i], outcome.isPositive(i));
        }
        return sum / scores.length;
    }

    /** ln(1 + eˣ), also where eˣ overflows or vanishes beside 1. */
    private static double logOnePlusExp(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
