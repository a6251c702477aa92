package io.github.radiomics4j.core.io.dicom.seg;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.region.ReferencedGrid;

/** The voxels of one segment while its frames come in. */
final class SegmentVoxels {
    private final ReferencedGrid grid;
    private final byte[] voxels;
    private long inside;
    private long outside;

    /** Keeps the array, one cell for each voxel of the grid, and changes it. */
    SegmentVoxels(ReferencedGrid grid, byte[] voxels) {
        this.grid = grid;
        this.voxels = voxels;
    }

    /** Adds a pixel that belongs to the segment. */
    void add(int column, int row, FramePlacement placement) {
        GridSize size = grid.size();
        long x = placement.along(0, column, row);
        long y = placement.along(1, column, row);
        long z = placement.along(2, column, row);
        if (x < 0 || y < 0 || z < 0 || x >= size.x() || y >= size.y() || z >= size.z()) {
            outside++;
        } else {
            voxels[(int) (x + size.x() * (y + size.y() * z))] = 1;
            inside++;
        }
    }

    long inside() {
        return inside;
    }

    /** How many pixels of the segment have no voxel in the grid. */
    long outside() {
        return outside;
    }

    Mask mask() {
        return Mask.of(voxels, grid.size()).at(grid.geometry());
    }
}
