package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.image.VoxelSpacing;

/**
 * Resampling onto the IBSI grid: {@code ⌈n · s_old / s_new⌉} voxels per axis, old and new grid share their centre.
 *
 * @param spacing new distance of voxel centres, mm; an axis that keeps its spacing keeps its values
 * @param image how intensities are interpolated
 * @param mask how the mask is interpolated
 * @param maskThreshold a voxel belongs to the new mask when its interpolated membership, rounded to 6 decimals, is at least this;
 *     above 0 and at most 1
 * @param roundIntensities whether intensities are rounded to whole numbers (half up) after interpolation, as for Hounsfield units
 */
public record Resampling(TargetSpacing spacing, Interpolation image, Interpolation mask, double maskThreshold,
        boolean roundIntensities) {

    /**
     * Checks the threshold.
     *
     * @param spacing new distance of voxel centres, mm; an axis that keeps its spacing keeps its values
     * @param image how intensities are interpolated
     * @param mask how the mask is interpolated
     * @param maskThreshold a voxel belongs to the new mask when its interpolated membership, rounded to 6 decimals, is at least this
     * @param roundIntensities whether intensities are rounded to whole numbers (half up) after interpolation, as for Hounsfield units
     */
    public Resampling {
        if (!(maskThreshold > 0 && maskThreshold <= 1)) {
            throw new IllegalArgumentException("mask threshold must lie above 0 and at most at 1, was " + maskThreshold);
        }
    }

    /**
     * Linear interpolation of image and mask, mask threshold 0.5, no rounding.
     *
     * @param spacing new distance of voxel centres, mm
     * @return the resampling
     */
    public static Resampling to(VoxelSpacing spacing) {
        return new Resampling(TargetSpacing.of(spacing), Interpolation.LINEAR, Interpolation.LINEAR, 0.5, false);
    }

    /**
     * Linear interpolation within slices (2D): their distance and number stay as they are. Mask threshold 0.5, no rounding.
     *
     * @param x new distance of voxel centres along the first index, mm
     * @param y new distance along the second index, mm
     * @return the resampling
     */
    public static Resampling inPlane(double x, double y) {
        return new Resampling(TargetSpacing.inPlane(x, y), Interpolation.LINEAR, Interpolation.LINEAR, 0.5, false);
    }

    /**
     * The same with another interpolation of intensities.
     *
     * @param interpolation how intensities are interpolated
     * @return the resampling
     */
    public Resampling withImage(Interpolation interpolation) {
        return new Resampling(spacing, interpolation, mask, maskThreshold, roundIntensities);
    }

    /**
     * The same with another interpolation and threshold of the mask.
     *
     * @param interpolation how the mask is interpolated
     * @param threshold smallest membership that counts
     * @return the resampling
     */
    public Resampling withMask(Interpolation interpolation, double threshold) {
        return new Resampling(spacing, image, interpolation, threshold, roundIntensities);
    }

    /**
     * The same with intensities rounded to whole numbers.
     *
     * @return the resampling
     */
    public Resampling withRoundedIntensities() {
        return new Resampling(spacing, image, mask, maskThreshold, true);
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public String toString() {
        return "Resampling[spacing=" + spacing + ", image=" + image + ", mask=" + mask + ", maskThreshold=" + maskThreshold
                + ", roundIntensities=" + roundIntensities + "]";
    }
}
