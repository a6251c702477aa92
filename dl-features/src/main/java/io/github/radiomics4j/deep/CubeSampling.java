package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import java.util.List;
import java.util.Locale;

/**
 * Which part of an image a network of three dimensions gets to see: a cube whose centre is that of the smallest box around the
 * region and whose edge in mm is the box's longest edge plus the margin on both sides.
 *
 * @param marginMm what is added around the box on each side, in mm
 * @param surroundings what stands where the cube holds voxels outside the region
 */
public record CubeSampling(double marginMm, Surroundings surroundings) implements ImageSampling {

    /**
     * Checks the margin.
     *
     * @param marginMm from 0 to {@link RegionSampling#LARGEST_MARGIN_MM} mm
     * @param surroundings what stands outside the region
     * @throws IllegalArgumentException where the margin is out of range
     */
    public CubeSampling {
        if (!(marginMm >= 0 && marginMm <= RegionSampling.LARGEST_MARGIN_MM)) {
            throw new IllegalArgumentException("margin must be from 0 to " + RegionSampling.LARGEST_MARGIN_MM + " mm, was " + marginMm);
        }
    }

    /**
     * A cube with the image around the region.
     *
     * @param marginMm added on each side, in mm
     * @return the sampling
     */
    public static CubeSampling of(double marginMm) {
        return new CubeSampling(marginMm, Surroundings.CONTEXT);
    }

    /**
     * The same with everything outside the region set to 0.
     *
     * @return the sampling
     */
    public CubeSampling masked() {
        return new CubeSampling(marginMm, Surroundings.MASKED);
    }

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public List<float[]> images(ScalarImage image, Mask mask, IntensityNormalisation normalisation, int size) {
        requireSize(size);
        return List.of(RegionCube.of(image, mask, this, normalisation, size));
    }

    /**
     * The name used in settings.
     *
     * @return both components
     */
    @Override
    public String label() {
        return "cube, margin " + marginMm + " mm, " + surroundings.name().toLowerCase(Locale.ROOT);
    }
}
