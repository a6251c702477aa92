package io.github.radiomics4j.core.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which features are undefined for which region, over all standard families: these and no others. What the features' documentation says
 * is tested here as a whole; a feature that becomes NaN or infinite anywhere else fails.
 */
class EdgeOfDefinitionTest {
    private static final GridSize SIZE = new GridSize(5, 5, 5);
    private static final String GLCM = "glcm.*";
    private static final String NGTDM = "ngtdm.*";
    private static final String ELLIPSOID_VOLUME = "morphology.volume_density_approximate_enclosing_ellipsoid";
    private static final String ELLIPSOID_AREA = "morphology.area_density_approximate_enclosing_ellipsoid";
    private static final String MORAN = "morphology.morans_i_index";
    private static final String GEARY = "morphology.gearys_c_measure";

    static Stream<Arguments> regions() {
        return Stream.of(
                region("one voxel", false, v -> v == 62, GLCM, NGTDM, "morphology.elongation", "morphology.flatness", ELLIPSOID_VOLUME,
                        ELLIPSOID_AREA, MORAN, GEARY),
                region("three voxels in a row", false, v -> v >= 61 && v <= 63, ELLIPSOID_VOLUME, ELLIPSOID_AREA),
                region("two voxels that do not touch", false, v -> v == 0 || v == 124, GLCM, NGTDM, ELLIPSOID_VOLUME, ELLIPSOID_AREA),
                region("one slice", false, v -> v / 25 == 2, ELLIPSOID_VOLUME),
                region("one slice of one intensity", true, v -> v / 25 == 2, ELLIPSOID_VOLUME, MORAN, GEARY),
                region("a flat region", true, v -> true, MORAN, GEARY),
                region("a region that touches every border", false, v -> true));
    }

    private static Arguments region(String name, boolean flat, IntPredicate inside, String... undefined) {
        return Arguments.of(name, flat, inside, new TreeSet<>(Set.of(undefined)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    void exactlyTheDocumentedFeaturesAreUndefined(String name, boolean flat, IntPredicate inside, Set<String> undefined) {
        double[] values = new double[125];
        byte[] mask = new byte[125];
        Arrays.setAll(values, i -> flat ? 42 : i % 7 + 3 * (i % 3));
        for (int v = 0; v < mask.length; v++) {
            mask[v] = (byte) (inside.test(v) ? 1 : 0);
        }
        FeatureVector vector = FeatureExtractor.discretisedBy(new FixedBinNumber(8))
                .aggregatedBy(Aggregation.THREE_D_MERGED, Aggregation.THREE_D_AVERAGED, Aggregation.TWO_D_AVERAGED,
                        Aggregation.TWO_D_SLICE_MERGED, Aggregation.TWO_HALF_D_MERGED)
                .extract(ScalarImage.of(values, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1))), Mask.of(mask, SIZE));
        Set<String> found = new TreeSet<>();
        vector.forEach((key, value) -> {
            if (!Double.isFinite(value)) {
                String family = key.feature().family().name();
                found.add(family.equals("glcm") || family.equals("ngtdm") ? family + ".*" : key.feature().toString());
            }
        });
        assertEquals(undefined, found);
    }
}
