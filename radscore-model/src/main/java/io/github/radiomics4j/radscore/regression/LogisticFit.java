package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.regression.LogisticModel.Maximum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A logistic model with its inference: {@code logit P(y = 1) = offset + b₀ + Σ b_k x_k}. Coefficient 0 is the intercept, coefficient k
 * belongs to predictor k − 1, in the predictor's own unit. What is called likelihood below is the penalised one where the fit is
 * Firth's. Immutable.
 */
public final class LogisticFit {
    private final List<String> predictors;
    private final LogisticModel model;
    private final Maximum maximum;
    private final Maximum none;
    private final LogisticModel.Point point;
    private final double[][] covariance;

    LogisticFit(List<String> predictors, LogisticModel model, Maximum maximum, Maximum none) {
        this.predictors = List.copyOf(predictors);
        this.model = model;
        this.maximum = maximum;
        this.none = none;
        this.point = model.new Point(maximum.beta());
        this.covariance = LogisticModel.inverse(point.information());
    }

    /**
     * A likelihood-ratio test.
     *
     * @param chiSquare {@code 2 (l₁ − l₀)}
     * @param degreesOfFreedom how many coefficients the smaller model lacks
     * @param p the probability of a value at least as large where the smaller model holds
     */
    public record LikelihoodRatioTest(double chiSquare, int degreesOfFreedom, double p) {
        static LikelihoodRatioTest of(double larger, double smaller, int degreesOfFreedom) {
            double chiSquare = Math.max(0, 2 * (larger - smaller));
            return new LikelihoodRatioTest(chiSquare, degreesOfFreedom,
                    ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare));
        }
    }

    /**
     * Limits of a coefficient.
     *
     * @param lower may be −∞
     * @param upper may be +∞
     */
    public record Limits(double lower, double upper) {
    }

    /**
     * The predictors.
     *
     * @return their names; predictor k − 1 has coefficient k
     */
    public List<String> predictors() {
        return predictors;
    }

    /**
     * The number of cases.
     *
     * @return n
     */
    public int cases() {
        return model.cases();
    }

    /**
     * The estimates.
     *
     * @return intercept first, a fresh array
     */
    public double[] coefficients() {
        return maximum.beta().clone();
    }

    /**
     * The covariance of the estimates: the inverse Fisher information {@code (X' W X)⁻¹} at them, also for Firth's fit.
     *
     * @return a square matrix, intercept first, a fresh array
     */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Roots of the covariance's diagonal.
     *
     * @return one per coefficient, a fresh array
     */
    public double[] standardErrors() {
        return roots(covariance);
    }

    /**
     * Standard errors from weights {@code (1 + h) π (1 − π)}, h the hat diagonal: those that R's logistf prints for Firth's fit.
     *
     * @return one per coefficient, a fresh array
     */
    public double[] augmentedStandardErrors() {
        double[] factor = point.hat(covariance);
        for (int i = 0; i < factor.length; i++) {
            factor[i] += 1;
        }
        return roots(LogisticModel.inverse(point.information(factor)));
    }

    private static double[] roots(double[][] covariance) {
        double[] roots = new double[covariance.length];
        Arrays.setAll(roots, k -> Math.sqrt(covariance[k][k]));
        return roots;
    }

    /**
     * Wald statistics, estimate by standard error.
     *
     * @return one per coefficient, a fresh array
     */
    public double[] waldZ() {
        double[] z = standardErrors();
        Arrays.setAll(z, k -> maximum.beta()[k] / z[k]);
        return z;
    }

    /**
     * Two-sided probabilities of the Wald statistics under the normal distribution.
     *
     * @return one per coefficient, a fresh array
     */
    public double[] waldP() {
        double[] p = waldZ();
        Arrays.setAll(p, k -> 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(p[k])));
        return p;
    }

    /**
     * Wald limits, estimate ± z · standard error.
     *
     * @param level such as 0.95
     * @return one per coefficient
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public List<Limits> waldLimits(double level) {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + requireLevel(level) / 2);
        double[] errors = standardErrors();
        return IntStream.range(0, errors.length)
                .mapToObj(k -> new Limits(maximum.beta()[k] - z * errors[k], maximum.beta()[k] + z * errors[k])).toList();
    }

    /**
     * The likelihood-ratio test of one coefficient against 0, all others fitted again.
     *
     * @param coefficient from 0, the intercept
     * @return the test with 1 degree of freedom
     * @throws InvalidInputException TABLE_INVALID where the others could not be fitted
     */
    public LikelihoodRatioTest likelihoodRatioTest(int coefficient) {
        return LikelihoodRatioTest.of(maximum.objective(), profile(coefficient, 0), 1);
    }

    /**
     * Limits of a coefficient by the profile likelihood: where {@code 2 (l_max − l_profile)} reaches the quantile of χ² with one degree
     * of freedom.
     *
     * @param coefficient from 0, the intercept
     * @param level such as 0.95
     * @return the limits, infinite on a side where the profile never falls so far
     * @throws InvalidInputException TABLE_INVALID where the others could not be fitted on the way
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public Limits profileLimits(int coefficient, double level) {
        double drop = ChiSquaredDistribution.of(1).inverseCumulativeProbability(requireLevel(level)) / 2;
        return new Limits(limit(coefficient, -1, drop), limit(coefficient, 1, drop));
    }

    private double limit(int coefficient, int direction, double drop) {
        double from = maximum.beta()[coefficient];
        double stride = Math.sqrt(covariance[coefficient][coefficient] * 2 * drop);
        UnivariateFunction above = at -> profile(coefficient, at) - (maximum.objective() - drop);
        double inside = from;
        for (int s = 0; s < 60; s++) {
            double outside = inside + direction * stride;
            if (above.value(outside) < 0) {
                return new BrentSolver(1e-12, 1e-10).solve(200, above, Math.min(inside, outside), Math.max(inside, outside));
            }
            inside = outside;
            stride *= s < 4 ? 1 : 1.5;
        }
        return direction * Double.POSITIVE_INFINITY;
    }

    /**
     * The largest likelihood with one coefficient held. The others start where the tangent of the profile puts them, so that the start
     * does not depend on where predictors have their zero; from there or, failing that, from 0 the maximum must be reached.
     */
    private double profile(int coefficient, double held) {
        boolean[] free = new boolean[model.coefficients()];
        Arrays.fill(free, true);
        free[coefficient] = false;
        double moved = held - maximum.beta()[coefficient];
        double[] tangent = maximum.beta().clone();
        for (int k = 0; k < tangent.length; k++) {
            tangent[k] += covariance[k][coefficient] / covariance[coefficient][coefficient] * moved;
        }
        double[] zero = new double[tangent.length];
        for (double[] start : new double[][] {tangent, zero}) {
            start[coefficient] = held;
            Optional<Maximum> found = reached(start, free);
            if (found.isPresent()) {
                return found.get().objective();
            }
        }
        throw new InvalidInputException(Problem.TABLE_INVALID, "the likelihood with coefficient " + coefficient + " held at " + held
                + " (estimate " + maximum.beta()[coefficient] + ") could not be maximised over the others: z-score the predictors, or drop"
                + " strongly correlated ones");
    }

    private Optional<Maximum> reached(double[] start, boolean[] free) {
        try {
            return Optional.of(model.maximise(start, free)).filter(Maximum::settled);
        } catch (NonPositiveDefiniteMatrixException singular) {
            return Optional.empty(); // no information at a point on the way: the other start may lead around it
        }
    }

    /**
     * What was maximised: the log likelihood, for Firth's fit plus half the log determinant of the information.
     *
     * @return in nats
     */
    public double objective() {
        return maximum.objective();
    }

    /**
     * The same of the model without predictors. Firth's keeps the full design in the determinant, as logistf does.
     *
     * @return in nats
     */
    public double nullObjective() {
        return none.objective();
    }

    /**
     * The log likelihood at the estimates, without any penalty.
     *
     * @return {@code Σ w (y ln π + (1 − y) ln (1 − π))}, in nats
     */
    public double logLikelihood() {
        return point.logLikelihood();
    }

    /**
     * The log likelihood of the model without predictors, without any penalty.
     *
     * @return in nats
     */
    public double nullLogLikelihood() {
        return model.new Point(none.beta()).logLikelihood();
    }

    /**
     * The test of all predictors together.
     *
     * @return as many degrees of freedom as there are predictors
     */
    public LikelihoodRatioTest overallTest() {
        return LikelihoodRatioTest.of(maximum.objective(), none.objective(), predictors.size());
    }

    /**
     * Akaike's information criterion.
     *
     * @return {@code −2 l + 2 q}, q coefficients with the intercept
     */
    public double aic() {
        return -2 * logLikelihood() + 2 * model.coefficients();
    }

    /**
     * The Bayesian information criterion.
     *
     * @return {@code −2 l + q ln n}
     */
    public double bic() {
        return -2 * logLikelihood() + model.coefficients() * Math.log(cases());
    }

    /**
     * McFadden's pseudo R².
     *
     * @return {@code 1 − l / l₀}
     */
    public double mcFadden() {
        return 1 - logLikelihood() / nullLogLikelihood();
    }

    /**
     * Cox and Snell's pseudo R².
     *
     * @return {@code 1 − exp(2 (l₀ − l) / n)}
     */
    public double coxSnell() {
        return -Math.expm1(2 * (nullLogLikelihood() - logLikelihood()) / cases());
    }

    /**
     * Nagelkerke's pseudo R², Cox and Snell's by its largest value.
     *
     * @return {@code R²_CS / (1 − exp(2 l₀ / n))}
     */
    public double nagelkerke() {
        return coxSnell() / -Math.expm1(2 * nullLogLikelihood() / cases());
    }

    /**
     * The fitted probabilities.
     *
     * @return one per case, in the order of rows, a fresh array
     */
    public double[] fitted() {
        return point.probabilities().clone();
    }

    private static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level of confidence lies between 0 and 1, was " + level);
        }
        return level;
    }
}
