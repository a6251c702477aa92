package io.github.radiomics4j.core.roi;

import io.github.radiomics4j.core.image.GridSize;

/** Which voxels of a box belong to a region. Immutable. */
public final class BitGrid {
    private final GridSize size;
    private final byte[] inside;
    private final int count;

    private BitGrid(GridSize size, byte[] inside) {
        this.size = size;
        this.inside = inside;
        int sum = 0;
        for (byte b : inside) {
            sum += b;
        }
        this.count = sum;
    }

    /**
     * A region in a box.
     *
     * @param size the box
     * @param inside 1 for voxels of the region, 0 for others; index {@code x + nx (y + ny z)}; copied
     * @return the grid
     * @throws IllegalArgumentException where the length does not fit or a value is neither 0 nor 1
     */
    public static BitGrid of(GridSize size, byte[] inside) {
        return owning(size, inside.clone());
    }

    /**
     * A region in a box, over an array that the caller has made for it.
     *
     * @param size the box
     * @param inside as for {@link #of}, but not copied: it belongs to the grid from now on and must not be changed any more
     * @return the grid
     * @throws IllegalArgumentException where the length does not fit or a value is neither 0 nor 1
     */
    public static BitGrid owning(GridSize size, byte[] inside) {
        if (inside.length != size.voxels()) {
            throw new IllegalArgumentException("box of " + size + " needs " + size.voxels() + " values, got " + inside.length);
        }
        for (byte b : inside) {
            if (b != 0 && b != 1) {
                throw new IllegalArgumentException("membership is 0 or 1, was " + b);
            }
        }
        return new BitGrid(size, inside);
    }

    /**
     * The box.
     *
     * @return voxels along each axis
     */
    public GridSize size() {
        return size;
    }

    /**
     * The number of voxels in the region.
     *
     * @return at least 0
     */
    public int count() {
        return count;
    }

    /**
     * Whether a voxel belongs to the region.
     *
     * @param index {@code x + nx (y + ny z)}
     * @return true inside
     */
    public boolean contains(int index) {
        return inside[index] != 0;
    }
}
