package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer.FittedTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Fits of {@link PenalisedLogistic} for a falling sequence of λ, each started from the one before: what {@code glmnet(x, y, family =
 * "binomial")} computes. The path ends early where a fit explains 99.9 % of the null deviance. Immutable.
 */
public final class ElasticNetPath {
    /** The length of the sequence of λ where none is given, as in glmnet. */
    public static final int LENGTH = 100;
    private static final double EXPLAINED = 0.999;

    private final double alpha;
    private final double nullDeviance;
    private final StandardisedColumns columns;
    private final List<Step> steps;

    private ElasticNetPath(double alpha, double nullDeviance, StandardisedColumns columns, List<Step> steps) {
        this.alpha = alpha;
        this.nullDeviance = nullDeviance;
        this.columns = columns;
        this.steps = steps;
    }

    /** One fit; coefficients of z-scores are kept sparse, since most are 0. */
    private record Step(double lambda, double intercept, int[] columns, double[] values, double deviance) {
        double coefficient(int column) {
            int at = Arrays.binarySearch(columns, column);
            return at < 0 ? 0 : values[at];
        }
    }

    /**
     * The path over glmnet's sequence: {@value #LENGTH} values, equally spaced on the logarithm, from {@link PenalisedLogistic#lambdaMax}
     * down to 10⁻⁴ of it, or 10⁻² where there are more features than cases.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     * @param weights how much the likelihood of a case counts
     * @return the path
     * @throws InvalidInputException as {@link PenalisedLogistic#fit}
     * @throws IllegalArgumentException where α does not lie between 0 and 1, or table and outcome are not of one length
     */
    public static ElasticNetPath of(FeatureTable training, BinaryOutcome outcome, double alpha, ClassWeights weights) {
        return of(training, outcome, alpha, weights, sequence(training, outcome, alpha, weights));
    }

    /**
     * The path over given λ.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param alpha α, from 0 (ridge) to 1 (lasso)
     * @param weights how much the likelihood of a case counts
     * @param lambdas falling, all above 0; not modified
     * @return the path
     * @throws InvalidInputException as {@link PenalisedLogistic#fit}
     * @throws IllegalArgumentException where α does not lie between 0 and 1, λ do not fall, or table and outcome are not of one length
     */
    public static ElasticNetPath of(FeatureTable training, BinaryOutcome outcome, double alpha, ClassWeights weights,
            double... lambdas) {
        requireFalling(lambdas);
        new PenalisedLogistic(lambdas[0], alpha); // checks alpha
        StandardisedColumns columns = StandardisedColumns.of(training, outcome);
        PenalisedLikelihood fit = new PenalisedLikelihood(columns.z(), outcome, weights.of(outcome), alpha);
        double nullDeviance = fit.deviance();
        List<Step> steps = new ArrayList<>();
        for (double lambda : lambdas) {
            PenalisedLogistic.requireOptimal(fit.minimise(lambda), fit, lambda, alpha);
            int[] active = fit.active();
            double[] values = new double[active.length];
            Arrays.setAll(values, a -> fit.coefficient(active[a]));
            steps.add(new Step(lambda, fit.intercept(), active, values, fit.deviance()));
            if (1 - fit.deviance() / nullDeviance >= EXPLAINED) {
                break;
            }
        }
        return new ElasticNetPath(alpha, nullDeviance, columns, List.copyOf(steps));
    }

    static double[] sequence(FeatureTable training, BinaryOutcome outcome, double alpha, ClassWeights weights) {
        new PenalisedLogistic(1, alpha); // checks alpha
        double largest = new PenalisedLikelihood(StandardisedColumns.of(training, outcome).z(), outcome, weights.of(outcome), alpha)
                .lambda();
        double ratio = training.columnCount() > training.caseCount() ? 1e-2 : 1e-4;
        double[] lambdas = new double[LENGTH];
        Arrays.setAll(lambdas, k -> largest * Math.pow(ratio, k / (LENGTH - 1.0)));
        return lambdas;
    }

    static void requireFalling(double... lambdas) {
        if (lambdas.length == 0) {
            throw new IllegalArgumentException("a path needs at least one lambda");
        }
        for (int k = 0; k < lambdas.length; k++) {
            if (!(lambdas[k] > 0 && lambdas[k] < (k == 0 ? Double.POSITIVE_INFINITY : lambdas[k - 1]))) {
                throw new IllegalArgumentException("the lambdas of a path are above 0 and fall, number " + k + " was " + lambdas[k]);
            }
        }
    }

    /**
     * How many fits the path has.
     *
     * @return at least 1; fewer than λ were asked for where the path ended early
     */
    public int length() {
        return steps.size();
    }

    /**
     * The mixture of penalties.
     *
     * @return α
     */
    public double alpha() {
        return alpha;
    }

    /**
     * The penalty of a fit.
     *
     * @param index from 0, the largest λ
     * @return λ
     */
    public double lambda(int index) {
        return steps.get(index).lambda;
    }

    /**
     * The number of features that a fit uses.
     *
     * @param index from 0, the largest λ
     * @return coefficients that are not 0
     */
    public int degreesOfFreedom(int index) {
        return steps.get(index).columns.length;
    }

    /**
     * The share of the deviance that a fit explains.
     *
     * @param index from 0, the largest λ
     * @return {@code 1 − deviance / null deviance}
     */
    public double explainedDeviance(int index) {
        return 1 - steps.get(index).deviance / nullDeviance;
    }

    /**
     * The weights of a fit.
     *
     * @param index from 0, the largest λ
     * @return one term per column of the training table, most of them 0 where α is above 0
     */
    public FittedTerms terms(int index) {
        Step step = steps.get(index);
        return columns.terms(step.intercept, step::coefficient, Map.of());
    }

    /** The linear predictors of rows that did not train, of the table that the training rows came from. */
    double[] linearPredictors(int index, FeatureTable table) {
        Step step = steps.get(Math.min(index, steps.size() - 1)); // where the path ended early its end stands for the rest
        double[] eta = new double[table.caseCount()];
        Arrays.setAll(eta, row -> columns.linearPredictor(step.intercept, step.columns, step.values, table, row));
        return eta;
    }
}
