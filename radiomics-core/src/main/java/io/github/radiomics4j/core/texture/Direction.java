package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.List;

/**
 * A step to a neighbouring voxel at Chebyshev distance 1. Of a direction and its opposite only the one that points to higher
 * indices is used.
 *
 * @param dx −1, 0 or 1
 * @param dy −1, 0 or 1
 * @param dz 0 or 1
 */
record Direction(int dx, int dy, int dz) {
    /** The four directions within a slice. */
    static final List<Direction> IN_PLANE = List.of(new Direction(1, 0, 0), new Direction(-1, 1, 0), new Direction(0, 1, 0),
            new Direction(1, 1, 0));

    /** The thirteen directions of the volume, those within a slice first. */
    static final List<Direction> VOLUME = List.of(new Direction(1, 0, 0), new Direction(-1, 1, 0), new Direction(0, 1, 0),
            new Direction(1, 1, 0), new Direction(-1, -1, 1), new Direction(0, -1, 1), new Direction(1, -1, 1), new Direction(-1, 0, 1),
            new Direction(0, 0, 1), new Direction(1, 0, 1), new Direction(-1, 1, 1), new Direction(0, 1, 1), new Direction(1, 1, 1));

    /** The step in a bordered level array; always positive. */
    int offset(LevelGrid grid) {
        return dx + dy * grid.rowStride() + dz * grid.sliceStride();
    }

    static int[] offsets(List<Direction> directions, LevelGrid grid) {
        return directions.stream().mapToInt(d -> d.offset(grid)).toArray();
    }
}
