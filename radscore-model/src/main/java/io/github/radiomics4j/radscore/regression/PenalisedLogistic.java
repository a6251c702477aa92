package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.ZScore;
import java.util.ArrayList;
import java.util.List;
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
 */
public record PenalisedLogistic(double lambda, double alpha) implements RadscoreTrainer {

    /**
     * Checks both numbers.
     *
     * @param lambda λ, the strength of the penalty, at least 0
     * @param alpha α, from 0 (ridge) to 1 (lasso)
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
        none.requireTrainable(training, outcome);
        double prevalence = (double) outcome.positives() / outcome.size();
        double largest = 0;
        for (int c = 0; c < training.columnCount(); c++) {
            double[] values = TrainingRules.finiteColumn(training, c);
            double[] z = zScore(training, c, values).of(values);
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                sum += z[i] * ((outcome.isPositive(i) ? 1 : 0) - prevalence);
            }
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest / (training.caseCount() * Math.max(alpha, 0.001));
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
        requireTrainable(training, outcome);
        int columns = training.columnCount();
        double[][] z = new double[columns][];
        List<ZScore> scaling = new ArrayList<>(columns);
        for (int c = 0; c < columns; c++) {
            double[] values = TrainingRules.finiteColumn(training, c);
            scaling.add(zScore(training, c, values));
            z[c] = scaling.get(c).of(values);
        }
        if (lambda == 0) {
            requireIndependent(training, z);
        }
        PenalisedLikelihood fit = new PenalisedLikelihood(z, outcome, lambda, alpha);
        switch (fit.minimise()) {
            case OPTIMAL -> { }
            case SEPARATED -> throw new InvalidInputException(Problem.TABLE_INVALID,
                    "the maximum likelihood fit (lambda 0) does not exist: the "
                    + columns + " features separate the classes (complete or quasi-complete separation), most of all \""
                    + training.columns().get(fit.steepestColumn()).name()
                    + "\", so coefficients would grow without end; take a lambda above 0 or "
                    + "fewer features");
            case NOT_CONVERGED -> throw new InvalidInputException(Problem.TABLE_INVALID, "penalised logistic regression (lambda " + lambda
                    + ", alpha " + alpha + ") did not converge: the optimum's conditions are still violated by " + fit.violation()
                    + ", at most "
                    + PenalisedLikelihood.TOLERANCE + " is accepted; take a larger lambda or drop strongly correlated features first");
        }
        List<Radscore.Term> terms = new ArrayList<>(columns);
        for (int c = 0; c < columns; c++) {
            terms.add(new Radscore.Term(training.columns().get(c).name(), scaling.get(c).mean(), scaling.get(c).sd(), fit.coefficient(c)));
        }
        return new FittedTerms(fit.intercept(), terms);
    }

    private void requireTrainable(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        if (training.columnCount() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "there is no feature to learn from: the selection kept none");
        }
    }

    private static ZScore zScore(FeatureTable training, int column, double[] values) {
        if (StandardDeviation.isConstant(values)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "feature \"" + training.columns().get(column).name()
                    + "\" is constant in the training rows, always " + values[0]
                    + ", and has no z-score: drop it (a selection step that looks "
                    + "at the values does)");
        }
        return ZScore.fit(values, StandardDeviation.POPULATION);
    }

    /** Modified Gram-Schmidt: what remains of a column without its part in the earlier ones must not vanish. */
    private static void requireIndependent(FeatureTable training, double[][] z) {
        List<double[]> basis = new ArrayList<>();
        for (int c = 0; c < z.length; c++) {
            double[] rest = z[c].clone();
            for (double[] direction : basis) {
                double part = dot(rest, direction);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= part * direction[i];
                }
            }
            double length = Math.sqrt(dot(rest, rest));
            if (length < 1e-7 * Math.sqrt(rest.length)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "feature \"" + training.columns().get(c).name()
                        + "\" is a linear combination of the " + c + " features before it (" + training.caseCount()
                        + " cases), so the maximum likelihood fit (lambda 0) is not unique: drop it, or take a lambda above 0");
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] /= length;
            }
            basis.add(rest);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("penalised_logistic.lambda", Double.toString(lambda), "penalised_logistic.alpha", Double.toString(alpha));
    }
}
