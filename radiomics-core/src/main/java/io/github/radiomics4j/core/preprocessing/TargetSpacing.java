package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.OptionalDouble;

/**
 * The spacing that resampling aims at: of the volume, or within slices, whose distance then stays that of the image.
 *
 * @param x along the first index, mm
 * @param y along the second index, mm
 * @param z along the third index, mm; empty where slices stay as they are
 */
public record TargetSpacing(double x, double y, OptionalDouble z) {

    /**
     * Checks that each spacing is a positive finite number.
     *
     * @param x along the first index, mm
     * @param y along the second index, mm
     * @param z along the third index, mm; empty where slices stay as they are
     */
    public TargetSpacing {
        new VoxelSpacing(x, y, z.orElse(1));
    }

    /**
     * The spacing of the volume.
     *
     * @param spacing along all axes
     * @return the target
     */
    public static TargetSpacing of(VoxelSpacing spacing) {
        return new TargetSpacing(spacing.x(), spacing.y(), OptionalDouble.of(spacing.z()));
    }

    /**
     * The spacing within slices.
     *
     * @param x along the first index, mm
     * @param y along the second index, mm
     * @return the target
     */
    public static TargetSpacing inPlane(double x, double y) {
        return new TargetSpacing(x, y, OptionalDouble.empty());
    }

    /**
     * The spacing of an image after resampling.
     *
     * @param original the image's spacing
     * @return this spacing, with the original distance of slices where they stay as they are
     */
    public VoxelSpacing on(VoxelSpacing original) {
        return new VoxelSpacing(x, y, z.orElse(original.z()));
    }

    @Override
    public String toString() {
        return z.isPresent() ? new VoxelSpacing(x, y, z.getAsDouble()).toString() : x + " × " + y + " mm in plane";
    }
}
