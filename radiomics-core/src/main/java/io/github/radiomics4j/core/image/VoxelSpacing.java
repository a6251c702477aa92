package io.github.radiomics4j.core.image;

/**
 * Distance between neighbouring voxel centres along each index axis, in mm.
 *
 * @param x along the first (fastest) index
 * @param y along the second index
 * @param z along the third index, the slice axis
 */
public record VoxelSpacing(double x, double y, double z) {

    /**
     * Checks that each spacing is a positive finite number.
     *
     * @param x along the first (fastest) index
     * @param y along the second index
     * @param z along the third index, the slice axis
     */
    public VoxelSpacing {
        if (!(x > 0 && y > 0 && z > 0) || !Double.isFinite(x * y * z)) {
            throw new IllegalArgumentException(
                    "voxel spacing must be positive and finite along each axis (mm), was " + x + " × " + y + " × " + z);
        }
    }

    /**
     * Spacing from three lengths in mm.
     *
     * @param x along the first index
     * @param y along the second index
     * @param z along the third index
     * @return the spacing
     */
    public static VoxelSpacing mm(double x, double y, double z) {
        return new VoxelSpacing(x, y, z);
    }

    /**
     * The same spacing along all axes.
     *
     * @param mm the edge of the cubic voxel in mm
     * @return the spacing
     */
    public static VoxelSpacing isotropic(double mm) {
        return new VoxelSpacing(mm, mm, mm);
    }

    /**
     * The spacing along one axis.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @return mm
     */
    public double along(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, was " + axis);
        };
    }

    /**
     * The volume of one voxel.
     *
     * @return mm³
     */
    public double voxelVolume() {
        return x * y * z;
    }

    @Override
    public String toString() {
        return x + " × " + y + " × " + z + " mm";
    }
}
