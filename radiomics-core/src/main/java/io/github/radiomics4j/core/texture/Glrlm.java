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

    /**
     * Counts the runs of one direction and returns the voxels swept. Each voxel extends the run of the voxel behind it or starts one of
     * length 1; a run is counted where the voxel ahead has another level. Lengths are kept in a ring that holds the voxels behind.
     * The border of zeros ends every run; outside the region runs of level 0 go to a row of counters that nobody reads.
     */
    private static long count(LevelGrid grid, int firstSlice, int lastSlice, int offset, LevelSizeCounts counts) {
        short[] levels = grid.bordered();
        int nx = grid.size().x();
        int[] lengths = new int[Integer.highestOneBit(offset) << 1];
        int ring = lengths.length - 1;
        for (int z = firstSlice; z <= lastSlice; z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    int level = levels[v];
                    int length = levels[v - offset] == level ? lengths[v - offset & ring] + 1 : 1;
                    lengths[v & ring] = length;
                    counts.addIf(levels[v + offset] != level, level, length);
                }
            }
        }
        return grid.voxels(firstSlice, lastSlice);
    }
}
