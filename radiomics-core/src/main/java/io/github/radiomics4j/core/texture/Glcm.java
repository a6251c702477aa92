package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grey level co-occurrence matrix (LFYI): how often levels lie beside each other. Unless asked otherwise as in the reference values: at
 * Chebyshev distance 1, symmetric, without distance weighting. With a larger distance δ every direction vector of Chebyshev length 1 to δ
 * is a direction of its own. Matrices without any pair of voxels take no part in an average.
 */
public final class Glcm implements FeatureFamily<Cooccurrences> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("glcm", "LFYI");

    /** Above this many levels pairs are sorted rather than counted in tables of levels² cells. */
    static final int DENSE_LEVELS = 1024;

    /** The directions of the volume at distance 1, for which there is a loop of its own. */
    private static final int THIRTEEN = 13;

    /** A region with fewer voxels for each cell of a table is counted in one go. */
    private static final int FEW_PER_CELL = 16;

    private final int distance;
    private final boolean symmetric;
    private final DistanceWeighting weighting;

    private Glcm(int distance, boolean symmetric, DistanceWeighting weighting) {
        this.distance = distance;
        this.symmetric = symmetric;
        this.weighting = weighting;
    }

    /** The family at distance 1, symmetric, unweighted. */
    public Glcm() {
        this(1, true, DistanceWeighting.NONE);
    }

    /**
     * The family with a larger neighbourhood.
     *
     * @param chebyshev distance δ in voxels, 1 or more
     * @return the family
     */
    public Glcm atDistance(int chebyshev) {
        return new Glcm(Neighbourhood.requireDistance(chebyshev), symmetric, weighting);
    }

    /**
     * The family with matrices that keep the order of a pair: the level at the lower index (z, then y, then x) first.
     *
     * @return the family
     */
    public Glcm asymmetric() {
        return new Glcm(distance, false, weighting);
    }

    /**
     * The family with weighted directions where directions are merged.
     *
     * @param rule how much a direction weighs
     * @return the family
     */
    public Glcm weightedBy(DistanceWeighting rule) {
        return new Glcm(distance, symmetric, rule);
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
    public Map<String, String> settings() {
        return Map.of("distance", Integer.toString(distance), "symmetric", Boolean.toString(symmetric), "weighting", weighting.toString());
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

    List<Cooccurrences> measure(LevelGrid levels, Aggregation aggregation, int denseLevels) {
        LevelGrid grid = levels.withBorder(distance);
        List<Cooccurrences> matrices = new ArrayList<>();
        boolean dense = grid.levels() <= denseLevels;
        if (dense && aggregation == Aggregation.THREE_D_AVERAGED) {
            for (int[] table : tables(grid, new Sweep(0, grid.size().z() - 1, Direction.volume(distance)))) {
                matrix(weights(table), grid.levels()).ifPresent(matrices::add);
            }
            return matrices;
        }
        for (Sweep sweep : Sweep.perMatrix(aggregation, grid.size().z(), distance)) {
            Optional<Cooccurrences> matrix = dense ? matrix(merged(tables(grid, sweep), sweep.directions()), grid.levels())
                    : matrixOfPairs(sortedPairs(grid, sweep), sweep.directions(), grid.levels());
            matrix.ifPresent(matrices::add);
        }
        return matrices;
    }

    /**
     * One table per direction: how often level j follows level i, at i (levels + 1) + j; row and column 0 are outside. Slices are counted
     * side by side where that costs less than the tables of every slab.
     */
    private static int[][] tables(LevelGrid grid, Sweep sweep) {
        int cells = (grid.levels() + 1) * (grid.levels() + 1);
        int[][] tables = new int[sweep.directions().size()][cells];
        int slices = sweep.lastSlice() + 1 - sweep.firstSlice();
        if (SideBySide.threads() == 1 || grid.voxels() < FEW_PER_CELL * cells) {
            count(grid, sweep, sweep.firstSlice(), sweep.lastSlice() + 1, tables);
            return tables;
        }
        SideBySide.slabs(slices, (from, to) -> {
            int[][] part = new int[tables.length][cells];
            count(grid, sweep, sweep.firstSlice() + from, sweep.firstSlice() + to, part);
            synchronized (tables) {
                for (int t = 0; t < tables.length; t++) {
                    for (int i = 0; i < cells; i++) {
                        tables[t][i] += part[t][i];
                    }
                }
            }
        });
        return tables;
    }

    private static void count(LevelGrid grid, Sweep sweep, int firstSlice, int endSlice, int[][] tables) {
        int[] offsets = Direction.offsets(sweep.directions(), grid);
        for (int z = firstSlice; z < endSlice; z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                if (offsets.length == THIRTEEN) {
                    countRow(grid.bordered(), start, start + grid.size().x(), offsets, grid.levels() + 1, tables);
                } else {
                    for (int d = 0; d < offsets.length; d++) {
                        countRow(grid.bordered(), start, start + grid.size().x(), offsets[d], grid.levels() + 1, tables[d]);
                    }
                }
            }
        }
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

    private static double[] weights(int[] table) {
        double[] weights = new double[table.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = table[i];
        }
        return weights;
    }

    private double[] merged(int[][] tables, List<Direction> directions) {
        double[] sum = new double[tables[0].length];
        for (int t = 0; t < tables.length; t++) {
            double weight = weighting.of(directions.get(t));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * tables[t][i];
            }
        }
        return sum;
    }

    private Optional<Cooccurrences> matrix(double[] table, int levels) {
        int width = levels + 1;
        double pairs = 0;
        for (int i = 1; i <= levels; i++) {
            for (int j = 1; j <= levels; j++) {
                pairs += table[i * width + j];
            }
        }
        if (pairs == 0) {
            return Optional.empty();
        }
        RegionCooccurrences.Gathering gathering = gathering(levels, pairs);
        for (int i = 1; i <= levels; i++) {
            for (int j = symmetric ? i : 1; j <= levels; j++) {
                double n = table[i * width + j] + (symmetric && i != j ? table[j * width + i] : 0);
                if (n > 0) {
                    add(gathering, i, j, n);
                }
            }
        }
        return Optional.of(gathering.finished());
    }

    private RegionCooccurrences.Gathering gathering(int levels, double pairs) {
        return symmetric ? RegionCooccurrences.Gathering.symmetric(levels, pairs) : RegionCooccurrences.Gathering.ordered(levels, pairs);
    }

    private void add(RegionCooccurrences.Gathering gathering, int i, int j, double n) {
        if (symmetric) {
            gathering.pair(i, j, n);
        } else {
            gathering.cell(i, j, n);
        }
    }

    /** Every pair of the sweep as first level · 2³² + second level · 2¹⁶ + number of the direction, ascending. */
    private long[] sortedPairs(LevelGrid grid, Sweep sweep) {
        short[] levels = grid.bordered();
        int[] offsets = Direction.offsets(sweep.directions(), grid);
        long most = (long) grid.voxels(sweep.firstSlice(), sweep.lastSlice()) * offsets.length;
        if (most > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, "co-occurrences of " + grid.levels() + " grey levels in a region of "
                    + grid.voxels() + " voxels do not fit in memory: use at most " + DENSE_LEVELS + " levels");
        }
        long[] pairs = new long[(int) most];
        int n = 0;
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + grid.size().x(); v++) {
                    for (int d = 0; levels[v] != 0 && d < offsets.length; d++) {
                        int here = levels[v];
                        int there = levels[v + offsets[d]];
                        if (there != 0) {
                            boolean swap = symmetric && there < here;
                            pairs[n++] = (long) (swap ? there : here) << 32 | (long) (swap ? here : there) << 16 | d;
                        }
                    }
                }
            }
        }
        Arrays.sort(pairs, 0, n);
        return Arrays.copyOf(pairs, n);
    }

    private Optional<Cooccurrences> matrixOfPairs(long[] sorted, List<Direction> directions, int levels) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double total = 0;
        for (long pair : sorted) {
            total += weighting.of(directions.get((int) (pair & 0xFFFF)));
        }
        RegionCooccurrences.Gathering gathering = gathering(levels, total);
        int start = 0;
        while (start < sorted.length) {
            long cell = sorted[start] >>> 16;
            double n = 0;
            int end = start;
            while (end < sorted.length && sorted[end] >>> 16 == cell) {
                n += weighting.of(directions.get((int) (sorted[end++] & 0xFFFF)));
            }
            add(gathering, (int) (cell >>> 16), (int) (cell & 0xFFFF), n);
            start = end;
        }
        return Optional.of(gathering.finished());
    }
}
