package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every fuzz target does: some bytes are a file, which must be read or refused by an {@link InvalidInputException}. Targets have
 * the signature that Jazzer looks for, so that nothing here depends on it; the profile {@code fuzz} runs them.
 */
final class ReaderFuzzer {
    /** Small, so that an allocation beyond it shows as lack of memory. */
    static final ReadLimits LIMITS = new ReadLimits(16L << 20);

    private ReaderFuzzer() {
    }

    static void read(ImageReader reader, String suffix, byte[] content) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "fuzz-" + ProcessHandle.current().pid() + suffix);
        try {
            Files.write(file, content);
            try {
                ScalarImage image = reader.read(file);
                if (image.size().voxels() < 1) {
                    throw new AssertionError("an image without voxels: " + image);
                }
            } catch (InvalidInputException e) {
                if (e.getMessage().isBlank()) {
                    throw new AssertionError("a refusal without a reason", e);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
