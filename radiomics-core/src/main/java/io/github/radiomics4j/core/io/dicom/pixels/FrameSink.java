package io.github.radiomics4j.core.io.dicom.pixels;

/** Takes the frames of a file one after the other. */
@FunctionalInterface
public interface FrameSink {

    /**
     * One frame.
     *
     * @param index counted from 0
     * @param stored the stored values, x fastest, sign extended; unsigned values of 32 bits above 2³¹ − 1 come as negative ones.
     *     The array is used again for the next frame
     */
    void frame(int index, int[] stored);
}
