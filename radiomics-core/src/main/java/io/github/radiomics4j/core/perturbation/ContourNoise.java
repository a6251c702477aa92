package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.Mask;
import java.util.SplittableRandom;

/**
 * Moves the border of the region in and out at random, as a hand that is not quite steady. A field of normal noise with mean 0, a standard
 * deviation in mm and a length over which it is alike (white noise, smoothed by a Gaussian of that standard deviation) says by how much
 * the region is dilated (positive) or eroded (negative) at each voxel; beyond three standard deviations it is cut. A field of one value
 * would be {@link Dilation} or {@link Erosion}; as with these, less than a voxel moves nothing. The same seed gives the
 * same result; several seeds are several readers.
 *
 * <p>Zwanenburg et al. randomise contours by supervoxels of the image instead; this needs the mask only.
 *
 * @param deviation standard deviation of the border's place in mm, positive
 * @param length over which neighbouring places of the border move together, in mm, positive
 * @param seed the same seed gives the same noise
 */
public record ContourNoise(double deviation, double length, long seed) implements MaskPerturbation {
    private static final double CUT = 3;

    /**
     * Checks the lengths.
     *
     * @param deviation in mm, positive
     * @param length in mm, positive
     * @param seed any
     */
    public ContourNoise {
        if (!(deviation > 0 && length > 0) || !Double.isFinite(deviation) || !Double.isFinite(length)) {
            throw new IllegalArgumentException("contour noise has a positive deviation and length in mm, were " + deviation + " and "
                    + length);
        }
    }

    @Override
    public String name() {
        return "contour_noise_" + Lengths.text(deviation) + "mm_over_" + Lengths.text(length) + "mm_seed_" + seed;
    }

    @Override
    public Mask apply(Mask mask) {
        double reach = CUT * deviation;
        MaskPatch patch = MaskPatch.around(mask, reach, name());
        double[] noise = noise(patch);
        double[] toInside = DistanceWithin.squared(patch, patch.inside(), reach);
        double[] toOutside = DistanceWithin.squared(patch, patch.outside(), reach);
        byte[] moved = patch.inside().clone();
        for (int i = 0; i < moved.length; i++) {
            double by = deviation * Math.max(-CUT, Math.min(CUT, noise[i]));
            if (by > 0 && DistanceWithin.isWithin(toInside[i], by)) {
                moved[i] = 1;
            } else if (by < 0 && DistanceWithin.isWithin(toOutside[i], by)) {
                moved[i] = 0;
            }
        }
        return patch.with(moved, name());
    }

    /** Of variance 1 at every voxel, also where the patch ends and fewer weights take part. */
    private double[] noise(MaskPatch patch) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] noise = new double[patch.voxels()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        int step = 1;
        for (int axis = 0; axis < 3; axis++) {
            noise = smoothed(noise, step, patch.size(axis), weights(patch.spacing().along(axis), patch.size(axis)));
            step *= patch.size(axis);
        }
        return noise;
    }

    private double[] weights(double spacing, int size) {
        double[] weights = new double[(int) Math.min(size, 1 + Math.floor(CUT * length / spacing))];
        for (int k = 0; k < weights.length; k++) {
            double away = k * spacing / length;
            weights[k] = Math.exp(-away * away / 2);
        }
        return weights;
    }

    private static double[] smoothed(double[] values, int step, int size, double[] weights) {
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i / step % size;
            double sum = 0;
            double squares = 0;
            for (int k = -Math.min(place, weights.length - 1); k <= Math.min(size - 1 - place, weights.length - 1); k++) {
                double weight = weights[Math.abs(k)];
                sum += weight * values[i + k * step];
                squares += weight * weight;
            }
            sums[i] = sum / Math.sqrt(squares);
        }
        return sums;
    }
}
