package io.github.radiomics4j.core.io.dicom.rtstruct;

import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import java.util.Arrays;

/** A closed contour, its points in indices of a grid: three arrays, one for each index axis. */
final class Contour {
    private final DicomDataset dataset;
    private final double[][] index;

    private Contour(DicomDataset dataset, double[][] index) {
        this.dataset = dataset;
        this.index = index;
    }

    /** Reads a contour and refuses what bounds no area. */
    static Contour of(DicomDataset dataset, ReferencedGrid grid) {
        String type = dataset.requiredText(DicomTag.CONTOUR_GEOMETRIC_TYPE);
        if (!type.equals("CLOSED_PLANAR") && !type.equals("CLOSEDPLANAR_XOR")) {
            throw dataset.invalid(DicomTag.CONTOUR_GEOMETRIC_TYPE, Problem.CONTOUR_INVALID, "must be CLOSED_PLANAR, found " + type
                    + ": it bounds no area, and is not closed here");
        }
        if (Arrays.stream(dataset.numbers(DicomTag.CONTOUR_OFFSET_VECTOR)).anyMatch(part -> part != 0)) {
            throw dataset.invalid(DicomTag.CONTOUR_OFFSET_VECTOR, Problem.CONTOUR_INVALID, "must be absent or 0, found "
                    + dataset.texts(DicomTag.CONTOUR_OFFSET_VECTOR) + ": this retired element moves the contour, which is not done here");
        }
        double[] numbers = dataset.numbers(DicomTag.CONTOUR_DATA);
        int points = numbers.length / 3;
        if (numbers.length % 3 != 0) {
            throw dataset.invalid(DicomTag.CONTOUR_DATA, Problem.HEADER_INVALID, "must hold three numbers for each point, found "
                    + numbers.length);
        }
        int stated = dataset.integer(DicomTag.NUMBER_OF_CONTOUR_POINTS).orElse(points);
        if (stated != points) {
            throw dataset.invalid(DicomTag.NUMBER_OF_CONTOUR_POINTS, Problem.HEADER_INVALID, "must be the number of points in ContourData ("
                    + points + "), found " + stated);
        }
        if (points < 3) {
            throw dataset.invalid(DicomTag.CONTOUR_DATA, Problem.CONTOUR_INVALID, "must hold at least 3 points to bound an area, found "
                    + points);
        }
        double[][] index = new double[3][points];
        for (int i = 0; i < points; i++) {
            double[] at = grid.toIndex(numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]);
            for (int axis = 0; axis < 3; axis++) {
                index[axis][i] = at[axis];
            }
        }
        return new Contour(dataset, index);
    }

    /** Its coordinates along an index axis; not copied, not modified. */
    double[] along(int axis) {
        return index[axis];
    }

    /** Its smallest and largest coordinate along an index axis. */
    double[] extent(int axis) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double at : index[axis]) {
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return new double[] {least, most};
    }

    /** File, ROI and number of the contour, for messages. */
    @Override
    public String toString() {
        return dataset.toString();
    }
}
