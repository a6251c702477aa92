package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.numeric.InnerProduct;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Minimisations of the elastic net's logistic objective over standardised columns, each from where the last one ended: a path of
 * falling λ costs little more than its end. Outer iterations replace the likelihood by its quadratic approximation (iteratively
 * reweighted least squares), which {@link QuadraticApproximation} minimises; a step is halved until the objective falls. Columns that the sequential strong rule (Tibshirani et al.
 * 2012, J R Stat Soc B 74:245) expects to stay at 0 are left out until the optimum's conditions, which are checked for all columns,
 * call them back. For one thread.
 */
final class PenalisedLikelihood {
    /** The largest violation of the optimum's conditions that a fit may have. */
    static final double TOLERANCE = 1e-9;

    /** How a minimisation ended. */
    enum Ending {
        OPTIMAL, NOT_CONVERGED
    }

    /** Iterations stop here, a tenth of what is accepted, where rounding lets them. */
    private static final double GOAL = TOLERANCE / 10;
    private static final int OUTER_ITERATIONS = 200;
    /** Sweeps over the columns that one fit may take in all. */
    private static final int SWEEPS = 20_000;
    private static final double SMALLEST_WEIGHT = 1e-12;
    /** For ridge no λ sets every coefficient to 0; as glmnet does, the largest one of a path is then taken for this α. */
    private static final double SMALLEST_ALPHA = 0.001;

    private final double[][] z;
    private final boolean[] positive;
    private final int n;
    private final int p;
    private final double alpha;
    private final double[] caseWeight;
    private double lambda;
    private double lasso;
    private double ridge;
    /** The columns that are moved now. */
    private int[] candidates = {};
    /** {@code zⱼ'r / n} of every column at the last point where all were looked at. */
    private final double[] slope;

    // the current point
    private double intercept;
    private final double[] coefficients;
    private final double[] eta;
    private final double[] residual;
    private final double[] weight;
    private double violation;
    private int sweeps;
    private final QuadraticApproximation approximation;

    /**
     * A problem, at the point without any column.
     *
     * @param z standardised columns; not copied
     * @param caseWeight how much each case counts; scaled to mean 1
     */
    PenalisedLikelihood(double[][] z, BinaryOutcome outcome, double[] caseWeight, double alpha) {
        this.z = z;
        this.n = outcome.size();
        this.p = z.length;
        this.alpha = alpha;
        this.caseWeight = caseWeight.clone();
        double mean = sum(caseWeight) / n;
        double events = 0;
        for (int i = 0; i < n; i++) {
            this.caseWeight[i] /= mean;
            events += outcome.isPositive(i) ? this.caseWeight[i] : 0;
        }
        this.positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = outcome.isPositive(i);
        }
        this.coefficients = new double[p];
        this.eta = new double[n];
        this.residual = new double[n];
        this.weight = new double[n];
        this.approximation = new QuadraticApproximation(z, weight, residual);
        this.slope = new double[p];
        this.intercept = Math.log(events / (n - events));
        Arrays.fill(eta, intercept);
        weigh();
        double largest = 0;
        for (int j = 0; j < p; j++) {
            slope[j] = InnerProduct.of(z[j], residual) / n;
            largest = Math.max(largest, Math.abs(slope[j]));
        }
        this.lambda = largest / Math.max(alpha, SMALLEST_ALPHA);
    }

    double intercept() {
        return intercept;
    }

    double coefficient(int column) {
        return coefficients[column];
    }

    /** The columns whose coefficient is not 0, rising. */
    int[] active() {
        return columns(j -> coefficients[j] != 0);
    }

    double violation() {
        return violation;
    }

    /** The smallest λ with which every coefficient is 0, as long as nothing was minimised. */
    double lambda() {
        return lambda;
    }

    /** {@code −2 Σ w ln P(y)} of the current point. */
    double deviance() {
        return 2 * n * objective(0) - 2 * n * penalty(0);
    }

    /** Goes to the minimum for a λ above 0. */
    Ending minimise(double next) {
        double expected = alpha * (2 * next - Math.max(next, lambda));
        lambda = next;
        lasso = next * alpha;
        ridge = next * (1 - alpha);
        approximation.penalise(lasso, ridge);
        candidates = columns(j -> lasso == 0 || coefficients[j] != 0 || Math.abs(slope[j]) >= expected);
        sweeps = 0;
        while (true) {
            Ending ending = minimiseCandidates();
            boolean[] moved = new boolean[p];
            for (int j : candidates) {
                moved[j] = true;
            }
            int forgotten = 0;
            for (int j = 0; j < p; j++) {
                slope[j] = InnerProduct.of(z[j], residual) / n;
                if (!moved[j] && Math.abs(slope[j]) > lasso + GOAL) {
                    moved[j] = true;
                    forgotten++;
                }
            }
            if (forgotten == 0 || ending != Ending.OPTIMAL) {
                return ending;
            }
            candidates = columns(j -> moved[j]);
        }
    }

    private int[] columns(IntPredicate which) {
        return IntStream.range(0, p).filter(which).toArray();
    }

    private Ending minimiseCandidates() {
        for (int iteration = 0; iteration < OUTER_ITERATIONS && sweeps < SWEEPS; iteration++) {
            weigh();
            violation = violationNow();
            if (violation <= GOAL) {
                return Ending.OPTIMAL;
            }
            sweeps += approximation.minimise(intercept, coefficients, candidates, Math.max(1e-13, 0.01 * violation), SWEEPS - sweeps);
            if (!takeStep()) {
                break;
            }
        }
        weigh();
        violation = violationNow();
        return violation <= TOLERANCE ? Ending.OPTIMAL : Ending.NOT_CONVERGED;
    }

    /** Residuals {@code w (y − π)} and weights {@code w π (1 − π)} of the current point. */
    private void weigh() {
        for (int i = 0; i < n; i++) {
            double rarer = 1 / (1 + Math.exp(Math.abs(eta[i]))); // min(π, 1 − π), without cancellation
            boolean likely = eta[i] > 0;
            residual[i] = caseWeight[i] * (positive[i] ? (likely ? rarer : 1 - rarer) : (likely ? rarer - 1 : -rarer));
            weight[i] = caseWeight[i] * Math.max(SMALLEST_WEIGHT, rarer * (1 - rarer));
        }
    }

    /** The largest violation of the Karush-Kuhn-Tucker conditions of the candidates at the current point. */
    private double violationNow() {
        double worst = Math.abs(sum(residual)) / n;
        for (int j : candidates) {
            double pull = InnerProduct.of(z[j], residual) / n - ridge * coefficients[j];
            double off = coefficients[j] != 0 ? Math.abs(pull - lasso * Math.signum(coefficients[j]))
                    : Math.max(0, Math.abs(pull) - lasso);
            worst = Math.max(worst, off);
        }
        return worst;
    }

    /**
     * Goes from the current point towards the approximation's minimiser, halving the way until the objective falls by a ten
     * thousandth of what its slope promises.
     *
     * @return false where no part of the way lowers it
     */
    private boolean takeStep() {
        double before = objective(0);
        double promised = -InnerProduct.of(residual, approximation.step()) / n + penalty(1) - penalty(0);
        double rounding = 1e-14 * Math.max(1, Math.abs(before));
        for (double length = 1; length > 1e-12; length /= 2) {
            if (objective(length) <= before + 1e-4 * length * promised + rounding) {
                intercept += length * (approximation.intercept() - intercept);
                for (int j : candidates) {
                    double next = approximation.coefficient(j);
                    coefficients[j] = length == 1 ? next : coefficients[j] + length * (next - coefficients[j]);
                }
                for (int i = 0; i < n; i++) {
                    eta[i] += length * approximation.step()[i];
                }
                return true;
            }
        }
        return false;
    }

    private double objective(double length) {
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double against = (eta[i] + length * approximation.step()[i]) * (positive[i] ? -1 : 1);
            loss += caseWeight[i] * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)))); // w ln(1 + e^against)
        }
        return loss / n + penalty(length);
    }

    private double penalty(double length) {
        double absolute = 0;
        double squared = 0;
        for (int j : candidates) {
            double b = coefficients[j] + length * (approximation.coefficient(j) - coefficients[j]);
            absolute += Math.abs(b);
            squared += b * b;
        }
        return lasso * absolute + ridge / 2 * squared;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double x : values) {
            sum += x;
        }
        return sum;
    }
}
