package io.github.radiomics4j.core.image;

/**
 * Number of voxels along each index axis.
 *
 * @param x columns
 * @param y rows
 * @param z slices
 */
public record GridSize(int x, int y, int z) {

    /**
     * Checks that each size is at least 1.
     *
     * @param x columns
     * @param y rows
     * @param z slices
     */
    public GridSize {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException("an image needs at least one voxel along each axis, was " + x + " × " + y + " × " + z);
        }
    }

    /**
     * The size along one axis.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @return voxels
     */
    public int along(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, was " + axis);
        };
    }

    /**
     * The number of voxels.
     *
     * @return x · y · z, exact
     */
    public long voxels() {
        return (long) x * y * z;
    }

    @Override
    public String toString() {
        return x + "×" + y + "×" + z;
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public boolean equals(Object other) {
        return other instanceof GridSize o && x == o.x && y == o.y && z == o.z;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * x + y) + z;
    }
}
