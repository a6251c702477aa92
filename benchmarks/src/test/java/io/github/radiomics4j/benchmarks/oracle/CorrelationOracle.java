package io.github.radiomics4j.benchmarks.oracle;

import java.util.Arrays;
import java.util.List;

/** Moran's I and Geary's C as sums over all ordered pairs of voxels, voxel by voxel: one sum of millions of terms loses five digits. */
final class CorrelationOracle {
    private double weights;
    private double products;
    private double squares;
    private double spread;
    private final double n;

    /** The sums of a region. */
    CorrelationOracle(Region region) {
        List<int[]> voxels = region.voxels(region.counted);
        this.n = voxels.size();
        double[] x = voxels.stream().mapToDouble(v -> region.image[region.index(v[0], v[1], v[2])]).toArray();
        double mean = Arrays.stream(x).sum() / n;
        for (int i = 0; i < n; i++) {
            spread += (x[i] - mean) * (x[i] - mean);
            double[] sums = new double[3];
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double w = 1 / distance(region.spacing, voxels.get(i), voxels.get(j));
                    sums[0] += w;
                    sums[1] += w * (x[i] - mean) * (x[j] - mean);
                    sums[2] += w * (x[i] - x[j]) * (x[i] - x[j]);
                }
            }
            weights += sums[0];
            products += sums[1];
            squares += sums[2];
        }
    }

    private static double distance(double[] spacing, int[] v, int[] w) {
        double dx = (v[0] - w[0]) * spacing[0];
        double dy = (v[1] - w[1]) * spacing[1];
        double dz = (v[2] - w[2]) * spacing[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    double moransI() {
        return n / weights * products / spread;
    }

    double gearysC() {
        return (n - 1) / (2 * weights) * squares / spread;
    }
}
