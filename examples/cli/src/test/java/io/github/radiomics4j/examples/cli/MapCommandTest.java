package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.map.FeatureMaps;
import io.github.radiomics4j.core.map.Window;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.texture.GlcmFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {
    private static final int EDGE = 10;
    private static final int SLICES = 5;

    @TempDir
    private Path folder;
    private Path image;
    private Path mask;
    private Path settings;
    private Path out;

    @BeforeEach
    void writeCase() throws IOException {
        Random random = new Random(1);
        image = TinyNifti.write(folder.resolve("i.nii.gz"), EDGE, EDGE, SLICES, 2, -7,
                IntStream.range(0, EDGE * EDGE * SLICES).map(i -> random.nextInt(200)).toArray());
        mask = TinyNifti.write(folder.resolve("m.nii"), EDGE, EDGE, SLICES, 2, -7,
                IntStream.range(0, EDGE * EDGE * SLICES).map(MapCommandTest::label).toArray());
        settings = Files.writeString(folder.resolve("s.yaml"), "discretisation: {fixedBinNumber: 16}\n");
        out = folder.resolve("map.nii.gz");
    }

    /** 5 in a block of 6 × 5 × 3 voxels and in one voxel away from it. */
    private static int label(int i) {
        int x = i % EDGE;
        int y = i / EDGE % EDGE;
        int z = i / (EDGE * EDGE);
        return i == 0 || x >= 3 && x < 9 && y >= 4 && y < 9 && z >= 1 && z < 4 ? 5 : 0;
    }

    private CommandRun map(Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("map", "--image", image, "--mask", mask, "--settings", settings),
                Arrays.stream(more)).toArray());
    }

    private ScalarImage expected(FeatureExtractor extractor, Window window, double absent) {
        ScalarImage read = ImageFiles.read(image);
        Mask region = Mask.ofLabel(ImageFiles.read(mask), 5);
        return FeatureMaps.glcm(GlcmFeature.CONTRAST).withWindow(window).of(extractor.prepare(read, region)).get(0)
                .image(extractor.preparation().placeOf(read, region), absent);
    }

    private void requireWritten(ScalarImage expected) {
        ScalarImage written = ImageFiles.read(out);
        assertTrue(written.geometry().coincidesWith(expected.geometry(), expected.size(), 1e-5), written + " and " + expected);
        assertArrayEquals(expected.copy(IndexBox.whole(expected.size())), written.copy(IndexBox.whole(written.size())));
    }

    @Test
    void theMapIsTheLibrarysToTheLastBitOnTheGridOfTheImage() {
        CommandRun run = map("--feature", "glcm.contrast", "--radius", 1, "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: map of glcm.contrast at 90 voxels, undefined at 1 more in "), run.err());
        requireWritten(expected(FeatureExtractor.discretisedBy(new FixedBinNumber(16)), Window.cube(1), 0));
        assertTrue(ImageFiles.read(out).geometry().coincidesWith(ImageFiles.read(image).geometry(), ImageFiles.read(image).size(), 1e-5));
    }

    @Test
    void windowAndAbsentValueCanBeChosen() {
        CommandRun run = map("--feature", "glcm.contrast", "--radius", 2, "--slice-radius", 0, "--absent", "NaN", "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        requireWritten(expected(FeatureExtractor.discretisedBy(new FixedBinNumber(16)), Window.square(2), Double.NaN));
    }

    @Test
    void aResampledRegionIsMappedOnTheResampledGrid() throws IOException {
        Files.writeString(settings, "resampling: {spacing: [1, 1, 2]}\ndiscretisation: {fixedBinNumber: 16}\n");
        CommandRun run = map("--feature", "glcm.contrast", "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        requireWritten(expected(FeatureExtractor.discretisedBy(new FixedBinNumber(16)).resampledTo(VoxelSpacing.mm(1, 1, 2)),
                Window.cube(1), 0));
    }

    @Test
    void anUnknownFeatureIsRefusedWithTheNearestName() {
        CommandRun run = map("--feature", "glcm.contrst", "--out", out);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("did you mean \"glcm.contrast\"?"), run.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void aWindowWithoutNeighboursAndAnotherFormatAreRefused() {
        CommandRun radius = map("--feature", "glcm.contrast", "--radius", 0, "--out", out);
        assertEquals(2, radius.exitCode());
        assertTrue(radius.err().contains("--radius and --slice-radius: a window reaches 1 to"), radius.err());
        CommandRun format = map("--feature", "glcm.contrast", "--out", folder.resolve("map.png"));
        assertEquals(2, format.exitCode());
        assertTrue(format.err().contains(".nii.gz"), format.err());
    }
}
