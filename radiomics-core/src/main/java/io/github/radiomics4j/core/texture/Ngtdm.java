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
        LevelRows rows = new LevelRows(grid, distance, 0, 2 * distance + 1);
        int neighbours = Neighbourhood.size(distance);
        List<ToneDifferences> matrices = new ArrayList<>();
        for (Sweep sweep : Sweep.perUndirectedMatrix(aggregation, grid.size().z(), distance)) {
            long[] counts = new long[grid.levels() + 1];
            long[] scaled = new long[(grid.levels() + 1) * (neighbours + 1)];
            gather(grid, rows, sweep, neighbours, counts, scaled);
            ToneDifferences.of(counts, differences(scaled, grid.levels(), neighbours)).ifPresent(matrices::add);
        }
        return matrices;
    }

    /**
     * Adds up n·|level − mean of n neighbours| = |n·level − sum of neighbours|, a whole number, per level and n: exact, and the same
     * in any order of voxels. Sums over a neighbourhood are sums over its columns first and over a stretch of them then.
     */
    private void gather(LevelGrid grid, LevelRows rows, Sweep sweep, int neighbours, long[] counts, long[] scaled) {
        boolean flat = sweep.directions().stream().allMatch(d -> d.dz() == 0);
        int depth = flat ? 0 : distance;
        int[] columnSum = new int[grid.size().x() + 2 * distance];
        int[] columnCount = new int[columnSum.length];
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int from = rows.from(y, z);
                int to = rows.to(y, z);
                if (from >= to) {
                    continue;
                }
                Arrays.fill(columnSum, 0);
                Arrays.fill(columnCount, 0);
                for (int dz = -depth; dz <= depth; dz++) {
                    for (int dy = -distance; dy <= distance; dy++) {
                        addColumns(rows.bordered(y + dy, z + dz), from, to + 2 * distance, columnSum, columnCount);
                    }
                }
                gatherRow(rows.row(y, z, 0), from, to, columnSum, columnCount, neighbours, counts, scaled);
            }
        }
    }

    private static void addColumns(int[] levels, int from, int to, int[] sum, int[] count) {
        for (int i = from; i < to; i++) {
            sum[i] += levels[i];
            count[i] += -levels[i] >>> 31;
        }
    }

    private void gatherRow(int[] row, int from, int to, int[] columnSum, int[] columnCount, int neighbours, long[] counts, long[] scaled) {
        int edge = 2 * distance + 1;
        int sum = 0;
        int n = 0;
        for (int i = from; i < from + edge - 1; i++) {
            sum += columnSum[i];
            n += columnCount[i];
        }
        for (int x = from; x < to; x++) {
            sum += columnSum[x + edge - 1];
            n += columnCount[x + edge - 1];
            int level = row[x];
            if (level != 0 && n > 1) {
                counts[level]++;
                scaled[level * (neighbours + 1) + n - 1] += Math.abs(n * level - sum);
            }
            sum -= columnSum[x];
            n -= columnCount[x];
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
