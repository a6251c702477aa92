package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.texture.DistanceWeighting;
import java.util.ArrayList;
import java.util.List;

/** Grey level run length matrix: from each voxel whose predecessor has another level, the line is walked while the level lasts. */
public final class GlrlmOracle {

    private GlrlmOracle() {
    }

    /** Features of each matrix that has runs. */
    public static List<double[]> measure(Region region, Aggregation aggregation, DistanceWeighting weighting) {
        List<double[]> matrices = new ArrayList<>();
        for (Part part : Part.of(aggregation, region.nz, 1)) {
            LevelSizeOracle matrix = new LevelSizeOracle(region.levels, Math.max(region.nx, Math.max(region.ny, region.nz)));
            double voxels = 0;
            for (int[] step : part.steps()) {
                double weight = weighting.of(step[0], step[1], step[2]);
                for (int[] v : region.levelVoxels(part)) {
                    voxels += weight;
                    int level = region.levelAt(v[0], v[1], v[2]);
                    if (region.levelAt(v[0] - step[0], v[1] - step[1], v[2] - step[2]) != level) {
                        matrix.add(level, length(region, v, step), weight);
                    }
                }
            }
            matrix.addTo(matrices, voxels);
        }
        return matrices;
    }

    private static int length(Region region, int[] start, int[] step) {
        int level = region.levelAt(start[0], start[1], start[2]);
        int length = 1;
        while (region.levelAt(start[0] + length * step[0], start[1] + length * step[1], start[2] + length * step[2]) == level) {
            length++;
        }
        return length;
    }
}
