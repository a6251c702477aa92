package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grey level run length matrix (TP0I): how often a level occurs in a straight run of a length. Slices
 * without a voxel of the region take no part in an average.
 */
public final class Glrlm implements FeatureFamily<LevelSizeMatrix> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("glrlm", "TP0I");

    private final DistanceWeighting weighting;

    private Glrlm(DistanceWeighting weighting) {
        this.weighting = weighting;
    }

    /** The family without distance weighting, as in the reference values. */
    public Glrlm() {
        this(DistanceWeighting.NONE);
    }

    /**
     * The family with weighted directions where directions are merged.
     *
     * @param rule how much a direction weighs
     * @return the family
     */
    public Glrlm weightedBy(DistanceWeighting rule) {
        return new Glrlm(rule);
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
    public Map<String, String> settings() {
        return Map.of("weighting", weighting.toString());
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
        for (Sweep sweep : Sweep.perMatrix(aggregation, grid.size().z(), 1)) {
            if (weighting.decay() == DistanceWeighting.Decay.NONE) {
                merged(grid, sweep).ifPresent(matrices::add);
            } else {
                weighted(grid, sweep).ifPresent(matrices::add);
            }
        }
        return matrices;
    }

    private static Optional<LevelSizeMatrix> merged(LevelGrid grid, Sweep sweep) {
        LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
        long voxels = 0;
        for (Direction direction : sweep.directions()) {
            voxels += count(grid, sweep.firstSlice(), sweep.lastSlice(), direction.offset(grid), counts);
        }
        return counts.matrix(voxels);
    }

    private Optional<LevelSizeMatrix> weighted(LevelGrid grid, Sweep sweep) {
        List<LevelSizeMatrix> perDirection = new ArrayList<>();
        for (Direction direction : sweep.directions()) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            long voxels = count(grid, sweep.firstSlice(), sweep.lastSlice(), direction.offset(grid), counts);
            counts.matrix(voxels).ifPresent(matrix -> perDirection.add(matrix.times(weighting.of(direction))));
        }
        return perDirection.stream().reduce(LevelSizeMatrix::plus);
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
