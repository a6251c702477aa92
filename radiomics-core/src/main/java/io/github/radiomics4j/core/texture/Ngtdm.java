package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbourhood grey tone difference matrix (IPET): for each level, how far its voxels lie from the mean level of their neighbours
 * within Chebyshev distance 1. Neighbours outside the region are left out of the mean, a voxel without neighbours is skipped.
 */
public final class Ngtdm implements FeatureFamily<ToneDifferences> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("ngtdm", "IPET");

    /** The most neighbours a voxel has. */
    private static final int NEIGHBOURS = 26;

    /** The family; it has no settings. */
    public Ngtdm() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<NgtdmFeature> features() {
        return List.of(NgtdmFeature.values());
    }

    @Override
    public Aggregation aggregationFor(Aggregation requested) {
        return requested.withoutDirection();
    }

    @Override
    public List<ToneDifferences> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), aggregation);
    }

    /**
     * Measures the matrices of a region.
     *
     * @param grid the region's levels
     * @param aggregation {@link Aggregation#TWO_D}, {@link Aggregation#TWO_HALF_D} or {@link Aggregation#THREE_D}
     * @return one element per matrix that has a voxel with neighbours
     */
    public List<ToneDifferences> measure(LevelGrid grid, Aggregation aggregation) {
        List<ToneDifferences> matrices = new ArrayList<>();
        for (Sweep sweep : Sweep.perUndirectedMatrix(aggregation, grid.size().z())) {
            long[] counts = new long[grid.levels() + 1];
            long[] scaled = new long[(grid.levels() + 1) * (NEIGHBOURS + 1)];
            gather(grid, sweep, counts, scaled);
            ToneDifferences.of(counts, differences(scaled, grid.levels())).ifPresent(matrices::add);
        }
        return matrices;
    }

    /**
     * Adds up n·|level − mean of n neighbours| = |n·level − sum of neighbours|, a whole number, per level and n: exact, and the same
     * in any order of voxels.
     */
    private static void gather(LevelGrid grid, Sweep sweep, long[] counts, long[] scaled) {
        short[] levels = grid.bordered();
        int[] offsets = Direction.offsets(sweep.directions(), grid);
        int nx = grid.size().x();
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    int level = levels[v];
                    if (level == 0) {
                        continue;
                    }
                    int sum = 0;
                    int n = 0;
                    for (int offset : offsets) {
                        int ahead = levels[v + offset];
                        int behind = levels[v - offset];
                        sum += ahead + behind;
                        n += (ahead == 0 ? 0 : 1) + (behind == 0 ? 0 : 1);
                    }
                    if (n > 0) {
                        counts[level]++;
                        scaled[level * (NEIGHBOURS + 1) + n] += Math.abs(n * level - sum);
                    }
                }
            }
        }
    }

    private static double[] differences(long[] scaled, int levels) {
        double[] differences = new double[levels + 1];
        for (int level = 1; level <= levels; level++) {
            for (int n = 1; n <= NEIGHBOURS; n++) {
                differences[level] += (double) scaled[level * (NEIGHBOURS + 1) + n] / n;
            }
        }
        return differences;
    }
}
