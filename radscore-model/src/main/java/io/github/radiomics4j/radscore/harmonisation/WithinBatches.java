package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.numeric.InnerProduct;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Least squares on an intercept per batch and the covariates, over some rows. The intercepts go out by subtracting the means of batches
 * (Frisch and Waugh); what is left of the covariates is made orthonormal, each twice, once for all features that have values in these rows.
 */
final class WithinBatches {
    /** A covariate of which less than this part is left is a combination of others, but for rounding. */
    private static final double INDEPENDENT = 1e-9;
    /** Residuals whose squares are a smaller part of the values' are rounding: the covariates explain the feature. */
    private static final double EXPLAINED = 1e-20;

    private final BatchRows rows;
    private final int[] present;
    private final int[] counts;
    private final double[][] covariateMeans;
    /** Orthonormal columns over {@code present}, and the triangle that makes the centred covariates of them. */
    private final double[][] directions;
    private final double[][] triangle;
    private Optional<String> confounded = Optional.empty();

    WithinBatches(BatchRows rows, int[] present, List<String> names) {
        this.rows = rows;
        this.present = present;
        this.counts = new int[rows.codes().size()];
        for (int r : present) {
            counts[rows.batchOf(r)]++;
        }
        int covariates = rows.covariateCount();
        this.covariateMeans = new double[covariates][];
        this.directions = new double[covariates][];
        this.triangle = new double[covariates][covariates];
        for (int k = 0; k < covariates && confounded.isEmpty(); k++) {
            if (!add(k)) {
                confounded = Optional.of("covariate \"" + names.get(k)
                        + "\" cannot be told from the batches: within each, the training rows have"
                        + " one value of it" + (k == 0 ? "" : ", or a combination of the covariates before it"));
            }
        }
    }

    /** Why the covariates have no effects of their own, after which nothing can be fitted; empty where they have. */
    Optional<String> confounded() {
        return confounded;
    }

    private boolean add(int k) {
        double[] values = new double[present.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.covariate(k, present[i]);
        }
        covariateMeans[k] = means(values);
        double[] left = centred(values, covariateMeans[k]);
        double before = norm(values);
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < k; j++) {
                double part = InnerProduct.of(directions[j], left);
                triangle[j][k] += part;
                subtract(left, part, directions[j]);
            }
        }
        triangle[k][k] = norm(left);
        if (!(triangle[k][k] > INDEPENDENT * before)) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            left[i] /= triangle[k][k];
        }
        directions[k] = left;
        return true;
    }

    /** A feature's fit. */
    static final class Fit {
        private final double[] intercepts;
        private final double[] slopes;
        private final double[] residuals;
        private final double[] centred;

        private Fit(double[] intercepts, double[] slopes, double[] residuals, double[] centred) {
            this.intercepts = intercepts;
            this.slopes = slopes;
            this.residuals = residuals;
            this.centred = centred;
        }

        /** The fitted value of a batch where all covariates are 0. */
        double intercept(int batch) {
            return intercepts[batch];
        }

        /** Per covariate. */
        List<Double> slopes() {
            return DoubleStream.of(slopes).boxed().toList();
        }
    }

    /** Fits the values of the rows that are present, in their order. */
    Fit fit(double[] values) {
        double[] intercepts = means(values);
        double[] centred = centred(values, intercepts);
        double[] residuals = centred.clone();
        double[] parts = new double[directions.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = InnerProduct.of(directions[k], residuals);
            subtract(residuals, parts[k], directions[k]);
        }
        double[] slopes = new double[parts.length];
        for (int k = parts.length - 1; k >= 0; k--) {
            double sum = parts[k];
            for (int j = k + 1; j < parts.length; j++) {
                sum -= triangle[k][j] * slopes[j];
            }
            slopes[k] = sum / triangle[k][k];
        }
        for (int b = 0; b < intercepts.length; b++) {
            for (int k = 0; k < slopes.length; k++) {
                intercepts[b] -= slopes[k] * covariateMeans[k][b];
            }
        }
        return new Fit(intercepts, slopes, residuals, centred);
    }

    /** The rows that are present, per batch. */
    int count(int batch) {
        return counts[batch];
    }

    int count() {
        return present.length;
    }

    /** {@code Σ (y − a − x β)²} over the rows of a batch. */
    double unexplained(Fit fit, int batch) {
        return squares(fit.residuals, batch);
    }

    /** Whether the covariates explain a feature in a batch, but for rounding. */
    boolean isExplained(Fit fit, int batch) {
        return !(unexplained(fit, batch) > EXPLAINED * squares(fit.centred, batch));
    }

    private double squares(double[] values, int batch) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (rows.batchOf(present[i]) == batch) {
                sum += values[i] * values[i];
            }
        }
        return sum;
    }

    /** Whether a batch has one value in all its rows. */
    boolean isConstant(double[] values, int batch) {
        double first = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (rows.batchOf(present[i]) == batch) {
                if (!Double.isNaN(first) && values[i] != first) {
                    return false;
                }
                first = values[i];
            }
        }
        return true;
    }

    /** The means of batches, each corrected once by the mean of what it leaves. */
    private double[] means(double[] values) {
        double[] means = sums(values);
        double[] rest = sums(centred(values, means));
        for (int b = 0; b < means.length; b++) {
            means[b] += rest[b];
        }
        return means;
    }

    private double[] sums(double[] values) {
        double[] sums = new double[counts.length];
        for (int i = 0; i < values.length; i++) {
            int batch = rows.batchOf(present[i]);
            sums[batch] += values[i] / counts[batch];
        }
        return sums;
    }

    private double[] centred(double[] values, double[] means) {
        double[] centred = new double[values.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = values[i] - means[rows.batchOf(present[i])];
        }
        return centred;
    }

    private static double norm(double[] a) {
        return Math.sqrt(InnerProduct.of(a, a));
    }

    private static void subtract(double[] from, double times, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }
}
