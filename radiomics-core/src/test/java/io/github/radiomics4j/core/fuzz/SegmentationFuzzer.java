package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.seg.Segmentation;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionRules;

/** Any bytes as a DICOM segmentation. */
public final class SegmentationFuzzer {

    private SegmentationFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.mask(SegmentationFuzzer::mask, content);
    }

    static Mask mask(DicomFile file) {
        return Segmentation.of(file, ReaderFuzzer.LIMITS).mask(RegionChoice.number(1), ReaderFuzzer.GRID, RegionRules.STANDARD);
    }
}
