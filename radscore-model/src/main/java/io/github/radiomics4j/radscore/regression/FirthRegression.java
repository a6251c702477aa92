package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logistic regression with Firth's correction: maximises {@code l(b) + ½ ln det (X' W X)}, the likelihood under Jeffreys' prior. The
 * estimates have less bias in small samples and stay finite where the classes are separated. Its score is
 * {@code X' (y − π + h (½ − π))}, h the hat diagonal. Firth 1993, Biometrika 80:27; Heinze and Schemper 2002, Stat Med 21:2409.
 *
 * @param weights the weights of cases by class, in likelihood and information
 */
public record FirthRegression(ClassWeights weights) implements RadscoreTrainer {

    /** Every case counts the same. */
    public FirthRegression() {
        this(new ClassWeights.Equal());
    }

    /**
     * A fit with its inference: likelihood-ratio tests and profile limits are those of the penalised likelihood.
     *
     * @param predictors name to one finite value per case, in the order of coefficients; may be empty; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the fit
     * @throws InvalidInputException NONFINITE_VALUES where a value is not finite; TABLE_INVALID where the outcome is of one class, a
     *     predictor constant or a combination of others, or there are too few cases
     * @throws IllegalArgumentException where predictors and outcome are not of one length
     */
    public static LogisticFit estimate(Map<String, double[]> predictors, BinaryOutcome outcome) {
        return LogisticEstimation.fit(new LinkedHashMap<>(predictors), outcome, new double[outcome.size()],
                new ClassWeights.Equal().of(outcome), LogisticModel.Objective.JEFFREYS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException as {@link #estimate}; messages name feature and case
     */
    @Override
    public FittedTerms fit(FeatureTable training, BinaryOutcome outcome) {
        return LogisticEstimation.terms(training, outcome, weights, LogisticModel.Objective.JEFFREYS);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("logistic_regression.method", "Firth", "logistic_regression.class_weights", weights.label());
    }
}
