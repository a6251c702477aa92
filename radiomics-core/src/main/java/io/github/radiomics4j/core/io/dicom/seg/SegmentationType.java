package io.github.radiomics4j.core.io.dicom.seg;

import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.util.Arrays;

/** What the pixels of a segmentation's frames mean. */
public enum SegmentationType {
    /** Each frame belongs to one segment; a pixel is in it or not. */
    BINARY,
    /** Each frame belongs to one segment; a pixel is a probability or a share of the voxel, as part of a stated maximum. */
    FRACTIONAL,
    /** A frame holds all segments; a pixel is the number of its segment. */
    LABELMAP;

    static SegmentationType of(DicomDataset dataset) {
        String stated = dataset.requiredText(DicomTag.SEGMENTATION_TYPE);
        return Arrays.stream(values()).filter(type -> type.name().equals(stated)).findFirst()
                .orElseThrow(() -> dataset.invalid(DicomTag.SEGMENTATION_TYPE, Problem.UNSUPPORTED_DATATYPE, "must be BINARY, FRACTIONAL "
                        + "or LABELMAP, found " + stated));
    }
}
