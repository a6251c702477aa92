package io.github.radiomics4j.core.io.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structure sets and segmentations with bytes changed or missing: a mask on the image's grid, or a refusal. */
class SpoiltRegionsTest {
    private static final int TRIES = 400;

    @TempDir
    Path folder;

    private int spoilt(Path sound, ReferencedGrid grid) throws IOException {
        byte[] bytes = Files.readAllBytes(sound);
        Random random = new Random(6);
        RegionReader reader = new RegionReader();
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] changed = i % 4 == 0 ? Arrays.copyOf(bytes, 133 + random.nextInt(bytes.length - 133)) : bytes.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed[132 + random.nextInt(changed.length - 132)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("spoilt.dcm"), changed);
            try {
                Mask mask = assertTimeoutPreemptively(Duration.ofSeconds(20),
                        () -> reader.readMask(file, grid, RegionChoice.number(1)));
                assertEquals(grid.size(), mask.size());
            } catch (InvalidInputException e) {
                assertTrue(e.getMessage().contains("spoilt.dcm"), e.getMessage());
                refused++;
            }
        }
        return refused;
    }

    @Test
    void structureSetsAreReadOrRefused() throws IOException {
        Path bad = SharedFiles.folder("images/bad/dicom");
        ReferencedGrid grid = ReferencedGrid.of(new DicomReader().series(bad.resolve("ok-series")));
        int refused = spoilt(bad.resolve("rtstruct/ok-hole.dcm"), grid);
        assertTrue(refused > TRIES / 4 && refused < TRIES, refused + " of " + TRIES);
    }

    @Test
    void segmentationsAreReadOrRefused() throws IOException {
        Path images = SharedFiles.folder("images/dicom/ct-23x38x3-seg");
        ReferencedGrid grid = ReferencedGrid.of(new DicomReader().series(images.resolve("series")));
        int refused = spoilt(images.resolve("seg.dcm"), grid);
        assertTrue(refused > TRIES / 4 && refused < TRIES, refused + " of " + TRIES);
    }
}
