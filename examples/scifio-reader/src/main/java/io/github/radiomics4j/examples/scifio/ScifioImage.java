package io.github.radiomics4j.examples.scifio;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.scif.img.SCIFIOImgPlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image as SCIFIO has opened it, waiting for its place. SCIFIO knows neither origin nor direction: it offers the distance of voxels
 * where the file calibrates its axes, the rest the caller says.
 *
 * <pre>{@code
 * ScifioImage opened = reader.open(path);
 * ScalarImage image = opened.at(ImageGeometry.of(opened.spacing().orElse(VoxelSpacing.mm(0.5, 0.5, 2))));
 * }</pre>
 */
public final class ScifioImage {
    private static final List<AxisType> SPACE = List.of(Axes.X, Axes.Y, Axes.Z);

    private final SCIFIOImgPlus<?> opened;

    private ScifioImage(SCIFIOImgPlus<?> opened) {
        this.opened = opened;
    }

    /**
     * An image of SCIFIO.
     *
     * @param opened axes X and Y, perhaps Z, in any order; further ones of size 1; real pixels. Not copied, not modified
     * @return the image without a place
     * @throws InvalidInputException UNSUPPORTED_DIMENSION where X or Y is missing or another axis is longer than 1 (the message names it),
     *     UNSUPPORTED_DATATYPE where pixels are not real numbers
     */
    public static ScifioImage of(SCIFIOImgPlus<?> opened) {
        if (opened.dimensionIndex(Axes.X) < 0 || opened.dimensionIndex(Axes.Y) < 0) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, opened.getName() + ": an image needs axes X and Y, has "
                    + axes(opened));
        }
        for (int d = 0; d < opened.numDimensions(); d++) {
            if (opened.dimension(d) > 1 && !SPACE.contains(opened.axis(d).type())) {
                throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, opened.getName() + ": axis " + opened.axis(d).type()
                        + " has " + opened.dimension(d) + " entries, an image has one value per voxel: write one channel or time into "
                        + "a file of its own; axes are " + axes(opened));
            }
        }
        if (!(opened.firstElement() instanceof RealType<?>)) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, opened.getName() + ": pixels must be real numbers, are "
                    + opened.firstElement().getClass().getSimpleName());
        }
        return new ScifioImage(opened);
    }

    private static List<String> axes(SCIFIOImgPlus<?> image) {
        List<String> axes = new ArrayList<>();
        for (int d = 0; d < image.numDimensions(); d++) {
            axes.add(image.axis(d).type() + " " + image.dimension(d));
        }
        return axes;
    }

    /**
     * The distance of voxel centres along one axis, where the file calibrates it with a unit of length.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @return mm; empty where there is no such axis, no unit of length (pixels, say), or a scale that is not positive and finite
     */
    public OptionalDouble spacingAlong(int axis) {
        int d = opened.dimensionIndex(SPACE.get(axis));
        if (d < 0) {
            return OptionalDouble.empty();
        }
        CalibratedAxis calibrated = opened.axis(d);
        OptionalDouble unit = millimetres(calibrated.unit());
        double scale = calibrated.averageScale(0, 1);
        return unit.isPresent() && scale > 0 && Double.isFinite(scale) ? OptionalDouble.of(scale * unit.getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * The distance of voxel centres.
     *
     * @return empty unless all three axes are calibrated, see {@link #spacingAlong}; so for a single plane, whose thickness only the caller
     *     knows
     */
    public Optional<VoxelSpacing> spacing() {
        double[] mm = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            OptionalDouble along = spacingAlong(axis);
            if (along.isEmpty()) {
                return Optional.empty();
            }
            mm[axis] = along.getAsDouble();
        }
        return Optional.of(VoxelSpacing.mm(mm[0], mm[1], mm[2]));
    }

    /** SCIFIO gives no unit as {@code null}. */
    private static OptionalDouble millimetres(String unit) {
        return switch (unit == null ? "" : unit.trim().toLowerCase(Locale.ROOT)) {
            case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> OptionalDouble.of(1);
            case "um", "µm", "μm", "micron", "microns", "micrometer", "micrometers", "micrometre", "micrometres" -> OptionalDouble.of(1e-3);
            case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> OptionalDouble.of(1e-6);
            case "cm", "centimeter", "centimeters", "centimetre", "centimetres" -> OptionalDouble.of(10);
            case "m", "meter", "meters", "metre", "metres" -> OptionalDouble.of(1000);
            default -> OptionalDouble.empty();
        };
    }

    /**
     * The image at its place.
     *
     * @param geometry where the voxels lie: spacing, origin and direction of axes x, y, z
     * @return a view of SCIFIO's pixels, axes x, y, z; one slice where the file has no axis Z
     */
    @SuppressWarnings({"unchecked", "rawtypes"})   // pixels are real numbers, of() has let in no others
    public ScalarImage at(ImageGeometry geometry) {
        return placed((RandomAccessibleInterval) opened.getImg(), geometry);
    }

    private <T extends RealType<T>> ScalarImage placed(RandomAccessibleInterval<T> pixels, ImageGeometry geometry) {
        RandomAccessibleInterval<T> volume = pixels;
        List<AxisType> left = new ArrayList<>();
        for (int d = 0; d < opened.numDimensions(); d++) {
            left.add(opened.axis(d).type());
        }
        for (int d = left.size() - 1; d >= 0; d--) {
            if (!SPACE.contains(left.get(d))) {
                volume = Views.hyperSlice(volume, d, volume.min(d));
                left.remove(d);
            }
        }
        for (int d = 0; d < left.size(); d++) {
            int from = left.indexOf(SPACE.get(d));
            if (from != d) {
                volume = Views.permute(volume, from, d);
                AxisType moved = left.set(from, left.get(d));
                left.set(d, moved);
            }
        }
        return ScalarImage.of(volume, geometry);
    }

    @Override
    public String toString() {
        return opened.getName() + " " + axes(opened);
    }
}
