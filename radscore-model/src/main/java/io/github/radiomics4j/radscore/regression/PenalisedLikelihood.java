package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Minimisations of the elastic net's logistic objective over standardised columns, each from where the last one ended: a path of
 * falling λ costs little more than its end. Outer iterations replace the likelihood by its quadratic approximation (iteratively
 * reweighted least squares), inner ones minimise that by coordinate descent with soft thresholding, helped by direct solutions for the
 * coordinates that are not 0; a step is halved until the objective falls. Columns that the sequential strong rule (Tibshirani et al.
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
    /** So many sweeps pass between two attempts at a direct solution, more where more columns would make the solution dear. */
    private static final int SWEEPS_BETWEEN = 8;
    private static final int LARGEST_DIRECT = 200;
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
    // the quadratic approximation around it and its current minimiser
    private double nextIntercept;
    private final double[] next;
    private final double[] step;
    private final double[] workingResidual;
    private final double[] curvature;

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
        this.next = new double[p];
        this.step = new double[n];
        this.workingResidual = new double[n];
        this.curvature = new double[p];
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
            minimiseApproximation(Math.max(1e-13, 0.01 * violation));
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

    /** {@code (1/2n) Σ wᵢ qᵢ² − (1/n) Σ rᵢ qᵢ} plus the penalty, over the step q in the linear predictor. */
    private void minimiseApproximation(double tolerance) {
        nextIntercept = intercept;
        for (int j : candidates) {
            next[j] = coefficients[j];
        }
        Arrays.fill(step, 0);
        System.arraycopy(residual, 0, workingResidual, 0, n);
        for (int j : candidates) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += weight[i] * z[j][i] * z[j][i];
            }
            curvature[j] = sum / n;
        }
        double totalWeight = sum(weight) / n;
        boolean everyColumn = true;
        for (int sweep = 1; sweeps < SWEEPS; sweep++) {
            sweeps++;
            double moved = sweep(everyColumn, totalWeight);
            if (moved <= tolerance) {
                if (everyColumn) {
                    return;
                }
                everyColumn = true;
            } else {
                everyColumn = sweep % Math.max(SWEEPS_BETWEEN, activeColumns().length) == 0 && solveDirectly();
            }
        }
    }

    /** Moves each coordinate to its optimum, all others held; the largest change in slope that this made. */
    private double sweep(boolean everyColumn, double totalWeight) {
        double moved = 0;
        for (int j : candidates) {
            if (!everyColumn && next[j] == 0) {
                continue;
            }
            double pull = InnerProduct.of(z[j], workingResidual) / n + curvature[j] * next[j];
            double best = Math.signum(pull) * Math.max(0, Math.abs(pull) - lasso) / (curvature[j] + ridge);
            double change = best - next[j];
            if (change != 0) {
                next[j] = best;
                shift(z[j], change);
                moved = Math.max(moved, Math.abs(change) * (curvature[j] + ridge));
            }
        }
        double change = sum(workingResidual) / n / totalWeight;
        nextIntercept += change;
        shift(null, change);
        return Math.max(moved, Math.abs(change) * totalWeight);
    }

    private void shift(double[] column, double change) {
        for (int i = 0; i < n; i++) {
            double q = column == null ? change : change * column[i];
            step[i] += q;
            workingResidual[i] -= weight[i] * q;
        }
    }

    /**
     * Solves the approximation for the intercept and all coefficients that are not 0. A coefficient that would change its sign on
     * the way is stopped at 0 and left out, and the rest is solved again. Coordinate descent alone would take as many sweeps as
     * correlated columns are ill-conditioned.
     *
     * @return false where the equations are too many or singular; what was reached until then is kept, and is no worse
     */
    private boolean solveDirectly() {
        while (true) {
            int[] active = activeColumns();
            if (active.length > LARGEST_DIRECT) {
                return false;
            }
            double[] change;
            try {
                change = new CholeskyDecomposition(new Array2DRowRealMatrix(hessian(active), false), 1e-12, 0)
                        .getSolver().solve(new ArrayRealVector(slopes(active), false)).toArray();
            } catch (NonPositiveDefiniteMatrixException singular) {
                return false; // columns that repeat each other: coordinate descent goes on
            }
            if (!goDirectly(active, change)) {
                return true;
            }
        }
    }

    /** Goes along a change until a sign would turn; whether one did. */
    private boolean goDirectly(int[] active, double[] change) {
        double length = 1;
        int turning = -1;
        for (int a = 0; lasso > 0 && a < active.length; a++) {
            double here = next[active[a]];
            if (here * (here + change[a + 1]) <= 0 && -here / change[a + 1] <= length) {
                length = -here / change[a + 1];
                turning = a;
            }
        }
        nextIntercept += length * change[0];
        shift(null, length * change[0]);
        for (int a = 0; a < active.length; a++) {
            int j = active[a];
            double moved = a == turning ? -next[j] : length * change[a + 1];
            next[j] = a == turning ? 0 : next[j] + moved;
            shift(z[j], moved);
        }
        return turning >= 0;
    }

    private int[] activeColumns() {
        return Arrays.stream(candidates).filter(j -> next[j] != 0).toArray();
    }

    /** Second derivatives of the approximation; the intercept comes first. */
    private double[][] hessian(int[] active) {
        int count = active.length;
        double[][] h = new double[count + 1][count + 1];
        h[0][0] = sum(weight) / n;
        double[] weighted = new double[n];
        for (int a = 0; a < count; a++) {
            double[] column = z[active[a]];
            for (int i = 0; i < n; i++) {
                weighted[i] = weight[i] * column[i];
            }
            h[0][a + 1] = sum(weighted) / n;
            h[a + 1][0] = h[0][a + 1];
            for (int b = 0; b <= a; b++) {
                h[a + 1][b + 1] = InnerProduct.of(weighted, z[active[b]]) / n;
                h[b + 1][a + 1] = h[a + 1][b + 1];
            }
            h[a + 1][a + 1] += ridge;
        }
        return h;
    }

    /** Slopes of the approximation, downhill; the intercept comes first. */
    private double[] slopes(int[] active) {
        int count = active.length;
        double[] slopes = new double[count + 1];
        slopes[0] = sum(workingResidual) / n;
        for (int a = 0; a < count; a++) {
            int j = active[a];
            slopes[a + 1] = InnerProduct.of(z[j], workingResidual) / n - ridge * next[j] - lasso * Math.signum(next[j]);
        }
        return slopes;
    }

    /**
     * Goes from the current point towards the approximation's minimiser, halving the way until the objective falls by a ten
     * thousandth of what its slope promises.
     *
     * @return false where no part of the way lowers it
     */
    private boolean takeStep() {
        double before = objective(0);
        double promised = -InnerProduct.of(residual, step) / n + penalty(1) - penalty(0);
        double rounding = 1e-14 * Math.max(1, Math.abs(before));
        for (double length = 1; length > 1e-12; length /= 2) {
            if (objective(length) <= before + 1e-4 * length * promised + rounding) {
                intercept += length * (nextIntercept - intercept);
                for (int j : candidates) {
                    coefficients[j] = length == 1 ? next[j] : coefficients[j] + length * (next[j] - coefficients[j]);
                }
                for (int i = 0; i < n; i++) {
                    eta[i] += length * step[i];
                }
                return true;
            }
        }
        return false;
    }

    private double objective(double length) {
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double against = (eta[i] + length * step[i]) * (positive[i] ? -1 : 1);
            loss += caseWeight[i] * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)))); // w ln(1 + e^against)
        }
        return loss / n + penalty(length);
    }

    private double penalty(double length) {
        double absolute = 0;
        double squared = 0;
        for (int j : candidates) {
            double b = coefficients[j] + length * (next[j] - coefficients[j]);
            absolute += Math.abs(b);
            squared += b * b;
        }
        return lasso * absolute + ridge / 2 * squared;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double x : values) {
            sum += x;
        }
        return sum;
    }
}
