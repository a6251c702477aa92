package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.IntensityRange;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.Optional;
import java.util.SplittableRandom;

/** A small region, and the part of it in every window cut out as a region of its own, the obvious way. */
record WindowedRegion(GridSize size, int[] levels, double[] intensities) {

    static WindowedRegion of(GridSize size, int[] levels) {
        double[] intensities = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            intensities[i] = 10 * levels[i] - 15.5;
        }
        return new WindowedRegion(size, levels, intensities);
    }

    /** Random levels; intensities are whole numbers around 0 where the seed is even, so that some windows have mean 0; else fractions. */
    static WindowedRegion random(GridSize size, long seed, int highest, double filled) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] levels = new int[(int) size.voxels()];
        double[] intensities = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = random.nextDouble() < filled ? 1 + random.nextInt(highest) : 0;
            intensities[i] = seed % 2 == 0 ? random.nextInt(-3, 4) : random.nextDouble(-100, 300);
        }
        levels[random.nextInt(levels.length)] = highest;
        return new WindowedRegion(size, levels, intensities);
    }

    PreparedRoi roi() {
        byte[] inside = new byte[levels.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (levels[i] > 0 ? 1 : 0);
        }
        BitGrid mask = BitGrid.of(size, inside);
        return new PreparedRoi(VoxelSpacing.isotropic(1), mask, IntensityGrid.of(intensities, mask), LevelGrid.of(size, levels),
                IntensityRange.UNBOUNDED, "test", Optional.empty());
    }

    /** What is done with the window of a voxel of the region. */
    interface Visit {
        void window(int at, PreparedRoi part);
    }

    void forEachWindow(Window window, Visit visit) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] > 0) {
                visit.window(i, cut(window, i % size.x(), i / size.x() % size.y(), i / (size.x() * size.y())).roi());
            }
        }
    }

    private WindowedRegion cut(Window window, int x, int y, int z) {
        GridSize part = new GridSize(2 * window.radius() + 1, 2 * window.radius() + 1, 2 * window.sliceRadius() + 1);
        int[] partLevels = new int[(int) part.voxels()];
        double[] partIntensities = new double[partLevels.length];
        for (int i = 0; i < partLevels.length; i++) {
            int fromX = x - window.radius() + i % part.x();
            int fromY = y - window.radius() + i / part.x() % part.y();
            int fromZ = z - window.sliceRadius() + i / (part.x() * part.y());
            if (fromX >= 0 && fromX < size.x() && fromY >= 0 && fromY < size.y() && fromZ >= 0 && fromZ < size.z()) {
                int from = fromX + size.x() * (fromY + size.y() * fromZ);
                partLevels[i] = levels[from];
                partIntensities[i] = intensities[from];
            }
        }
        return new WindowedRegion(part, partLevels, partIntensities);
    }
}
