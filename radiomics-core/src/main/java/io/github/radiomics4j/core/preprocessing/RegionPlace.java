package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;

/**
 * Where the box of a prepared region lies.
 *
 * @param grid voxels of the whole image, after resampling
 * @param geometry where the voxels of this grid lie
 * @param box the region's box in this grid
 */
public record RegionPlace(GridSize grid, ImageGeometry geometry, IndexBox box) {

    /**
     * Checks that the box lies in the grid.
     *
     * @param grid voxels of the whole image, after resampling
     * @param geometry where the voxels of this grid lie
     * @param box the region's box in this grid
     */
    public RegionPlace {
        for (int axis = 0; axis < 3; axis++) {
            if (box.min(axis) < 0 || box.max(axis) >= grid.along(axis)) {
                throw new IllegalArgumentException(box + " does not lie in a grid of " + grid);
            }
        }
    }
}
