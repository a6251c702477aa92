package io.github.radiomics4j.deep;

import java.util.random.RandomGenerator;

/**
 * Random changes of patches while a network is trained, drawn anew in every epoch: mirror images, and shifts by whole pixels with the
 * nearest pixel standing beyond the border.
 *
 * @param flipColumns whether left and right change places in half of the draws
 * @param flipRows whether top and bottom change places in half of the draws
 * @param largestShift patches move along each axis by a whole number of pixels from {@code −largestShift} to {@code largestShift}, each
 *     as likely
 */
public record Augmentation(boolean flipColumns, boolean flipRows, int largestShift) {

    /**
     * Checks the shift.
     *
     * @param flipColumns whether left and right change places
     * @param flipRows whether top and bottom change places
     * @param largestShift in pixels, from 0 to 4096
     * @throws IllegalArgumentException where the shift is out of range
     */
    public Augmentation {
        if (largestShift < 0 || largestShift > ImageSampling.LARGEST_SQUARE) {
            throw new IllegalArgumentException("the largest shift must be from 0 to " + ImageSampling.LARGEST_SQUARE
                    + " pixels, was " + largestShift);
        }
    }

    /**
     * Patches as they are.
     *
     * @return no change
     */
    public static Augmentation none() {
        return new Augmentation(false, false, 0);
    }

    /**
     * Both mirror images, and shifts.
     *
     * @param largestShift in pixels
     * @return the augmentation
     */
    public static Augmentation flipsAndShifts(int largestShift) {
        return new Augmentation(true, true, largestShift);
    }

    /**
     * Changes one patch. Always draws four numbers, so that one setting does not change the draws of another.
     *
     * @param pixels holds the patch, rows first; changed in place
     * @param at the index of its first pixel
     * @param size pixels along each edge
     * @param random where the changes come from
     */
    public void apply(float[] pixels, int at, int size, RandomGenerator random) {
        boolean mirrorColumns = random.nextBoolean() && flipColumns;
        boolean mirrorRows = random.nextBoolean() && flipRows;
        int shiftX = random.nextInt(2 * largestShift + 1) - largestShift;
        int shiftY = random.nextInt(2 * largestShift + 1) - largestShift;
        float[] patch = new float[size * size];
        System.arraycopy(pixels, at, patch, 0, patch.length);
        for (int y = 0; y < size; y++) {
            int row = source(y, shiftY, mirrorRows, size);
            for (int x = 0; x < size; x++) {
                pixels[at + y * size + x] = patch[row * size + source(x, shiftX, mirrorColumns, size)];
            }
        }
    }

    private static int source(int index, int shift, boolean mirrored, int size) {
        int moved = Math.max(0, Math.min(size - 1, index - shift));
        return mirrored ? size - 1 - moved : moved;
    }

    /**
     * The name used in settings.
     *
     * @return all three components
     */
    public String label() {
        return "flip columns " + flipColumns + ", flip rows " + flipRows + ", shift up to " + largestShift + " pixels";
    }
}
