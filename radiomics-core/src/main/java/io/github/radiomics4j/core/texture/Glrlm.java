package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.List;

/**
 * Grey level run length matrix (TP0I): how often a level occurs in a straight run of a length, without distance weighting. Slices
 * without a voxel of the region take no part in an average.
 */
public final class Glrlm implements FeatureFamily<LevelSizeMatrix> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("glrlm", "TP0I");

    /** The family; it has no settings. */
    public Glrlm() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<GlrlmFeature> features() {
        return List.of(GlrlmFeature.values());
    }

    @Override
    public Aggregation aggregationFor(Aggregation requested) {
        return requested;
    }

    @Override
    public List<LevelSizeMatrix> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), aggregation);
    }

    /**
     * Counts the matrices of a region.
     *
     * @param grid the region's levels
     * @param aggregation one of the six directional ones
     * @return one element per matrix that has runs
     */
    public List<LevelSizeMatrix> measure(LevelGrid grid, Aggregation aggregation) {
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (Sweep sweep : Sweep.perMatrix(aggregation, grid.size().z())) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            long voxels = 0;
            for (Direction direction : sweep.directions()) {
                voxels += count(grid, sweep.firstSlice(), sweep.lastSlice(), direction.offset(grid), counts);
            }
            counts.matrix(voxels).ifPresent(matrices::add);
        }
        return matrices;
    }

    /** A run starts where the voxel behind has another level; the border of zeros ends every run. Returns the voxels swept. */
    private static long count(LevelGrid grid, int firstSlice, int lastSlice, int offset, LevelSizeCounts counts) {
        short[] levels = grid.bordered();
        int nx = grid.size().x();
        long voxels = 0;
        for (int z = firstSlice; z <= lastSlice; z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    short level = levels[v];
                    if (level == 0) {
                        continue;
                    }
                    voxels++;
                    if (levels[v - offset] != level) {
                        int length = 1;
                        for (int w = v + offset; levels[w] == level; w += offset) {
                            length++;
                        }
                        counts.add(level, length);
                    }
                }
            }
        }
        return voxels;
    }
}
