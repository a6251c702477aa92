package io.github.radiomics4j.core.map;

/**
 * The box of voxels around a voxel that its value in a map is measured over.
 *
 * @param radius voxels to either side along x and y, 1 to {@link #MAXIMUM_RADIUS}
 * @param sliceRadius voxels to either side along z, 0 to {@link #MAXIMUM_RADIUS}; 0 stays within the slice
 */
public record Window(int radius, int sliceRadius) {
    /** The largest radius. */
    public static final int MAXIMUM_RADIUS = 64;

    /**
     * Checks the radii.
     *
     * @param radius voxels to either side along x and y, 1 to {@link #MAXIMUM_RADIUS}
     * @param sliceRadius voxels to either side along z, 0 to {@link #MAXIMUM_RADIUS}; 0 stays within the slice
     */
    public Window {
        if (radius < 1 || radius > MAXIMUM_RADIUS || sliceRadius < 0 || sliceRadius > MAXIMUM_RADIUS) {
            throw new IllegalArgumentException("a window reaches 1 to " + MAXIMUM_RADIUS + " voxels along x and y and 0 to "
                    + MAXIMUM_RADIUS + " along z, was " + radius + " and " + sliceRadius);
        }
    }

    /**
     * A cube.
     *
     * @param radius voxels to either side, 1 to {@link #MAXIMUM_RADIUS}; 1 for 3 × 3 × 3 voxels
     * @return the window
     */
    public static Window cube(int radius) {
        return new Window(radius, radius);
    }

    /**
     * A square within the slice.
     *
     * @param radius voxels to either side, 1 to {@link #MAXIMUM_RADIUS}; 1 for 3 × 3 voxels
     * @return the window
     */
    public static Window square(int radius) {
        return new Window(radius, 0);
    }

    /**
     * The size of the window.
     *
     * @return (2 radius + 1)² (2 sliceRadius + 1)
     */
    public int voxels() {
        return (2 * radius + 1) * (2 * radius + 1) * (2 * sliceRadius + 1);
    }

    /** The wider of the two radii, which is the border that a grid needs. */
    int border() {
        return Math.max(radius, sliceRadius);
    }

    @Override
    public String toString() {
        return (2 * radius + 1) + "×" + (2 * radius + 1) + "×" + (2 * sliceRadius + 1);
    }
}
