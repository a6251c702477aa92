package io.github.radiomics4j.core.ibsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.preprocessing.AlreadyDiscrete;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigitalPhantomTest {
    private static final FeatureVector COMPUTED = FeatureExtractor.discretisedBy(new AlreadyDiscrete())
            .aggregatedBy(Stream.of(Aggregation.values()).filter(Aggregation::isDirectional).toList())
            .withFamilies(Conformance.familiesWith(IntensityVolumeHistogram.inSteps(1)))
            .extract(DigitalPhantom.image(), DigitalPhantom.mask());

    static List<ReferenceValue> references() {
        return ReferenceValue.of("digital_phantom");
    }

    @ParameterizedTest
    @MethodSource("references")
    void referenceValueIsMatched(ReferenceValue reference) {
        double computed = Conformance.computed(COMPUTED, reference);
        assertTrue(reference.isMatchedBy(computed), () -> reference + ": computed " + computed + ", reference " + reference.value());
    }

    @Test
    void everyFeatureHasExactlyOneReferenceValue() {
        assertEquals(482, references().size());
        assertEquals(482, COMPUTED.size());
    }

    @AfterAll
    static void report() throws IOException {
        Set<String> five = Set.of("intensity_statistics", "intensity_histogram", "glcm", "glrlm", "glszm");
        List<ReferenceValue> ofFive = references().stream().filter(r -> five.contains(r.family())).toList();
        Conformance.report("ibsi1-digital-phantom", "IBSI-1 digital phantom", matched(ofFive), ofFive.size());
        Conformance.report("ibsi1-digital-phantom-all", "IBSI-1 digital phantom, all families", matched(references()), references().size());
    }

    private static long matched(List<ReferenceValue> references) {
        return references.stream().filter(r -> r.isMatchedBy(Conformance.computed(COMPUTED, r))).count();
    }
}
