package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.function.DoubleBinaryOperator;

/** What internal validation can correct for optimism. Scores are log odds, with {@code risk = 1 / (1 + e^−score)}. */
public enum PerformanceMeasure {
    /** The area under the ROC curve, see {@link Roc#auc()}; higher is better. Needs cases of both classes. */
    AUC {
        @Override
        public double of(double[] scores, BinaryOutcome outcome) {
            return Roc.of(scores, outcome).auc();
        }
    },
    /** The Brier score: {@code Σ (risk − y)² / n} with y = 1 for an event, otherwise 0; lower is better. */
    BRIER_SCORE {
        @Override
        public double of(double[] scores, BinaryOutcome outcome) {
            return mean(scores, outcome, (score, y) -> Math.pow(1 / (1 + Math.exp(-score)) - y, 2));
        }
    },
    /** The logarithmic loss: {@code −Σ (y ln risk + (1 − y) ln (1 − risk)) / n}, in nats; lower is better. */
    LOG_LOSS {
        @Override
        public double of(double[] scores, BinaryOutcome outcome) {
            return mean(scores, outcome, (score, y) -> logOnePlusExp(y == 1 ? -score : score));
        }
    };

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
    public abstract double of(double[] scores, BinaryOutcome outcome);

    private static double mean(double[] scores, BinaryOutcome outcome, DoubleBinaryOperator loss) {
        if (scores.length != outcome.size()) {
            throw new IllegalArgumentException("there are " + scores.length + " scores but the outcome is of " + outcome.size()
                    + " cases: both must hold the same cases in the same order");
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += loss.applyAsDouble(scores[i], outcome.isPositive(i) ? 1 : 0);
        }
        return sum / scores.length;
    }

    /** ln(1 + eˣ), also where eˣ overflows or vanishes beside 1. */
    private static double logOnePlusExp(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
