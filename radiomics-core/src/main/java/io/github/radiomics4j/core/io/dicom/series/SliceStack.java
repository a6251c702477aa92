package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.io.FileGeometry;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Slices in the order of their positions, found to be one rectangular volume; whatever prevents that is named. */
final class SliceStack {
    /** Largest difference of direction cosines between slices. */
    private static final double ORIENTATION_TOLERANCE = 1e-4;
    /** Largest relative difference of pixel spacings. */
    private static final double SPACING_TOLERANCE = 1e-4;
    /** Largest deviation of a slice from its place in the regular stack, as part of the step. */
    private static final double STEP_TOLERANCE = 0.01;
    /** Largest deviation of a slice within its plane, as part of the smaller pixel spacing. */
    private static final double PLANE_TOLERANCE = 0.01;
    /** Two slices closer than this, in mm, lie at one position. */
    private static final double SAME_POSITION = 1e-3;

    private final List<Slice> slices;
    private final ImageGeometry geometry;

    private SliceStack(List<Slice> slices, ImageGeometry geometry) {
        this.slices = slices;
        this.geometry = geometry;
    }

    /** Sorts and checks slices of one series, at least one. */
    static SliceStack of(Path source, List<Slice> unsorted) {
        Slice first = unsorted.get(0);
        requireAlike(source, unsorted, "rows and columns", (a, b) -> a.format().framePixels() == b.format().framePixels()
                && a.format().size().x() == b.format().size().x(),
                slice -> slice.format().size().x() + " × " + slice.format().size().y());
        requireAlike(source, unsorted, "orientation", (a, b) -> a.plane().isParallelTo(b.plane(), ORIENTATION_TOLERANCE),
                slice -> slice.plane().toString());
        requireAlike(source, unsorted, "pixel spacing", (a, b) -> a.plane().hasSpacingOf(b.plane(), SPACING_TOLERANCE),
                slice -> slice.plane().toString());
        requireAlike(source, unsorted, "frame of reference", (a, b) -> frameOfReference(a).equals(frameOfReference(b)),
                slice -> frameOfReference(slice).orElse("not stated"));
        double[] normal = first.plane().normal();
        List<Slice> sorted = unsorted.stream().sorted(Comparator.comparingDouble(slice -> slice.plane().along(normal))).toList();
        return new SliceStack(sorted, geometry(source, sorted, normal));
    }

    private static Optional<String> frameOfReference(Slice slice) {
        return slice.file().dataset().text(DicomTag.FRAME_OF_REFERENCE_UID);
    }

    private static void requireAlike(Path source, List<Slice> slices, String what, BiPredicate<Slice, Slice> alike,
            Function<Slice, String> shown) {
        Slice first = slices.get(0);
        for (Slice slice : slices) {
            if (!alike.test(first, slice)) {
                throw new InvalidInputException(Problem.SERIES_INCONSISTENT, source + ": slices of one volume have the same " + what
                        + ", found " + shown.apply(first) + " in " + first + " but " + shown.apply(slice) + " in " + slice);
            }
        }
    }

    private static ImageGeometry geometry(Path source, List<Slice> slices, double[] normal) {
        SlicePlane plane = slices.get(0).plane();
        double distance = slices.size() == 1 ? onlyStep(slices.get(0)) : step(source, slices, normal);
        double[] o = plane.orientation();
        double[][] direction = new double[3][3];
        double row = length(o, 0);
        double column = length(o, 3);
        double across = length(normal, 0);
        for (int axis = 0; axis < 3; axis++) {
            direction[axis][0] = o[axis] / row;
            direction[axis][1] = o[axis + 3] / column;
            direction[axis][2] = normal[axis] / across;
        }
        return FileGeometry.of(source, new double[] {plane.columnDistance(), plane.rowDistance(), distance}, plane.position(), direction);
    }

    private static double length(double[] vectors, int at) {
        return Math.sqrt(vectors[at] * vectors[at] + vectors[at + 1] * vectors[at + 1] + vectors[at + 2] * vectors[at + 2]);
    }

    private static double onlyStep(Slice slice) {
        return slice.statedThickness().orElseThrow(() -> slice.file().dataset().missing(DicomTag.SLICE_THICKNESS, Problem.NO_GEOMETRY));
    }

    /** The mean step, once every slice has been found to lie where it says. */
    private static double step(Path source, List<Slice> slices, double[] normal) {
        int last = slices.size() - 1;
        for (int i = 1; i <= last; i++) {
            if (distance(slices, i, normal) < SAME_POSITION) {
                throw new InvalidInputException(Problem.SERIES_INCONSISTENT, source + ": " + slices.get(i - 1) + " and " + slices.get(i)
                        + " lie at the same position, " + where(slices.get(i), normal)
                        + ": several times, echoes or copies are not one volume; give one of them");
            }
        }
        double mean = (slices.get(last).plane().along(normal) - slices.get(0).plane().along(normal)) / last;
        for (int i = 1; i <= last; i++) {
            double gap = distance(slices, i, normal);
            if (Math.abs(gap - mean) > STEP_TOLERANCE * mean) {
                throw irregular(source, String.format(Locale.ROOT, "the step from %s to %s is %.4f mm, the mean of all is %.4f mm "
                        + "(steps are %.4f to %.4f mm): a slice is missing or misplaced", slices.get(i - 1), slices.get(i), gap, mean,
                        smallest(slices, normal), largest(slices, normal)));
            }
            requireStraight(source, slices.get(0), slices.get(i), normal);
        }
        return mean;
    }

    /** Refuses a slice that does not lie across the normal from the first one. */
    private static void requireStraight(Path source, Slice first, Slice slice, double[] normal) {
        double[] from = first.plane().position();
        double[] to = slice.plane().position();
        double along = slice.plane().along(normal) - first.plane().along(normal);
        double sideways = 0;
        for (int axis = 0; axis < 3; axis++) {
            double off = to[axis] - from[axis] - along * normal[axis];
            sideways += off * off;
        }
        sideways = Math.sqrt(sideways);
        double pixel = Math.min(first.plane().columnDistance(), first.plane().rowDistance());
        if (sideways > PLANE_TOLERANCE * pixel + ORIENTATION_TOLERANCE * along) {
            throw irregular(source, String.format(Locale.ROOT, "%s is shifted by %.4f mm within its plane against %s, over a distance of "
                    + "%.4f mm: slices stacked obliquely (gantry tilt) or moved are no rectangular grid", slice, sideways, first, along));
        }
    }

    private static InvalidInputException irregular(Path source, String what) {
        return new InvalidInputException(Problem.SERIES_IRREGULAR, source + ": " + what + "; complete or resample the series first");
    }

    private static double distance(List<Slice> slices, int i, double[] normal) {
        return slices.get(i).plane().along(normal) - slices.get(i - 1).plane().along(normal);
    }

    private static double smallest(List<Slice> slices, double[] normal) {
        double smallest = Double.MAX_VALUE;
        for (int i = 1; i < slices.size(); i++) {
            smallest = Math.min(smallest, distance(slices, i, normal));
        }
        return smallest;
    }

    private static double largest(List<Slice> slices, double[] normal) {
        double largest = 0;
        for (int i = 1; i < slices.size(); i++) {
            largest = Math.max(largest, distance(slices, i, normal));
        }
        return largest;
    }

    private static String where(Slice slice, double[] normal) {
        return String.format(Locale.ROOT, "%.3f mm along the normal", slice.plane().along(normal));
    }

    /** In the order of the volume's third axis. */
    List<Slice> slices() {
        return slices;
    }

    ImageGeometry geometry() {
        return geometry;
    }
}
