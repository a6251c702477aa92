package io.github.radiomics4j.benchmarks.oracle;

import java.util.List;

/** Local intensity: the mean of all voxels of the image within the radius of the sphere of 1 cm³. */
public final class PeakOracle {
    private static final double RADIUS = 10 * Math.cbrt(3 / (4 * Math.PI));

    private PeakOracle() {
    }

    /** Local and global peak. */
    public static double[] measure(Region region) {
        List<int[]> voxels = region.voxels(region.counted);
        double highest = Double.NEGATIVE_INFINITY;
        for (int[] v : voxels) {
            highest = Math.max(highest, region.image[region.index(v[0], v[1], v[2])]);
        }
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int[] v : voxels) {
            double mean = meanAround(region, v);
            global = Math.max(global, mean);
            if (region.image[region.index(v[0], v[1], v[2])] == highest) {
                local = Math.max(local, mean);
            }
        }
        return new double[] {local, global};
    }

    private static double meanAround(Region region, int[] v) {
        double sum = 0;
        int n = 0;
        for (int z = 0; z < region.nz; z++) {
            for (int y = 0; y < region.ny; y++) {
                for (int x = 0; x < region.nx; x++) {
                    double dx = (x - v[0]) * region.spacing[0];
                    double dy = (y - v[1]) * region.spacing[1];
                    double dz = (z - v[2]) * region.spacing[2];
                    if (Math.sqrt(dx * dx + dy * dy + dz * dz) <= RADIUS) {
                        sum += region.image[region.index(x, y, z)];
                        n++;
                    }
                }
            }
        }
        return sum / n;
    }
}
