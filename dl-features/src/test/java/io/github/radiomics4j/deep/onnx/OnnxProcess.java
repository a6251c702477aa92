package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.OtherProcess;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

/** Extracts a case and prints the features' hash or the error's message; run by tests in a process with another class path. */
final class OnnxProcess {

    private OnnxProcess() { }

    public static void main(String[] arguments) {
        try (OnnxEncoder encoder = OnnxEncoder.of(TestNetwork.file("narrow_resnet18.onnx"))) {
            System.out.println(hash(extract(extractor(encoder), 1)));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }

    static DeepFeatureExtractor extractor(OnnxEncoder encoder) {
        return DeepFeatureExtractor.of(encoder).resizedTo(48).atLayer("layer3").sampling(RegionSampling.eachSlice(3));
    }

    static FeatureVector extract(DeepFeatureExtractor extractor, long caseSeed) {
        SyntheticCase one = SyntheticCase.of(new GridSize(40, 36, 6), caseSeed);
        return extractor.extract(one.image(), one.mask());
    }

    static String hash(FeatureVector features) {
        return Arrays.toString(Arrays.stream(features.values()).mapToLong(Double::doubleToRawLongBits).toArray()).hashCode() + " "
                + features.values()[0];
    }

    static String outputWithout(Predicate<String> jar, Path folder) throws IOException, InterruptedException {
        return OtherProcess.outputWithout(OnnxProcess.class, jar, folder);
    }
}
