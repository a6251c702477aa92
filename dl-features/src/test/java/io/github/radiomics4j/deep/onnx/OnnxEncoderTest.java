package io.github.radiomics4j.deep.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.ExpectedFeatures;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxEncoderTest {

    @ParameterizedTest
    @CsvSource({"small_cnn, conv1", "small_cnn, conv2", "small_cnn, features", "narrow_resnet18, layer1", "narrow_resnet18, layer2",
        "narrow_resnet18, layer3", "narrow_resnet18, layer4", "narrow_resnet18, avgpool"})
    void featuresAgreeWithPyTorchTo1e5OfTheirRange(String network, String layer) {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file(network + ".onnx"))) {
            ExpectedFeatures.of(OnnxEncoderTest.class, network, layer).assertComputedBy(encoder);
        }
    }

    @Test
    void layersAreTheModelsOutputsInItsOrder() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
            assertEquals(List.of("layer1", "layer2", "layer3", "layer4", "avgpool"), encoder.layers());
            assertEquals(List.of(8, 16, 32, 64, 64), encoder.layers().stream().map(encoder::channels).toList());
            assertEquals("narrow_resnet18", encoder.name());
            assertEquals(3, encoder.inputChannels());
            assertEquals(OptionalInt.empty(), encoder.fixedSize());
        }
    }

    @Test
    void theSmallestImageIsTheOneThatLeavesAPositionInEveryLayer() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("small_cnn.onnx"))) {
            assertEquals(8, encoder.minimumSize());
            assertEquals(1, encoder.activations(new float[64], 1, 8, "conv2").width());
            assertTrue(assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[49], 1, 7, "conv2")).getMessage()
                    .contains("at least 8"));
        }
    }

    @Test
    void anExtractorRefusesImagesBelowTheReceptiveField() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("small_cnn.onnx"))) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> DeepFeatureExtractor.of(encoder).resizedTo(7)).getMessage()
                    .contains("8 to 4096"));
        }
    }

    @Test
    void theErrorForAnUnknownLayerListsTheLayers() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("small_cnn.onnx"))) {
            assertEquals("encoder small_cnn has no layer \"fc\"; it has conv1, conv2, features (the outputs of the model: declare the layer"
                    + " as one when exporting)", assertThrows(IllegalArgumentException.class, () -> encoder.channels("fc")).getMessage());
        }
    }

    @Test
    void imagesWithAnotherNumberOfChannelsAreRefused() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[1024], 1, 32, "layer1"))
                    .getMessage().contains("3 × size × size"));
        }
    }

    @Test
    void vectorsCountAsMapsOfOnePosition() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("small_cnn.onnx"))) {
            Activations vector = encoder.activations(ExpectedFeatures.image(1, 20), 1, 20, "features");
            assertEquals(16, vector.channels());
            assertEquals(1, vector.height());
            assertEquals(1, vector.width());
        }
    }

    @Test
    void channelsLastModelsOfFixedSizeAndBatchGiveTheirMapsChannelsFirst() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("channels_last.onnx"))) {
            assertEquals(List.of("block_conv_0"), encoder.layers());
            assertEquals(OptionalInt.of(5), encoder.fixedSize());
            float[] images = new float[3 * 75];
            System.arraycopy(ExpectedFeatures.image(3, 5), 0, images, 150, 75);
            Activations maps = encoder.activations(images, 3, 5, "block_conv_0");
            for (int o = 0; o < 2; o++) {
                for (int i = 0; i < 25; i++) {
                    float expected = (3 * o + 1) * images[150 + i] + (3 * o + 2) * images[175 + i] + (3 * o + 3) * images[200 + i];
                    assertEquals(expected, maps.value(2, o, i / 5, i % 5), 1e-6);
                    assertEquals(0, maps.value(1, o, i / 5, i % 5));
                }
            }
        }
    }

    @Test
    void aFixedSizeIsTakenByTheExtractorAndNoOtherAllowed() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("channels_last.onnx"))) {
            SyntheticCase one = SyntheticCase.of(new GridSize(20, 20, 3), 1);
            assertEquals(6, DeepFeatureExtractor.of(encoder).extract(one.image(), one.mask()).size());
            assertEquals("encoder channels_last was made for images of 5 pixels along an edge and takes no others, was 64",
                    assertThrows(IllegalArgumentException.class, () -> DeepFeatureExtractor.of(encoder).resizedTo(64)).getMessage());
        }
    }

    @Test
    void theBatchSizeDoesNotChangeABit() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
            SyntheticCase one = SyntheticCase.of(new GridSize(30, 24, 5), 1);
            DeepFeatureExtractor single = DeepFeatureExtractor.of(encoder)
                    .sampling(RegionSampling.eachSlice(0));
            FeatureVector expected = single.extract(one.image(), one.mask());
            assertArrayEquals(expected.values(), single.inBatchesOf(3).extract(one.image(), one.mask()).values());
        }
    }

    @Test
    void theFingerprintIsTheFilesAndTheFileStays() throws IOException, NoSuchAlgorithmException {
        Path file = TestNetwork.file("small_cnn.onnx");
        byte[] before = Files.readAllBytes(file);
        try (OnnxEncoder encoder = OnnxEncoder.of(file)) {
            assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(before)), encoder.weightsSha256());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aNumberOfFeaturesThatDependsOnTheSizeIsRefused() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("flat.onnx"))) {
            assertEquals(2, encoder.channels("flat"));
            assertEquals("layer flat of encoder flat has 2 channels, but 32 of 1 × 1 for images of 4 pixels along an edge: use the size"
                    + " that the network was made for",
                    assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[48], 1, 4, "flat")).getMessage());
        }
    }

    @Test
    void aClosedEncoderSaysSo() {
        OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("small_cnn.onnx"));
        encoder.close();
        encoder.close();
        assertTrue(assertThrows(IllegalStateException.class, () -> encoder.activations(new float[64], 1, 8, "conv1")).getMessage()
                .contains("closed"));
    }

    @Test
    void settingsTellInputOutputsAndEngine() {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("channels_last.onnx"))) {
            assertEquals("image: 3 channels, last, 5 × 5 pixels, 2 images at a time", encoder.settings().get("input"));
            assertEquals("{block_conv_0=Block/Conv:0}", encoder.settings().get("outputs"));
            assertTrue(encoder.settings().get("engine").startsWith("ONNX Runtime 1."));
        }
    }

    @Test
    void theFilesNameInCapitalsBecomesALowerCaseName(@TempDir Path folder) throws IOException {
        Path file = Files.copy(TestNetwork.file("flat.onnx"), folder.resolve("My Net (v2).ONNX"));
        try (OnnxEncoder encoder = OnnxEncoder.of(file)) {
            assertEquals("my_net_v2", encoder.name());
        }
    }
}
