package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.io.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Uncompressed pixels, decoded in blocks that stay in the processor's nearest cache. Single bits are packed from the lowest bit of a
 * byte on, across the borders of frames.
 */
final class NativePixels {
    private static final int BLOCK = 1 << 12;

    private final PixelFormat format;
    private final ByteOrder order;
    private final int block;
    private final int[] cells;
    private final short[] shortCells;
    private final byte[] chunk;
    /** A bit of the last byte read that belongs to the next pixel, counted from its lowest. */
    private int nextBit = 8;
    private int lastByte;

    NativePixels(PixelFormat format, ByteOrder order) {
        this.format = format;
        this.order = order;
        block = Math.min(BLOCK, format.framePixels());
        cells = new int[format.isShort() ? 0 : block];
        shortCells = new short[format.bitsAllocated() == 16 ? block : 0];
        chunk = new byte[format.bitsAllocated() == 1 ? 1 : block * (format.bitsAllocated() / 8)];
    }

    /** The bytes that the format needs have been found to be there. */
    void read(FileBytes bytes, FrameSink sink) {
        for (int frame = 0; frame < format.size().z(); frame++) {
            int count;
            for (int first = 0; first < format.framePixels(); first += count) {
                count = Math.min(block, format.framePixels() - first);
                if (format.isShort()) {
                    readShorts(bytes, count);
                    format.interpret(shortCells, count);
                    sink.pixels(frame, first, shortCells, count);
                } else {
                    readCells(bytes, count);
                    format.interpret(cells, count);
                    sink.pixels(frame, first, cells, count);
                }
            }
        }
    }

    private void readShorts(FileBytes bytes, int count) {
        bytes.readFully(chunk, 0, count * Short.BYTES);
        ByteBuffer.wrap(chunk).order(order).asShortBuffer().get(shortCells, 0, count);
    }

    private void readCells(FileBytes bytes, int count) {
        switch (format.bitsAllocated()) {
            case 1 -> bits(bytes, count);
            case 8 -> {
                bytes.readFully(chunk, 0, count);
                for (int i = 0; i < count; i++) {
                    cells[i] = chunk[i];
                }
            }
            case 16 -> {
                readShorts(bytes, count);
                for (int i = 0; i < count; i++) {
                    cells[i] = shortCells[i];
                }
            }
            default -> {
                bytes.readFully(chunk, 0, count * Integer.BYTES);
                ByteBuffer.wrap(chunk).order(order).asIntBuffer().get(cells, 0, count);
            }
        }
    }

    private void bits(FileBytes bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (nextBit == 8) {
                bytes.readFully(chunk, 0, 1);
                lastByte = chunk[0];
                nextBit = 0;
            }
            cells[i] = lastByte >> nextBit++ & 1;
        }
    }
}
