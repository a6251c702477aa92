package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** The whole output of a process without the jars whose names a rule picks, so also a proof that nothing else is printed. */
    static String outputWithout(Predicate<String> jar, Path folder) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)).filter(e -> !jar.test(Path.of(e).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath, OnnxProcess.class.getName()));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8).strip();
    }
}
