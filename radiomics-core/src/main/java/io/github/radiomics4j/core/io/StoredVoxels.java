package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * How the voxels of a file are stored, and the loop that reads them: x fastest, then y, then z. Voxels keep their stored type in
 * memory (a label map of unsigned bytes takes one byte per voxel); where values are rescaled,
 * {@code value = slope · stored + intercept} in double precision, they are kept as {@code double}.
 */
public final class StoredVoxels {
    /** Bytes decoded at a time; a multiple of every voxel's size. */
    private static final int CHUNK = 1 << 17;

    private final VoxelType type;
    private final ByteOrder order;
    private final GridSize size;
    private final double slope;
    private final double intercept;

    private StoredVoxels(VoxelType type, ByteOrder order, GridSize size, double slope, double intercept) {
        this.type = Objects.requireNonNull(type);
        this.order = Objects.requireNonNull(order);
        this.size = Objects.requireNonNull(size);
        this.slope = slope;
        this.intercept = intercept;
    }

    /**
     * Voxels whose values are the stored ones.
     *
     * @param type of each voxel
     * @param order of the bytes of a voxel; no matter for single bytes
     * @param size voxels along each axis, see {@link #sizeOf}
     * @return the description
     */
    public static StoredVoxels of(VoxelType type, ByteOrder order, GridSize size) {
        return new StoredVoxels(type, order, size, 1, 0);
    }

    /**
     * The same voxels with values rescaled.
     *
     * @param newSlope finite factor
     * @param newIntercept finite summand
     * @return the description
     * @throws IllegalArgumentException where a number is not finite
     */
    public StoredVoxels scaled(double newSlope, double newIntercept) {
        if (!Double.isFinite(newSlope) || !Double.isFinite(newIntercept)) {
            throw new IllegalArgumentException("slope and intercept must be finite, were " + newSlope + " and " + newIntercept);
        }
        return new StoredVoxels(type, order, size, newSlope, newIntercept);
    }

    /**
     * The size that a header announces, checked without overflow.
     *
     * @param file named in messages
     * @param x columns
     * @param y rows
     * @param z slices
     * @return the size
     * @throws InvalidInputException HEADER_INVALID where a size is below 1, RESOURCE_LIMIT where there are more than 2³¹ − 1
     *     voxels
     */
    public static GridSize sizeOf(Path file, long x, long y, long z) {
        if (x < 1 || y < 1 || z < 1) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": an image needs at least one voxel along each axis, "
                    + "the header says " + x + " × " + y + " × " + z);
        }
        long limit = Integer.MAX_VALUE;
        if (x > limit || y > limit || z > limit || x * y > limit || x * y * z > limit) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, file + ": the header announces " + x + " × " + y + " × " + z
                    + " voxels, at most 2³¹ − 1 are read; crop the image");
        }
        return new GridSize((int) x, (int) y, (int) z);
    }

    /**
     * How much of the file the voxels take, uncompressed.
     *
     * @return bytes
     */
    public long bytes() {
        return size.voxels() * type.bytes();
    }

    private boolean isScaled() {
        return slope != 1 || intercept != 0;
    }

    /**
     * Reads the voxels. Memory is allocated only after the limit and the bytes that can come have been compared with the need;
     * reading stops after the last voxel.
     *
     * @param from the first voxel's place
     * @param geometry where the voxels lie
     * @param limits the memory they may take
     * @return the image
     * @throws InvalidInputException RESOURCE_LIMIT where the voxels need more memory than allowed or there is; TRUNCATED where the
     *     file ends early or compressed data are damaged; UNSUPPORTED_DATATYPE where a 64-bit value is beyond ±2⁵³
     */
    public ScalarImage read(FileBytes from, ImageGeometry geometry, ReadLimits limits) {
        Object voxels = readArray(from, limits);
        return ScalarImage.of(asVoxels(voxels), geometry);
    }

    private VoxelArray asVoxels(Object voxels) {
        if (voxels instanceof byte[] values) {
            return type == VoxelType.UINT8 ? VoxelArray.unsigned(values, size) : VoxelArray.signed(values, size);
        } else if (voxels instanceof short[] values) {
            return type == VoxelType.UINT16 ? VoxelArray.unsigned(values, size) : VoxelArray.signed(values, size);
        } else if (voxels instanceof int[] values) {
            return type == VoxelType.UINT32 ? VoxelArray.unsigned(values, size) : VoxelArray.signed(values, size);
        } else if (voxels instanceof long[] values) {
            return VoxelArray.signed(values, size);
        } else if (voxels instanceof float[] values) {
            return VoxelArray.of(values, size);
        }
        return VoxelArray.of((double[]) voxels, size);
    }

    /** The voxels as an array of the primitive type that they are kept in. */
    Object readArray(FileBytes from, ReadLimits limits) {
        long memory = size.voxels() * (isScaled() ? Double.BYTES : type.bytes());
        if (memory > limits.bytes()) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, from.file() + ": the header announces " + size + " voxels that need "
                    + memory + " bytes of memory, the limit is " + limits.bytes() + "; crop the image or raise the limit (ReadLimits)");
        }
        from.require(bytes());
        int count = Math.toIntExact(size.voxels());
        Object voxels = isScaled() ? readScaled(from, count) : readStored(from, count);
        from.checkEnd();
        return voxels;
    }

    private Object readStored(FileBytes from, int count) {
        return switch (type) {
            case INT8, UINT8 -> {
                byte[] values = allocate(from, byte[]::new, count);
                from.readFully(values, 0, count);
                yield values;
            }
            case INT16, UINT16 -> {
                short[] values = allocate(from, short[]::new, count);
                byte[] chunk = new byte[CHUNK];
                ShortBuffer view = ByteBuffer.wrap(chunk).order(order).asShortBuffer();
                eachChunk(from, chunk, count, (at, length) -> view.get(0, values, at, length));
                yield values;
            }
            case INT32, UINT32 -> {
                int[] values = allocate(from, int[]::new, count);
                byte[] chunk = new byte[CHUNK];
                IntBuffer view = ByteBuffer.wrap(chunk).order(order).asIntBuffer();
                eachChunk(from, chunk, count, (at, length) -> view.get(0, values, at, length));
                yield values;
            }
            case INT64, UINT64 -> {
                long[] values = allocate(from, long[]::new, count);
                byte[] chunk = new byte[CHUNK];
                LongBuffer view = ByteBuffer.wrap(chunk).order(order).asLongBuffer();
                eachChunk(from, chunk, count, (at, length) -> {
                    view.get(0, values, at, length);
                    requireExact(from.file(), values, at, length);
                });
                yield values;
            }
            case FLOAT32 -> {
                float[] values = allocate(from, float[]::new, count);
                byte[] chunk = new byte[CHUNK];
                FloatBuffer view = ByteBuffer.wrap(chunk).order(order).asFloatBuffer();
                eachChunk(from, chunk, count, (at, length) -> view.get(0, values, at, length));
                yield values;
            }
            case FLOAT64 -> {
                double[] values = allocate(from, double[]::new, count);
                byte[] chunk = new byte[CHUNK];
                DoubleBuffer view = ByteBuffer.wrap(chunk).order(order).asDoubleBuffer();
                eachChunk(from, chunk, count, (at, length) -> view.get(0, values, at, length));
                yield values;
            }
        };
    }

    private double[] readScaled(FileBytes from, int count) {
        double[] values = allocate(from, double[]::new, count);
        byte[] chunk = new byte[CHUNK];
        ByteBuffer view = ByteBuffer.wrap(chunk).order(order);
        eachChunk(from, chunk, count, (at, length) -> {
            widen(from.file(), view, values, at, length);
            for (int i = at; i < at + length; i++) {
                values[i] = slope * values[i] + intercept;
            }
        });
        return values;
    }

    private void widen(Path file, ByteBuffer chunk, double[] values, int at, int length) {
        switch (type) {
            case INT8 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.get(i);
                }
            }
            case UINT8 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.get(i) & 0xFF;
                }
            }
            case INT16 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.getShort(2 * i);
                }
            }
            case UINT16 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.getShort(2 * i) & 0xFFFF;
                }
            }
            case INT32 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.getInt(4 * i);
                }
            }
            case UINT32 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.getInt(4 * i) & 0xFFFFFFFFL;
                }
            }
            case INT64, UINT64 -> {
                long[] whole = new long[length];
                chunk.asLongBuffer().get(0, whole, 0, length);
                requireExact(file, whole, 0, length);
                for (int i = 0; i < length; i++) {
                    values[at + i] = whole[i];
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = chunk.getFloat(4 * i);
                }
            }
            case FLOAT64 -> chunk.asDoubleBuffer().get(0, values, at, length);
        }
    }

    private void requireExact(Path file, long[] values, int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (values[i] > VoxelType.LARGEST_EXACT || values[i] < (type == VoxelType.UINT64 ? 0 : -VoxelType.LARGEST_EXACT)) {
                throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, file + ": 64-bit whole numbers are read up to ±2⁵³, "
                        + "where double precision is exact, found "
                        + (type == VoxelType.UINT64 ? Long.toUnsignedString(values[i]) : Long.toString(values[i])));
            }
        }
    }

    private <A> A allocate(FileBytes from, IntFunction<A> array, int count) {
        try {
            return array.apply(count);
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, from.file() + ": the header announces " + size
                    + " voxels, for which this Java process has not enough memory left; crop the image or raise -Xmx", e);
        }
    }

    /** What to do with one chunk that has been read. */
    private interface ChunkAction {
        void accept(int at, int length);
    }

    private void eachChunk(FileBytes from, byte[] chunk, int count, ChunkAction action) {
        int perChunk = chunk.length / type.bytes();
        for (int at = 0; at < count;) {
            int length = Math.min(count - at, perChunk);
            from.readFully(chunk, 0, length * type.bytes());
            action.accept(at, length);
            at += length;
        }
    }

    @Override
    public String toString() {
        return size + " voxels of type " + type + (isScaled() ? ", rescaled by " + slope + " · stored + " + intercept : "");
    }
}
