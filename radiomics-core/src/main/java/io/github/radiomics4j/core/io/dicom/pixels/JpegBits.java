package io.github.radiomics4j.core.io.dicom.pixels;

/** The bits of a scan of Huffman codes: a zero byte stuffed behind each FF is left out, a marker ends them. */
final class JpegBits {
    private final JpegSegments bytes;
    private int buffer;
    private int count;

    JpegBits(JpegSegments bytes) {
        this.bytes = bytes;
    }

    int bit() throws DamagedFrameException {
        if (count == 0) {
            buffer = bytes.oneByte();
            count = 8;
            if (buffer == 0xFF) {
                int stuffed = bytes.oneByte();
                if (stuffed != 0) {
                    throw DamagedFrameException.truncated("the scan ends before its last pixel (marker "
                            + Integer.toHexString(stuffed) + ")");
                }
            }
        }
        count--;
        return buffer >> count & 1;
    }

    /** The next difference: the code of its number of bits, then these bits, negative ones as their complement. */
    int difference(HuffmanTable table) throws DamagedFrameException {
        int length = table.decode(this);
        if (length == 0) {
            return 0;
        }
        if (length == 16) {
            return 1 << 15;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 1 | bit();
        }
        return value < 1 << length - 1 ? value - (1 << length) + 1 : value;
    }

    /** Passes over a restart marker; the bits before it end on a byte. */
    void restart() throws DamagedFrameException {
        count = 0;
        int marker = bytes.nextMarker();
        if (marker < 0xD0 || marker > 0xD7) {
            throw DamagedFrameException.invalid("a restart marker must come, found " + Integer.toHexString(marker));
        }
    }
}
