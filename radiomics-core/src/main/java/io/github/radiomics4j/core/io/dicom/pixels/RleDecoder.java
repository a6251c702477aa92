package io.github.radiomics4j.core.io.dicom.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RLE Lossless (PS3.5, annex G): one PackBits segment for each byte of a cell, the most significant first. */
final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;
    /** A run of 128 bytes takes two. */
    private static final int MAXIMAL_RATIO = 64;

    @Override
    public int[] decode(byte[] compressed, PixelFormat format) throws DamagedFrameException {
        int planes = format.bitsAllocated() / 8;
        if (compressed.length < HEADER) {
            throw DamagedFrameException.truncated("it has " + compressed.length + " bytes, its header alone needs " + HEADER);
        }
        ByteBuffer header = ByteBuffer.wrap(compressed).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt(0);
        if (planes == 0 || segments != planes || segments > MOST_SEGMENTS) {
            throw DamagedFrameException.invalid("it must have one segment for each of the " + planes + " bytes of a pixel, its header says "
                    + Integer.toUnsignedString(segments));
        }
        if ((long) compressed.length * MAXIMAL_RATIO < (long) format.framePixels() * planes) {
            throw DamagedFrameException.truncated(compressed.length + " bytes cannot hold " + format.framePixels() + " pixels");
        }
        int[] cells = new int[format.framePixels()];
        for (int plane = 0; plane < planes; plane++) {
            long start = header.getInt(4 + 4 * plane) & 0xFFFFFFFFL;
            long end = plane + 1 < planes ? header.getInt(8 + 4 * plane) & 0xFFFFFFFFL : compressed.length;
            if (start < HEADER || start > end || end > compressed.length) {
                throw DamagedFrameException.invalid("segment " + (plane + 1) + " lies at bytes " + start + " to " + end + " of "
                        + compressed.length);
            }
            unpack(compressed, (int) start, (int) end, cells);
        }
        return cells;
    }

    /** Appends one byte to each cell. */
    private static void unpack(byte[] from, int start, int end, int[] cells) throws DamagedFrameException {
        int at = start;
        int cell = 0;
        while (cell < cells.length) {
            if (at >= end) {
                throw DamagedFrameException.truncated("a segment ends after " + cell + " of " + cells.length + " pixels");
            }
            int control = from[at++];
            if (control == -128) {
                continue;
            }
            int count = control >= 0 ? control + 1 : 1 - control;
            if (at + (control >= 0 ? count : 1) > end) {
                throw DamagedFrameException.truncated("a segment ends within a run");
            }
            for (int i = 0; i < count && cell < cells.length; i++, cell++) {
                cells[cell] = cells[cell] << 8 | from[control >= 0 ? at + i : at] & 0xFF;
            }
            at += control >= 0 ? count : 1;
        }
    }
}
