package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.util.Arrays;

/** Where one slice lies: position of its first pixel, directions of its rows and columns, distances of its pixels (LPS, mm). */
public final class SlicePlane {
    /** Directions come with few digits; a larger deviation from unit length or a right angle is an error. */
    private static final double TOLERANCE = 1e-3;

    private final double[] position;
    private final double[] orientation;
    private final double[] spacing;

    private SlicePlane(double[] position, double[] orientation, double[] spacing) {
        this.position = position;
        this.orientation = orientation;
        this.spacing = spacing;
    }

    /**
     * Reads the plane of a frame; the three datasets are one and the same where the file has no functional groups.
     *
     * @param placed states the position
     * @param oriented states the orientation
     * @param measured states the pixel spacing
     * @return the plane
     * @throws InvalidInputException NO_GEOMETRY where one is not stated, GEOMETRY_INVALID where it cannot be true
     */
    public static SlicePlane of(DicomDataset placed, DicomDataset oriented, DicomDataset measured) {
        double[] spacing = required(measured, DicomTag.PIXEL_SPACING, 2);
        if (!(spacing[0] > 0 && spacing[1] > 0)) {
            throw measured.invalid(DicomTag.PIXEL_SPACING, Problem.GEOMETRY_INVALID, "must be two positive lengths, found "
                    + Arrays.toString(spacing));
        }
        double[] orientation = required(oriented, DicomTag.IMAGE_ORIENTATION_PATIENT, 6);
        double row = dot(orientation, 0, orientation, 0);
        double column = dot(orientation, 3, orientation, 3);
        double angle = dot(orientation, 0, orientation, 3);
        if (Math.abs(row - 1) > TOLERANCE || Math.abs(column - 1) > TOLERANCE || Math.abs(angle) > TOLERANCE) {
            throw oriented.invalid(DicomTag.IMAGE_ORIENTATION_PATIENT, Problem.GEOMETRY_INVALID,
                    "must be two perpendicular unit vectors, found " + Arrays.toString(orientation));
        }
        return new SlicePlane(required(placed, DicomTag.IMAGE_POSITION_PATIENT, 3), orientation, spacing);
    }

    private static double[] required(DicomDataset dataset, DicomTag tag, int count) {
        double[] numbers = dataset.numbers(tag);
        if (numbers.length == 0) {
            InvalidInputException missing = dataset.missing(tag, Problem.NO_GEOMETRY);
            throw new InvalidInputException(Problem.NO_GEOMETRY, missing.getMessage()
                    + ": without it the place or size of voxels is not known, and nothing else is taken for it", missing);
        }
        if (numbers.length != count) {
            throw dataset.invalid(tag, Problem.GEOMETRY_INVALID, "must be " + count + " numbers, found " + numbers.length);
        }
        return numbers;
    }

    private static double dot(double[] a, int atA, double[] b, int atB) {
        return a[atA] * b[atB] + a[atA + 1] * b[atB + 1] + a[atA + 2] * b[atB + 2];
    }

    /**
     * The centre of the first pixel.
     *
     * @return LPS mm, a fresh array of length 3
     */
    public double[] position() {
        return position.clone();
    }

    /**
     * Unit vectors along which columns and rows are counted.
     *
     * @return LPS, the direction of a row and then that of a column; a fresh array of length 6
     */
    public double[] orientation() {
        return orientation.clone();
    }

    /** Row direction × column direction. */
    double[] normal() {
        double[] o = orientation;
        return new double[] {o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]};
    }

    /**
     * Distance of neighbouring columns.
     *
     * @return mm
     */
    public double columnDistance() {
        return spacing[1];
    }

    /**
     * Distance of neighbouring rows.
     *
     * @return mm
     */
    public double rowDistance() {
        return spacing[0];
    }

    /** How far the slice lies along a direction. */
    double along(double[] direction) {
        return dot(position, 0, direction, 0);
    }

    boolean isParallelTo(SlicePlane other, double tolerance) {
        return near(orientation, other.orientation, tolerance);
    }

    boolean hasSpacingOf(SlicePlane other, double tolerance) {
        return near(spacing, other.spacing, tolerance * Math.max(spacing[0], spacing[1]));
    }

    private static boolean near(double[] a, double[] b, double tolerance) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > tolerance) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "position " + Arrays.toString(position) + ", orientation " + Arrays.toString(orientation) + ", pixel spacing "
                + Arrays.toString(spacing);
    }
}
