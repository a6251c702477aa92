package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Neighbouring grey level dependence matrix (REK0): how often a level occurs with a dependence count, the number of voxels within
 * Chebyshev distance δ (the voxel itself included) whose level differs by at most the coarseness α.
 */
public final class Ngldm implements FeatureFamily<LevelSizeMatrix> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("ngldm", "REK0");

    private final int coarseness;
    private final int distance;

    /** The family with coarseness α = 0 and distance δ = 1, as in the reference values. */
    public Ngldm() {
        this(0, 1);
    }

    /**
     * The family with a coarseness and a distance.
     *
     * @param coarseness largest difference α of levels that depend on each other, 0 or more
     * @param distance Chebyshev distance δ of the neighbourhood in voxels, 1 or more
     */
    public Ngldm(int coarseness, int distance) {
        if (coarseness < 0) {
            throw new IllegalArgumentException("coarseness must be 0 or more, was " + coarseness);
        }
        this.coarseness = coarseness;
        this.distance = Neighbourhood.requireDistance(distance);
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<NgldmFeature> features() {
        return List.of(NgldmFeature.values());
    }

    @Override
    public Aggregation aggregationFor(Aggregation requested) {
        return requested.withoutDirection();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("coarseness", Integer.toString(coarseness), "distance", Integer.toString(distance));
    }

    @Override
    public List<LevelSizeMatrix> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), aggregation);
    }

    /**
     * Counts the matrices of a region.
     *
     * @param levels the region's levels
     * @param aggregation {@link Aggregation#TWO_D}, {@link Aggregation#TWO_HALF_D} or {@link Aggregation#THREE_D}
     * @return one element per matrix that has voxels
     */
    public List<LevelSizeMatrix> measure(LevelGrid levels, Aggregation aggregation) {
        LevelGrid grid = levels.withBorder(distance);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (Sweep sweep : Sweep.perUndirectedMatrix(aggregation, grid.size().z(), distance)) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            long voxels = count(grid, sweep, counts);
            counts.matrix(voxels).ifPresent(matrices::add);
        }
        return matrices;
    }

    private long count(LevelGrid grid, Sweep sweep, LevelSizeCounts counts) {
        short[] levels = grid.bordered();
        int[] offsets = Direction.offsets(sweep.directions(), grid);
        int nx = grid.size().x();
        long voxels = 0;
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    int level = levels[v];
                    if (level == 0) {
                        continue;
                    }
                    int dependence = 1;
                    for (int offset : offsets) {
                        dependence += depends(level, levels[v + offset]) + depends(level, levels[v - offset]);
                    }
                    counts.add(level, dependence);
                    voxels++;
                }
            }
        }
        return voxels;
    }

    /** 1 where the neighbour lies in the region and its level is near enough, else 0. */
    private int depends(int level, int other) {
        return other != 0 && Math.abs(level - other) <= coarseness ? 1 : 0;
    }
}
