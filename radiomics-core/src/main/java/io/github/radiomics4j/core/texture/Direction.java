package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * A step to a neighbouring voxel. Of a direction and its opposite only the one that points to higher indices is used.
 *
 * @param dx voxels along x
 * @param dy voxels along y
 * @param dz voxels along z, 0 or more
 */
record Direction(int dx, int dy, int dz) {
    /** The four directions within a slice at Chebyshev distance 1. */
    static final List<Direction> IN_PLANE = inPlane(1);

    /** The thirteen directions of the volume at Chebyshev distance 1, those within a slice first. */
    static final List<Direction> VOLUME = volume(1);

    /** Half of the neighbourhood of a Chebyshev distance within a slice, in index order. */
    static List<Direction> inPlane(int distance) {
        return volume(distance).stream().filter(d -> d.dz == 0).toList();
    }

    /** Half of the neighbourhood of a Chebyshev distance in the volume, in index order. */
    static List<Direction> volume(int distance) {
        List<Direction> directions = new ArrayList<>();
        for (int dz = 0; dz <= distance; dz++) {
            for (int dy = dz == 0 ? 0 : -distance; dy <= distance; dy++) {
                for (int dx = dz == 0 && dy == 0 ? 1 : -distance; dx <= distance; dx++) {
                    directions.add(new Direction(dx, dy, dz));
                }
            }
        }
        return List.copyOf(directions);
    }

    /** The step in a bordered level array; always positive. */
    int offset(LevelGrid grid) {
        return dx + dy * grid.rowStride() + dz * grid.sliceStride();
    }

    static int[] offsets(List<Direction> directions, LevelGrid grid) {
        return directions.stream().mapToInt(d -> d.offset(grid)).toArray();
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public boolean equals(Object other) {
        return other instanceof Direction o && dx == o.dx && dy == o.dy && dz == o.dz;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dx + dy) + dz;
    }
}
