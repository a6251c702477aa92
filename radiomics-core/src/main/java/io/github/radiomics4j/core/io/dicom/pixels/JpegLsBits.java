package io.github.radiomics4j.core.io.dicom.pixels;

/** The bits of a JPEG-LS scan: the byte behind an FF has seven, its highest bit is 0 or it belongs to a marker. */
final class JpegLsBits {
    private final JpegSegments bytes;
    private int buffer;
    private int count;
    private boolean afterFf;

    JpegLsBits(JpegSegments bytes) {
        this.bytes = bytes;
    }

    int bit() throws DamagedFrameException {
        if (count == 0) {
            buffer = bytes.oneByte();
            if (afterFf && buffer > 0x7F) {
                throw DamagedFrameException.truncated("the scan ends before its last pixel (marker " + Integer.toHexString(buffer) + ")");
            }
            count = afterFf ? 7 : 8;
            afterFf = buffer == 0xFF;
        }
        count--;
        return buffer >> count & 1;
    }

    int bits(int length) throws DamagedFrameException {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** A Golomb code of parameter k, or, behind so many zeros that the limit is reached, a plain number of {@code plain} bits. */
    int golomb(int k, int limit, int plain) throws DamagedFrameException {
        int zeros = 0;
        while (bit() == 0) {
            if (++zeros > limit) {
                throw DamagedFrameException.invalid("a Golomb code is longer than " + limit + " bits");
            }
        }
        return zeros < limit - plain - 1 ? (zeros << k) + bits(k) : bits(plain) + 1;
    }
}
