package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** A region of fewer voxels is counted before other threads would have begun. */
    private static final int FEW = 10_000;

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
        LevelRows rows = new LevelRows(grid, 1, 1, 2);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        Map<Direction, RunPositions> counted = Map.of();
        long[] histogram = new long[0];
        Optional<Sweep> previous = Optional.empty();
        List<Sweep> sweeps = Sweep.perMatrix(aggregation, grid.size().z(), 1);
        for (Sweep sweep : sweeps) {
            if (previous.isEmpty() || !previous.get().hasSlicesOf(sweep)) {
                counted = count(grid, rows, sweep,
                        sweeps.stream().filter(sweep::hasSlicesOf).flatMap(other -> other.directions().stream()).toList());
                histogram = grid.histogram(sweep.firstSlice(), sweep.lastSlice());
            }
            previous = Optional.of(sweep);
            matrix(sweep, counted, histogram).ifPresent(matrices::add);
        }
        return matrices;
    }

    private Optional<LevelSizeMatrix> matrix(Sweep sweep, Map<Direction, RunPositions> counted, long[] histogram) {
        if (weighting.decay() == DistanceWeighting.Decay.NONE) {
            return RunPositions.sum(histogram.length - 1, sweep.directions().stream().map(counted::get).toList()).matrix(histogram);
        }
        return sweep.directions().stream()
                .flatMap(direction -> counted.get(direction).matrix(histogram).map(m -> m.times(weighting.of(direction))).stream())
                .reduce(LevelSizeMatrix::plus);
    }

    /** Directions do not look at each other, so threads share them out where there is more than a slice; each has rows of its own. */
    private static Map<Direction, RunPositions> count(LevelGrid grid, LevelRows rows, Sweep slices, List<Direction> directions) {
        Map<Direction, RunPositions> counts = new LinkedHashMap<>();
        directions.forEach(direction -> counts.put(direction, RunPositions.ofDirection(grid.levels())));
        if (SideBySide.threads() == 1 || grid.voxels() < FEW || slices.firstSlice() == slices.lastSlice()) {
            count(grid, slices, rows, directions, counts);
        } else {
            SideBySide.slabs(directions.size(),
                    (from, to) -> count(grid, slices, new LevelRows(grid, 1, 1, 2), directions.subList(from, to), counts));
        }
        return counts;
    }

    private static void count(LevelGrid grid, Sweep slices, LevelRows rows, List<Direction> directions,
            Map<Direction, RunPositions> counts) {
        Map<RunPlaces, RunPositions> counting = new LinkedHashMap<>();
        directions.forEach(direction -> counting.put(new RunPlaces(direction, rows, grid), counts.get(direction)));
        int[] noted = new int[grid.size().x() + 1];
        for (int z = slices.firstSlice(); z <= slices.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int from = rows.from(y, z);
                int to = rows.to(y, z);
                if (from < to) {
                    int[] levels = rows.row(y, z, 0);
                    int row = y;
                    int slice = z;
                    counting.forEach((places, positions) -> positions.add(levels, places.ofRow(row, slice, from, to), from, to, noted));
                }
            }
        }
    }
}
