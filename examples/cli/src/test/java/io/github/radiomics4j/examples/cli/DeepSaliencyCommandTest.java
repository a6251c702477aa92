package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.OcclusionBoxes;
import io.github.radiomics4j.deep.OcclusionSensitivity;
import io.github.radiomics4j.deep.ScatteringExtractor;
import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
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

class DeepSaliencyCommandTest {
    private static final String FEATURE = "deep_scattering2d.deep_order_1.scale_0_mean";
    private static final int EDGE = 16;
    private static final int SLICES = 3;
    private static final float MM = 2;

    @TempDir
    private Path folder;
    private Path image;
    private Path mask;
    private Path settings;
    private Path out;

    @BeforeEach
    void writeCase() throws IOException {
        Random random = new Random(1);
        image = TinyNifti.write(folder.resolve("i.nii.gz"), EDGE, EDGE, SLICES, MM, -7,
                IntStream.range(0, EDGE * EDGE * SLICES).map(i -> random.nextInt(200)).toArray());
        mask = TinyNifti.write(folder.resolve("m.nii"), EDGE, EDGE, SLICES, MM, -7,
                IntStream.range(0, EDGE * EDGE * SLICES).map(DeepSaliencyCommandTest::label).toArray());
        settings = Files.writeString(folder.resolve("d.yaml"), "network: {scattering: {averagedOverOrientations: true}}\nsize: 16\n");
        out = folder.resolve("map.nii.gz");
    }

    /** 5 in a block of 8 × 6 voxels of the middle slice, 7 in one corner of the image. */
    private static int label(int i) {
        int x = i % EDGE;
        int y = i / EDGE % EDGE;
        return i == 0 ? 7 : x >= 4 && x < 12 && y >= 5 && y < 11 && i / (EDGE * EDGE) == 1 ? 5 : 0;
    }

    private CommandRun saliency(Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("deep", "saliency", "--image", image, "--mask", mask, "--settings", settings),
                Arrays.stream(more)).toArray());
    }

    private CommandRun ofFive(Object... more) {
        return saliency(Stream.concat(Stream.of("--label", 5, "--feature", FEATURE, "--out", out), Arrays.stream(more)).toArray());
    }

    private static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    private ScalarImage expected(FeatureSource source, String feature, double box, double stride, double margin, double... fill) {
        ScalarImage read = ImageFiles.read(image);
        Mask region = Mask.ofLabel(ImageFiles.read(mask), 5);
        FeatureKey key = source.extract(read, region).keys().stream().filter(k -> k.columnName().equals(feature)).findFirst().orElseThrow();
        OcclusionSensitivity map = OcclusionSensitivity.of(source, key, OcclusionBoxes.millimetres(box, stride, VoxelSpacing.isotropic(MM)))
                .withMargin(margin);
        return (fill.length == 0 ? map : map.filledWith(fill[0])).map(read, region);
    }

    private static FeatureSource scattering() {
        return ScatteringExtractor.of(WaveletScattering.ofPlane(16, 3, 8)).averagedOverOrientations();
    }

    @Test
    void theMapIsTheLibrarysToTheLastBitOnTheGridOfTheImage() {
        CommandRun run = ofFive();
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().matches("radiomics4j: map of \\Q" + FEATURE + "\\E from -?[0-9.e-]+ to -?[0-9.e-]+ in [0-9.]+ s, written to "
                + ".*map\\.nii\\.gz\\R"), run.err());
        ScalarImage map = ImageFiles.read(out);
        ScalarImage read = ImageFiles.read(image);
        assertEquals(read.geometry(), map.geometry());
        assertEquals(read.size(), map.size());
        assertArrayEquals(values(expected(scattering(), FEATURE, 6, 3, 0)), values(map));
        double[] found = values(map);
        IntStream.range(0, found.length).filter(i -> label(i) != 5).forEach(i -> assertEquals(0, found[i], "not examined: " + i));
        assertTrue(Arrays.stream(found).anyMatch(v -> v != 0));
    }

    @Test
    void boxStrideMarginAndFillAreThoseOfTheLibraryAndAnNrrdHoldsTheSame() {
        out = folder.resolve("map.nrrd");
        CommandRun run = ofFive("--box", "8", "--stride", "4.5", "--margin", 4, "--fill", "-50.5");
        assertEquals(0, run.exitCode(), run.err());
        ScalarImage map = ImageFiles.read(out);
        assertEquals(ImageFiles.read(image).geometry(), map.geometry());
        assertArrayEquals(values(expected(scattering(), FEATURE, 8, 4.5, 4, -50.5)), values(map));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        assertEquals(0, ofFive().exitCode());
        byte[] first = Files.readAllBytes(out);
        assertEquals(0, ofFive().exitCode());
        assertArrayEquals(first, Files.readAllBytes(out));
    }

    @Test
    void aNetworkOfTheCallersIsReadOnlyAndMapped() throws IOException {
        Path model = SmallNetwork.onnx(folder.resolve("own.onnx"));
        byte[] before = Files.readAllBytes(model);
        Files.writeString(settings, "network: own.onnx\nsize: 16\n");
        try (OnnxEncoder encoder = OnnxEncoder.of(model)) {
            FeatureSource source = DeepFeatureExtractor.of(encoder).resizedTo(16);
            String feature = source.extract(ImageFiles.read(image), Mask.ofLabel(ImageFiles.read(mask), 5)).keys().get(1).columnName();
            CommandRun run = saliency("--label", 5, "--feature", feature, "--out", out);
            assertEquals(0, run.exitCode(), run.err());
            assertArrayEquals(values(expected(source, feature, 6, 3, 0)), values(ImageFiles.read(out)));
        }
        assertArrayEquals(before, Files.readAllBytes(model));
    }

    private void refuses(CommandRun run, String message) {
        assertEquals(2, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(Files.exists(out), "no map may be left");
    }

    @Test
    void anUnknownFeatureIsNamedWithTheNearest() {
        refuses(saliency("--label", 5, "--feature", "deep_scattering2d.deep_order_1.scale_0_maen", "--out", out),
                "has no feature \"deep_scattering2d.deep_order_1.scale_0_maen\"; did you mean \"" + FEATURE + "\"? Its ");
        refuses(saliency("--label", 5, "--feature", "contrast", "--out", out), "has no feature \"contrast\". Its ");
    }

    @Test
    void numbersWithoutSenseAreNamedWithTheirOption() {
        refuses(ofFive("--box", 0), "--box and --stride: edge and stride must be positive lengths in mm");
        refuses(ofFive("--box", "NaN"), "--box and --stride: ");
        refuses(ofFive("--box", 4, "--stride", 5), "the stride at most the edge, were 4.0 and 5.0");
        refuses(ofFive("--margin", "-1"), "--margin: margin must be from 0 to ");
        refuses(ofFive("--fill", "Infinity"), "--fill: the fill value must be finite, was Infinity");
        refuses(ofFive("--box", "six"), "'--box': 'six' is not a double (try: radiomics4j deep saliency --help)");
    }

    @Test
    void oneLabelIsAskedFor() {
        refuses(saliency("--feature", FEATURE, "--out", out), "has 2 labels: 5, 7; choose one with --label");
        refuses(saliency("--label", "all", "--feature", FEATURE, "--out", out), "give --label with one number");
        refuses(saliency("--label", 6, "--feature", FEATURE, "--out", out), "label 6 does not occur in mask ");
        refuses(ofFive("--label", 7), "give --label with one number");
    }

    @Test
    void filesThatDoNotDoAreNamed() throws IOException {
        refuses(saliency("--label", 5, "--feature", FEATURE, "--out", folder.resolve("map.png")),
                "--out names an image file that ends in one of .nii, .nii.gz, .nrrd, was ");
        byte[] before = Files.readAllBytes(image);
        refuses(saliency("--label", 5, "--feature", FEATURE, "--out", image), "--out and --image are the same file");
        assertArrayEquals(before, Files.readAllBytes(image));
        Files.writeString(settings, "network: scatering");
        refuses(ofFive(), "did you mean \"scattering\"?");
    }
}
