package io.github.radiomics4j.core.image;

/**
 * A box of voxels in index space; both corners belong to it.
 *
 * @param minX first column
 * @param minY first row
 * @param minZ first slice
 * @param maxX last column
 * @param maxY last row
 * @param maxZ last slice
 */
public record IndexBox(int minX, int minY, int minZ, int maxX, int maxY, int maxZ) {

    /**
     * Checks that no corner lies before the other.
     *
     * @param minX first column
     * @param minY first row
     * @param minZ first slice
     * @param maxX last column
     * @param maxY last row
     * @param maxZ last slice
     */
    public IndexBox {
        if (maxX < minX || maxY < minY || maxZ < minZ) {
            throw new IllegalArgumentException("box ends before it begins: (" + minX + ", " + minY + ", " + minZ + ") to (" + maxX
                    + ", " + maxY + ", " + maxZ + ")");
        }
    }

    /**
     * The box that holds a whole grid.
     *
     * @param size the grid
     * @return indices 0 to size − 1
     */
    public static IndexBox whole(GridSize size) {
        return new IndexBox(0, 0, 0, size.x() - 1, size.y() - 1, size.z() - 1);
    }

    /**
     * The number of voxels along each axis.
     *
     * @return sizes, each at least 1
     */
    public GridSize size() {
        return new GridSize(maxX - minX + 1, maxY - minY + 1, maxZ - minZ + 1);
    }

    /**
     * The first index along one axis.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @return the index
     */
    public int min(int axis) {
        return axis == 0 ? minX : axis == 1 ? minY : minZ;
    }

    /**
     * The last index along one axis.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @return the index, inclusive
     */
    public int max(int axis) {
        return axis == 0 ? maxX : axis == 1 ? maxY : maxZ;
    }
}
