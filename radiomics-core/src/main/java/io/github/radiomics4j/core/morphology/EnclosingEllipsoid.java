package io.github.radiomics4j.core.morphology;

import java.util.Arrays;

/**
 * The ellipsoid of least volume that holds some points, by Khachiyan's ascent with away steps (Todd and Yıldırım, Discrete Applied
 * Mathematics 155, 2007): weights u of the points are moved to where {@code Mᵢ = (pᵢ − c)ᵀ S⁻¹ (pᵢ − c)}, with weighted mean c and
 * covariance S, is 3 at every point that has weight and at most 3 elsewhere.
 */
final class EnclosingEllipsoid {
    private static final double TOLERANCE = 1e-7;
    private static final int MOST_STEPS = 100_000;

    private final double[] points;
    private final double[] weight;
    private final double[] centre = new double[3];
    private final double[][] covariance = new double[3][3];

    private EnclosingEllipsoid(double[] points) {
        this.points = points;
        this.weight = new double[points.length / 3];
        Arrays.fill(weight, 1.0 / weight.length);
    }

    /**
     * Its axes.
     *
     * @param points x, y, z each, not all in one plane
     */
    static PrincipalAxes axes(double[] points) {
        EnclosingEllipsoid e = new EnclosingEllipsoid(points);
        double largest = e.ascend();
        double[] eigenvalues = PrincipalAxes.eigenvalues(e.covariance);
        return new PrincipalAxes(2 * Math.sqrt(largest * eigenvalues[2]), 2 * Math.sqrt(largest * eigenvalues[1]),
                2 * Math.sqrt(largest * eigenvalues[0]));
    }

    /** Moves the weights; returns the largest M, by which the ellipsoid of the covariance is blown up to hold all points. */
    private double ascend() {
        for (int step = 0;; step++) {
            moments();
            double[][] inverse = inverse(covariance);
            int furthest = 0;
            int nearest = -1;
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < weight.length; i++) {
                double m = form(inverse, i);
                if (m > most) {
                    most = m;
                    furthest = i;
                }
                if (weight[i] > 0 && m < least) {
                    least = m;
                    nearest = i;
                }
            }
            boolean closer = most - 3 >= 3 - least;
            if (Math.max(most - 3, 3 - least) <= 3 * TOLERANCE || step == MOST_STEPS) {
                return most;
            }
            shift(closer ? furthest : nearest, closer ? most : least);
        }
    }

    /** Changes the weight of a point by the step that enlarges the determinant most; all weights sum to 1 again. */
    private void shift(int point, double m) {
        double step = (m - 3) / (4 * m);
        if (step < 0) {
            double emptied = -weight[point] / (1 - weight[point]);
            step = Math.max(step, emptied);
            boolean empty = step == emptied;
            scale(step);
            weight[point] = empty ? 0 : weight[point] + step;
        } else {
            scale(step);
            weight[point] += step;
        }
    }

    private void scale(double step) {
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= 1 - step;
        }
    }

    private void moments() {
        Arrays.fill(centre, 0);
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i];
            for (int a = 0; a < 3; a++) {
                centre[a] += weight[i] * points[3 * i + a];
            }
        }
        for (int a = 0; a < 3; a++) {
            centre[a] /= sum;
            Arrays.fill(covariance[a], 0);
        }
        for (int i = 0; i < weight.length; i++) {
            for (int a = 0; a < 3 && weight[i] > 0; a++) {
                for (int b = 0; b < 3; b++) {
                    covariance[a][b] += weight[i] / sum * (points[3 * i + a] - centre[a]) * (points[3 * i + b] - centre[b]);
                }
            }
        }
    }

    private double form(double[][] inverse, int i) {
        double x = points[3 * i] - centre[0];
        double y = points[3 * i + 1] - centre[1];
        double z = points[3 * i + 2] - centre[2];
        return inverse[0][0] * x * x + inverse[1][1] * y * y + inverse[2][2] * z * z
                + 2 * (inverse[0][1] * x * y + inverse[0][2] * x * z + inverse[1][2] * y * z);
    }

    private static double[][] inverse(double[][] s) {
        double a = s[1][1] * s[2][2] - s[1][2] * s[1][2];
        double b = s[0][2] * s[1][2] - s[0][1] * s[2][2];
        double c = s[0][1] * s[1][2] - s[0][2] * s[1][1];
        double determinant = s[0][0] * a + s[0][1] * b + s[0][2] * c;
        double d = (s[0][0] * s[2][2] - s[0][2] * s[0][2]) / determinant;
        double e = (s[0][1] * s[0][2] - s[0][0] * s[1][2]) / determinant;
        double f = (s[0][0] * s[1][1] - s[0][1] * s[0][1]) / determinant;
        return new double[][] {{a / determinant, b / determinant, c / determinant}, {b / determinant, d, e}, {c / determinant, e, f}};
    }
}
