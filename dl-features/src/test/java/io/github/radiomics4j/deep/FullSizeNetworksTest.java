package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ResNets of full size, too large for the repository: src/test/python/full_size_networks.py writes them into a folder. */
class FullSizeNetworksTest {
    private final String folder = System.getProperty("radiomics4j.networks", "");

    @BeforeEach
    void requireNetworks() {
        assumeTrue(!folder.isEmpty(), "skipped: -Dradiomics4j.networks=FOLDER names no folder with the networks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet50"})
    void featuresAgreeWithPyTorchTo1e5OfTheirRange(String network) throws IOException {
        String expected = Files.readString(Path.of(folder, "expected.csv"));
        try (OnnxEncoder encoder = OnnxEncoder.of(Path.of(folder, network + ".onnx"))) {
            for (String layer : encoder.layers()) {
                double deviation = ExpectedFeatures.of(expected, network, layer).largestDeviation(encoder);
                System.out.println(network + ", " + layer + ": " + deviation + " of the range");
                assertTrue(deviation <= 1e-5, layer + " deviates by " + deviation);
            }
        }
    }
}
