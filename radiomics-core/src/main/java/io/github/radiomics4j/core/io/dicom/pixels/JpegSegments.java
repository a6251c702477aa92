package io.github.radiomics4j.core.io.dicom.pixels;

/** The bytes of a JPEG stream or of one of its segments, read from front to back. */
final class JpegSegments {
    static final int START_OF_IMAGE = 0xD8;
    static final int END_OF_IMAGE = 0xD9;
    static final int START_OF_SCAN = 0xDA;
    static final int RESTART_INTERVAL = 0xDD;

    private final byte[] bytes;
    private final int end;
    private int at;

    JpegSegments(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private JpegSegments(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    int left() {
        return end - at;
    }

    int oneByte() throws DamagedFrameException {
        if (at >= end) {
            throw DamagedFrameException.truncated("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    int twoBytes() throws DamagedFrameException {
        int high = oneByte();
        return high << 8 | oneByte();
    }

    /** A byte that may be missing, without moving on: −1 at the end. */
    int peek() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    void expect(int marker) throws DamagedFrameException {
        int found = nextMarker();
        if (found != marker) {
            throw DamagedFrameException.invalid("marker " + Integer.toHexString(marker) + " must come here, found "
                    + Integer.toHexString(found));
        }
    }

    /** The second byte of the next marker; fill bytes before it are passed over. */
    int nextMarker() throws DamagedFrameException {
        if (oneByte() != 0xFF) {
            throw DamagedFrameException.invalid("a marker must come at byte " + (at - 1));
        }
        int code = oneByte();
        while (code == 0xFF) {
            code = oneByte();
        }
        return code;
    }

    /** The second byte of the next marker, of those that come before the scan. */
    int nextMarkerBeforeScan() throws DamagedFrameException {
        int marker = nextMarker();
        if (marker == END_OF_IMAGE) {
            throw DamagedFrameException.truncated("it ends before its scan");
        }
        return marker;
    }

    /** Of a frame header: how many bits its one component has. */
    int precision(PixelFormat format) throws DamagedFrameException {
        int precision = oneByte();
        int rows = twoBytes();
        DamagedFrameException.requireSize(format, twoBytes(), rows);
        if (oneByte() != 1 || precision < 2 || precision > 16) {
            throw DamagedFrameException.invalid("it must have one component of 2 to 16 bits");
        }
        return precision;
    }

    /** What follows a marker up to its stated length; this stream goes on behind it. */
    JpegSegments segment() throws DamagedFrameException {
        int length = twoBytes();
        if (length < 2 || length - 2 > left()) {
            throw DamagedFrameException.truncated("a segment of " + length + " bytes has only " + left() + " left");
        }
        JpegSegments segment = new JpegSegments(bytes, at, at + length - 2);
        at += length - 2;
        return segment;
    }
}
