package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.io.metaimage.MetaImageReader;

/** Any bytes as a MetaImage file. */
public final class MetaImageFuzzer {

    private MetaImageFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.read(new MetaImageReader(ReaderFuzzer.LIMITS), ".mha", content);
    }
}
