package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.SeededRows;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The elastic net with λ chosen by cross-validation inside the training rows: the sequence of {@link ElasticNetPath} is fitted on all
 * rows, and again without each fold; of the λ the one with the least deviance on the folds left out is taken, or the largest within one
 * standard error of it. The final fit is on all training rows. What {@code cv.glmnet(family = "binomial")} does, with stratified folds.
 * Rows of one case, as a bootstrap draws them, are always in one fold: a copy in another fold would let the case predict itself.
 *
 * @param alpha α, from 0 (ridge) to 1 (lasso)
 * @param folds the number of folds, at least 3, not more than there are cases of the rarer class
 * @param seed the same seed gives the same folds for the same outcome
 * @param choice which λ is taken
 * @param weights how much the likelihood of a case counts, in fits; the deviance of folds left out counts cases equally
 */
public record CrossValidatedElasticNet(double alpha, int folds, long seed, LambdaChoice choice, ClassWeights weights)
        implements RadscoreTrainer {

    /** Which λ is taken. */
    public enum LambdaChoice {
        /** The λ of the least cross-validated deviance. */
        MINIMUM("lambda_min"),
        /** The largest λ whose cross-validated deviance is within one standard error of the least. */
        ONE_STANDARD_ERROR("lambda_1se");

        private final String label;

        LambdaChoice(String label) {
            this.label = label;
        }

        /**
         * The name used in settings.
         *
         * @return glmnet's name
         */
        public String label() {
            return label;
        }
    }

    /**
     * Checks the numbers.
     *
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     * @param folds the number of folds, at least 3
     * @param seed the same seed gives the same folds for the same outcome
     * @param choice which λ is taken
     * @param weights how much the likelihood of a case counts
     */
    public CrossValidatedElasticNet {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha lies between 0 (ridge) and 1 (lasso), was " + alpha);
        }
        if (folds < 3) {
            throw new IllegalArgumentException("the choice of lambda needs at least 3 folds, was " + folds);
        }
    }

    /**
     * The lasso with ten folds and the λ of the least deviance, every case counting the same.
     *
     * @param seed the same seed gives the same folds for the same outcome
     * @return the trainer
     */
    public static CrossValidatedElasticNet lasso(long seed) {
        return new CrossValidatedElasticNet(1, 10, seed, LambdaChoice.MINIMUM, new ClassWeights.Equal());
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException NONFINITE_VALUES where a feature is NaN or infinite for a case; TABLE_INVALID where there is no
     *     feature, a constant one (in all rows or without a fold), fewer cases of a class than folds, or an optimum that was not
     *     reached
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public FittedTerms fit(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        int[] fold = foldsOf(training.cases(), outcome);
        double[] lambdas = ElasticNetPath.sequence(training, outcome, alpha, weights);
        LambdaCurve curve = curve(training, outcome, alpha, weights, lambdas, fold);
        int chosen = choice == LambdaChoice.MINIMUM ? curve.minimum() : curve.withinOneStandardError();
        ElasticNetPath path = ElasticNetPath.of(training, outcome, alpha, weights, Arrays.copyOf(lambdas, chosen + 1));
        FittedTerms terms = path.terms(path.length() - 1);
        return new FittedTerms(terms.intercept(), terms.terms(), Map.of("elastic_net.lambda", Double.toString(lambdas[chosen]),
                "elastic_net.deviance", Double.toString(curve.meanDeviance().get(chosen))));
    }

    /** Deals distinct cases, so that copies of a case share its fold. */
    private int[] foldsOf(List<String> cases, BinaryOutcome outcome) {
        Map<String, Integer> number = new LinkedHashMap<>();
        int[] distinct = IntStream.range(0, cases.size()).filter(row -> number.putIfAbsent(cases.get(row), number.size()) == null).toArray();
        BinaryOutcome once = outcome.rows(distinct);
        if (Math.min(once.positives(), once.negatives()) < folds) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the choice of lambda by " + folds
                    + " folds needs as many cases of each class, there are " + once + ": take fewer folds");
        }
        int[] fold = SeededRows.stratifiedFolds(once, folds, SeededRows.generator(seed, 0));
        return cases.stream().mapToInt(id -> fold[number.get(id)]).toArray();
    }

    /**
     * The cross-validated deviance of each λ.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     * @param weights how much the likelihood of a case counts, in fits
     * @param lambdas falling, all above 0; not modified
     * @param foldOfCase the fold of each case, from 0 without gaps; not modified
     * @return the curve
     * @throws InvalidInputException as {@link #fit}
     * @throws IllegalArgumentException where λ do not fall, or table, outcome and folds are not of one length
     */
    public static LambdaCurve curve(FeatureTable training, BinaryOutcome outcome, double alpha, ClassWeights weights, double[] lambdas,
            int[] foldOfCase) {
        ElasticNetPath.requireFalling(lambdas);
        TrainingRules.requireSameSize(foldOfCase.length, outcome);
        int folds = IntStream.of(foldOfCase).max().orElse(-1) + 1;
        double[][] deviance = new double[folds][lambdas.length];
        int[] size = new int[folds];
        for (int f = 0; f < folds; f++) {
            int left = f;
            int[] rest = IntStream.range(0, foldOfCase.length).filter(i -> foldOfCase[i] != left).toArray();
            int[] out = IntStream.range(0, foldOfCase.length).filter(i -> foldOfCase[i] == left).toArray();
            size[f] = out.length;
            ElasticNetPath path = ElasticNetPath.of(training.rows(rest), outcome.rows(rest), alpha, weights, lambdas);
            FeatureTable held = training.rows(out);
            for (int k = 0; k < lambdas.length; k++) {
                double[] eta = path.linearPredictors(k, held);
                for (int i = 0; i < out.length; i++) {
                    deviance[f][k] += LambdaCurve.deviance(eta[i], outcome.isPositive(out[i])) / out.length;
                }
            }
        }
        return LambdaCurve.of(lambdas, deviance, size);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("elastic_net.alpha", Double.toString(alpha), "elastic_net.folds", Integer.toString(folds),
                "elastic_net.seed", Long.toString(seed), "elastic_net.choice", choice.label, "elastic_net.class_weights", weights.label());
    }
}
