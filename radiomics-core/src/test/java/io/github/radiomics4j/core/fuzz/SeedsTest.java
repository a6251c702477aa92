package io.github.radiomics4j.core.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of("nifti", NiftiFuzzer::fuzzerTestOneInput, "nrrd",
            NrrdFuzzer::fuzzerTestOneInput, "metaimage", MetaImageFuzzer::fuzzerTestOneInput, "tiff", TiffFuzzer::fuzzerTestOneInput,
            "dicom", DicomFuzzer::fuzzerTestOneInput, "rtstruct", StructureSetFuzzer::fuzzerTestOneInput, "seg",
            SegmentationFuzzer::fuzzerTestOneInput);

    @TempDir
    private Path folder;

    @Test
    void everyImageIsASoundFileOfTheSameVoxels() throws IOException {
        Seeds.main(new String[] {folder.toString()});
        ImageReader files = ImageFiles.with(List.of(new TiffReader().withSpacing(VoxelSpacing.isotropic(1))));
        for (String seed : Seeds.all().keySet()) {
            if (seed.matches("(rtstruct|seg)/.*")) {
                continue;
            }
            ScalarImage image = files.read(folder.resolve(seed));
            double[] values = image.copy(IndexBox.whole(image.size()));
            double scale = seed.endsWith("text.mha") ? 2 : 1;
            double[] expected = switch (seed) {
                case "tiff/deflate.tif" -> new double[] {1, 3, 6, 4, 9, 15};
                case "dicom/jpeg-ls.dcm" -> new double[] {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};
                default -> new double[] {1, 2, 3, 4, 5, 6};
            };
            assertArrayEquals(Arrays.stream(expected).map(v -> scale * v).toArray(), values, seed);
        }
    }

    @Test
    void everyRegionIsASoundFileOfTheSameVoxels() throws IOException {
        Seeds.main(new String[] {folder.toString()});
        byte[] expected = Arrays.copyOf(DicomSeeds.REGION, 12);
        int regions = 0;
        for (String seed : Seeds.all().keySet()) {
            if (seed.matches("(rtstruct|seg)/.*")) {
                DicomFile file = DicomFile.read(folder.resolve(seed), ReadLimits.STANDARD);
                Mask mask = seed.startsWith("seg") ? SegmentationFuzzer.mask(file) : StructureSetFuzzer.mask(file);
                assertArrayEquals(expected, mask.copy(IndexBox.whole(mask.size())), seed);
                regions++;
            }
        }
        assertEquals(4, regions);
    }

    /** What the coverage-guided runs have found, once mended, in a folder for each target. */
    @Test
    void findingsOfFuzzersAreReadOrRefused() throws IOException {
        int findings = 0;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "fuzz"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TARGETS.get(file.getParent().getFileName().toString()).accept(Files.readAllBytes(file));
                findings++;
            }
        }
        assertTrue(findings > 0, "there are files");
    }

    /** A small blind cousin of the coverage-guided runs: single bytes of the seeds changed, and the seeds cut. */
    @Test
    void changedSeedsAreReadOrRefused() throws IOException {
        Random random = new Random(1);
        for (Map.Entry<String, byte[]> seed : Seeds.all().entrySet()) {
            Consumer<byte[]> target = TARGETS.get(seed.getKey().substring(0, seed.getKey().indexOf('/')));
            for (int i = 0; i < 300; i++) {
                byte[] changed = i % 3 == 0 ? Arrays.copyOf(seed.getValue(), random.nextInt(seed.getValue().length))
                        : seed.getValue().clone();
                if (changed.length > 0) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                assertDoesNotThrow(() -> target.accept(changed), () -> seed.getKey() + " as " + Arrays.toString(changed));
            }
        }
        assertEquals(7, TARGETS.size());
    }
}
