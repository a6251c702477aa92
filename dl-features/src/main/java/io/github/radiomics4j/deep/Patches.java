package io.github.radiomics4j.deep;

import java.util.List;

/**
 * The square (or cubic) images of one region, as a network gets them: cut, normalised and resized by a {@link PatchCutting}, which they
 * remember.
 * Grey values, one channel, in single precision. Immutable.
 */
public final class Patches {
    private final PatchCutting cutting;
    private final int count;
    private final float[] pixels;

    private Patches(PatchCutting cutting, int count, float[] pixels) {
        this.cutting = cutting;
        this.count = count;
        this.pixels = pixels;
    }

    /**
     * Patches from an array, where they were cut before.
     *
     * @param cutting how they were cut; features are taken only by an extractor that cuts the same way
     * @param count the number of patches, at least 1
     * @param pixels finite normalised intensities in the order patch, (slice,) row, column; copied
     * @return the patches
     * @throws IllegalArgumentException where there is no patch, the array's length is not {@code count · size^dimensions} or a pixel is not
     *     finite
     */
    public static Patches of(PatchCutting cutting, int count, float[] pixels) {
        if (count < 1 || pixels.length != (long) count * cutting.volume()) {
            throw new IllegalArgumentException("patches need count · size" + (cutting.dimensions() == 2 ? "²" : "³")
                    + " pixels and at least one patch, was " + count + " patches of size " + cutting.size()
                    + " in " + pixels.length + " values");
        }
        for (int i = 0; i < pixels.length; i++) {
            if (!Float.isFinite(pixels[i])) {
                throw new IllegalArgumentException("pixels of patches must be finite, was " + pixels[i] + " at index " + i);
            }
        }
        return new Patches(cutting, count, pixels.clone());
    }

    static Patches of(PatchCutting cutting, List<float[]> images) {
        int volume = cutting.volume();
        float[] pixels = new float[Math.multiplyExact(images.size(), volume)];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i), 0, pixels, i * volume, volume);
        }
        return new Patches(cutting, images.size(), pixels);
    }

    /**
     * How the patches were cut.
     *
     * @return sampling, normalisation and size
     */
    public PatchCutting cutting() {
        return cutting;
    }

    /**
     * The number of patches.
     *
     * @return at least 1
     */
    public int count() {
        return count;
    }

    /**
     * The edge of a patch.
     *
     * @return pixels along each edge, at least 1
     */
    public int size() {
        return cutting.size();
    }

    /**
     * Copies one patch.
     *
     * @param patch from 0
     * @param target receives {@code size^dimensions} pixels, columns fastest
     * @param at where in the target the first pixel goes
     * @throws IndexOutOfBoundsException where there is no such patch or the target is too short
     */
    public void copy(int patch, float[] target, int at) {
        if (patch < 0 || patch >= count) {
            throw new IndexOutOfBoundsException("patch must be from 0 to " + (count - 1) + ", was " + patch);
        }
        int volume = cutting.volume();
        System.arraycopy(pixels, patch * volume, target, at, volume);
    }

    @Override
    public String toString() {
        return count + " patches of " + cutting.shape() + " pixels";
    }
}
