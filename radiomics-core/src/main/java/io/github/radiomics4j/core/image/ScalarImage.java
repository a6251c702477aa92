package io.github.radiomics4j.core.image;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * A 3D image of one real value per voxel: a read-only view of the caller's pixels (not a copy) and where they lie.
 * The pixel type is captured here, once, by a lazy converter to {@code double}; nothing behind the door is generic in it.
 * A 2D image is one slice.
 */
public final class ScalarImage {
    private final RandomAccessibleInterval<DoubleType> samples;
    private final ImageGeometry geometry;
    private final GridSize size;

    private ScalarImage(RandomAccessibleInterval<DoubleType> samples, ImageGeometry geometry) {
        this.samples = samples;
        this.geometry = geometry;
        this.size = new GridSize((int) samples.dimension(0), (int) samples.dimension(1), (int) samples.dimension(2));
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
        RandomAccessibleInterval<T> volume = asVolume(samples, "image");
        return new ScalarImage(
                Converters.convert(volume, (in, out) -> out.setReal(in.getRealDouble()), new DoubleType()), geometry);
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
        if (samples.length != size.voxels()) {
            throw new IllegalArgumentException("image of " + size + " needs " + size.voxels() + " samples, got " + samples.length);
        }
        return new ScalarImage(ArrayImgs.doubles(samples, size.x(), size.y(), size.z()), geometry);
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
        return samples;
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
        GridSize boxSize = box.size();
        double[] values = new double[Math.toIntExact(boxSize.voxels())];
        PrimitiveBlocks.of(samples, PrimitiveBlocks.OnFallback.ACCEPT).copy(new long[] {box.minX(), box.minY(), box.minZ()},
                values, new int[] {boxSize.x(), boxSize.y(), boxSize.z()});
        return values;
    }

    @Override
    public String toString() {
        return "image " + size + ", " + geometry;
    }
}
