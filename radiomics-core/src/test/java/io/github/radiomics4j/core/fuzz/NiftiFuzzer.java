package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.io.nifti.NiftiReader;

/** Any bytes as a NIfTI file. */
public final class NiftiFuzzer {

    private NiftiFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.read(new NiftiReader(ReaderFuzzer.LIMITS), ".nii", content);
    }
}
