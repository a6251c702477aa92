package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logistic regression by maximum likelihood (iteratively reweighted least squares): maximises
 * {@code l(b) = Σ wᵢ (yᵢ ln πᵢ + (1 − yᵢ) ln (1 − πᵢ))}, {@code logit πᵢ = offsetᵢ + b₀ + Σ b_k x_ik}. As a trainer it gives weight to
 * every selected feature; with few events per feature prefer {@link FirthRegression} or {@link PenalisedLogistic}. Classes that are
 * separated, predictors that repeat each other and more predictors than cases are refused.
 *
 * @param weights the weights w by class
 */
public record LogisticRegression(ClassWeights weights) implements RadscoreTrainer {

    /** Every case counts the same. */
    public LogisticRegression() {
        this(new ClassWeights.Equal());
    }

    /**
     * A fit with its inference, every case counting the same.
     *
     * @param predictors name to one finite value per case, in the order of coefficients; may be empty; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the fit
     * @throws InvalidInputException NONFINITE_VALUES where a value is not finite; TABLE_INVALID where the outcome is of one class, a
     *     predictor constant or a combination of others, the classes are separated, or there are too few cases
     * @throws IllegalArgumentException where predictors and outcome are not of one length
     */
    public static LogisticFit estimate(Map<String, double[]> predictors, BinaryOutcome outcome) {
        return estimate(predictors, outcome, new double[outcome.size()]);
    }

    /**
     * A fit with an offset, a part of the linear predictor whose coefficient is fixed at 1.
     *
     * @param predictors name to one finite value per case, in the order of coefficients; may be empty; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param offset one finite value per case; not modified
     * @return the fit
     * @throws InvalidInputException as {@link #estimate(Map, BinaryOutcome)}
     * @throws IllegalArgumentException where predictors, offset and outcome are not of one length
     */
    public static LogisticFit estimate(Map<String, double[]> predictors, BinaryOutcome outcome, double[] offset) {
        return estimate(predictors, outcome, offset, new ClassWeights.Equal().of(outcome));
    }

    /**
     * A fit with an offset and a weight for each case, as {@code glm(…, offset, weights)} has it: a weight of 2 gives coefficients,
     * covariance and log likelihood of the case entered twice. Counts of cases ({@link LogisticFit#cases()}, and with it BIC and
     * pseudo R²) are of rows. Standard errors take weights for frequencies; of other weights (sampling, say) they are not valid.
     *
     * @param predictors name to one finite value per case, in the order of coefficients; may be empty; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param offset one finite value per case; not modified
     * @param weights one finite value above 0 per case; not modified
     * @return the fit
     * @throws InvalidInputException as {@link #estimate(Map, BinaryOutcome)}, and TABLE_INVALID where a weight is not above 0
     * @throws IllegalArgumentException where predictors, offset, weights and outcome are not of one length
     */
    public static LogisticFit estimate(Map<String, double[]> predictors, BinaryOutcome outcome, double[] offset, double[] weights) {
        return LogisticEstimation.fit(new LinkedHashMap<>(predictors), outcome, offset.clone(), weights.clone(),
                LogisticModel.Objective.LIKELIHOOD);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException as {@link #estimate(Map, BinaryOutcome)}; messages name feature and case
     */
    @Override
    public FittedTerms fit(FeatureTable training, BinaryOutcome outcome) {
        return LogisticEstimation.terms(training, outcome, weights, LogisticModel.Objective.LIKELIHOOD);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("logistic_regression.method", "maximum likelihood", "logistic_regression.class_weights", weights.label());
    }
}
