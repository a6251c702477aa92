package io.github.radiomics4j.core;

import java.util.Objects;

/**
 * Input that cannot be measured: a broken file, a mask on another grid, a region without voxels. The message names the
 * thing, the rule and the value found; {@link #problem()} lets a program tell the sorts apart.
 *
 * <p>Wrong arguments of the caller's own code (a negative bin width, say) are {@link IllegalArgumentException}s instead.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The sort of trouble. Constants may be added, none is ever renamed. */
    public enum Problem {
        /** The file, or a file that it refers to, is not there or cannot be opened. */
        MISSING_FILE,
        /** The content is not of the format that was asked for, or of no format known here. */
        NOT_THIS_FORMAT,
        /** A header field is missing or contradicts the format's rules. */
        HEADER_INVALID,
        /** The file ends before the voxels that its header announces. */
        TRUNCATED,
        /** A pixel type without a single real value per voxel, or an unknown one. */
        UNSUPPORTED_DATATYPE,
        /** A number of axes that is not a 2D or 3D image. */
        UNSUPPORTED_DIMENSION,
        /** A compression or encoding that is not read here. */
        UNSUPPORTED_ENCODING,
        /** A network that cannot serve as an encoder of images here: its operators, inputs, outputs or where its weights lie. */
        UNSUPPORTED_NETWORK,
        /** The header asks for more memory or files than are there or allowed. */
        RESOURCE_LIMIT,
        /** A header refers to a file outside its own folder. */
        UNSAFE_PATH,
        /** A file that may be sound but holds no image. */
        NO_PIXEL_DATA,
        /** Voxel size, axes or position are missing, not finite, or not a rectangular grid. */
        GEOMETRY_INVALID,
        /** A DICOM object that does not say where its slices lie. */
        NO_GEOMETRY,
        /** Slices that are not of one volume: of several series, sizes, orientations or times. */
        SERIES_INCONSISTENT,
        /** Slices that do not follow each other at one step along one line. */
        SERIES_IRREGULAR,
        /** Image and mask do not lie on one grid. */
        GEOMETRY_MISMATCH,
        /** A region was drawn on another series or in another frame of reference than the image that it is used with. */
        REFERENCE_MISMATCH,
        /** A contour that bounds no area of a slice: open, too short, out of its plane or between slices. */
        CONTOUR_INVALID,
        /** The mask holds values that are not labels (fractions, NaN). */
        MASK_NOT_LABEL,
        /** The label that was asked for does not occur in the mask. */
        LABEL_ABSENT,
        /** No voxel is left in the region. */
        EMPTY_MASK,
        /** NaN or infinite intensities where a number is needed. */
        NONFINITE_VALUES,
        /** An intensity that the chosen discretisation has no grey level for. */
        INTENSITY_OUT_OF_RANGE,
        /** A value, size or length that the chosen file format or voxel type cannot hold. */
        NOT_REPRESENTABLE,
        /** A table that cannot be read or lacks what it needs. */
        TABLE_INVALID,
        /** Features that were extracted under other settings than the ones needed. */
        SETTINGS_MISMATCH
    }

    /** What sort of trouble this is. */
    private final Problem problem;

    /**
     * Input of a certain problem.
     *
     * @param problem the sort of trouble
     * @param message what, which rule, which value was found, what to do
     */
    public InvalidInputException(Problem problem, String message) {
        super(Objects.requireNonNull(message));
        this.problem = Objects.requireNonNull(problem);
    }

    /**
     * Input of a certain problem, found through another exception.
     *
     * @param problem the sort of trouble
     * @param message what, which rule, which value was found, what to do
     * @param cause the exception that showed it
     */
    public InvalidInputException(Problem problem, String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    /**
     * The sort of trouble.
     *
     * @return never {@code null}
     */
    public Problem problem() {
        return problem;
    }
}
