package io.github.radiomics4j.core.io.dicom.pixels;

/** JPEG-LS (ITU-T T.87) of one component, with or without loss; mapping tables, restarts and point transforms are refused. */
final class JpegLsDecoder implements FrameDecoder {
    private static final int START_OF_FRAME = 0xF7;
    private static final int PRESETS = 0xF8;
    private static final int LONGEST_RUN = 1 << 15;

    @Override
    public int[] decode(byte[] compressed, PixelFormat format) throws DamagedFrameException {
        JpegSegments segments = new JpegSegments(compressed);
        segments.expect(JpegSegments.START_OF_IMAGE);
        int precision = 0;
        int[] presets = new int[5];
        while (true) {
            int marker = segments.nextMarkerBeforeScan();
            JpegSegments segment = segments.segment();
            switch (marker) {
                case START_OF_FRAME -> precision = segment.precision(format);
                case PRESETS -> {
                    if (segment.oneByte() != 1) {
                        throw DamagedFrameException.invalid("mapping tables are not read");
                    }
                    for (int i = 0; i < presets.length; i++) {
                        presets[i] = segment.twoBytes();
                    }
                }
                case JpegSegments.RESTART_INTERVAL -> throw DamagedFrameException.invalid("restart intervals are not read");
                case JpegSegments.START_OF_SCAN -> {
                    return scan(segment, segments, precision, presets, format);
                }
                default -> {
                    if (marker < 0xE0 || marker == 0xFF) {
                        throw DamagedFrameException.invalid("it is no JPEG-LS (marker " + Integer.toHexString(marker) + ")");
                    }
                }
            }
        }
    }

    private static int[] scan(JpegSegments header, JpegSegments data, int precision, int[] presets, PixelFormat format)
            throws DamagedFrameException {
        int components = header.oneByte();
        header.oneByte();
        int table = header.oneByte();
        int near = header.oneByte();
        int interleave = header.oneByte();
        int transform = header.oneByte();
        int largest = precision == 0 ? 0 : (1 << precision) - 1;
        int maximum = presets[0] == 0 ? largest : presets[0];
        if (components != 1 || table != 0 || interleave != 0 || transform != 0 || maximum < 1 || maximum > largest || near > maximum / 2) {
            throw DamagedFrameException.invalid("its scan needs a frame header before it, one component, no mapping table, no point "
                    + "transform and an error bound below half of the largest pixel");
        }
        JpegLsParameters standard = JpegLsParameters.standard(maximum, near);
        JpegLsParameters stated = new JpegLsParameters(maximum, near, presets[1] == 0 ? standard.t1() : presets[1],
                presets[2] == 0 ? standard.t2() : presets[2], presets[3] == 0 ? standard.t3() : presets[3],
                presets[4] == 0 ? standard.reset() : presets[4]);
        if (stated.t1() < near + 1 || stated.t2() < stated.t1() || stated.t3() < stated.t2() || stated.reset() < 3) {
            throw DamagedFrameException.invalid("its thresholds must rise and its reset be at least 3, found " + stated);
        }
        if ((long) data.left() * 8 * LONGEST_RUN < format.framePixels()) {
            throw DamagedFrameException.truncated(data.left() + " bytes cannot hold " + format.framePixels() + " pixels");
        }
        return new JpegLsScan(new JpegLsBits(data), stated).decode(format.size().x(), format.size().y());
    }
}
