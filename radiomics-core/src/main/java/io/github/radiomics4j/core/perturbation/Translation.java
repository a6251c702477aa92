package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;

/**
 * Moves the region along the axes of the voxel array. A shift by whole voxels moves every voxel; parts of a voxel are interpolated
 * linearly, and a voxel is in the moved region when its membership is at least one half. Along a single axis that rounds to whole voxels;
 * along several it changes edges and corners too. Half a voxel is taken for a hair less, so that the region neither grows nor shrinks.
 * What leaves the grid is cut off.
 *
 * @param x mm towards growing columns, may be negative
 * @param y mm towards growing rows, may be negative
 * @param z mm towards growing slices, may be negative
 */
public record Translation(double x, double y, double z) implements MaskPerturbation {
    private static final double HAIR_LESS = 1 - 1e-9;

    /**
     * Checks the shifts.
     *
     * @param x mm towards growing columns
     * @param y mm towards growing rows
     * @param z mm towards growing slices
     */
    public Translation {
        Lengths.requireFinite(x, "a shift along x in mm");
        Lengths.requireFinite(y, "a shift along y in mm");
        Lengths.requireFinite(z, "a shift along z in mm");
    }

    @Override
    public String name() {
        return "translation_" + Lengths.text(x) + "_" + Lengths.text(y) + "_" + Lengths.text(z) + "mm";
    }

    @Override
    public Mask apply(Mask mask) {
        MaskPatch patch = MaskPatch.around(mask, Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))), name());
        VoxelSpacing s = patch.spacing();
        return patch.with(MovedMask.of(patch, new double[] {1, 0, -x / s.x() * HAIR_LESS, 0, 1, -y / s.y() * HAIR_LESS,
            -z / s.z() * HAIR_LESS}), name());
    }
}
