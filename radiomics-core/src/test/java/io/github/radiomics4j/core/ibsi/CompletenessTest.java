package io.github.radiomics4j.core.ibsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureFamilies;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.feature.FeatureId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every feature of the standard has reference values, and nothing in the standard families is without a code. */
class CompletenessTest {
    private static final List<FeatureId> FEATURES = FeatureFamilies.standard().stream()
            .flatMap(family -> family.features().stream()).map(FeatureDefinition::id).toList();
    private static final List<ReferenceValue> REFERENCES = List.of("digital_phantom", "ct_config_a", "ct_config_b", "ct_config_c",
            "ct_config_d", "ct_config_e").stream().flatMap(dataset -> ReferenceValue.of(dataset).stream()).toList();

    @Test
    void thereAre1804ReferenceValues() {
        assertEquals(1804, REFERENCES.size());
    }

    @Test
    void everyFeatureOfTheStandardFamiliesHasACodeOfItsOwn() {
        Set<String> seen = new HashSet<>();
        for (FeatureId feature : FEATURES) {
            assertTrue(feature.ibsiCode().isPresent(), feature + " has no IBSI code");
            assertTrue(seen.add(feature.ibsiCode().get().value()), feature + " shares its code " + feature.ibsiCode().get());
        }
    }

    @Test
    void everyFeatureHasAReferenceValueInEveryDataset() {
        for (FeatureId feature : FEATURES) {
            Set<String> datasets = REFERENCES.stream().filter(r -> r.family().equals(feature.family().name())
                    && r.ibsiId().equals(feature.ibsiCode().orElseThrow().value())).map(ReferenceValue::dataset).collect(Collectors.toSet());
            assertEquals(6, datasets.size(), feature + " has reference values in " + datasets);
        }
    }

    @Test
    void everyReferenceValueBelongsToAFeature() {
        Set<String> codes = FEATURES.stream().map(f -> f.family() + " " + f.ibsiCode().orElseThrow()).collect(Collectors.toSet());
        REFERENCES.forEach(r -> assertTrue(codes.contains(r.family() + " " + r.ibsiId()), r + " belongs to no feature"));
    }

    @Test
    void familiesAndAggregationsHaveCodesOfTheirOwn() {
        Set<String> codes = new HashSet<>();
        for (FeatureFamily<?> family : FeatureFamilies.standard()) {
            assertTrue(codes.add(family.id().ibsiCode().orElseThrow().value()), family.id() + " shares its code");
        }
        for (Aggregation aggregation : Aggregation.values()) {
            assertTrue(codes.add(aggregation.ibsiCode().value()), aggregation + " shares its code");
        }
    }
}
