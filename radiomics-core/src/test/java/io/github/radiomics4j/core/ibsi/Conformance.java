package io.github.radiomics4j.core.ibsi;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.IbsiCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares a vector with reference values and leaves the count where the build prints it. */
final class Conformance {

    private Conformance() {
    }

    static double computed(FeatureVector vector, ReferenceValue reference) {
        List<FeatureKey> keys = vector.keys().stream().filter(k -> k.feature().family().name().equals(reference.family())
                && k.feature().ibsiCode().equals(Optional.of(new IbsiCode(reference.ibsiId())))
                && k.aggregation().map(Aggregation::ibsiCode).equals(Optional.of(new IbsiCode(reference.aggregationId())))).toList();
        if (keys.size() != 1) {
            throw new AssertionError(reference + " is given by " + keys.size() + " features: " + keys);
        }
        return vector.get(keys.get(0));
    }

    static void report(String file, String title, long matched, int total) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "conformance"));
        Files.writeString(folder.resolve(file + ".txt"), title + ": " + matched + "/" + total + "\n");
    }
}
