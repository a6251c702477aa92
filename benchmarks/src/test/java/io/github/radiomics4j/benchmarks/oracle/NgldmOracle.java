package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import java.util.ArrayList;
import java.util.List;

/** Neighbouring grey level dependence matrix: for each voxel all neighbours are looked at. */
public final class NgldmOracle {

    private NgldmOracle() {
    }

    /** Features of each matrix that has voxels. */
    public static List<double[]> measure(Region region, Aggregation aggregation, int coarseness, int distance) {
        List<double[]> matrices = new ArrayList<>();
        for (Part part : Part.of(aggregation, region.nz, distance)) {
            LevelSizeOracle matrix = new LevelSizeOracle(region.levels, part.steps().size() + 1);
            for (int[] v : region.levelVoxels(part)) {
                int level = region.levelAt(v[0], v[1], v[2]);
                int dependence = 1;
                for (int[] s : part.steps()) {
                    int other = region.levelAt(v[0] + s[0], v[1] + s[1], v[2] + s[2]);
                    dependence += other > 0 && Math.abs(other - level) <= coarseness ? 1 : 0;
                }
                matrix.add(level, dependence, 1);
            }
            matrix.addTo(matrices, region.levelVoxels(part).size());
        }
        return matrices;
    }
}
