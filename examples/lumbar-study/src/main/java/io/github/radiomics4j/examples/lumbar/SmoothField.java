package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.stream.IntStream;

/** Gaussian smoothing on a grid whose opposite faces touch, as those of an MR acquisition do, and random fields made by it. */
final class SmoothField {
    private SmoothField() { }

    /**
     * A Gaussian random field of mean 0 and variance 1 in every voxel, of which two points at distance d correlate by
     * {@code exp(−(d / ℓ)²)}: white noise, smoothed by a Gaussian of standard deviation {@code ℓ / 2}.
     *
     * @param lengthMm ℓ, the distance in mm at which the correlation has fallen to 1 / e
     */
    static double[] random(GridSize size, VoxelSpacing spacing, double lengthMm, CaseDraws draws) {
        double[] field = new double[Math.toIntExact(size.voxels())];
        for (int i = 0; i < field.length; i++) {
            field[i] = draws.gaussian();
        }
        double variance = 1;
        for (int axis = 0; axis < 3; axis++) {
            double[] kernel = kernel(size.along(axis), lengthMm / 2 / spacing.along(axis));
            smooth(field, size, axis, kernel);
            double sum = 0;
            for (double w : kernel) {
                sum += w * w;
            }
            variance *= sum;
        }
        double scale = 1 / Math.sqrt(variance);
        for (int i = 0; i < field.length; i++) {
            field[i] *= scale;
        }
        return field;
    }

    /** Smooths in the plane of slices, in place, by a Gaussian of so many voxels' standard deviation. */
    static void blurSlices(double[] values, GridSize size, double sigmaVoxels) {
        for (int axis = 0; axis < 2; axis++) {
            smooth(values, size, axis, kernel(size.along(axis), sigmaVoxels));
        }
    }

    /** Weights by distance modulo n, of sum 1; what reaches around the axis is folded back. */
    private static double[] kernel(int n, double sigmaVoxels) {
        int reach = (int) Math.ceil(4 * sigmaVoxels);
        double[] kernel = new double[n];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            double w = StrictMath.exp(-0.5 * (k / sigmaVoxels) * (k / sigmaVoxels));
            kernel[Math.floorMod(k, n)] += w;
            sum += w;
        }
        for (int k = 0; k < n; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }

    private static void smooth(double[] values, GridSize size, int axis, double[] kernel) {
        int n = size.along(axis);
        int[] taps = IntStream.range(0, n).filter(k -> kernel[k] != 0).toArray();
        int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
        double[] line = new double[2 * n];
        for (int first = 0; first < values.length; first++) {
            if (first / stride % n != 0) {
                continue;
            }
            for (int k = 0; k < n; k++) {
                line[k] = values[first + k * stride];
                line[k + n] = line[k];
            }
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int j : taps) {
                    sum += kernel[j] * line[k + j];
                }
                values[first + k * stride] = sum;
            }
        }
    }
}
