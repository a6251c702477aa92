package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.IntensityGrid;

/**
 * How alike intensities are that lie near each other, over all pairs of voxels i ≠ j of the intensity mask with weights
 * {@code w = 1 / distance} of their centres. Both are NaN where there is one voxel or one intensity.
 *
 * @param moransI {@code N / Σw · Σ w (xᵢ − μ) (xⱼ − μ) / Σ (xᵢ − μ)²}
 * @param gearysC {@code (N − 1) / (2 Σw) · Σ w (xᵢ − xⱼ)² / Σ (xᵢ − μ)²}
 */
public record SpatialAutocorrelation(double moransI, double gearysC) {
    /** What one padded voxel of the transform costs, in pairs of the plain sum. */
    private static final int PAIRS_PER_PADDED_VOXEL = 15;
    private static final long FEW_PAIRS = 2_000_000;

    /**
     * Both measures, by whichever of two ways is cheaper; they differ by rounding only.
     *
     * @param grid intensities and their mask
     * @param spacing distance of voxel centres
     * @return the measures
     * @throws io.github.radiomics4j.core.InvalidInputException RESOURCE_LIMIT where the region's box is too large to be transformed
     */
    public static SpatialAutocorrelation of(IntensityGrid grid, VoxelSpacing spacing) {
        long n = grid.mask().count();
        long pairs = n * (n - 1) / 2;
        if (pairs <= FEW_PAIRS || pairs / PAIRS_PER_PADDED_VOXEL <= DistanceConvolution.paddedVoxels(grid.size())) {
            return bySumOverPairs(grid, spacing);
        }
        return byTransform(grid, spacing);
    }

    static SpatialAutocorrelation bySumOverPairs(IntensityGrid grid, VoxelSpacing spacing) {
        double[] z = standardised(grid.region());
        int n = z.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] h = new double[n];
        int nx = grid.size().x();
        int ny = grid.size().y();
        for (int i = 0, k = 0; k < n; i++) {
            if (grid.mask().contains(i)) {
                x[k] = i % nx * spacing.x();
                y[k] = i / nx % ny * spacing.y();
                h[k++] = i / nx / ny * spacing.z();
            }
        }
        double weights = 0;
        double products = 0;
        double squares = 0;
        for (int i = 1; i < n; i++) {
            double sum = 0;
            double product = 0;
            double square = 0;
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double dz = h[i] - h[j];
                double w = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
                sum += w;
                product += w * z[j];
                square += w * (z[i] - z[j]) * (z[i] - z[j]);
            }
            weights += sum;
            products += product * z[i];
            squares += square;
        }
        return of(z, 2 * weights, 2 * products, 2 * squares);
    }

    static SpatialAutocorrelation byTransform(IntensityGrid grid, VoxelSpacing spacing) {
        double[] z = standardised(grid.region());
        double[][] convolved = DistanceConvolution.of(grid.mask(), z, spacing);
        double weights = 0;
        double products = 0;
        double squares = 0;
        for (int k = 0; k < z.length; k++) {
            weights += convolved[0][k];
            products += convolved[1][k] * z[k];
            squares += convolved[0][k] * z[k] * z[k];
        }
        return of(z, weights, products, 2 * (squares - products));
    }

    /** Sums over ordered pairs to measures. */
    private static SpatialAutocorrelation of(double[] z, double weights, double products, double squares) {
        double spread = 0;
        for (double value : z) {
            spread += value * value;
        }
        if (spread == 0) {
            return new SpatialAutocorrelation(Double.NaN, Double.NaN);
        }
        return new SpatialAutocorrelation(z.length / weights * products / spread, (z.length - 1) / (2 * weights) * squares / spread);
    }

    /** Deviations from the mean in standard deviations, which neither measure notices; zeros where there is one intensity. */
    private static double[] standardised(double[] x) {
        double min = x[0];
        double max = x[0];
        double sum = 0;
        for (double value : x) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (min == max) {
            return new double[x.length];
        }
        for (double value : x) {
            sum += (value - min) / (max - min);
        }
        double mean = sum / x.length;
        double squares = 0;
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            z[i] = (x[i] - min) / (max - min) - mean;
            squares += z[i] * z[i];
        }
        double deviation = Math.sqrt(squares / x.length);
        for (int i = 0; i < x.length; i++) {
            z[i] /= deviation;
        }
        return z;
    }
}
