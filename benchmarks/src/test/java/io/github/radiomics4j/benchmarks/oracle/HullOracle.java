package io.github.radiomics4j.benchmarks.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The convex hull of points of a lattice: every plane through three of them that has none of the others on one of its sides. */
final class HullOracle {
    private final List<int[]> points;
    private final double[] spacing;
    private double volume;
    private double area;

    /** The hull of points that are different, in half voxels. */
    HullOracle(List<int[]> points, double[] spacing) {
        this.points = withoutMiddles(points);
        this.spacing = spacing;
        double[] inside = inMillimetres(this.points.get(0));
        for (List<int[]> face : faces().values()) {
            addFace(face, inside);
        }
    }

    double volume() {
        return volume;
    }

    double area() {
        return area;
    }

    /** A point half-way between two others is no corner of the hull; without them there are few enough for loops over triples. */
    private static List<int[]> withoutMiddles(List<int[]> points) {
        Set<List<Integer>> present = new HashSet<>();
        points.forEach(p -> present.add(List.of(p[0], p[1], p[2])));
        return points.stream().filter(p -> points.stream().noneMatch(q -> q != p
                && present.contains(List.of(2 * p[0] - q[0], 2 * p[1] - q[1], 2 * p[2] - q[2])))).toList();
    }

    /** The points on each supporting plane, by its normal in lowest terms and its distance. */
    private Map<List<Long>, List<int[]>> faces() {
        Map<List<Long>, List<int[]>> faces = new HashMap<>();
        for (int a = 0; a < points.size(); a++) {
            for (int b = a + 1; b < points.size(); b++) {
                for (int c = b + 1; c < points.size(); c++) {
                    long[] normal = outwardNormal(points.get(a), points.get(b), points.get(c));
                    if (normal.length > 0) {
                        long height = dot(normal, points.get(a));
                        faces.computeIfAbsent(List.of(normal[0], normal[1], normal[2]),
                                key -> points.stream().filter(p -> dot(normal, p) == height).toList());
                    }
                }
            }
        }
        return faces;
    }

    /** Nothing where the points are on one line or the others are on both sides of their plane. */
    private long[] outwardNormal(int[] a, int[] b, int[] c) {
        long[] u = {b[0] - a[0], b[1] - a[1], b[2] - a[2]};
        long[] v = {c[0] - a[0], c[1] - a[1], c[2] - a[2]};
        long[] n = {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        long height = dot(n, a);
        boolean above = false;
        boolean below = false;
        for (int[] p : points) {
            long side = dot(n, p) - height;
            above |= side > 0;
            below |= side < 0;
            if (above && below) {
                return new long[0];
            }
        }
        if (!above && !below) {
            return new long[0];
        }
        long divisor = gcd(Math.abs(n[0]), gcd(Math.abs(n[1]), Math.abs(n[2]))) * (above ? -1 : 1);
        return new long[] {n[0] / divisor, n[1] / divisor, n[2] / divisor};
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long dot(long[] n, int[] p) {
        return n[0] * p[0] + n[1] * p[1] + n[2] * p[2];
    }

    /** A face's polygon as the triangles from its first corner to each of its edges, and the pyramid from a point of the hull to it. */
    private void addFace(List<int[]> face, double[] inside) {
        double[] first = inMillimetres(face.get(0));
        double faceArea = 0;
        double[] normal = new double[3];
        for (int[][] edge : edges(face)) {
            double[] n = cross(minus(inMillimetres(edge[0]), first), minus(inMillimetres(edge[1]), first));
            faceArea += length(n) / 2;
            normal = length(n) > length(normal) ? n : normal;
        }
        double[] up = minus(first, inside);
        double height = Math.abs(up[0] * normal[0] + up[1] * normal[1] + up[2] * normal[2]) / length(normal);
        area += faceArea;
        volume += faceArea * height / 3;
    }

    /** Pairs of points with all others of the plane on one side of their line, and none further out on it. */
    private List<int[][]> edges(List<int[]> face) {
        List<int[][]> edges = new ArrayList<>();
        for (int i = 0; i < face.size(); i++) {
            for (int j = i + 1; j < face.size(); j++) {
                if (isEdge(face, face.get(i), face.get(j))) {
                    edges.add(new int[][] {face.get(i), face.get(j)});
                }
            }
        }
        return edges;
    }

    private static boolean isEdge(List<int[]> face, int[] a, int[] b) {
        long[] d = {b[0] - a[0], b[1] - a[1], b[2] - a[2]};
        long[] side = new long[3];
        for (int[] p : face) {
            long[] e = {p[0] - a[0], p[1] - a[1], p[2] - a[2]};
            long[] n = {d[1] * e[2] - d[2] * e[1], d[2] * e[0] - d[0] * e[2], d[0] * e[1] - d[1] * e[0]};
            long along = d[0] * e[0] + d[1] * e[1] + d[2] * e[2];
            boolean onLine = n[0] == 0 && n[1] == 0 && n[2] == 0;
            if (onLine && (along < 0 || along > d[0] * d[0] + d[1] * d[1] + d[2] * d[2])
                    || side[0] * n[0] + side[1] * n[1] + side[2] * n[2] < 0) {
                return false;
            }
            side = onLine ? side : n;
        }
        return true;
    }

    private double[] inMillimetres(int[] p) {
        return new double[] {p[0] * spacing[0] / 2, p[1] * spacing[1] / 2, p[2] * spacing[2] / 2};
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    static double[] cross(double[] u, double[] v) {
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
