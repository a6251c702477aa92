package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.Mask;

/**
 * Adds a rim to the region: all voxels whose centres lie within r mm of the centre of one of its voxels, by exact Euclidean distance with
 * the spacing of each axis. Where slices are further apart than r, the rim grows within slices only. By 0 mm it changes nothing. The grid
 * ends it.
 *
 * @param millimetres r, at least 0
 */
public record Dilation(double millimetres) implements MaskPerturbation {

    /**
     * Checks the length.
     *
     * @param millimetres r, at least 0
     */
    public Dilation {
        Lengths.requireNotNegative(millimetres, "a dilation");
    }

    @Override
    public String name() {
        return "dilation_" + Lengths.text(millimetres) + "mm";
    }

    @Override
    public Mask apply(Mask mask) {
        MaskPatch patch = MaskPatch.around(mask, millimetres, name());
        double[] squares = DistanceWithin.squared(patch, patch.inside(), millimetres);
        byte[] dilated = new byte[patch.voxels()];
        for (int i = 0; i < dilated.length; i++) {
            dilated[i] = (byte) (DistanceWithin.isWithin(squares[i], millimetres) ? 1 : 0);
        }
        return patch.with(dilated, name());
    }
}
