package io.github.radiomics4j.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureSourceTest {
    private static final GridSize SIZE = new GridSize(2, 1, 1);
    private static final ScalarImage IMAGE = ScalarImage.of(new double[] {3, 4}, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1)));
    private static final Mask BOTH = Mask.of(new byte[] {1, 1}, SIZE);

    /** Gives numbers whatever the region. */
    private record Fixed(String name, Map<String, String> settings, double... values) implements FeatureSource {
        @Override
        public FeatureVector extract(ScalarImage image, Mask mask) {
            List<FeatureKey> keys = IntStream.range(0, values.length)
                    .mapToObj(i -> FeatureKey.of(name, FeatureId.custom(FamilyId.custom("any"), "f" + i, "1"))).toList();
            return FeatureVector.of(keys, values, provenance());
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(settings);
        }
    }

    @Test
    void twoSourcesAsOneGiveTheFeaturesOfBothInOrderUnderTheSettingsOfBoth() {
        FeatureSource a = new Fixed("a", Map.of("bins", "8"), 1, Double.NaN);
        FeatureSource b = new Fixed("b", Map.of("size", "16", "bins", "8"), 5);
        FeatureSource c = new Fixed("c", Map.of(), 7, 9);
        FeatureVector all = a.and(b).and(c).extract(IMAGE, BOTH);
        assertArrayEquals(new double[] {1, Double.NaN, 5, 7, 9}, all.values());
        assertEquals(List.of("a", "a", "b", "c", "c"), all.keys().stream().map(FeatureKey::source).toList());
        assertEquals(Map.of("bins", "8", "size", "16"), all.provenance().settings());
        assertEquals(all.provenance(), a.and(b).and(c).provenance());
    }

    @Test
    void sourcesThatDisagreeOnASettingOrShareAFeatureAreRefused() {
        FeatureSource a = new Fixed("a", Map.of("bins", "8"), 1);
        InvalidInputException conflict = assertThrows(InvalidInputException.class, () -> a.and(new Fixed("b", Map.of("bins", "9"), 1)));
        assertEquals(Problem.SETTINGS_MISMATCH, conflict.problem());
        FeatureSource twice = a.and(new Fixed("a", Map.of(), 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> twice.extract(IMAGE, BOTH)).getMessage().contains("occurs twice"));
    }
}
