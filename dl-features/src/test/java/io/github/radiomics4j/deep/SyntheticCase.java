package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.Random;

/** An ellipsoid of smooth waves and noise in a noisy background; everything follows from the arguments. */
public record SyntheticCase(ScalarImage image, Mask mask) {

    /** A case on voxels of 1 × 1 × 3 mm. */
    public static SyntheticCase of(GridSize size, long seed) {
        return of(size, seed, VoxelSpacing.mm(1, 1, 3), 1, 0);
    }

    /** A case with intensities {@code factor · x + offset}. */
    public static SyntheticCase of(GridSize size, long seed, VoxelSpacing spacing, double factor, double offset) {
        Random random = new Random(seed);
        double[] samples = new double[(int) size.voxels()];
        byte[] inside = new byte[samples.length];
        int at = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++, at++) {
                    double u = 2.4 * (x + 0.5) / size.x() - 1.1;
                    double v = 2.6 * (y + 0.5) / size.y() - 1.2;
                    double w = 2.5 * (z + 0.5) / size.z() - 1.3;
                    boolean in = u * u + v * v + w * w <= 0.7;
                    inside[at] = (byte) (in ? 1 : 0);
                    double signal = in ? 60 + 30 * Math.sin(9 * u) * Math.cos(7 * v + w) : 0;
                    samples[at] = factor * (signal + 10 * random.nextGaussian()) + offset;
                }
            }
        }
        return new SyntheticCase(ScalarImage.of(samples, size, ImageGeometry.of(spacing)), Mask.of(inside, size));
    }
}
