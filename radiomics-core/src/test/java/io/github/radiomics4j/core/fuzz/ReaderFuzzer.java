package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What every fuzz target does: some bytes are a file, which must be read or refused by an {@link InvalidInputException}. Targets have
 * the signature that Jazzer looks for, so that nothing here depends on it; the profile {@code fuzz} runs them.
 */
final class ReaderFuzzer {
    /** Small, so that an allocation beyond it shows as lack of memory. */
    static final ReadLimits LIMITS = new ReadLimits(16L << 20);

    /** What regions are brought onto; without UIDs, so that those of a file do not matter. */
    static final ReferencedGrid GRID = ReferencedGrid.of(new GridSize(3, 2, 2), ImageGeometry.of(VoxelSpacing.isotropic(1)));

    private ReaderFuzzer() {
    }

    static void read(ImageReader reader, String suffix, byte[] content) {
        use(suffix, content, file -> {
            ScalarImage image = reader.read(file);
            if (image.size().voxels() < 1) {
                throw new AssertionError("an image without voxels: " + image);
            }
        });
    }

    static void mask(Function<DicomFile, Mask> region, byte[] content) {
        use(".dcm", content, file -> {
            Mask mask = region.apply(DicomFile.read(file, LIMITS));
            if (!mask.size().equals(GRID.size())) {
                throw new AssertionError("a mask on another grid: " + mask);
            }
        });
    }

    private static void use(String suffix, byte[] content, Consumer<Path> reading) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "fuzz-" + ProcessHandle.current().pid() + suffix);
        try {
            Files.write(file, content);
            try {
                reading.accept(file);
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
