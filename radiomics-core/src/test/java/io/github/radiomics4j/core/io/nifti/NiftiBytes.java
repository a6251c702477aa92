package io.github.radiomics4j.core.io.nifti;

import io.github.radiomics4j.core.io.VoxelType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/** A tiny NIfTI writer, for files of known content; every field can be spoilt afterwards through {@link #header}. */
final class NiftiBytes {
    final ByteBuffer header;
    private final boolean version2;
    private byte[] voxels = new byte[0];

    private NiftiBytes(boolean version2, ByteOrder order) {
        this.version2 = version2;
        this.header = ByteBuffer.allocate(version2 ? 544 : 352).order(order);
        header.putInt(0, version2 ? 540 : 348);
        byte[] magic = version2 ? new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'} : new byte[] {'n', '+', '1', 0};
        header.put(version2 ? 4 : 344, magic);
        voxOffset(header.capacity());
        pixdim(1, 1, 1, 1);
    }

    static NiftiBytes version1(ByteOrder order) {
        return new NiftiBytes(false, order);
    }

    static NiftiBytes version2(ByteOrder order) {
        return new NiftiBytes(true, order);
    }

    NiftiBytes magic(String text) {
        for (int i = 0; i < text.length(); i++) {
            header.put((version2 ? 4 : 344) + i, (byte) text.charAt(i));
        }
        return this;
    }

    NiftiBytes voxOffset(long offset) {
        if (version2) {
            header.putLong(168, offset);
        } else {
            header.putFloat(108, offset);
        }
        return this;
    }

    NiftiBytes size(long... sizes) {
        putDim(0, sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            putDim(i + 1, sizes[i]);
        }
        return this;
    }

    private void putDim(int i, long value) {
        if (version2) {
            header.putLong(16 + 8 * i, value);
        } else {
            header.putShort(40 + 2 * i, (short) value);
        }
    }

    NiftiBytes pixdim(double... values) {
        for (int i = 0; i < values.length; i++) {
            real(version2 ? 104 + 8 * i : 76 + 4 * i, values[i]);
        }
        return this;
    }

    NiftiBytes scale(double slope, double intercept) {
        real(version2 ? 176 : 112, slope);
        real(version2 ? 184 : 116, intercept);
        return this;
    }

    NiftiBytes units(int code) {
        if (version2) {
            header.putInt(500, code);
        } else {
            header.put(123, (byte) code);
        }
        return this;
    }

    /** Rows of the affine, RAS. */
    NiftiBytes sform(int code, double[]... rows) {
        code(version2 ? 348 : 254, code);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                real(version2 ? 400 + 32 * r + 8 * c : 280 + 16 * r + 4 * c, rows[r][c]);
            }
        }
        return this;
    }

    NiftiBytes qform(int code, double b, double c, double d, double x, double y, double z) {
        code(version2 ? 344 : 252, code);
        double[] values = {b, c, d, x, y, z};
        for (int i = 0; i < 6; i++) {
            real(version2 ? 352 + 8 * i : 256 + 4 * i, values[i]);
        }
        return this;
    }

    private void code(int at, int code) {
        if (version2) {
            header.putInt(at, code);
        } else {
            header.putShort(at, (short) code);
        }
    }

    private void real(int at, double value) {
        if (version2) {
            header.putDouble(at, value);
        } else {
            header.putFloat(at, (float) value);
        }
    }

    NiftiBytes datatype(int code) {
        header.putShort(version2 ? 12 : 70, (short) code);
        return this;
    }

    /** Voxels of a type, from longs or, for floats, the same numbers. */
    NiftiBytes voxels(VoxelType type, long... values) {
        datatype(switch (type) {
            case INT8 -> 256;
            case UINT8 -> 2;
            case INT16 -> 4;
            case UINT16 -> 512;
            case INT32 -> 8;
            case UINT32 -> 768;
            case INT64 -> 1024;
            case UINT64 -> 1280;
            case FLOAT32 -> 16;
            case FLOAT64 -> 64;
        });
        voxels = encode(type, header.order(), values);
        return this;
    }

    static byte[] encode(VoxelType type, ByteOrder order, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(order);
        for (long value : values) {
            switch (type) {
                case INT8, UINT8 -> bytes.put((byte) value);
                case INT16, UINT16 -> bytes.putShort((short) value);
                case INT32, UINT32 -> bytes.putInt((int) value);
                case INT64, UINT64 -> bytes.putLong(value);
                case FLOAT32 -> bytes.putFloat(value);
                case FLOAT64 -> bytes.putDouble(value);
            }
        }
        return bytes.array();
    }

    byte[] voxelBytes() {
        return voxels.clone();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(voxels);
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
