package io.github.radiomics4j.core.io.dicom.pixels;

/** Takes the pixels of a file, a stretch at a time: all of a frame, in order, before the next one. */
@FunctionalInterface
public interface FrameSink {

    /**
     * Some pixels of one frame that follow those that came before.
     *
     * @param frame counted from 0
     * @param first the place of the first of them in the frame, x fastest
     * @param stored the stored values, sign extended; unsigned values of 32 bits above 2³¹ − 1 come as negative ones. The array is
     *     filled again for the next pixels, the sink may change it
     * @param count how many values of the array to take
     */
    void pixels(int frame, int first, int[] stored, int count);

    /**
     * The same for pixels that come in 16 bits, signed or with a bit to spare; for sinks that keep such values as they are. This
     * one widens them.
     *
     * @param frame counted from 0
     * @param first the place of the first of them in the frame, x fastest
     * @param stored the stored values; the array is filled again for the next pixels, the sink may change it
     * @param count how many values of the array to take
     */
    default void pixels(int frame, int first, short[] stored, int count) {
        int[] wide = new int[count];
        for (int i = 0; i < count; i++) {
            wide[i] = stored[i];
        }
        pixels(frame, first, wide, count);
    }
}
