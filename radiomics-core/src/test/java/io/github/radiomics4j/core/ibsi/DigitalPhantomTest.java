package io.github.radiomics4j.core.ibsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.preprocessing.AlreadyDiscrete;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigitalPhantomTest {
    private static final FeatureVector COMPUTED = FeatureExtractor.discretisedBy(new AlreadyDiscrete())
            .aggregatedBy(Stream.of(Aggregation.values()).filter(Aggregation::isDirectional).toList())
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
        assertEquals(362, references().size());
        assertEquals(362, COMPUTED.size());
    }

    @AfterAll
    static void report() throws IOException {
        long matched = references().stream().filter(r -> r.isMatchedBy(Conformance.computed(COMPUTED, r))).count();
        Conformance.report("ibsi1-digital-phantom", "IBSI-1 digital phantom", matched, references().size());
    }
}
