package io.github.radiomics4j.core.image;

import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * The values of all voxels of a grid, in an array of the type that they were stored in: index {@code x + nx (y + ny z)}. A view of the
 * caller's array, which is not copied: do not change it while features are extracted. Boxes are copied row by row straight from the
 * array; ImgLib2, most of the cost of a small image in a young virtual machine, comes in where its views are asked for.
 */
public final class VoxelArray {
    private final GridSize size;
    private final RowReader rows;
    private final Function<long[], RandomAccessibleInterval<DoubleType>> view;

    private VoxelArray(int length, GridSize size, RowReader rows, Function<long[], RandomAccessibleInterval<DoubleType>> view) {
        if (length != size.voxels()) {
            throw new IllegalArgumentException("image of " + size + " needs " + size.voxels() + " samples, got " + length);
        }
        this.size = size;
        this.rows = rows;
        this.view = view;
    }

    /** Widens neighbouring values: a short method of its own for each type, so that it is soon compiled. */
    private interface RowReader {
        void read(int from, double[] into, int at, int length);
    }

    /**
     * Values of 8 bits with a sign.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray signed(byte[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i];
            }
        }, axes -> ScalarImage.converted(ArrayImgs.bytes(values, axes)));
    }

    /**
     * Values of 8 bits, 0 to 255.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray unsigned(byte[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i] & 0xFF;
            }
        }, axes -> ScalarImage.converted(ArrayImgs.unsignedBytes(values, axes)));
    }

    /**
     * Values of 16 bits with a sign.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray signed(short[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i];
            }
        }, axes -> ScalarImage.converted(ArrayImgs.shorts(values, axes)));
    }

    /**
     * Values of 16 bits, 0 to 65535.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray unsigned(short[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i] & 0xFFFF;
            }
        }, axes -> ScalarImage.converted(ArrayImgs.unsignedShorts(values, axes)));
    }

    /**
     * Values of 32 bits with a sign.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray signed(int[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i];
            }
        }, axes -> ScalarImage.converted(ArrayImgs.ints(values, axes)));
    }

    /**
     * Values of 32 bits, 0 to 2³² − 1.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray unsigned(int[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i] & 0xFFFFFFFFL;
            }
        }, axes -> ScalarImage.converted(ArrayImgs.unsignedInts(values, axes)));
    }

    /**
     * Values of 64 bits with a sign.
     *
     * @param values one per voxel, rounded to the nearest double where beyond ±2⁵³; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray signed(long[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i];
            }
        }, axes -> ScalarImage.converted(ArrayImgs.longs(values, axes)));
    }

    /**
     * Floating-point values of 32 bits.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray of(float[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> {
            for (int i = 0; i < length; i++) {
                into[at + i] = values[from + i];
            }
        }, axes -> ScalarImage.converted(ArrayImgs.floats(values, axes)));
    }

    /**
     * Floating-point values of 64 bits.
     *
     * @param values one per voxel; not modified
     * @param size voxels along each axis
     * @return the voxels
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static VoxelArray of(double[] values, GridSize size) {
        return new VoxelArray(values.length, size, (from, into, at, length) -> System.arraycopy(values, from, into, at, length),
                axes -> ArrayImgs.doubles(values, axes));
    }

    GridSize size() {
        return size;
    }

    RandomAccessibleInterval<DoubleType> samples() {
        return view.apply(new long[] {size.x(), size.y(), size.z()});
    }

    /** As {@link ScalarImage#copy}. */
    void copy(IndexBox box, double[] into) {
        requireInside(box, size);
        GridSize boxSize = box.size();
        int at = 0;
        for (int z = box.minZ(); z <= box.maxZ(); z++) {
            for (int y = box.minY(); y <= box.maxY(); y++) {
                rows.read(box.minX() + size.x() * (y + size.y() * z), into, at, boxSize.x());
                at += boxSize.x();
            }
        }
    }

    static void requireInside(IndexBox box, GridSize size) {
        for (int axis = 0; axis < 3; axis++) {
            if (box.min(axis) < 0 || box.max(axis) >= size.along(axis)) {
                throw new IllegalArgumentException("box must lie inside the image of " + size + ", was " + box);
            }
        }
    }
}
