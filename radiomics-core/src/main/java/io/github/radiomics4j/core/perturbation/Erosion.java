package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.Mask;

/**
 * Takes a rim off the region: a voxel stays when every voxel whose centre lies within r mm of its own, by exact Euclidean distance with
 * the spacing of each axis, is in the region. Where slices are further apart than r, the rim goes within slices only. By 0 mm it changes
 * nothing. What lies beyond the grid counts as outside, except for a grid of one slice.
 *
 * @param millimetres r, at least 0
 */
public record Erosion(double millimetres) implements MaskPerturbation {

    /**
     * Checks the length.
     *
     * @param millimetres r, at least 0
     */
    public Erosion {
        Lengths.requireNotNegative(millimetres, "an erosion");
    }

    @Override
    public String name() {
        return "erosion_" + Lengths.text(millimetres) + "mm";
    }

    @Override
    public Mask apply(Mask mask) {
        // One voxel of margin suffices: of the voxels outside, one of those that touch the box is nearest.
        MaskPatch patch = MaskPatch.around(mask, 0, name());
        double[] squares = DistanceWithin.squared(patch, patch.outside(), millimetres);
        byte[] eroded = new byte[patch.voxels()];
        for (int i = 0; i < eroded.length; i++) {
            eroded[i] = (byte) (DistanceWithin.isWithin(squares[i], millimetres) ? 0 : 1);
        }
        return patch.with(eroded, name());
    }
}
