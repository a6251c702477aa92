package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * One minimisation of the elastic net's logistic objective over standardised columns. Outer iterations replace the likelihood by
 * its quadratic approximation (iteratively reweighted least squares), inner ones minimise that by coordinate descent with soft
 * thresholding, helped by direct solutions for the coordinates that are not 0; a step is halved until the objective falls. Used
 * once, by one thread.
 */
final class PenalisedLikelihood {
    /** The largest violation of the optimum's conditions that a fit may have. */
    static final double TOLERANCE = 1e-9;

    /** How a minimisation ended. */
    enum Ending {
        OPTIMAL, SEPARATED, NOT_CONVERGED
    }

    /** Iterations stop here, a tenth of what is accepted, where rounding lets them. */
    private static final double GOAL = TOLERANCE / 10;
    private static final int OUTER_ITERATIONS = 200;
    /** Sweeps over the columns that one fit may take in all. */
    private static final int SWEEPS = 20_000;
    /** So many sweeps pass between two attempts at a direct solution. */
    private static final int SWEEPS_BETWEEN = 8;
    private static final int LARGEST_DIRECT = 200;
    private static final double SMALLEST_WEIGHT = 1e-12;
    /** The step in the linear predictor that an unpenalised fit may still want to make at its end. */
    private static final double SETTLED = 1e-4;

    private final double[][] z;
    private final boolean[] positive;
    private final int n;
    private final int p;
    private final double lasso;
    private final double ridge;

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

    PenalisedLikelihood(double[][] z, BinaryOutcome outcome, double lambda, double alpha) {
        this.z = z;
        this.n = outcome.size();
        this.p = z.length;
        this.lasso = lambda * alpha;
        this.ridge = lambda * (1 - alpha);
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
        this.intercept = Math.log((double) outcome.positives() / outcome.negatives());
        Arrays.fill(eta, intercept);
    }

    double intercept() {
        return intercept;
    }

    double coefficient(int column) {
        return coefficients[column];
    }

    double violation() {
        return violation;
    }

    /** The column whose coefficient is largest. */
    int steepestColumn() {
        int steepest = 0;
        for (int j = 1; j < p; j++) {
            if (Math.abs(coefficients[j]) > Math.abs(coefficients[steepest])) {
                steepest = j;
            }
        }
        return steepest;
    }

    Ending minimise() {
        boolean unpenalised = lasso == 0 && ridge == 0;
        for (int iteration = 0; iteration < OUTER_ITERATIONS && sweeps < SWEEPS; iteration++) {
            weigh();
            violation = violationNow();
            if (violation <= GOAL && !unpenalised) {
                return Ending.OPTIMAL;
            }
            minimiseApproximation(Math.max(1e-13, 0.01 * violation));
            double longest = longestStep();
            if (unpenalised) {
                if (separates(longest, iteration)) {
                    takeStep();
                    return Ending.SEPARATED;
                }
                // Without a penalty a vanishing gradient proves nothing: it also vanishes on the way to infinity, where steps stay long.
                if (violation <= GOAL && longest <= SETTLED) {
                    return Ending.OPTIMAL;
                }
            }
            if (!takeStep()) {
                break;
            }
        }
        weigh();
        violation = violationNow();
        return violation <= TOLERANCE && (!unpenalised || longestStep() <= SETTLED) ? Ending.OPTIMAL : Ending.NOT_CONVERGED;
    }

    /** Residuals {@code y − π} and weights {@code π (1 − π)} of the current point. */
    private void weigh() {
        for (int i = 0; i < n; i++) {
            double rarer = 1 / (1 + Math.exp(Math.abs(eta[i]))); // min(π, 1 − π), without cancellation
            boolean likely = eta[i] > 0;
            residual[i] = positive[i] ? (likely ? rarer : 1 - rarer) : (likely ? rarer - 1 : -rarer);
            weight[i] = Math.max(SMALLEST_WEIGHT, rarer * (1 - rarer));
        }
    }

    /** The largest violation of the Karush-Kuhn-Tucker conditions at the current point. */
    private double violationNow() {
        double worst = Math.abs(sum(residual)) / n;
        for (int j = 0; j < p; j++) {
            double slope = dot(z[j], residual) / n - ridge * coefficients[j];
            double off = coefficients[j] != 0 ? Math.abs(slope - lasso * Math.signum(coefficients[j]))
                    : Math.max(0, Math.abs(slope) - lasso);
            worst = Math.max(worst, off);
        }
        return worst;
    }

    /** {@code (1/2n) Σ wᵢ qᵢ² − (1/n) Σ rᵢ qᵢ} plus the penalty, over the step q in the linear predictor. */
    private void minimiseApproximation(double tolerance) {
        nextIntercept = intercept;
        System.arraycopy(coefficients, 0, next, 0, p);
        Arrays.fill(step, 0);
        System.arraycopy(residual, 0, workingResidual, 0, n);
        for (int j = 0; j < p; j++) {
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
                everyColumn = sweep % SWEEPS_BETWEEN == 0 && solveDirectly();
            }
        }
    }

    /** Moves each coordinate to its optimum, all others held; the largest change in slope that this made. */
    private double sweep(boolean everyColumn, double totalWeight) {
        double moved = 0;
        for (int j = 0; j < p; j++) {
            if (!everyColumn && next[j] == 0) {
                continue;
            }
            double pull = dot(z[j], workingResidual) / n + curvature[j] * next[j];
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
        int[] active = new int[p];
        int count = 0;
        for (int j = 0; j < p; j++) {
            if (next[j] != 0) {
                active[count++] = j;
            }
        }
        return Arrays.copyOf(active, count);
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
                h[a + 1][b + 1] = dot(weighted, z[active[b]]) / n;
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
            slopes[a + 1] = dot(z[j], workingResidual) / n - ridge * next[j] - lasso * Math.signum(next[j]);
        }
        return slopes;
    }

    private double longestStep() {
        double longest = 0;
        for (double q : step) {
            longest = Math.max(longest, Math.abs(q));
        }
        return longest;
    }

    /**
     * Whether the likelihood grows without end: the linear predictor has the right sign for every case, or the step has it, so that
     * going on along it loses for none. Late steps are allowed the small errors with which they approach such a direction.
     */
    private boolean separates(double longest, int iteration) {
        double slack = (iteration < 10 ? 1e-12 : 1e-5) * longest;
        boolean byPredictor = true;
        boolean byStep = longest > SETTLED;
        for (int i = 0; i < n; i++) {
            double sign = positive[i] ? 1 : -1;
            byPredictor &= sign * eta[i] > 0;
            byStep &= sign * step[i] >= -slack;
        }
        return byPredictor || byStep;
    }

    /**
     * Goes from the current point towards the approximation's minimiser, halving the way until the objective falls by a ten
     * thousandth of what its slope promises.
     *
     * @return false where no part of the way lowers it
     */
    private boolean takeStep() {
        double before = objective(0);
        double promised = -dot(residual, step) / n + penalty(1) - penalty(0);
        double rounding = 1e-14 * Math.max(1, Math.abs(before));
        for (double length = 1; length > 1e-12; length /= 2) {
            if (objective(length) <= before + 1e-4 * length * promised + rounding) {
                intercept += length * (nextIntercept - intercept);
                for (int j = 0; j < p; j++) {
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
            loss += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against))); // ln(1 + e^against)
        }
        return loss / n + penalty(length);
    }

    private double penalty(double length) {
        double absolute = 0;
        double squared = 0;
        for (int j = 0; j < p; j++) {
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

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
