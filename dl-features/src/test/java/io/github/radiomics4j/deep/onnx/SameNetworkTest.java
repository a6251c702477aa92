package io.github.radiomics4j.deep.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.ExpectedFeatures;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code small2d} with seed 1, once in DeepLearning4J and once in a file written by src/test/python/small2d_onnx.py. */
class SameNetworkTest {

    @ParameterizedTest
    @CsvSource({"conv1, 64", "conv2, 64", "conv3, 64", "conv3, 37"})
    void bothEnginesComputeTheSameMapsTo1e5OfTheirRange(String layer, int size) {
        float[] image = ExpectedFeatures.image(1, size);
        Encoder dl4j = Dl4jEncoder.small2d(1);
        try (OnnxEncoder onnx = OnnxEncoder.of(TestNetwork.file("small2d_seed1.onnx"))) {
            Activations expected = dl4j.activations(image, 1, size, layer);
            Activations found = onnx.activations(image, 1, size, layer);
            assertEquals(dl4j.channels(layer), onnx.channels(layer));
            assertEquals(expected.width(), found.width());
            double largest = 0;
            double difference = 0;
            for (int c = 0; c < expected.channels(); c++) {
                for (int y = 0; y < expected.height(); y++) {
                    for (int x = 0; x < expected.width(); x++) {
                        largest = Math.max(largest, expected.value(0, c, y, x));
                        difference = Math.max(difference, Math.abs(expected.value(0, c, y, x) - found.value(0, c, y, x)));
                    }
                }
            }
            assertEquals(0, difference, 1e-5 * largest);
        }
    }
}
