package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.SplittableRandom;

/** A small random region for comparison with counts made the obvious way: every voxel, every neighbour, with bounds tests. */
final class TestVolume {
    final GridSize size;
    final int[] levels;
    final LevelGrid grid;

    TestVolume(long seed, int highest) {
        SplittableRandom random = new SplittableRandom(seed);
        size = new GridSize(1 + random.nextInt(7), 1 + random.nextInt(7), 1 + random.nextInt(5));
        levels = new int[(int) size.voxels()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(highest);
        }
        levels[random.nextInt(levels.length)] = 1 + random.nextInt(highest);
        grid = LevelGrid.of(size, levels);
    }

    /** The level of a voxel, 0 outside the region or the box. */
    int at(int x, int y, int z) {
        boolean inside = x >= 0 && x < size.x() && y >= 0 && y < size.y() && z >= 0 && z < size.z();
        return inside ? levels[x + size.x() * (y + size.y() * z)] : 0;
    }

    /** What is done with a voxel of the region. */
    interface Visit {
        void voxel(int x, int y, int z, int level);
    }

    void forEach(Visit visit) {
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    if (at(x, y, z) > 0) {
                        visit.voxel(x, y, z, at(x, y, z));
                    }
                }
            }
        }
    }
}
