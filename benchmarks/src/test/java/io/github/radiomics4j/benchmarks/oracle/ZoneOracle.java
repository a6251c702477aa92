package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/** Size zone and distance zone matrices: zones by flood fill, distances as the least over all voxels outside. */
public final class ZoneOracle {
    private final Region region;

    private ZoneOracle(Region region) {
        this.region = region;
    }

    /** Features of the size zone matrices that have zones. */
    public static List<double[]> sizes(Region region, Aggregation aggregation) {
        return new ZoneOracle(region).measure(aggregation, List::size);
    }

    /** Features of the distance zone matrices that have zones. */
    public static List<double[]> distances(Region region, Aggregation aggregation) {
        ZoneOracle oracle = new ZoneOracle(region);
        boolean withinSlices = aggregation != Aggregation.THREE_D;
        return oracle.measure(aggregation, zone -> zone.stream().mapToInt(v -> oracle.distance(v, withinSlices)).min().orElseThrow());
    }

    private List<double[]> measure(Aggregation aggregation, ToIntFunction<List<int[]>> size) {
        List<double[]> matrices = new ArrayList<>();
        for (Part part : Part.of(aggregation, region.nz, 1)) {
            int voxels = region.levelVoxels(part).size();
            LevelSizeOracle matrix = new LevelSizeOracle(region.levels, voxels + region.nx + region.ny + region.nz);
            boolean[] done = new boolean[region.level.length];
            for (int[] v : region.levelVoxels(part)) {
                if (!done[region.index(v[0], v[1], v[2])]) {
                    List<int[]> zone = zone(v, part.steps(), done);
                    matrix.add(region.levelAt(v[0], v[1], v[2]), size.applyAsInt(zone), 1);
                }
            }
            matrix.addTo(matrices, voxels);
        }
        return matrices;
    }

    private List<int[]> zone(int[] start, List<int[]> steps, boolean[] done) {
        int level = region.levelAt(start[0], start[1], start[2]);
        List<int[]> zone = new ArrayList<>();
        Deque<int[]> open = new ArrayDeque<>(List.of(start));
        done[region.index(start[0], start[1], start[2])] = true;
        while (!open.isEmpty()) {
            int[] v = open.pop();
            zone.add(v);
            for (int[] s : steps) {
                int[] w = {v[0] + s[0], v[1] + s[1], v[2] + s[2]};
                if (region.levelAt(w[0], w[1], w[2]) == level && !done[region.index(w[0], w[1], w[2])]) {
                    done[region.index(w[0], w[1], w[2])] = true;
                    open.push(w);
                }
            }
        }
        return zone;
    }

    /** City-block distance to the nearest voxel outside the mask, those just outside the image included. */
    private int distance(int[] v, boolean withinSlice) {
        int least = Integer.MAX_VALUE;
        for (int z = withinSlice ? v[2] : -1; z <= (withinSlice ? v[2] : region.nz); z++) {
            for (int y = -1; y <= region.ny; y++) {
                for (int x = -1; x <= region.nx; x++) {
                    if (!region.shapeAt(x, y, z)) {
                        least = Math.min(least, Math.abs(x - v[0]) + Math.abs(y - v[1]) + Math.abs(z - v[2]));
                    }
                }
            }
        }
        return least;
    }
}
