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
 * Neighbourhood grey tone difference matrix (IPET): for each level, how far its voxels lie from the mean level of their neighbours
 * within Chebyshev distance δ. Neighbours outside the region are left out of the mean, a voxel without neighbours is skipped.
 */
public final class Ngtdm implements FeatureFamily<ToneDifferences> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("ngtdm", "IPET");

    private final int distance;

    /** The family with distance δ = 1, as in the reference values. */
    public Ngtdm() {
        this(1);
    }

    /**
     * The family with a distance.
     *
     * @param distance Chebyshev distance δ of the neighbourhood in voxels, 1 or more
     */
    public Ngtdm(int distance) {
        this.distance = Neighbourhood.requireDistance(distance);
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
    public Map<String, String> settings() {
        return Map.of("distance", Integer.toString(distance));
    }

    @Override
    public List<ToneDifferences> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), aggregation);
    }

    /**
     * Measures the matrices of a region.
     *
     * @param levels the region's levels
     * @param aggregation {@link Aggregation#TWO_D}, {@link Aggregation#TWO_HALF_D} or {@link Aggregation#THREE_D}
     * @return one element per matrix that has a voxel with neighbours
     */
    public List<ToneDifferences> measure(LevelGrid levels, Aggregation aggregation) {
        LevelGrid grid = levels.withBorder(distance);
        int neighbours = Neighbourhood.size(distance);
        List<ToneDifferences> matrices = new ArrayList<>();
        for (Sweep sweep : Sweep.perUndirectedMatrix(aggregation, grid.size().z(), distance)) {
            long[] counts = new long[grid.levels() + 1];
            long[] scaled = new long[(grid.levels() + 1) * (neighbours + 1)];
            gather(grid, sweep, neighbours, counts, scaled);
            ToneDifferences.of(counts, differences(scaled, grid.levels(), neighbours)).ifPresent(matrices::add);
        }
        return matrices;
    }

    /**
     * Adds up n·|level − mean of n neighbours| = |n·level − sum of neighbours|, a whole number, per level and n: exact, and the same
     * in any order of voxels.
     */
    private static void gather(LevelGrid grid, Sweep sweep, int neighbours, long[] counts, long[] scaled) {
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
                        scaled[level * (neighbours + 1) + n] += Math.abs(n * level - sum);
                    }
                }
            }
        }
    }

    private static double[] differences(long[] scaled, int levels, int neighbours) {
        double[] differences = new double[levels + 1];
        for (int level = 1; level <= levels; level++) {
            for (int n = 1; n <= neighbours; n++) {
                differences[level] += (double) scaled[level * (neighbours + 1) + n] / n;
            }
        }
        return differences;
    }
}
