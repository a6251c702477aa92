package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;

/**
 * Turns the region within its slices, around the mean of its voxels' centres, from the axis x towards the axis y. Membership is
 * interpolated linearly; a voxel is in the turned region when it is at least one half. What leaves the grid is cut off.
 *
 * @param degrees the angle, may be negative
 */
public record Rotation(double degrees) implements MaskPerturbation {

    /**
     * Checks the angle.
     *
     * @param degrees the angle, may be negative
     */
    public Rotation {
        Lengths.requireFinite(degrees, "a rotation in degrees");
    }

    @Override
    public String name() {
        return "rotation_" + Lengths.text(degrees) + "deg";
    }

    @Override
    public Mask apply(Mask mask) {
        MaskPatch narrow = MaskPatch.around(mask, 0, name());
        VoxelSpacing s = narrow.spacing();
        double angle = Math.toRadians(degrees);
        double diagonal = Math.hypot(narrow.size(0) * s.x(), narrow.size(1) * s.y());
        MaskPatch patch = MaskPatch.around(mask, 2 * diagonal * Math.abs(Math.sin(angle / 2)), name());
        double[] middle = middle(patch);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double across = sin * s.y() / s.x();
        double down = sin * s.x() / s.y();
        return patch.with(MovedMask.of(patch, new double[] {cos, across, middle[0] - cos * middle[0] - across * middle[1],
            -down, cos, middle[1] + down * middle[0] - cos * middle[1], 0}), name());
    }

    /** In voxels of the patch. */
    private static double[] middle(MaskPatch patch) {
        long x = 0;
        long y = 0;
        long count = 0;
        for (int i = 0; i < patch.voxels(); i++) {
            if (patch.inside()[i] != 0) {
                x += i % patch.size(0);
                y += i / patch.size(0) % patch.size(1);
                count++;
            }
        }
        return new double[] {(double) x / count, (double) y / count};
    }
}
