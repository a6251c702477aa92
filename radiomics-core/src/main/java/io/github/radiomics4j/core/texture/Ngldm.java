package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.Arrays;
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
        LevelRows rows = new LevelRows(grid, distance, distance, 2 * distance + 1);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (Sweep sweep : Sweep.perUndirectedMatrix(aggregation, grid.size().z(), distance)) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            long voxels = count(grid, rows, sweep, counts);
            counts.matrix(voxels).ifPresent(matrices::add);
        }
        return matrices;
    }

    private long count(LevelGrid grid, LevelRows rows, Sweep sweep, LevelSizeCounts counts) {
        int[] dependence = new int[grid.size().x()];
        long voxels = 0;
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int from = rows.from(y, z);
                int to = rows.to(y, z);
                if (from >= to) {
                    continue;
                }
                int[] row = rows.row(y, z, 0);
                Arrays.fill(dependence, from, to, 1);
                for (Direction d : sweep.directions()) {
                    addDependent(row, rows.row(y + d.dy(), z + d.dz(), d.dx()), from, to, dependence);
                    addDependent(row, rows.row(y - d.dy(), z - d.dz(), -d.dx()), from, to, dependence);
                }
                for (int x = from; x < to; x++) {
                    if (row[x] != 0) {
                        counts.add(row[x], dependence[x]);
                        voxels++;
                    }
                }
            }
        }
        return voxels;
    }

    /**
     * Adds 1 where a neighbour lies in the region and its level differs by at most the coarseness: where the differences to the first
     * level beyond it on either side and the neighbour's level with a minus sign are all negative.
     */
    private void addDependent(int[] row, int[] neighbours, int from, int to, int[] dependence) {
        int beyond = coarseness + 1;
        for (int x = from; x < to; x++) {
            int difference = row[x] - neighbours[x];
            dependence[x] += (difference - beyond & -beyond - difference & -neighbours[x]) >>> 31;
        }
    }
}
