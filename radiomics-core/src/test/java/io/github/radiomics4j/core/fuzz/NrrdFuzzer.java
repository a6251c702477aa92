package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.io.nrrd.NrrdReader;

/** Any bytes as an NRRD file. */
public final class NrrdFuzzer {

    private NrrdFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.read(new NrrdReader(ReaderFuzzer.LIMITS), ".nrrd", content);
    }
}
