package io.github.radiomics4j.core.morphology;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ellipsoid of least volume that holds some points: weights u of the points are moved to where
 * {@code Mᵢ = (pᵢ − c)ᵀ S⁻¹ (pᵢ − c)}, with weighted mean c and covariance S, is 3 at every point that has weight and at most 3
 * elsewhere.
 * Khachiyan's ascent with away steps (Todd and Yıldırım, Discrete Applied Mathematics 155, 2007) empties most points soon, but among
 * points that lie near each other its steps become as many as one likes; with few points left they exchange weight with their nearest
 * neighbours besides, and weights are multiplied by {@code (1 + Mᵢ) / 4} (the cocktail of Yu, Statistics and Computing 21, 2011).
 */
final class EnclosingEllipsoid {
    private static final double TOLERANCE = 1e-7;
    /** Far more than were ever seen; after them the ellipsoid holds all points and is that much too large by which M exceeds 3. */
    private static final int MOST_STEPS = 100_000;
    /** With more points than these it is cheaper to empty some first. */
    private static final int FEW = 64;

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
                double m = form(inverse, i, i);
                if (m > most) {
                    most = m;
                    furthest = i;
                }
                if (weight[i] > 0 && m < least) {
                    least = m;
                    nearest = i;
                }
            }
            if (Math.max(most - 3, 3 - least) <= 3 * TOLERANCE || step == MOST_STEPS) {
                return most;
            }
            int[] held = withWeight();
            if (held.length <= FEW) {
                shift(furthest, most);
                exchangeBetweenNeighbours(withWeight());
                multiply();
            } else {
                boolean closer = most - 3 >= 3 - least;
                shift(closer ? furthest : nearest, closer ? most : least);
            }
        }
    }

    private int[] withWeight() {
        return IntStream.range(0, weight.length).filter(i -> weight[i] > 0).toArray();
    }

    /** Each point with the nearest of those after it. */
    private void exchangeBetweenNeighbours(int[] held) {
        for (int a = 0; a < held.length - 1; a++) {
            int nearest = held[a + 1];
            for (int b = a + 2; b < held.length; b++) {
                if (squaredDistance(held[a], held[b]) < squaredDistance(held[a], nearest)) {
                    nearest = held[b];
                }
            }
            exchange(held[a], nearest);
        }
    }

    private double squaredDistance(int i, int j) {
        double square = 0;
        for (int a = 0; a < 3; a++) {
            double d = points[3 * i + a] - points[3 * j + a];
            square += d * d;
        }
        return square;
    }

    /** Gives one point as much of the other's weight as enlarges the determinant most. */
    private void exchange(int i, int j) {
        moments();
        double[][] inverse = inverse(covariance);
        double mi = form(inverse, i, i);
        double mj = form(inverse, j, j);
        double mij = form(inverse, i, j);
        double curvature = 2 * ((1 + mi) * (1 + mj) - (1 + mij) * (1 + mij));
        if (curvature > 0) {
            double given = Math.max(-weight[i], Math.min(weight[j], (mi - mj) / curvature));
            weight[i] = given == -weight[i] ? 0 : weight[i] + given;
            weight[j] = given == weight[j] ? 0 : weight[j] - given;
        }
    }

    private void multiply() {
        moments();
        double[][] inverse = inverse(covariance);
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= weight[i] > 0 ? (1 + form(inverse, i, i)) / 4 : 1;
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

    /** {@code (pᵢ − c)ᵀ S⁻¹ (pⱼ − c)}. */
    private double form(double[][] inverse, int i, int j) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            double across = 0;
            for (int b = 0; b < 3; b++) {
                across += inverse[a][b] * (points[3 * j + b] - centre[b]);
            }
            sum += across * (points[3 * i + a] - centre[a]);
        }
        return sum;
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
