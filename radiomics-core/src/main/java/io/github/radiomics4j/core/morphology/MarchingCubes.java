package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The surface of a mask at level 0.5 by marching cubes. Every cube of eight neighbouring voxel centres is one of 256 cases, and
 * vertices lie half-way between neighbours, so volume and area of the whole mesh are read off the number of cubes of each case:
 * the volume is exact, and neither depends on an order of summing.
 *
 * <p>The triangles of a case follow from one rule instead of a copied table. On each face of the cube, corners inside that touch
 * along a diagonal only are kept apart; the segments so found on the six faces join to closed loops, with the outside on the side
 * of the triangles' normals. Of the triangulations of a loop the one of largest area counts, of several the one of largest enclosed
 * volume; so the surface is closed, and turning or flipping a mask changes neither its volume nor its area.
 */
final class MarchingCubes {
    /** The number of cases; corner {@code x + 2 y + 4 z} of the cube is bit {@code x + 2 y + 4 z} of the case. */
    static final int CASES = 256;

    private static final double SAME_AREA = 1e-9;
    private static final int[][] TRIANGLES = new int[CASES][];
    private static final int[] VOLUME = new int[CASES];

    static {
        int[][] faces = faces();
        for (int c = 0; c < CASES; c++) {
            TRIANGLES[c] = triangulated(loops(c, faces));
            VOLUME[c] = enclosedVolume(c, faces, TRIANGLES[c]);
        }
    }

    private MarchingCubes() {
    }

    /**
     * The triangles of a case.
     *
     * @return nine numbers per triangle: x, y, z of its vertices from the cube's centre, in half voxels, counter-clockwise as seen
     *     from outside the region
     */
    static int[] triangles(int cubeCase) {
        return TRIANGLES[cubeCase].clone();
    }

    /** How many cubes of each case a mask has, cubes that reach one voxel out of its box included. */
    static long[] count(BitGrid mask) {
        GridSize size = mask.size();
        long[] counts = new long[CASES];
        for (int z = -1; z < size.z(); z++) {
            for (int y = -1; y < size.y(); y++) {
                int left = 0;
                for (int x = 0; x <= size.x(); x++) {
                    int right = column(mask, x, y, z);
                    counts[left | right << 1]++;
                    left = right;
                }
            }
        }
        return counts;
    }

    /** The four corners of a cube at one x, as bits 0, 2, 4, 6. */
    private static int column(BitGrid mask, int x, int y, int z) {
        return bit(mask, x, y, z) | bit(mask, x, y + 1, z) << 2 | bit(mask, x, y, z + 1) << 4 | bit(mask, x, y + 1, z + 1) << 6;
    }

    private static int bit(BitGrid mask, int x, int y, int z) {
        GridSize size = mask.size();
        boolean inBox = x < size.x() && y >= 0 && y < size.y() && z >= 0 && z < size.z();
        return inBox && mask.contains(x + size.x() * (y + size.y() * z)) ? 1 : 0;
    }

    /** The volume and area of the mesh, mm³ and mm². */
    static Solid mesh(long[] counts, VoxelSpacing spacing) {
        long volume = 0;
        double area = 0;
        for (int c = 0; c < CASES; c++) {
            volume += counts[c] * VOLUME[c];
            area += counts[c] * area(TRIANGLES[c], spacing);
        }
        return new Solid(volume / 48.0 * spacing.voxelVolume(), area);
    }

    private static double area(int[] triangles, VoxelSpacing spacing) {
        double area = 0;
        for (int t = 0; t < triangles.length; t += 9) {
            area += area(triangles, t, t + 3, t + 6, spacing);
        }
        return area;
    }

    /** The area of the triangle of three points whose coordinates are in half voxels. */
    static double area(int[] points, int a, int b, int c, VoxelSpacing spacing) {
        double ux = (points[b] - points[a]) * spacing.x();
        double uy = (points[b + 1] - points[a + 1]) * spacing.y();
        double uz = (points[b + 2] - points[a + 2]) * spacing.z();
        double vx = (points[c] - points[a]) * spacing.x();
        double vy = (points[c + 1] - points[a + 1]) * spacing.y();
        double vz = (points[c + 2] - points[a + 2]) * spacing.z();
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        return Math.sqrt(nx * nx + ny * ny + nz * nz) / 8;
    }

    /** The corners of each face, counter-clockwise as seen from outside the cube. */
    private static int[][] faces() {
        int[][] faces = new int[6][];
        for (int axis = 0; axis < 3; axis++) {
            int u = 1 << (axis + 1) % 3;
            int v = 1 << (axis + 2) % 3;
            faces[2 * axis] = new int[] {0, v, u + v, u};
            int top = 1 << axis;
            faces[2 * axis + 1] = new int[] {top, top + u, top + u + v, top + v};
        }
        return faces;
    }

    /** The closed loops of a case, each a list of vertices. */
    private static List<List<int[]>> loops(int cubeCase, int[][] faces) {
        int[] next = new int[64];
        for (int[] face : faces) {
            for (int k = 0; k < 4; k++) {
                if (inside(cubeCase, face[k]) && !inside(cubeCase, face[(k + 1) % 4])) {
                    int back = k;
                    while (inside(cubeCase, face[(back + 3) % 4])) {
                        back = (back + 3) % 4;
                    }
                    next[edge(face[back], face[(back + 3) % 4])] = edge(face[k], face[(k + 1) % 4]);
                }
            }
        }
        List<List<int[]>> loops = new ArrayList<>();
        for (int start = 0; start < next.length; start++) {
            List<int[]> loop = new ArrayList<>();
            for (int at = start; next[at] != 0;) {
                loop.add(new int[] {vertex(at, 0), vertex(at, 1), vertex(at, 2)});
                int to = next[at];
                next[at] = 0;
                at = to;
            }
            if (!loop.isEmpty()) {
                loops.add(loop);
            }
        }
        return loops;
    }

    private static boolean inside(int cubeCase, int corner) {
        return (cubeCase >> corner & 1) != 0;
    }

    /** An edge of the cube as one number; never 0. */
    private static int edge(int corner, int other) {
        return Math.min(corner, other) << 3 | Math.max(corner, other);
    }

    /** A coordinate of the middle of an edge, from the cube's centre in half voxels. */
    private static int vertex(int edge, int axis) {
        return (edge >> 3 >> axis & 1) + (edge >> axis & 1) - 1;
    }

    private static int[] triangulated(List<List<int[]>> loops) {
        List<int[]> triangles = new ArrayList<>();
        for (List<int[]> loop : loops) {
            Triangulation best = best(loop, 0, loop.size() - 1);
            triangles.addAll(best.triangles);
        }
        return triangles.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** Triangles between a diagonal of a loop and the stretch of the loop that it cuts off. */
    private record Triangulation(double area, int volume, List<int[]> triangles) {
        boolean isBetterThan(Triangulation other) {
            return area > other.area + SAME_AREA || area > other.area - SAME_AREA && volume > other.volume;
        }
    }

    private static Triangulation best(List<int[]> loop, int from, int to) {
        Triangulation best = new Triangulation(to - from < 2 ? 0 : -1, 0, List.of());
        for (int k = from + 1; k < to; k++) {
            Triangulation before = best(loop, from, k);
            Triangulation after = best(loop, k, to);
            int[] triangle = new int[9];
            System.arraycopy(loop.get(from), 0, triangle, 0, 3);
            System.arraycopy(loop.get(k), 0, triangle, 3, 3);
            System.arraycopy(loop.get(to), 0, triangle, 6, 3);
            List<int[]> triangles = new ArrayList<>(before.triangles);
            triangles.addAll(after.triangles);
            triangles.add(triangle);
            Triangulation candidate = new Triangulation(
                    before.area + after.area + area(triangle, 0, 3, 6, VoxelSpacing.isotropic(1)),
                    before.volume + after.volume + determinant(triangle, 0), triangles);
            if (candidate.isBetterThan(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int determinant(int[] t, int at) {
        return t[at] * (t[at + 4] * t[at + 8] - t[at + 5] * t[at + 7]) + t[at + 1] * (t[at + 5] * t[at + 6] - t[at + 3] * t[at + 8])
                + t[at + 2] * (t[at + 3] * t[at + 7] - t[at + 4] * t[at + 6]);
    }

    /**
     * The part of the cube inside the mesh, in 48ths of its volume: tetrahedra from the cube's centre to the triangles, and pyramids
     * from there to the parts of the faces inside.
     */
    private static int enclosedVolume(int cubeCase, int[][] faces, int[] triangles) {
        int volume = 0;
        for (int t = 0; t < triangles.length; t += 9) {
            volume += determinant(triangles, t);
        }
        for (int[] face : faces) {
            int corners = 0;
            for (int corner : face) {
                corners += inside(cubeCase, corner) ? 1 : 0;
            }
            boolean diagonal = corners == 2 && inside(cubeCase, face[0]) == inside(cubeCase, face[2]);
            volume += switch (corners) {
                case 0 -> 0;
                case 1 -> 1;
                case 2 -> diagonal ? 2 : 4;
                case 3 -> 7;
                default -> 8;
            };
        }
        return volume;
    }
}
