package io.github.radiomics4j.core.morphology;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The smallest box with a side flush with a face of a convex hull. */
final class OrientedBox {
    /** Shorter edges of an outline, mm, are two images of one vertex that rounding set apart: their direction means nothing. */
    private static final double NO_EDGE = 1e-9;

    /** Faces whose unit normals agree to this part are one face. */
    private static final double SAME_NORMAL = 1e-9;

    private OrientedBox() {
    }

    /**
     * The box of least volume.
     *
     * @param vertices x, y, z of the hull's vertices, mm
     * @param triangles nine coordinates of each of its triangles, mm
     */
    static Solid around(double[] vertices, double[] triangles) {
        Set<List<Long>> done = new HashSet<>();
        Solid best = new Solid(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int t = 0; t < triangles.length; t += 9) {
            double[] u = unit(triangles[t + 3] - triangles[t], triangles[t + 4] - triangles[t + 1], triangles[t + 5] - triangles[t + 2]);
            double[] w = {triangles[t + 6] - triangles[t], triangles[t + 7] - triangles[t + 1], triangles[t + 8] - triangles[t + 2]};
            double[] normal = unit(u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]);
            if (done.add(rounded(normal, 1))) {
                done.add(rounded(normal, -1));
                Solid box = flush(vertices, normal, u);
                best = box.volume() < best.volume() ? box : best;
            }
        }
        return best;
    }

    private static List<Long> rounded(double[] normal, int sign) {
        return List.of(Math.round(sign * normal[0] / SAME_NORMAL), Math.round(sign * normal[1] / SAME_NORMAL),
                Math.round(sign * normal[2] / SAME_NORMAL));
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    /** The smallest box with sides along a normal; u is any direction across it. */
    private static Solid flush(double[] vertices, double[] normal, double[] u) {
        double[] v = {normal[1] * u[2] - normal[2] * u[1], normal[2] * u[0] - normal[0] * u[2], normal[0] * u[1] - normal[1] * u[0]};
        double[][] plane = new double[vertices.length / 3][];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < plane.length; i++) {
            double x = vertices[3 * i];
            double y = vertices[3 * i + 1];
            double z = vertices[3 * i + 2];
            double height = x * normal[0] + y * normal[1] + z * normal[2];
            low = Math.min(low, height);
            high = Math.max(high, height);
            plane[i] = new double[] {x * u[0] + y * u[1] + z * u[2], x * v[0] + y * v[1] + z * v[2]};
        }
        double[] sides = rectangle(outline(plane));
        double c = high - low;
        return new Solid(sides[0] * sides[1] * c, 2 * (sides[0] * sides[1] + sides[1] * c + c * sides[0]));
    }

    /** Convex hull in the plane, counter-clockwise; rounding may keep a point on an edge, which does no harm here. */
    private static double[][] outline(double[][] points) {
        double[][] p = points.clone();
        Arrays.sort(p, Comparator.<double[]>comparingDouble(q -> q[0]).thenComparingDouble(q -> q[1]));
        double[][] hull = new double[2 * p.length][];
        int n = 0;
        for (int pass = 0; pass < 2; pass++) {
            int start = n;
            for (int i = 0; i < p.length; i++) {
                double[] q = pass == 0 ? p[i] : p[p.length - 1 - i];
                while (n >= start + 2 && cross(hull[n - 2], hull[n - 1], q) <= 0) {
                    n--;
                }
                hull[n++] = q;
            }
            n--;
        }
        return Arrays.copyOf(hull, n);
    }

    private static double cross(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    /** Sides of the smallest rectangle around an outline; it has one side on an edge of the outline. */
    private static double[] rectangle(double[][] outline) {
        double[] best = {Double.POSITIVE_INFINITY, 1};
        for (int e = 0; e < outline.length; e++) {
            double[] a = outline[e];
            double[] b = outline[(e + 1) % outline.length];
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            if (length < NO_EDGE) {
                continue;
            }
            double dx = (b[0] - a[0]) / length;
            double dy = (b[1] - a[1]) / length;
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            double nearest = 0;
            double farthest = 0;
            for (double[] q : outline) {
                double along = q[0] * dx + q[1] * dy;
                from = Math.min(from, along);
                to = Math.max(to, along);
                double distance = (q[1] - a[1]) * dx - (q[0] - a[0]) * dy;
                nearest = Math.min(nearest, distance);
                farthest = Math.max(farthest, distance);
            }
            double across = farthest - nearest;
            if ((to - from) * across < best[0] * best[1]) {
                best = new double[] {to - from, across};
            }
        }
        return best;
    }
}
