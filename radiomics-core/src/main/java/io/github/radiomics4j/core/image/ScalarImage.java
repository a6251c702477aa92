package io.github.radiomics4j.core.image;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.function.Supplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.Converters;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * A 3D image of one real value per voxel: a read-only view of the caller's pixels (not a copy) and where they lie.
 * The pixel type is captured here, once, by a lazy converter to {@code double} or a {@link VoxelArray}; nothing behind the door is
 * generic in it.
 * A 2D image is one slice.
 */
public final class ScalarImage {
    private final Supplier<RandomAccessibleInterval<DoubleType>> samples;
    private final BoxReader boxes;
    private final GridSize size;
    private final ImageGeometry geometry;

    private ScalarImage(Supplier<RandomAccessibleInterval<DoubleType>> samples, BoxReader boxes, GridSize size, ImageGeometry geometry) {
        this.samples = samples;
        this.boxes = boxes;
        this.size = size;
        this.geometry = geometry;
    }

    /** Copies the values in a box, x fastest. */
    private interface BoxReader {
        void read(IndexBox box, double[] into);
    }

    /**
     * An image at the world's origin.
     *
     * @param samples 2D or 3D, axes x, y(, z); not modified, not copied: do not change it while features are extracted
     * @param spacing distance of voxel centres
     * @param <T> any real pixel type
     * @return the image
     * @throws InvalidInputException where there are not two or three axes
     */
    public static <T extends RealType<T>> ScalarImage of(RandomAccessibleInterval<T> samples, VoxelSpacing spacing) {
        return of(samples, ImageGeometry.of(spacing));
    }

    /**
     * An image anywhere.
     *
     * @param samples 2D or 3D, axes x, y(, z); not modified, not copied: do not change it while features are extracted
     * @param geometry where the voxels lie
     * @param <T> any real pixel type
     * @return the image
     * @throws InvalidInputException where there are not two or three axes
     */
    public static <T extends RealType<T>> ScalarImage of(RandomAccessibleInterval<T> samples, ImageGeometry geometry) {
        RandomAccessibleInterval<DoubleType> volume = converted(asVolume(samples, "image"));
        return new ScalarImage(() -> volume, (box, into) -> copy(volume, box, into), sizeOf(volume), geometry);
    }

    /**
     * An image over an array.
     *
     * @param samples one value per voxel, index {@code x + nx (y + ny z)}; not modified, not copied
     * @param size voxels along each axis
     * @param geometry where the voxels lie
     * @return the image
     * @throws IllegalArgumentException where the array's length is not the number of voxels
     */
    public static ScalarImage of(double[] samples, GridSize size, ImageGeometry geometry) {
        return of(VoxelArray.of(samples, size), geometry);
    }

    /**
     * An image over an array of any type.
     *
     * @param samples one value per voxel; not modified, not copied
     * @param geometry where the voxels lie
     * @return the image
     */
    public static ScalarImage of(VoxelArray samples, ImageGeometry geometry) {
        return new ScalarImage(samples::samples, samples::copy, samples.size(), geometry);
    }

    static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> converted(RandomAccessibleInterval<T> samples) {
        return Converters.convert(samples, (in, out) -> out.setReal(in.getRealDouble()), new DoubleType());
    }

    /** Copies a box of a view into a primitive array. */
    static <T extends NativeType<T>> void copy(RandomAccessibleInterval<T> samples, IndexBox box, Object into) {
        GridSize size = box.size();
        PrimitiveBlocks.of(samples, PrimitiveBlocks.OnFallback.ACCEPT).copy(new long[] {box.minX(), box.minY(), box.minZ()}, into,
                new int[] {size.x(), size.y(), size.z()});
    }

    static GridSize sizeOf(RandomAccessibleInterval<?> volume) {
        return new GridSize((int) volume.dimension(0), (int) volume.dimension(1), (int) volume.dimension(2));
    }

    static <T> RandomAccessibleInterval<T> asVolume(RandomAccessibleInterval<T> samples, String what) {
        int axes = samples.numDimensions();
        if (axes != 2 && axes != 3) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, what + " has " + axes
                    + " axes, features are defined on 2 or 3: choose one volume or channel first (Views.hyperSlice)");
        }
        for (int axis = 0; axis < axes; axis++) {
            if (samples.dimension(axis) < 1 || samples.dimension(axis) > Integer.MAX_VALUE) {
                throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, what + " has " + samples.dimension(axis)
                        + " voxels along axis " + axis + ", at least 1 and at most 2³¹ − 1 are possible");
            }
        }
        RandomAccessibleInterval<T> atZero = Views.zeroMin(samples);
        return axes == 3 ? atZero : Views.addDimension(atZero, 0, 0);
    }

    /**
     * The values, converted lazily.
     *
     * @return 3D, zero-min, axes x, y, z; meant for reading
     */
    public RandomAccessibleInterval<DoubleType> samples() {
        return samples.get();
    }

    /**
     * Where the voxels lie.
     *
     * @return spacing, origin and axes in LPS mm
     */
    public ImageGeometry geometry() {
        return geometry;
    }

    /**
     * The number of voxels along each axis.
     *
     * @return at least 1 each
     */
    public GridSize size() {
        return size;
    }

    /**
     * A copy of the values in a box.
     *
     * @param box inside the image, of fewer than 2³¹ voxels
     * @return one value per voxel of the box, x fastest, then y, then z
     */
    public double[] copy(IndexBox box) {
        double[] values = new double[Math.toIntExact(box.size().voxels())];
        boxes.read(box, values);
        return values;
    }

    @Override
    public String toString() {
        return "image " + size + ", " + geometry;
    }
}
