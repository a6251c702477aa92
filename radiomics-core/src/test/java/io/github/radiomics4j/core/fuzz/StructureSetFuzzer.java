package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.rtstruct.StructureSet;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionRules;

/** Any bytes as a DICOM structure set. */
public final class StructureSetFuzzer {

    private StructureSetFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.mask(StructureSetFuzzer::mask, content);
    }

    static Mask mask(DicomFile file) {
        return StructureSet.of(file, ReaderFuzzer.LIMITS).mask(RegionChoice.number(1), ReaderFuzzer.GRID, RegionRules.STANDARD);
    }
}
