package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.VoxelSpacing;

/** A rectangle of voxels in one plane of a volume, around whose centre a square is cut. */
record PlaneBox(PlaneAxes axes, int at, int minColumn, int minRow, int maxColumn, int maxRow) {

    /** The slice z of a box. */
    static PlaneBox slice(IndexBox box, int z) {
        return new PlaneBox(PlaneAxes.XY, z, box.minX(), box.minY(), box.maxX(), box.maxY());
    }

    private int columns() {
        return maxColumn - minColumn + 1;
    }

    private int rows() {
        return maxRow - minRow + 1;
    }

    /** In mm. */
    double longerEdge(VoxelSpacing spacing) {
        return Math.max(columns() * spacing.along(axes.columns()), rows() * spacing.along(axes.rows()));
    }

    /** From voxels to the columns of pixels of a square of {@code edge} mm. */
    AxisWeights columnWeights(VoxelSpacing spacing, double edge, int size) {
        return AxisWeights.of(columns(), edge / spacing.along(axes.columns()), size);
    }

    /** From voxels to the rows of pixels of a square of {@code edge} mm. */
    AxisWeights rowWeights(VoxelSpacing spacing, double edge, int size) {
        return AxisWeights.of(rows(), edge / spacing.along(axes.rows()), size);
    }
}
