package io.github.radiomics4j.core.io.dicom.pixels;

/** A Huffman table of JPEG (ITU-T T.81, annex C): codes of 1 to 16 bits in rising order, each for one number of bits. */
final class HuffmanTable {
    private static final int LONGEST = 16;

    /** Per length: one more than the largest code of it, and where its values begin, less its smallest code. */
    private final int[] endCode = new int[LONGEST + 1];
    private final int[] offset = new int[LONGEST + 1];
    private final int[] values;

    private HuffmanTable(int[] counts, int[] values) {
        this.values = values;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = index - code;
            code += counts[length];
            index += counts[length];
            endCode[length] = code;
            code <<= 1;
        }
    }

    static HuffmanTable read(JpegSegments segment) throws DamagedFrameException {
        int[] counts = new int[LONGEST + 1];
        int total = 0;
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = segment.oneByte();
            total += counts[length];
        }
        int[] values = new int[total];
        for (int i = 0; i < total; i++) {
            values[i] = segment.oneByte();
            if (values[i] > LONGEST) {
                throw DamagedFrameException.invalid("a Huffman code stands for a difference of " + values[i] + " bits");
            }
        }
        return new HuffmanTable(counts, values);
    }

    int decode(JpegBits bits) throws DamagedFrameException {
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code << 1 | bits.bit();
            if (code < endCode[length]) {
                int index = code + offset[length];
                if (index >= 0 && index < values.length) {
                    return values[index];
                }
            }
        }
        throw DamagedFrameException.invalid("a Huffman code is not in the table");
    }
}
