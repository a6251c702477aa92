package io.github.radiomics4j.core.ibsi;

import io.github.radiomics4j.core.extraction.FeatureFamilies;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.IbsiCode;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a vector with reference values and leaves the count where the build prints it. */
final class Conformance {

    private Conformance() {
    }

    /** The standard families with another intensity-volume histogram: its axis belongs to the configuration. */
    static List<FeatureFamily<?>> familiesWith(IntensityVolumeHistogram histogram) {
        List<FeatureFamily<?>> families = new ArrayList<>(FeatureFamilies.standard());
        families.replaceAll(family -> family instanceof IntensityVolumeHistogram ? histogram : family);
        return families;
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
