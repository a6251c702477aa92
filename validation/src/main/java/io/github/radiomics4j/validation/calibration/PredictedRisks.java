package io.github.radiomics4j.validation.calibration;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * Risks that a model predicted, and what happened. They must come from elsewhere than these cases, or from resampling: of its own data a
 * logistic model is calibrated by construction (intercept 0, slope 1). Immutable.
 */
public final class PredictedRisks {
    private final double[] risks;
    private final double[] logOdds;
    private final BinaryOutcome outcome;

    private PredictedRisks(double[] risks, double[] logOdds, BinaryOutcome outcome) {
        this.risks = risks;
        this.logOdds = logOdds;
        this.outcome = outcome;
    }

    /**
     * Predicted probabilities.
     *
     * @param risks the predicted probability of a positive outcome, one per case, from 0 to 1; copied
     * @param outcome the outcome of the same cases in the same order, of at least one case
     * @return the risks
     * @throws InvalidInputException NONFINITE_VALUES for a risk that is NaN or infinite, TABLE_INVALID for one outside 0 to 1, or where
     *     there is no case
     * @throws IllegalArgumentException where risks and outcome are not of one length
     */
    public static PredictedRisks of(double[] risks, BinaryOutcome outcome) {
        requireFinite(risks, outcome, "risk");
        double[] logOdds = new double[risks.length];
        for (int i = 0; i < risks.length; i++) {
            if (risks[i] < 0 || risks[i] > 1) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "a predicted risk lies from 0 to 1, was " + risks[i] + " in row "
                        + i + ": turn percentages into shares, and scores that are log odds into risks");
            }
            logOdds[i] = Math.log(risks[i]) - Math.log1p(-risks[i]);
        }
        return new PredictedRisks(risks.clone(), logOdds, outcome);
    }

    /**
     * Predicted log odds, as a Radscore gives them: {@code risk = 1 / (1 + e^−score)}. Risks too close to 0 or 1 for a number of their
     * own keep their log odds.
     *
     * @param scores the natural logarithm of the predicted odds, one per case, finite; copied
     * @param outcome the outcome of the same cases in the same order, of at least one case
     * @return the risks
     * @throws InvalidInputException NONFINITE_VALUES for a score that is NaN or infinite, TABLE_INVALID where there is no case
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static PredictedRisks ofScores(double[] scores, BinaryOutcome outcome) {
        requireFinite(scores, outcome, "score");
        double[] risks = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            risks[i] = 1 / (1 + Math.exp(-scores[i]));
        }
        return new PredictedRisks(risks, scores.clone(), outcome);
    }

    private static void requireFinite(double[] values, BinaryOutcome outcome, String what) {
        if (values.length != outcome.size()) {
            throw new IllegalArgumentException("there are " + values.length + " " + what + "s but the outcome is of " + outcome.size()
                    + " cases: both must hold the same cases in the same order");
        }
        if (values.length == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "predicted risks need at least one case, there is none");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "the " + what + " in row " + i + " is " + values[i]
                        + ", a finite one is needed for every case: leave out the case, or find out why it has none");
            }
        }
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public int size() {
        return risks.length;
    }

    /**
     * The risks.
     *
     * @return one per case, from 0 to 1, a fresh array
     */
    public double[] risks() {
        return risks.clone();
    }

    /**
     * The risk of one case.
     *
     * @param row from 0
     * @return from 0 to 1
     */
    public double risk(int row) {
        return risks[row];
    }

    /**
     * The logarithms of the predicted odds, {@code ln(risk / (1 − risk))}.
     *
     * @return one per case, finite, a fresh array
     * @throws InvalidInputException TABLE_INVALID where a risk is exactly 0 or 1, whose log odds are infinite
     */
    public double[] logOdds() {
        for (int i = 0; i < logOdds.length; i++) {
            if (!Double.isFinite(logOdds[i])) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "the risk in row " + i + " is " + risks[i] + ", whose log odds are "
                        + "infinite: no calibration line passes through it. Give log odds as they were computed, or leave out such cases");
            }
        }
        return logOdds.clone();
    }

    /**
     * What happened.
     *
     * @return the outcome of the cases in their order
     */
    public BinaryOutcome outcome() {
        return outcome;
    }

    /**
     * What happened to one case, in numbers.
     *
     * @param row from 0
     * @return 1 for a positive outcome, otherwise 0
     */
    public int observed(int row) {
        return outcome.isPositive(row) ? 1 : 0;
    }

    /**
     * The number of positive cases that the risks announce.
     *
     * @return the sum of the risks
     */
    public double expected() {
        double sum = 0;
        for (double risk : risks) {
            sum += risk;
        }
        return sum;
    }
}
