package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.io.dicom.series.DicomReader;

/** Any bytes as a DICOM image. */
public final class DicomFuzzer {

    private DicomFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.read(new DicomReader(ReaderFuzzer.LIMITS), ".dcm", content);
    }
}
