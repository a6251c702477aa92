package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.io.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Uncompressed pixels. Single bits are packed from the lowest bit of a byte on, across the borders of frames. */
final class NativePixels {
    private static final int CHUNK = 1 << 16;

    private final PixelFormat format;
    private final ByteOrder order;
    /** A bit of the last byte read that belongs to the next frame, counted from its lowest. */
    private int nextBit = 8;
    private int lastByte;

    NativePixels(PixelFormat format, ByteOrder order) {
        this.format = format;
        this.order = order;
    }

    /** The bytes that the format needs have been found to be there. */
    void read(FileBytes bytes, FrameSink sink) {
        int[] cells = new int[format.framePixels()];
        byte[] chunk = new byte[Math.min(CHUNK, cells.length * 4)];
        for (int frame = 0; frame < format.size().z(); frame++) {
            if (format.bitsAllocated() == 1) {
                bits(bytes, cells);
            } else {
                int perChunk = chunk.length / (format.bitsAllocated() / 8);
                for (int at = 0; at < cells.length; at += perChunk) {
                    int count = Math.min(perChunk, cells.length - at);
                    bytes.readFully(chunk, 0, count * (format.bitsAllocated() / 8));
                    widen(ByteBuffer.wrap(chunk).order(order), cells, at, count);
                }
            }
            format.interpret(cells);
            sink.frame(frame, cells);
        }
    }

    private void widen(ByteBuffer chunk, int[] cells, int at, int count) {
        switch (format.bitsAllocated()) {
            case 8 -> {
                for (int i = 0; i < count; i++) {
                    cells[at + i] = chunk.get(i);
                }
            }
            case 16 -> {
                for (int i = 0; i < count; i++) {
                    cells[at + i] = chunk.getShort(2 * i);
                }
            }
            default -> chunk.asIntBuffer().get(0, cells, at, count);
        }
    }

    private void bits(FileBytes bytes, int[] cells) {
        byte[] row = new byte[1];
        for (int i = 0; i < cells.length; i++) {
            if (nextBit == 8) {
                bytes.readFully(row, 0, 1);
                lastByte = row[0];
                nextBit = 0;
            }
            cells[i] = lastByte >> nextBit++ & 1;
        }
    }
}
