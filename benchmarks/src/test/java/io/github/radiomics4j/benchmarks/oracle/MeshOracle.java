package io.github.radiomics4j.benchmarks.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The surface at 0.5 of a mask, cube by cube, by its definition alone: on each face of a cube a stretch of inside corners is cut off by a
 * segment between the middles of the edges at its ends, segments close to loops, and of all triangulations of a loop the one of
 * largest area (then volume) is taken, found by trying them all.
 */
final class MeshOracle {
    private static final double SAME_AREA = 1e-9;

    private final Map<Integer, List<int[]>> trianglesOfCase = new HashMap<>();
    private final List<int[]> triangles = new ArrayList<>();

    /** The mesh of a region's mask. */
    MeshOracle(Region region) {
        for (int z = -1; z < region.nz; z++) {
            for (int y = -1; y < region.ny; y++) {
                for (int x = -1; x < region.nx; x++) {
                    int inside = 0;
                    for (int c = 0; c < 8; c++) {
                        inside |= region.shapeAt(x + (c & 1), y + (c >> 1 & 1), z + (c >> 2)) ? 1 << c : 0;
                    }
                    for (int[] t : trianglesOfCase.computeIfAbsent(inside, MeshOracle::triangles)) {
                        triangles.add(moved(t, 2 * x + 1, 2 * y + 1, 2 * z + 1));
                    }
                }
            }
        }
    }

    /** Triangles of nine coordinates each, in half voxels. */
    List<int[]> triangles() {
        return triangles;
    }

    /** The different corners of the triangles, in half voxels. */
    List<int[]> vertices() {
        Map<List<Integer>, int[]> different = new HashMap<>();
        for (int[] t : triangles) {
            for (int k = 0; k < 9; k += 3) {
                different.put(List.of(t[k], t[k + 1], t[k + 2]), new int[] {t[k], t[k + 1], t[k + 2]});
            }
        }
        return List.copyOf(different.values());
    }

    /** Sum of the signed tetrahedra from the origin, mm³. */
    double volume(double[] spacing) {
        double sum = 0;
        for (int[] t : triangles) {
            sum += determinant(t);
        }
        return sum / 48 * spacing[0] * spacing[1] * spacing[2];
    }

    /** Sum of the triangles' areas, mm². */
    double area(double[] spacing) {
        return triangles.stream().mapToDouble(t -> area(t, spacing)).sum();
    }

    private static int[] moved(int[] triangle, int dx, int dy, int dz) {
        int[] d = {dx, dy, dz};
        int[] moved = new int[9];
        for (int k = 0; k < 9; k++) {
            moved[k] = triangle[k] + d[k % 3];
        }
        return moved;
    }

    /** The triangles of one case, from the cube's centre in half voxels. */
    private static List<int[]> triangles(int inside) {
        Map<List<Integer>, List<Integer>> next = new HashMap<>();
        for (int[] ring : rings()) {
            addSegments(inside, ring, next);
        }
        List<int[]> triangles = new ArrayList<>();
        while (!next.isEmpty()) {
            List<List<Integer>> loop = new ArrayList<>();
            for (List<Integer> at = next.keySet().iterator().next(); next.containsKey(at);) {
                loop.add(at);
                at = next.remove(at);
            }
            triangles.addAll(best(loop));
        }
        return triangles;
    }

    /** The corners of each face, counter-clockwise as seen from outside. */
    private static List<int[]> rings() {
        return List.of(new int[] {0, 4, 6, 2}, new int[] {1, 3, 7, 5}, new int[] {0, 1, 5, 4}, new int[] {2, 6, 7, 3},
                new int[] {0, 2, 3, 1}, new int[] {4, 5, 7, 6});
    }

    private static void addSegments(int inside, int[] ring, Map<List<Integer>, List<Integer>> next) {
        for (int first = 0; first < 4; first++) {
            if (has(inside, ring[first]) && !has(inside, ring[(first + 3) % 4])) {
                int last = first;
                while (has(inside, ring[(last + 1) % 4])) {
                    last++;
                    last %= 4;
                }
                next.put(middle(ring[first], ring[(first + 3) % 4]), middle(ring[last], ring[(last + 1) % 4]));
            }
        }
    }

    private static boolean has(int inside, int corner) {
        return (inside >> corner & 1) != 0;
    }

    private static List<Integer> middle(int corner, int other) {
        return List.of((corner & 1) + (other & 1) - 1, (corner >> 1 & 1) + (other >> 1 & 1) - 1, (corner >> 2) + (other >> 2) - 1);
    }

    private static List<int[]> best(List<List<Integer>> loop) {
        List<int[]> best = List.of();
        for (List<int[]> candidate : triangulations(loop)) {
            double more = area(candidate) - area(best);
            if (more > SAME_AREA || more > -SAME_AREA && volume(candidate) > volume(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static double area(List<int[]> triangles) {
        return triangles.stream().mapToDouble(t -> area(t, new double[] {1, 1, 1})).sum();
    }

    private static int volume(List<int[]> triangles) {
        return triangles.stream().mapToInt(MeshOracle::determinant).sum();
    }

    /** All ways to cut a polygon into triangles: the edge from last to first point belongs to one of them. */
    private static List<List<int[]>> triangulations(List<List<Integer>> polygon) {
        if (polygon.size() < 3) {
            return List.of(List.of());
        }
        List<List<int[]>> all = new ArrayList<>();
        int last = polygon.size() - 1;
        for (int k = 1; k < last; k++) {
            int[] triangle = new int[9];
            for (int axis = 0; axis < 3; axis++) {
                triangle[axis] = polygon.get(0).get(axis);
                triangle[3 + axis] = polygon.get(k).get(axis);
                triangle[6 + axis] = polygon.get(last).get(axis);
            }
            for (List<int[]> before : triangulations(polygon.subList(0, k + 1))) {
                for (List<int[]> after : triangulations(polygon.subList(k, last + 1))) {
                    List<int[]> one = new ArrayList<>(before);
                    one.addAll(after);
                    one.add(triangle);
                    all.add(one);
                }
            }
        }
        return all;
    }

    private static int determinant(int[] t) {
        return t[0] * (t[4] * t[8] - t[5] * t[7]) - t[1] * (t[3] * t[8] - t[5] * t[6]) + t[2] * (t[3] * t[7] - t[4] * t[6]);
    }

    private static double area(int[] t, double[] spacing) {
        double[] u = new double[3];
        double[] v = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            u[axis] = (t[3 + axis] - t[axis]) * spacing[axis] / 2;
            v[axis] = (t[6 + axis] - t[axis]) * spacing[axis] / 2;
        }
        return HullOracle.length(HullOracle.cross(u, v)) / 2;
    }
}
