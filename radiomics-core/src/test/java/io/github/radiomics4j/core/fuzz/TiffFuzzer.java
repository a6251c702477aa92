package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.tiff.TiffReader;

/** Any bytes as a TIFF file. */
public final class TiffFuzzer {

    private TiffFuzzer() {
    }

    /**
     * Reads the bytes.
     *
     * @param content of a file
     */
    public static void fuzzerTestOneInput(byte[] content) {
        ReaderFuzzer.read(new TiffReader(ReaderFuzzer.LIMITS).withSpacing(VoxelSpacing.isotropic(1)), ".tif", content);
    }
}
