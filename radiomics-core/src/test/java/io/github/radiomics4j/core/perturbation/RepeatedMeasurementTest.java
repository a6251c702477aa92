package io.github.radiomics4j.core.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedMeasurementTest {
    private static final int EDGE = 15;
    private static final VoxelSpacing SPACING = VoxelSpacing.isotropic(1);
    private static final FeatureExtractor EXTRACTOR = FeatureExtractor.discretisedBy(new FixedBinNumber(8));
    private static final RepeatedMeasurement REPEATED = new RepeatedMeasurement(EXTRACTOR, List.of(new Erosion(1), new Dilation(1)));

    private static ScalarImage image(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(EDGE * EDGE * EDGE).toArray();
        return ScalarImage.of(values, new GridSize(EDGE, EDGE, EDGE), ImageGeometry.of(SPACING));
    }

    @Test
    void everyMeasurementIsThatOfTheChangedMask() {
        Mask ball = SmallMasks.ball(EDGE, 4, SPACING);
        Map<String, FeatureVector> measured = REPEATED.measure(image(1), ball);
        assertEquals(List.of("original", "erosion_1mm", "dilation_1mm"), List.copyOf(measured.keySet()));
        assertArrayEquals(EXTRACTOR.extract(image(1), new Erosion(1).apply(ball)).values(), measured.get("erosion_1mm").values());
        assertEquals(measured.get("original").provenance().fingerprint(), measured.get("dilation_1mm").provenance().fingerprint());
    }

    @Test
    void aMaskWithoutAPlaceTakesTheImages() {
        Mask ball = SmallMasks.ball(EDGE, 4, SPACING);
        Mask placeless = Mask.of(SmallMasks.voxels(ball), ball.size());
        assertArrayEquals(REPEATED.measure(image(1), ball).get("erosion_1mm").values(),
                REPEATED.measure(image(1), placeless).get("erosion_1mm").values());
    }

    @Test
    void tablesHaveOneRowPerCase() {
        Map<String, Map<String, FeatureVector>> cases = new LinkedHashMap<>();
        cases.put("p2", REPEATED.measure(image(2), SmallMasks.ball(EDGE, 4, SPACING)));
        cases.put("p1", REPEATED.measure(image(1), SmallMasks.ball(EDGE, 5, SPACING)));
        Map<String, FeatureTable> tables = RepeatedMeasurement.tables(cases);
        assertEquals(List.of("original", "erosion_1mm", "dilation_1mm"), List.copyOf(tables.keySet()));
        for (FeatureTable table : tables.values()) {
            assertEquals(List.of("p2", "p1"), table.cases());
            assertEquals(tables.get("original").columnNames(), table.columnNames());
        }
    }

    @Test
    void casesMeasuredInOtherWaysAreRefused() {
        Map<String, FeatureVector> one = REPEATED.measure(image(1), SmallMasks.ball(EDGE, 4, SPACING));
        Map<String, Map<String, FeatureVector>> cases = new LinkedHashMap<>(Map.of("a", one, "b", Map.of("original", one.get("original"))));
        String message = assertThrows(IllegalArgumentException.class, () -> RepeatedMeasurement.tables(cases)).getMessage();
        assertTrue(message.contains("measure all cases in the same ways"), message);
        assertThrows(InvalidInputException.class, () -> RepeatedMeasurement.tables(Map.of()));
    }

    @Test
    void aPerturbationOccursOnce() {
        assertThrows(IllegalArgumentException.class, () -> new RepeatedMeasurement(EXTRACTOR, List.of(new Erosion(1), new Erosion(1.0))));
        assertThrows(IllegalArgumentException.class, () -> new RepeatedMeasurement(EXTRACTOR, List.of()));
    }

    @Test
    void aFailureNamesThePerturbation() {
        Mask ball = SmallMasks.ball(EDGE, 1, SPACING);
        RepeatedMeasurement much = new RepeatedMeasurement(EXTRACTOR, List.of(new Erosion(3)));
        assertTrue(assertThrows(InvalidInputException.class, () -> much.measure(image(1), ball)).getMessage()
                .startsWith("erosion_3mm leaves no"));
        double[] values = new double[EDGE * EDGE * EDGE];
        values[0] = Double.NaN;
        ScalarImage broken = ScalarImage.of(values, new GridSize(EDGE, EDGE, EDGE), ImageGeometry.of(SPACING));
        RepeatedMeasurement wide = new RepeatedMeasurement(EXTRACTOR, List.of(new Dilation(30)));
        String message = assertThrows(InvalidInputException.class, () -> wide.measure(broken, ball)).getMessage();
        assertTrue(message.startsWith("after dilation_30mm: "), message);
    }
}
