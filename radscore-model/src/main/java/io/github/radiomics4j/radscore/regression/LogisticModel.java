package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The likelihood of a logistic model and its maximum over some of the coefficients, others held: all that maximum likelihood and
 * Firth's method need, for estimates, tests and profile limits alike. Immutable; a design is intercept first, then predictors.
 */
final class LogisticModel {

    /** What is maximised. */
    enum Objective {
        /** The log likelihood. */
        LIKELIHOOD,
        /** The log likelihood plus half the log determinant of the Fisher information of the full design (Jeffreys' prior). */
        JEFFREYS
    }

    private static final int ITERATIONS = 400;
    private static final double SMALLEST_STEP = 1e-10;

    private final double[][] design;
    private final double[] y;
    private final double[] offset;
    private final double[] weight;
    private final Objective objective;

    /**
     * A model.
     *
     * @param predictors one array of n values per predictor; not copied
     * @param offset n values added to the linear predictor; not copied
     * @param weight n weights of cases; not copied
     */
    LogisticModel(double[][] predictors, BinaryOutcome outcome, double[] offset, double[] weight, Objective objective) {
        this.design = new double[predictors.length + 1][];
        this.design[0] = new double[outcome.size()];
        Arrays.fill(design[0], 1);
        System.arraycopy(predictors, 0, design, 1, predictors.length);
        this.y = new double[outcome.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = outcome.isPositive(i) ? 1 : 0;
        }
        this.offset = offset;
        this.weight = weight;
        this.objective = objective;
    }

    int cases() {
        return y.length;
    }

    int coefficients() {
        return design.length;
    }

    double value(int coefficient, int row) {
        return design[coefficient][row];
    }

    double sign(int row) {
        return y[row] > 0 ? 1 : -1;
    }

    /** A maximum over the free coefficients. */
    record Maximum(double[] beta, double objective, boolean settled) {
    }

    /** The model at one set of coefficients. */
    final class Point {
        private final double[] beta;
        private final double[] eta;
        private final double[] probability;
        private final double[] variance;

        Point(double[] beta) {
            this.beta = beta;
            this.eta = offset.clone();
            for (int k = 0; k < design.length; k++) {
                for (int i = 0; i < eta.length; i++) {
                    eta[i] += beta[k] * design[k][i];
                }
            }
            this.probability = new double[eta.length];
            this.variance = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                double rarer = 1 / (1 + Math.exp(Math.abs(eta[i]))); // min(π, 1 − π), without cancellation
                probability[i] = eta[i] > 0 ? 1 - rarer : rarer;
                variance[i] = weight[i] * (rarer * (1 - rarer));
            }
        }

        double[] probabilities() {
            return probability;
        }

        double logLikelihood() {
            double sum = 0;
            for (int i = 0; i < eta.length; i++) {
                double against = eta[i] * (y[i] > 0 ? -1 : 1);
                sum -= weight[i] * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against))));
            }
            return sum;
        }

        /** {@code X' W X}, W the weights {@code π (1 − π)} times {@code factor} of each case. */
        double[][] information(double[] factor) {
            int q = design.length;
            double[][] information = new double[q][q];
            double[] weighted = new double[eta.length];
            for (int a = 0; a < q; a++) {
                for (int i = 0; i < eta.length; i++) {
                    weighted[i] = variance[i] * factor[i] * design[a][i];
                }
                for (int b = 0; b <= a; b++) {
                    double sum = 0;
                    for (int i = 0; i < eta.length; i++) {
                        sum += weighted[i] * design[b][i];
                    }
                    information[a][b] = sum;
                    information[b][a] = sum;
                }
            }
            return information;
        }

        double[][] information() {
            double[] ones = new double[eta.length];
            Arrays.fill(ones, 1);
            return information(ones);
        }

        /** The diagonal of the hat matrix {@code W½ X (X' W X)⁻¹ X' W½}. */
        double[] hat(double[][] inverse) {
            double[] hat = new double[eta.length];
            for (int i = 0; i < hat.length; i++) {
                double sum = 0;
                for (int a = 0; a < design.length; a++) {
                    for (int b = 0; b < design.length; b++) {
                        sum += design[a][i] * inverse[a][b] * design[b][i];
                    }
                }
                hat[i] = variance[i] * sum;
            }
            return hat;
        }

        double[] score() {
            double[] residual = new double[eta.length];
            double[] hat = objective == Objective.JEFFREYS ? hat(inverse(information())) : new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                residual[i] = weight[i] * (y[i] - probability[i]) + hat[i] * (0.5 - probability[i]);
            }
            double[] score = new double[design.length];
            for (int k = 0; k < score.length; k++) {
                for (int i = 0; i < residual.length; i++) {
                    score[k] += design[k][i] * residual[i];
                }
            }
            return score;
        }

        double objective() {
            double value = logLikelihood();
            if (objective == Objective.JEFFREYS) {
                value += halfLogDeterminant(information());
            }
            return value;
        }
    }

    /**
     * The maximum over free coefficients, by Fisher scoring with halved steps.
     *
     * @throws NonPositiveDefiniteMatrixException where the information is singular
     */
    Maximum maximise(double[] start, boolean[] free) {
        Point point = new Point(start.clone());
        double value = point.objective();
        int[] moving = indices(free);
        if (moving.length == 0) {
            return new Maximum(point.beta, value, true);
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(point, moving);
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double scale = 1 + Arrays.stream(point.beta).map(Math::abs).max().orElse(0);
            if (longest <= SMALLEST_STEP * scale) {
                return new Maximum(point.beta, value, true);
            }
            double length = 1;
            Point next = moved(point, moving, step, length);
            double there = next.objective();
            while (!(there >= value - 1e-13 * Math.abs(value)) && length > 1e-8) {
                length /= 2;
                next = moved(point, moving, step, length);
                there = next.objective();
            }
            if (!(there >= value - 1e-13 * Math.abs(value))) {
                return new Maximum(point.beta, value, false);
            }
            point = next;
            value = there;
        }
        return new Maximum(point.beta, value, false);
    }

    private double[] step(Point point, int[] moving) {
        double[][] information = point.information();
        double[] score = point.score();
        double[][] part = new double[moving.length][moving.length];
        double[] slope = new double[moving.length];
        for (int a = 0; a < moving.length; a++) {
            slope[a] = score[moving[a]];
            for (int b = 0; b < moving.length; b++) {
                part[a][b] = information[moving[a]][moving[b]];
            }
        }
        return cholesky(part).getSolver().solve(new ArrayRealVector(slope, false)).toArray();
    }

    private Point moved(Point from, int[] moving, double[] step, double length) {
        double[] beta = from.beta.clone();
        for (int a = 0; a < moving.length; a++) {
            beta[moving[a]] += length * step[a];
        }
        return new Point(beta);
    }

    private static int[] indices(boolean[] free) {
        int[] indices = new int[free.length];
        int count = 0;
        for (int k = 0; k < free.length; k++) {
            if (free[k]) {
                indices[count++] = k;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    /** −∞ for a singular matrix, which no maximum has. */
    private static double halfLogDeterminant(double[][] information) {
        try {
            CholeskyDecomposition factors = cholesky(information);
            double sum = 0;
            for (int k = 0; k < information.length; k++) {
                sum += Math.log(factors.getL().getEntry(k, k));
            }
            return sum;
        } catch (NonPositiveDefiniteMatrixException singular) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    static double[][] inverse(double[][] matrix) {
        return cholesky(matrix).getSolver().getInverse().getData();
    }

    /** A matrix counts as singular when a pivot falls below a part of its smallest diagonal entry that rounding alone explains. */
    private static CholeskyDecomposition cholesky(double[][] matrix) {
        double smallest = Double.MAX_VALUE;
        for (int k = 0; k < matrix.length; k++) {
            smallest = Math.min(smallest, matrix[k][k]);
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-14 * Math.max(0, smallest));
    }
}
