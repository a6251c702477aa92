package io.github.radiomics4j.deep;

/**
 * The square images of one region, as a network gets them: cut, normalised and resized by a {@link PatchCutting}. Grey values, one
 * channel, in single precision. Immutable.
 */
public final class Patches {
    private final int count;
    private final int size;
    private final float[] pixels;

    private Patches(int count, int size, float[] pixels) {
        this.count = count;
        this.size = size;
        this.pixels = pixels;
    }

    /**
     * Patches from an array.
     *
     * @param count the number of patches, at least 1
     * @param size pixels along each edge, at least 1
     * @param pixels finite normalised intensities in the order patch, row, column; copied
     * @return the patches
     * @throws IllegalArgumentException where a number is below 1, the array's length is not {@code count · size²} or a pixel is not finite
     */
    public static Patches of(int count, int size, float[] pixels) {
        if (count < 1 || size < 1 || pixels.length != (long) count * size * size) {
            throw new IllegalArgumentException("patches need count · size² pixels and at least one patch of one pixel, was " + count
                    + " patches of size " + size + " in " + pixels.length + " values");
        }
        for (int i = 0; i < pixels.length; i++) {
            if (!Float.isFinite(pixels[i])) {
                throw new IllegalArgumentException("pixels of patches must be finite, was " + pixels[i] + " at index " + i);
            }
        }
        return new Patches(count, size, pixels.clone());
    }

    static Patches of(RegionSlices slices, int size) {
        float[] pixels = new float[slices.count() * size * size];
        for (int s = 0; s < slices.count(); s++) {
            slices.copy(s, pixels, s * size * size);
        }
        return new Patches(slices.count(), size, pixels);
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
        return size;
    }

    /**
     * Copies one patch.
     *
     * @param patch from 0
     * @param target receives {@code size²} pixels, rows first
     * @param at where in the target the first pixel goes
     * @throws IndexOutOfBoundsException where there is no such patch or the target is too short
     */
    public void copy(int patch, float[] target, int at) {
        if (patch < 0 || patch >= count) {
            throw new IndexOutOfBoundsException("patch must be from 0 to " + (count - 1) + ", was " + patch);
        }
        System.arraycopy(pixels, patch * size * size, target, at, size * size);
    }

    @Override
    public String toString() {
        return count + " patches of " + size + " × " + size + " pixels";
    }
}
