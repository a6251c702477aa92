package io.github.radiomics4j.deep;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Random changes of patches while a network is trained, drawn anew in every epoch: mirror images, and shifts by whole pixels with the
 * nearest pixel standing beyond the border.
 *
 * @param flipColumns whether left and right change places in half of the draws
 * @param flipRows whether top and bottom change places in half of the draws
 * @param flipSlices whether the first and the last slice of a cube change places in half of the draws; squares have none
 * @param largestShift patches move along each axis by a whole number of pixels from {@code −largestShift} to {@code largestShift}, each
 *     as likely
 */
public record Augmentation(boolean flipColumns, boolean flipRows, boolean flipSlices, int largestShift) {

    /**
     * Checks the shift.
     *
     * @param flipColumns whether left and right change places
     * @param flipRows whether top and bottom change places
     * @param flipSlices whether the first and the last slice of a cube change places
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
     * Changes that leave a cube's slices in their order.
     *
     * @param flipColumns whether left and right change places
     * @param flipRows whether top and bottom change places
     * @param largestShift in pixels, from 0 to 4096
     * @throws IllegalArgumentException where the shift is out of range
     */
    public Augmentation(boolean flipColumns, boolean flipRows, int largestShift) {
        this(flipColumns, flipRows, false, largestShift);
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
     * Both mirror images, and shifts. Slices of cubes keep their order, since they have another thickness and noise than rows.
     *
     * @param largestShift in pixels
     * @return the augmentation
     */
    public static Augmentation flipsAndShifts(int largestShift) {
        return new Augmentation(true, true, largestShift);
    }

    /**
     * The same with cubes also mirrored along their third axis.
     *
     * @return the augmentation
     */
    public Augmentation withFlippedSlices() {
        return new Augmentation(flipColumns, flipRows, true, largestShift);
    }

    /**
     * Changes one square. Always draws four numbers, so that one setting does not change the draws of another.
     *
     * @param pixels holds the patch, rows first; changed in place
     * @param at the index of its first pixel
     * @param size pixels along each edge
     * @param random where the changes come from
     */
    public void apply(float[] pixels, int at, int size, RandomGenerator random) {
        apply(pixels, at, size, 2, random);
    }

    /**
     * Changes one patch. Draws four numbers, and two more for a cube, whatever is switched on.
     *
     * @param pixels holds the patch, columns fastest; changed in place
     * @param at the index of its first pixel
     * @param size pixels along each edge
     * @param dimensions 2 for a square, 3 for a cube
     * @param random where the changes come from
     */
    public void apply(float[] pixels, int at, int size, int dimensions, RandomGenerator random) {
        boolean mirrorColumns = random.nextBoolean() && flipColumns;
        boolean mirrorRows = random.nextBoolean() && flipRows;
        int shiftX = shift(random);
        int shiftY = shift(random);
        int area = size * size;
        if (dimensions == 2) {
            move(Arrays.copyOfRange(pixels, at, at + area), 0, pixels, at, size, mirrorColumns, mirrorRows, shiftX, shiftY);
            return;
        }
        boolean mirrorSlices = random.nextBoolean() && flipSlices;
        int shiftZ = shift(random);
        float[] cube = Arrays.copyOfRange(pixels, at, at + area * size);
        for (int z = 0; z < size; z++) {
            move(cube, area * source(z, shiftZ, mirrorSlices, size), pixels, at + area * z, size, mirrorColumns, mirrorRows,
                    shiftX, shiftY);
        }
    }

    private int shift(RandomGenerator random) {
        return random.nextInt(2 * largestShift + 1) - largestShift;
    }

    private static void move(float[] from, int first, float[] to, int at, int size, boolean mirrorColumns, boolean mirrorRows, int shiftX,
            int shiftY) {
        for (int y = 0; y < size; y++) {
            int row = first + size * source(y, shiftY, mirrorRows, size);
            for (int x = 0; x < size; x++) {
                to[at + y * size + x] = from[row + source(x, shiftX, mirrorColumns, size)];
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
     * @return all components; slices only where they are flipped
     */
    public String label() {
        return "flip columns " + flipColumns + ", flip rows " + flipRows + (flipSlices ? ", flip slices" : "")
                + ", shift up to " + largestShift + " pixels";
    }
}
