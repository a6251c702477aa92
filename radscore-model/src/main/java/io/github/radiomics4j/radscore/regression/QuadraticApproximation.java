package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.numeric.InnerProduct;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The quadratic approximation of a penalised likelihood around a point and its minimiser: {@code (1/2n) Σ wᵢ qᵢ² − (1/n) Σ rᵢ qᵢ} plus the
 * penalty, over the step q in the linear predictor. Coordinate descent with soft thresholding, helped by direct solutions for the
 * coordinates that are not 0. Used again and again, by one thread.
 */
final class QuadraticApproximation {
    /** So many sweeps pass between two attempts at a direct solution, more where more columns would make the solution dear. */
    private static final int SWEEPS_BETWEEN = 8;
    private static final int LARGEST_DIRECT = 200;

    private final double[][] z;
    private final int n;
    private final double[] weight;
    private final double[] residual;
    private double lasso;
    private double ridge;
    private int[] candidates = {};

    private double nextIntercept;
    private final double[] next;
    private final double[] step;
    private final double[] workingResidual;
    private final double[] curvature;

    /** Over columns, weights and residuals that are the caller's and change between calls. */
    QuadraticApproximation(double[][] z, double[] weight, double[] residual) {
        this.z = z;
        this.n = weight.length;
        this.weight = weight;
        this.residual = residual;
        this.next = new double[z.length];
        this.step = new double[n];
        this.workingResidual = new double[n];
        this.curvature = new double[z.length];
    }

    void penalise(double absolute, double squared) {
        lasso = absolute;
        ridge = squared;
    }

    /** The intercept of the minimiser. */
    double intercept() {
        return nextIntercept;
    }

    /** A coefficient of the minimiser. */
    double coefficient(int column) {
        return next[column];
    }

    /** From the point to the minimiser in the linear predictor, one value per case; not copied. */
    double[] step() {
        return step;
    }

    /**
     * Minimises over some columns.
     *
     * @param tolerance the largest change in slope of a last sweep
     * @param sweepsLeft how many sweeps may be made
     * @return how many were
     */
    int minimise(double intercept, double[] coefficients, int[] columns, double tolerance, int sweepsLeft) {
        nextIntercept = intercept;
        candidates = columns;
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
        double totalWeight = PenalisedLikelihood.sum(weight) / n;
        boolean everyColumn = true;
        for (int sweep = 1; sweep <= sweepsLeft; sweep++) {
            double moved = sweep(everyColumn, totalWeight);
            if (moved <= tolerance) {
                if (everyColumn) {
                    return sweep;
                }
                everyColumn = true;
            } else {
                everyColumn = sweep % Math.max(SWEEPS_BETWEEN, activeColumns().length) == 0 && solveDirectly();
            }
        }
        return sweepsLeft;
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
        double change = PenalisedLikelihood.sum(workingResidual) / n / totalWeight;
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
        h[0][0] = PenalisedLikelihood.sum(weight) / n;
        double[] weighted = new double[n];
        for (int a = 0; a < count; a++) {
            double[] column = z[active[a]];
            for (int i = 0; i < n; i++) {
                weighted[i] = weight[i] * column[i];
            }
            h[0][a + 1] = PenalisedLikelihood.sum(weighted) / n;
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
        slopes[0] = PenalisedLikelihood.sum(workingResidual) / n;
        for (int a = 0; a < count; a++) {
            int j = active[a];
            slopes[a + 1] = InnerProduct.of(z[j], workingResidual) / n - ridge * next[j] - lasso * Math.signum(next[j]);
        }
        return slopes;
    }
}
