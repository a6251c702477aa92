package io.github.radiomics4j.deep.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.deep.ConcurrentExtractions;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxSameBitsTest {
    @Test
    void repeatedExtractionAndAnotherSessionGiveTheSameBits() {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
                DeepFeatureExtractor extractor = OnnxProcess.extractor(encoder);
                hashes.add(OnnxProcess.hash(OnnxProcess.extract(extractor, 1)));
                hashes.add(OnnxProcess.hash(OnnxProcess.extract(extractor, 1)));
            }
        }
        assertEquals(1, hashes.stream().distinct().count(), hashes.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void callingThreadsThatShareAnEncoderDoNotChangeABit(int threads) throws InterruptedException, ExecutionException {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
            DeepFeatureExtractor extractor = OnnxProcess.extractor(encoder);
            ConcurrentExtractions.assertSameBits(threads, c -> OnnxProcess.hash(OnnxProcess.extract(extractor, c)));
        }
    }

    @Test
    void aProcessWithoutDl4jGivesTheSameBitsAndPrintsNothingElse(@TempDir Path folder) throws IOException, InterruptedException {
        String found = OnnxProcess.outputWithout(
                jar -> jar.contains("deeplearning4j") || jar.contains("nd4j")
                        || jar.contains("javacpp") || jar.contains("openblas"), folder);
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
            assertEquals(OnnxProcess.hash(OnnxProcess.extract(OnnxProcess.extractor(encoder), 1)), found);
        }
    }

    @Test
    void withoutOnnxRuntimeTheMessageNamesTheDependencyToAdd(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals("networks in ONNX files are computed by ONNX Runtime, an optional dependency that is not on the class path:"
                + " add com.microsoft.onnxruntime:onnxruntime:1.22.0 or later to your project",
                OnnxProcess.outputWithout(jar -> jar.contains("onnxruntime"), folder));
    }
}
