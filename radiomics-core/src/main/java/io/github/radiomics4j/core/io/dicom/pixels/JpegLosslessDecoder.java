package io.github.radiomics4j.core.io.dicom.pixels;

/**
 * JPEG lossless, process 14 (ITU-T T.81, annex H): one component, Huffman codes of differences from one of seven predictors,
 * 2 to 16 bits. Written for greyscale frames; anything else of the JPEG family is refused.
 */
final class JpegLosslessDecoder implements FrameDecoder {
    private static final int START_OF_FRAME = 0xC3;
    private static final int HUFFMAN_TABLES = 0xC4;

    @Override
    public int[] decode(byte[] compressed, PixelFormat format) throws DamagedFrameException {
        JpegSegments segments = new JpegSegments(compressed);
        HuffmanTable[] tables = new HuffmanTable[4];
        int precision = 0;
        int restartInterval = 0;
        segments.expect(JpegSegments.START_OF_IMAGE);
        while (true) {
            int marker = segments.nextMarkerBeforeScan();
            JpegSegments segment = segments.segment();
            switch (marker) {
                case START_OF_FRAME -> precision = segment.precision(format);
                case HUFFMAN_TABLES -> {
                    while (!segment.isAtEnd()) {
                        int which = segment.oneByte();
                        if (which > 3) {
                            throw DamagedFrameException.invalid("it has a Huffman table of class and number " + which);
                        }
                        tables[which] = HuffmanTable.read(segment);
                    }
                }
                case JpegSegments.RESTART_INTERVAL -> restartInterval = segment.twoBytes();
                case JpegSegments.START_OF_SCAN -> {
                    if (precision == 0) {
                        throw DamagedFrameException.invalid("its scan comes before its frame header");
                    }
                    return scan(segment, segments, tables, precision, restartInterval, format);
                }
                default -> {
                    if (marker > START_OF_FRAME - 4 && marker < 0xD0 && marker != 0xC8 && marker != 0xCC) {
                        throw DamagedFrameException.invalid("it is JPEG of another process (marker " + Integer.toHexString(marker) + ")");
                    }
                }
            }
        }
    }

    private static int[] scan(JpegSegments header, JpegSegments data, HuffmanTable[] tables, int precision, int restartInterval,
            PixelFormat format) throws DamagedFrameException {
        int components = header.oneByte();
        header.oneByte();
        HuffmanTable table = tables[header.oneByte() >> 4 & 3];
        int predictor = header.oneByte();
        header.oneByte();
        int pointTransform = header.oneByte() & 15;
        if (components != 1 || predictor < 1 || predictor > 7 || table == null || pointTransform >= precision) {
            throw DamagedFrameException.invalid("its scan needs one component, a Huffman table that is there and a predictor of 1 to 7");
        }
        if (data.left() * 8L < format.framePixels()) {
            throw DamagedFrameException.truncated(data.left() + " bytes cannot hold " + format.framePixels() + " pixels");
        }
        int columns = format.size().x();
        int[] cells = new int[format.framePixels()];
        JpegBits bits = new JpegBits(data);
        int firstOfInterval = 0;
        for (int at = 0; at < cells.length; at++) {
            if (restartInterval > 0 && at > 0 && at % restartInterval == 0) {
                bits.restart();
                firstOfInterval = at;
            }
            int prediction;
            if (at == firstOfInterval) {
                prediction = 1 << precision - pointTransform - 1;
            } else if (at < firstOfInterval + columns - firstOfInterval % columns || at < columns) {
                prediction = cells[at - 1];
            } else if (at % columns == 0) {
                prediction = cells[at - columns];
            } else {
                prediction = predict(predictor, cells[at - 1], cells[at - columns], cells[at - columns - 1]);
            }
            cells[at] = prediction + bits.difference(table) & 0xFFFF;
        }
        for (int at = 0; pointTransform > 0 && at < cells.length; at++) {
            cells[at] <<= pointTransform;
        }
        return cells;
    }

    private static int predict(int predictor, int left, int above, int corner) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> corner;
            case 4 -> left + above - corner;
            case 5 -> left + (above - corner >> 1);
            case 6 -> above + (left - corner >> 1);
            default -> left + above >> 1;
        };
    }
}
