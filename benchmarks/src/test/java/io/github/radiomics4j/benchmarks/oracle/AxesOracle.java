package io.github.radiomics4j.benchmarks.oracle;

import java.util.Arrays;
import java.util.List;

/** Principal axes of a cloud of points, and the ellipsoid of IBSI with these axes. */
final class AxesOracle {
    private static final int ROUNDS = 20_000;
    private static final int DEGREE = 20;

    private final double[] eigenvalue;

    /** The axes of points in mm. */
    AxesOracle(List<double[]> points) {
        double[] mean = new double[3];
        for (int i = 0; i < 3; i++) {
            int axis = i;
            mean[i] = points.stream().mapToDouble(p -> p[axis]).sum() / points.size();
        }
        double[][] covariance = new double[3][3];
        for (double[] p : points) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    covariance[i][j] += (p[i] - mean[i]) * (p[j] - mean[j]) / (points.size() - 1);
                }
            }
        }
        this.eigenvalue = eigenvalues(covariance);
    }

    /** Length of the major (0), minor (1) or least axis (2): {@code 4 √λ}, mm. */
    double length(int which) {
        return 4 * Math.sqrt(eigenvalue[2 - which]);
    }

    /** {@code 4/3 π abc}. */
    double volume() {
        return 4.0 / 3 * Math.PI * length(0) / 2 * length(1) / 2 * length(2) / 2;
    }

    /** The series of the manual with Legendre polynomials. */
    double area() {
        double a = length(0) / 2;
        double b = length(1) / 2;
        double c = length(2) / 2;
        double alpha = Math.sqrt(1 - b * b / (a * a));
        double beta = Math.sqrt(1 - c * c / (a * a));
        double sum = 0;
        for (int v = 0; v <= DEGREE; v++) {
            sum += Math.pow(alpha * beta, v) / (1 - 4 * v * v) * legendre(v, (alpha * alpha + beta * beta) / (2 * alpha * beta));
        }
        return 4 * Math.PI * a * b * sum;
    }

    /** {@code Pₙ(x) = 2⁻ⁿ Σ C(n,k)² (x − 1)ⁿ⁻ᵏ (x + 1)ᵏ}, whose terms have one sign for x ≥ 1. */
    private static double legendre(int n, double x) {
        double sum = 0;
        double binomial = 1;
        for (int k = 0; k <= n; k++) {
            sum += binomial * binomial * Math.pow(x - 1, n - k) * Math.pow(x + 1, k);
            binomial = binomial * (n - k) / (k + 1);
        }
        return sum / Math.pow(2, n);
    }

    /** A = QR, A' = RQ, again and again: the diagonal goes to the eigenvalues. */
    private static double[] eigenvalues(double[][] symmetric) {
        double[][] a = symmetric;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] q = orthonormalColumns(a);
            a = product(transposed(q), product(a, q));
        }
        double[] values = {a[0][0], a[1][1], a[2][2]};
        Arrays.sort(values);
        return values;
    }

    /** Gram and Schmidt. */
    private static double[][] orthonormalColumns(double[][] a) {
        double[][] columns = transposed(a);
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < k; j++) {
                double along = dot(columns[k], columns[j]);
                for (int i = 0; i < 3; i++) {
                    columns[k][i] -= along * columns[j][i];
                }
            }
            double norm = Math.sqrt(dot(columns[k], columns[k]));
            for (int i = 0; i < 3; i++) {
                columns[k][i] /= norm;
            }
        }
        return transposed(columns);
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static double[][] transposed(double[][] a) {
        double[][] t = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }
}
