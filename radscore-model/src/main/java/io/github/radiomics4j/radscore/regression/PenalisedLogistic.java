package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import java.util.Map;

/**
 * Penalised logistic regression: minimises
 * {@code −(1/n) Σᵢ [yᵢ ηᵢ − ln(1 + e^ηᵢ)] + λ (α Σⱼ |bⱼ| + (1 − α)/2 Σⱼ bⱼ²)} with {@code ηᵢ = b₀ + Σⱼ bⱼ zᵢⱼ}, where z are the features
 * z-scored with the mean and the population standard deviation (1/n) of the training rows. This is glmnet's objective (Friedman,
 * Hastie and Tibshirani 2010, J Stat Softw 33(1)) with {@code standardize = TRUE}; the intercept b₀ is not penalised. scikit-learn's
 * {@code C} is {@code 1 / (n λ)}.
 *
 * <p>Solved by coordinate descent on quadratic approximations of the likelihood (with direct solutions in between, where columns
 * are few), each step shortened until the objective falls, until no condition of the optimum (Karush, Kuhn, Tucker) is violated by
 * more than 10⁻⁹. Where the optimum is not reached the fit is an error, never an approximation.
 *
 * <p>With {@code λ = 0} this is plain maximum likelihood. It has no solution where a combination of features separates the classes,
 * completely or but for ties, and no single one where a feature is a linear combination of others; both are found and named.
 * With {@code α = 1}, {@code λ > 0} and a feature that repeats another, how their weight is shared follows the order of columns.
 *
 * @param lambda λ, the strength of the penalty, at least 0
 * @param alpha α, from 0 (ridge) to 1 (lasso)
 * @param weights how much the likelihood of a case counts, by its class; scaled to mean 1; z-scores are not weighted
 */
public record PenalisedLogistic(double lambda, double alpha, ClassWeights weights) implements RadscoreTrainer {

    /**
     * Checks both numbers.
     *
     * @param lambda λ, the strength of the penalty, at least 0
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     * @param weights how much the likelihood of a case counts, by its class
     */
    public PenalisedLogistic {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda must be finite and at least 0, was " + lambda);
        }
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha lies between 0 (ridge) and 1 (lasso), was " + alpha);
        }
    }

    /**
     * Every case counts the same.
     *
     * @param lambda λ, the strength of the penalty, at least 0
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     */
    public PenalisedLogistic(double lambda, double alpha) {
        this(lambda, alpha, new ClassWeights.Equal());
    }

    /**
     * The squared penalty: keeps every feature and shares weight among correlated ones.
     *
     * @param lambda λ, at least 0
     * @return α = 0
     */
    public static PenalisedLogistic ridge(double lambda) {
        return new PenalisedLogistic(lambda, 0);
    }

    /**
     * The absolute penalty: gives weight 0 to features that add too little.
     *
     * @param lambda λ, at least 0
     * @return α = 1
     */
    public static PenalisedLogistic lasso(double lambda) {
        return new PenalisedLogistic(lambda, 1);
    }

    /**
     * A mixture of both.
     *
     * @param lambda λ, at least 0
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     * @return the trainer
     */
    public static PenalisedLogistic elasticNet(double lambda, double alpha) {
        return new PenalisedLogistic(lambda, alpha);
    }

    /**
     * The same penalty with other weights of the classes.
     *
     * @param chosen the weights
     * @return the trainer
     */
    public PenalisedLogistic weightedBy(ClassWeights chosen) {
        return new PenalisedLogistic(lambda, alpha, chosen);
    }

    /**
     * The smallest λ with which every weight is 0: {@code max_j |Σᵢ zᵢⱼ (yᵢ − ȳ)| / (n max(α, 0.001))}. For ridge, where there is none,
     * α counts as 0.001, as in glmnet.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param alpha α, from 0 to 1
     * @return the upper end of a useful range of λ
     * @throws InvalidInputException as {@link #fit}
     */
    public static double lambdaMax(FeatureTable training, BinaryOutcome outcome, double alpha) {
        PenalisedLogistic none = new PenalisedLogistic(0, alpha);
        return new PenalisedLikelihood(StandardisedColumns.of(training, outcome).z(), outcome, none.weights.of(outcome), alpha).lambda();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Means and standard deviations of the terms are those of the objective: the population's (1/n).
     *
     * @throws InvalidInputException NONFINITE_VALUES where a feature is NaN or infinite for a case, which the message names;
     *     TABLE_INVALID where there is no feature, a constant one, or one class only, where {@code λ = 0} has no single solution, or
     *     where the optimum was not reached
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public FittedTerms fit(FeatureTable training, BinaryOutcome outcome) {
        StandardisedColumns columns = StandardisedColumns.of(training, outcome);
        if (lambda == 0) {
            return LogisticEstimation.terms(training, outcome, weights, LogisticModel.Objective.LIKELIHOOD);
        }
        PenalisedLikelihood fit = new PenalisedLikelihood(columns.z(), outcome, weights.of(outcome), alpha);
        requireOptimal(fit.minimise(lambda), fit, lambda, alpha);
        return columns.terms(fit.intercept(), fit::coefficient, Map.of());
    }

    static void requireOptimal(PenalisedLikelihood.Ending ending, PenalisedLikelihood fit, double lambda, double alpha) {
        if (ending != PenalisedLikelihood.Ending.OPTIMAL) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "penalised logistic regression (lambda " + lambda
                    + ", alpha " + alpha + ") did not converge: the optimum's conditions are still violated by " + fit.violation()
                    + ", at most " + PenalisedLikelihood.TOLERANCE
                    + " is accepted; take a larger lambda or drop strongly correlated features first");
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("penalised_logistic.lambda", Double.toString(lambda), "penalised_logistic.alpha", Double.toString(alpha),
                "penalised_logistic.class_weights", weights.label());
    }
}
