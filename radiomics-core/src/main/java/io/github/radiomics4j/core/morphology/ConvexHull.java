package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;

/**
 * The convex hull of a mask's mesh, by quickhull in whole numbers: vertices of the mesh lie on a lattice of half voxels, so which
 * side of a plane a point lies on is decided exactly, however many points share a plane. A point counts as outside a face only
 * where it lies strictly beyond it.
 *
 * <p>No determinant overflows: each of its terms has one difference along each axis, and a box has fewer than 2³¹ voxels.
 */
final class ConvexHull {
    private static final int NONE = -1;

    private final int[] points;
    private int[] corner = new int[96];
    private int[] neighbour = new int[96];
    private int[] firstOutside = new int[32];
    private boolean[] gone = new boolean[32];
    private int faces;
    private final int[] nextOutside;
    private final int[] newFaceFrom;

    private ConvexHull(int[] points) {
        this.points = points;
        this.nextOutside = new int[points.length / 3];
        this.newFaceFrom = new int[points.length / 3];
        build();
    }

    /**
     * The hull of the mesh of a mask.
     *
     * @param mask at least one voxel
     */
    static ConvexHull of(BitGrid mask) {
        return new ConvexHull(HullCandidates.of(mask));
    }

    /**
     * The hull of points.
     *
     * @param points x, y, z each, not all in one plane
     */
    static ConvexHull of(int[] points) {
        return new ConvexHull(points.clone());
    }

    /** Volume and area where coordinates are in half voxels, mm³ and mm². */
    Solid solid(VoxelSpacing spacing) {
        long volume = 0;
        double area = 0;
        int origin = corner[0];
        for (int f = 0; f < faces; f++) {
            if (!gone[f]) {
                volume += orientation(corner[3 * f], corner[3 * f + 1], corner[3 * f + 2], origin);
                area += MarchingCubes.area(points, 3 * corner[3 * f], 3 * corner[3 * f + 1], 3 * corner[3 * f + 2], spacing);
            }
        }
        return new Solid(-volume / 48.0 * spacing.voxelVolume(), area);
    }

    /** The points that are vertices of the hull: x, y, z each, in the order of the given points. */
    int[] vertices() {
        boolean[] used = new boolean[points.length / 3];
        for (int f = 0; f < faces; f++) {
            for (int k = 0; k < 3 && !gone[f]; k++) {
                used[corner[3 * f + k]] = true;
            }
        }
        int[] vertices = new int[points.length];
        int n = 0;
        for (int p = 0; p < used.length; p++) {
            if (used[p]) {
                System.arraycopy(points, 3 * p, vertices, n, 3);
                n += 3;
            }
        }
        return Arrays.copyOf(vertices, n);
    }

    /** Corners of the hull's triangles: nine coordinates each, counter-clockwise as seen from outside. */
    int[] triangles() {
        int[] triangles = new int[9 * faces];
        int n = 0;
        for (int f = 0; f < faces; f++) {
            for (int k = 0; k < 3 && !gone[f]; k++) {
                System.arraycopy(points, 3 * corner[3 * f + k], triangles, n, 3);
                n += 3;
            }
        }
        return Arrays.copyOf(triangles, n);
    }

    private void build() {
        int[] first = firstFour();
        boolean turned = orientation(first[0], first[1], first[2], first[3]) > 0;
        int b = turned ? first[2] : first[1];
        int c = turned ? first[1] : first[2];
        int[][] tetrahedron = {{first[0], b, c}, {first[0], first[3], b}, {b, first[3], c}, {c, first[3], first[0]}};
        for (int[] t : tetrahedron) {
            addFace(t[0], t[1], t[2]);
        }
        for (int f = 0; f < 4; f++) {
            for (int k = 0; k < 3; k++) {
                neighbour[3 * f + k] = faceWithEdge(corner[3 * f + (k + 1) % 3], corner[3 * f + k]);
            }
        }
        for (int p = 0; p < nextOutside.length; p++) {
            assign(p, 0, 4);
        }
        for (int f = 0; f < faces; f++) {
            if (!gone[f] && firstOutside[f] != NONE) {
                addPoint(furthest(f), f);
            }
        }
    }

    /** Four points that are not in one plane. */
    private int[] firstFour() {
        int[] four = new int[4];
        four[1] = best((p, best) -> distance(four[0], p) > distance(four[0], best));
        four[2] = best((p, best) -> spread(four[0], four[1], p) > spread(four[0], four[1], best));
        four[3] = best((p, best) -> Math.abs(orientation(four[0], four[1], four[2], p))
                > Math.abs(orientation(four[0], four[1], four[2], best)));
        if (orientation(four[0], four[1], four[2], four[3]) == 0) {
            throw new IllegalArgumentException("a convex hull needs points that are not all in one plane");
        }
        return four;
    }

    private interface Better {
        boolean than(int point, int best);
    }

    private int best(Better better) {
        int best = 0;
        for (int p = 1; p < nextOutside.length; p++) {
            best = better.than(p, best) ? p : best;
        }
        return best;
    }

    private long distance(int a, int b) {
        return Math.abs(difference(a, b, 0)) + Math.abs(difference(a, b, 1)) + Math.abs(difference(a, b, 2));
    }

    private long spread(int a, int b, int p) {
        long sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            int other = (axis + 1) % 3;
            sum += Math.abs(difference(a, b, axis) * difference(a, p, other) - difference(a, b, other) * difference(a, p, axis));
        }
        return sum;
    }

    private long difference(int from, int to, int axis) {
        return points[3 * to + axis] - points[3 * from + axis];
    }

    /** Positive where p lies on the side from which a, b, c run counter-clockwise; six times the volume of the tetrahedron. */
    private long orientation(int a, int b, int c, int p) {
        long px = difference(a, p, 0);
        long py = difference(a, p, 1);
        long pz = difference(a, p, 2);
        long bx = difference(a, b, 0);
        long by = difference(a, b, 1);
        long bz = difference(a, b, 2);
        long cx = difference(a, c, 0);
        long cy = difference(a, c, 1);
        long cz = difference(a, c, 2);
        return px * (by * cz - bz * cy) + py * (bz * cx - bx * cz) + pz * (bx * cy - by * cx);
    }

    private long beyond(int face, int p) {
        return orientation(corner[3 * face], corner[3 * face + 1], corner[3 * face + 2], p);
    }

    private int addFace(int a, int b, int c) {
        if (faces == gone.length) {
            corner = Arrays.copyOf(corner, 2 * corner.length);
            neighbour = Arrays.copyOf(neighbour, 2 * neighbour.length);
            firstOutside = Arrays.copyOf(firstOutside, 2 * faces);
            gone = Arrays.copyOf(gone, 2 * faces);
        }
        corner[3 * faces] = a;
        corner[3 * faces + 1] = b;
        corner[3 * faces + 2] = c;
        firstOutside[faces] = NONE;
        return faces++;
    }

    private int faceWithEdge(int from, int to) {
        for (int f = 0; f < faces; f++) {
            for (int k = 0; k < 3; k++) {
                if (corner[3 * f + k] == from && corner[3 * f + (k + 1) % 3] == to) {
                    return f;
                }
            }
        }
        throw new IllegalStateException("the hull is not closed");
    }

    /** Hands a point to the first of some faces that it lies beyond; one that lies beyond none is inside. */
    private void assign(int p, int fromFace, int toFace) {
        for (int f = fromFace; f < toFace; f++) {
            if (beyond(f, p) > 0) {
                nextOutside[p] = firstOutside[f];
                firstOutside[f] = p;
                return;
            }
        }
    }

    private int furthest(int face) {
        int best = firstOutside[face];
        long most = beyond(face, best);
        for (int p = nextOutside[best]; p != NONE; p = nextOutside[p]) {
            long far = beyond(face, p);
            if (far > most) {
                most = far;
                best = p;
            }
        }
        return best;
    }

    /** Replaces the faces that a point lies beyond by faces from their rim to the point. */
    private void addPoint(int point, int seed) {
        int[] visible = new int[16];
        int seen = 0;
        visible[seen++] = seed;
        gone[seed] = true;
        int firstNew = faces;
        for (int v = 0; v < seen; v++) {
            for (int k = 0; k < 3; k++) {
                int other = neighbour[3 * visible[v] + k];
                if (gone[other]) {
                    continue;
                }
                if (beyond(other, point) > 0) {
                    visible = seen == visible.length ? Arrays.copyOf(visible, 2 * seen) : visible;
                    visible[seen++] = other;
                    gone[other] = true;
                }
            }
        }
        for (int v = 0; v < seen; v++) {
            for (int k = 0; k < 3; k++) {
                int other = neighbour[3 * visible[v] + k];
                if (!gone[other]) {
                    addRimFace(corner[3 * visible[v] + k], corner[3 * visible[v] + (k + 1) % 3], point, other);
                }
            }
        }
        for (int f = firstNew; f < faces; f++) {
            int following = newFaceFrom[corner[3 * f + 1]];
            neighbour[3 * f + 1] = following;
            neighbour[3 * following + 2] = f;
        }
        for (int v = 0; v < seen; v++) {
            for (int p = firstOutside[visible[v]]; p != NONE;) {
                int next = nextOutside[p];
                if (p != point) {
                    assign(p, firstNew, faces);
                }
                p = next;
            }
        }
    }

    private void addRimFace(int from, int to, int point, int beyondRim) {
        int face = addFace(from, to, point);
        neighbour[3 * face] = beyondRim;
        for (int k = 0; k < 3; k++) {
            if (corner[3 * beyondRim + k] == to && corner[3 * beyondRim + (k + 1) % 3] == from) {
                neighbour[3 * beyondRim + k] = face;
            }
        }
        newFaceFrom[from] = face;
    }
}
