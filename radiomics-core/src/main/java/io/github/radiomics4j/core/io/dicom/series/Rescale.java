package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;

/**
 * From stored values to those of the modality, such as HU: {@code value = slope · stored + intercept}, each slice by its own.
 *
 * @param slope finite, not 0
 * @param intercept finite
 */
record Rescale(double slope, double intercept) {
    private static final Rescale NONE = new Rescale(1, 0);

    /** What a dataset states; values are the stored ones where it states nothing. */
    static Rescale of(DicomDataset dataset) {
        if (dataset.has(DicomTag.MODALITY_LUT_SEQUENCE)) {
            throw dataset.invalid(DicomTag.MODALITY_LUT_SEQUENCE, Problem.UNSUPPORTED_DATATYPE,
                    "(a table from stored values to intensities) is not read; a rescale slope and intercept are");
        }
        double slope = dataset.number(DicomTag.RESCALE_SLOPE).orElse(NONE.slope);
        if (slope == 0) {
            throw dataset.invalid(DicomTag.RESCALE_SLOPE, Problem.HEADER_INVALID, "must not be 0, which would make all voxels equal");
        }
        return new Rescale(slope, dataset.number(DicomTag.RESCALE_INTERCEPT).orElse(NONE.intercept));
    }

    Rescale times(double factor) {
        return new Rescale(slope * factor, intercept * factor);
    }
}
