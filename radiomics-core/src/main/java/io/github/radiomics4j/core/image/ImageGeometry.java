package io.github.radiomics4j.core.image;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where the voxels lie: world position of voxel (i, j, k) = origin + direction · (spacing ∘ (i, j, k)), in LPS millimetres
 * (x to the patient's left, y to posterior, z to superior). Immutable.
 *
 * <p>{@code direction} is a 3 × 3 matrix whose column {@code a} is the unit vector along which index axis {@code a} grows.
 * Columns are perpendicular: radiomics assumes rectangular voxels, a sheared grid is refused.
 */
public final class ImageGeometry {
    /** Largest deviation of a dot product of two direction columns from 0 or 1; headers store single precision and less. */
    public static final double ORTHONORMALITY_TOLERANCE = 1e-4;

    private final VoxelSpacing spacing;
    private final double[] origin;
    private final double[][] direction;

    private ImageGeometry(VoxelSpacing spacing, double[] origin, double[][] direction) {
        this.spacing = spacing;
        this.origin = origin.clone();
        this.direction = Arrays.stream(direction).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * A grid at the origin, its axes along the world's axes.
     *
     * @param spacing distance of voxel centres
     * @return the geometry
     */
    public static ImageGeometry of(VoxelSpacing spacing) {
        return of(spacing, new double[3], new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    /**
     * A grid anywhere.
     *
     * @param spacing distance of voxel centres
     * @param origin LPS position in mm of the centre of voxel (0, 0, 0); length 3, copied
     * @param direction 3 × 3, {@code direction[row][axis]}: component {@code row} (L, P, S) of the unit vector of index axis
     *     {@code axis}; copied
     * @return the geometry
     * @throws IllegalArgumentException where a number is not finite or the axes are not perpendicular unit vectors
     */
    public static ImageGeometry of(VoxelSpacing spacing, double[] origin, double[][] direction) {
        if (origin.length != 3 || direction.length != 3 || Arrays.stream(direction).anyMatch(row -> row.length != 3)) {
            throw new IllegalArgumentException("origin needs 3 numbers and direction 3 × 3");
        }
        if (!Arrays.stream(origin).allMatch(Double::isFinite)
                || !Arrays.stream(direction).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("origin and direction must be finite, were " + Arrays.toString(origin) + " and "
                    + Arrays.deepToString(direction));
        }
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                double dot = direction[0][a] * direction[0][b] + direction[1][a] * direction[1][b] + direction[2][a] * direction[2][b];
                if (Math.abs(dot - (a == b ? 1 : 0)) > ORTHONORMALITY_TOLERANCE) {
                    throw new IllegalArgumentException(a == b
                            ? "direction of axis " + a + " must be a unit vector, its squared length is " + dot
                            : "axes " + a + " and " + b + " must be perpendicular, the cosine of their angle is " + dot
                                    + " (a sheared grid has no rectangular voxels; resample it first)");
                }
            }
        }
        return new ImageGeometry(spacing, origin, direction);
    }

    /**
     * Distance of voxel centres.
     *
     * @return mm along each index axis
     */
    public VoxelSpacing spacing() {
        return spacing;
    }

    /**
     * Position of the centre of voxel (0, 0, 0).
     *
     * @return LPS mm, a fresh array of length 3
     */
    public double[] origin() {
        return origin.clone();
    }

    /**
     * A component of the unit vector along which an index axis grows.
     *
     * @param row 0 for left, 1 for posterior, 2 for superior
     * @param axis 0 for x, 1 for y, 2 for z
     * @return between −1 and 1
     */
    public double direction(int row, int axis) {
        return direction[row][axis];
    }

    /**
     * World position of a point given in (fractional) voxel indices.
     *
     * @param i column
     * @param j row
     * @param k slice
     * @return LPS mm, a fresh array of length 3
     */
    public double[] toWorld(double i, double j, double k) {
        double[] world = new double[3];
        for (int r = 0; r < 3; r++) {
            world[r] = origin[r] + direction[r][0] * spacing.x() * i + direction[r][1] * spacing.y() * j + direction[r][2] * spacing.z() * k;
        }
        return world;
    }

    /**
     * The geometry of a grid with other spacing and another first voxel but the same axes.
     *
     * @param newSpacing distance of the new voxel centres
     * @param i column of the new voxel (0, 0, 0) in indices of this grid
     * @param j its row
     * @param k its slice
     * @return the geometry
     */
    public ImageGeometry regridded(VoxelSpacing newSpacing, double i, double j, double k) {
        return new ImageGeometry(newSpacing, toWorld(i, j, k), direction);
    }

    /**
     * Whether two grids of one size lie on each other: every corner voxel within a tolerance of its counterpart.
     *
     * @param other the other grid
     * @param size the common size
     * @param tolerance in mm
     * @return whether the largest distance of corresponding corner voxels is at most the tolerance
     */
    public boolean coincidesWith(ImageGeometry other, GridSize size, double tolerance) {
        for (int corner = 0; corner < 8; corner++) {
            double i = (corner & 1) == 0 ? 0 : size.x() - 1;
            double j = (corner & 2) == 0 ? 0 : size.y() - 1;
            double k = (corner & 4) == 0 ? 0 : size.z() - 1;
            double[] here = toWorld(i, j, k);
            double[] there = other.toWorld(i, j, k);
            if (!(Math.hypot(Math.hypot(here[0] - there[0], here[1] - there[1]), here[2] - there[2]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageGeometry g && spacing.equals(g.spacing) && Arrays.equals(origin, g.origin)
                && Arrays.deepEquals(direction, g.direction);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * spacing.hashCode() + Arrays.hashCode(origin)) + Arrays.deepHashCode(direction);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "spacing %s, origin (%.6g, %.6g, %.6g), axes [%.4g %.4g %.4g; %.4g %.4g %.4g; %.4g %.4g %.4g]",
                spacing, origin[0], origin[1], origin[2], direction[0][0], direction[0][1], direction[0][2], direction[1][0],
                direction[1][1], direction[1][2], direction[2][0], direction[2][1], direction[2][2]);
    }
}
