package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Grey level co-occurrence matrix (LFYI): how often levels lie beside each other at Chebyshev distance 1, symmetric, without
 * distance weighting. Matrices without any pair of voxels take no part in an average.
 */
public final class Glcm implements FeatureFamily<Cooccurrences> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("glcm", "LFYI");

    /** Above this many levels pairs are sorted rather than counted in tables of levels² cells. */
    static final int DENSE_LEVELS = 1024;

    /** The family; it has no settings. */
    public Glcm() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<GlcmFeature> features() {
        return List.of(GlcmFeature.values());
    }

    @Override
    public Aggregation aggregationFor(Aggregation requested) {
        return requested;
    }

    @Override
    public List<Cooccurrences> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), aggregation);
    }

    /**
     * Counts the matrices of a region.
     *
     * @param grid the region's levels
     * @param aggregation one of the six directional ones
     * @return one element per matrix that has pairs
     */
    public List<Cooccurrences> measure(LevelGrid grid, Aggregation aggregation) {
        return measure(grid, aggregation, DENSE_LEVELS);
    }

    static List<Cooccurrences> measure(LevelGrid grid, Aggregation aggregation, int denseLevels) {
        List<Cooccurrences> matrices = new ArrayList<>();
        boolean dense = grid.levels() <= denseLevels;
        if (dense && aggregation == Aggregation.THREE_D_AVERAGED) {
            int[][] tables = tables(grid, Direction.VOLUME, 0, grid.size().z() - 1);
            for (int[] table : tables) {
                matrix(table, grid.levels()).ifPresent(matrices::add);
            }
            return matrices;
        }
        for (Sweep sweep : Sweep.perMatrix(aggregation, grid.size().z())) {
            Optional<Cooccurrences> matrix = dense ? matrix(merged(tables(grid, sweep.directions(), sweep.firstSlice(), sweep.lastSlice())),
                    grid.levels()) : matrixOfPairs(sortedPairs(grid, sweep), grid.levels());
            matrix.ifPresent(matrices::add);
        }
        return matrices;
    }

    /** One table per direction: how often level j follows level i, at i (levels + 1) + j; row and column 0 are outside. */
    private static int[][] tables(LevelGrid grid, List<Direction> directions, int firstSlice, int lastSlice) {
        int[][] tables = new int[directions.size()][(grid.levels() + 1) * (grid.levels() + 1)];
        int[] offsets = Direction.offsets(directions, grid);
        for (int z = firstSlice; z <= lastSlice; z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                if (directions.size() == Direction.VOLUME.size()) {
                    countRow(grid.bordered(), start, start + grid.size().x(), offsets, grid.levels() + 1, tables);
                } else {
                    for (int d = 0; d < offsets.length; d++) {
                        countRow(grid.bordered(), start, start + grid.size().x(), offsets[d], grid.levels() + 1, tables[d]);
                    }
                }
            }
        }
        return tables;
    }

    private static void countRow(short[] levels, int from, int to, int offset, int width, int[] table) {
        for (int v = from; v < to; v++) {
            table[levels[v] * width + levels[v + offset]]++;
        }
    }

    /** All thirteen directions of a voxel at once: its level is loaded once and its neighbours are near in memory. */
    private static void countRow(short[] levels, int from, int to, int[] o, int width, int[][] tables) {
        int[] t0 = tables[0];
        int[] t1 = tables[1];
        int[] t2 = tables[2];
        int[] t3 = tables[3];
        int[] t4 = tables[4];
        int[] t5 = tables[5];
        int[] t6 = tables[6];
        int[] t7 = tables[7];
        int[] t8 = tables[8];
        int[] t9 = tables[9];
        int[] t10 = tables[10];
        int[] t11 = tables[11];
        int[] t12 = tables[12];
        for (int v = from; v < to; v++) {
            int row = levels[v] * width;
            if (row == 0) {
                continue;
            }
            t0[row + levels[v + o[0]]]++;
            t1[row + levels[v + o[1]]]++;
            t2[row + levels[v + o[2]]]++;
            t3[row + levels[v + o[3]]]++;
            t4[row + levels[v + o[4]]]++;
            t5[row + levels[v + o[5]]]++;
            t6[row + levels[v + o[6]]]++;
            t7[row + levels[v + o[7]]]++;
            t8[row + levels[v + o[8]]]++;
            t9[row + levels[v + o[9]]]++;
            t10[row + levels[v + o[10]]]++;
            t11[row + levels[v + o[11]]]++;
            t12[row + levels[v + o[12]]]++;
        }
    }

    private static int[] merged(int[][] tables) {
        int[] sum = tables[0];
        for (int t = 1; t < tables.length; t++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += tables[t][i];
            }
        }
        return sum;
    }

    private static Optional<Cooccurrences> matrix(int[] table, int levels) {
        int width = levels + 1;
        long pairs = 0;
        for (int i = 1; i <= levels; i++) {
            for (int j = 1; j <= levels; j++) {
                pairs += table[i * width + j];
            }
        }
        if (pairs == 0) {
            return Optional.empty();
        }
        Cooccurrences.Gathering gathering = new Cooccurrences.Gathering(levels, pairs);
        for (int i = 1; i <= levels; i++) {
            for (int j = i; j <= levels; j++) {
                int n = table[i * width + j] + (i == j ? 0 : table[j * width + i]);
                if (n > 0) {
                    gathering.cell(i, j, n);
                }
            }
        }
        return Optional.of(gathering.finished());
    }

    /** Every pair of the sweep as lower level · 2¹⁶ + higher level, ascending. */
    private static int[] sortedPairs(LevelGrid grid, Sweep sweep) {
        short[] levels = grid.bordered();
        int[] offsets = Direction.offsets(sweep.directions(), grid);
        int[] pairs = new int[Math.toIntExact(Math.min((long) grid.voxels() * offsets.length, Integer.MAX_VALUE - 8))];
        int n = 0;
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + grid.size().x(); v++) {
                    for (int d = 0; levels[v] != 0 && d < offsets.length; d++) {
                        int other = levels[v + offsets[d]];
                        if (other != 0) {
                            pairs[n++] = Math.min(levels[v], other) << 16 | Math.max(levels[v], other);
                        }
                    }
                }
            }
        }
        int[] found = Arrays.copyOf(pairs, n);
        Arrays.sort(found);
        return found;
    }

    private static Optional<Cooccurrences> matrixOfPairs(int[] sorted, int levels) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        Cooccurrences.Gathering gathering = new Cooccurrences.Gathering(levels, sorted.length);
        int start = 0;
        for (int k = 1; k <= sorted.length; k++) {
            if (k == sorted.length || sorted[k] != sorted[start]) {
                gathering.cell(sorted[start] >>> 16, sorted[start] & 0xFFFF, k - start);
                start = k;
            }
        }
        return Optional.of(gathering.finished());
    }
}
