package io.github.radiomics4j.core.map;

import static io.github.radiomics4j.core.intensity.IntensityStatisticsFeature.MEAN_INTENSITY;
import static io.github.radiomics4j.core.intensity.IntensityStatisticsFeature.MEDIAN_INTENSITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityHistogram;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.intensity.LocalIntensity;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.RegionPlace;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.Gldzm;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps against the extractor's families, run on every window as a region of its own. */
class FeatureMapsTest {
    private static final FeatureMaps<?> ALL_GLCM = FeatureMaps.glcm(GlcmFeature.values());
    private static final FeatureMaps<?> ALL_STATISTICS = FeatureMaps.intensityStatistics(IntensityStatisticsFeature.values());

    static List<Window> windows() {
        return List.of(Window.cube(1), Window.cube(2), Window.square(1), Window.square(3), new Window(1, 2), new Window(2, 1));
    }

    static List<WindowedRegion> regions() {
        GridSize size = new GridSize(9, 8, 7);
        return List.of(WindowedRegion.random(size, 1, 32, 1), WindowedRegion.random(size, 2, 32, 0.7),
                WindowedRegion.random(size, 3, 5, 0.3), WindowedRegion.random(size, 4, 2, 0.1),
                WindowedRegion.random(new GridSize(4, 3, 3), 5, 300, 0.6),
                WindowedRegion.random(new GridSize(1, 1, 1), 6, 9, 1), WindowedRegion.random(new GridSize(2, 1, 5), 7, 4, 0.8));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void cooccurrenceMapsHaveTheBitsOfTheExtractorOnEachWindow(Window window) {
        for (WindowedRegion region : regions()) {
            requireSameAsFamily(region, window, ALL_GLCM, List.of(GlcmFeature.values()),
                    roi -> new Glcm().measure(roi, Aggregation.THREE_D_MERGED));
        }
    }

    @ParameterizedTest
    @MethodSource("windows")
    void intensityMapsHaveTheBitsOfTheExtractorOnEachWindow(Window window) {
        for (WindowedRegion region : regions()) {
            requireSameAsFamily(region, window, ALL_STATISTICS, List.of(IntensityStatisticsFeature.values()),
                    roi -> new IntensityStatistics().measure(roi, Aggregation.VOLUME));
        }
    }

    @ParameterizedTest
    @MethodSource("windows")
    void mapsOfAnyFamilyHaveTheBitsOfTheExtractorOnEachWindow(Window window) {
        for (FeatureFamily<?> family : List.of(new Glrlm(), new Glszm(), new Gldzm(), new Ngtdm(), new Ngldm(), new IntensityHistogram(),
                new Glcm())) {
            for (WindowedRegion region : regions()) {
                requireSameAsFamily(region, window, family);
            }
        }
    }

    private static <S> void requireSameAsFamily(WindowedRegion region, Window window, FeatureFamily<S> family) {
        Aggregation aggregation = family.aggregationFor(window.sliceRadius() == 0 ? Aggregation.TWO_HALF_D_MERGED
                : Aggregation.THREE_D_MERGED);
        requireSameAsFamily(region, window, FeatureMaps.of(family, family.features()), family.features(),
                roi -> family.measure(roi, aggregation));
    }

    @Test
    void aFamilyThatLooksAroundItsRegionAndForeignFeaturesHaveNoMaps() {
        assertThrows(IllegalArgumentException.class, () -> FeatureMaps.of(new LocalIntensity(), new LocalIntensity().features()));
        assertThrows(IllegalArgumentException.class, () -> FeatureMaps.of(new Glrlm(), new Glszm().features()));
    }

    private interface Family<S> {
        List<S> measure(PreparedRoi window);
    }

    private static <S> void requireSameAsFamily(WindowedRegion region, Window window, FeatureMaps<?> maps,
            List<? extends FeatureDefinition<S>> features, Family<S> family) {
        List<FeatureMap> found = maps.withWindow(window).of(region.roi());
        region.forEachWindow(window, (at, part) -> {
            List<S> statistics = family.measure(part);
            for (int f = 0; f < features.size(); f++) {
                double expected = statistics.isEmpty() ? Double.NaN : features.get(f).valueOf(statistics.get(0));
                FeatureMap map = found.get(f);
                assertTrue(map.region().contains(at));
                assertEquals(Double.isFinite(expected), map.defined().contains(at), map + " at " + at + ", expected " + expected);
                if (Double.isFinite(expected)) {
                    assertEquals(expected, map.at(at), 0.0, map + " at " + at);
                }
            }
        });
    }

    @Test
    void mapsHaveTheSameBitsOnOneThreadAndOnThree() {
        PreparedRoi roi = WindowedRegion.random(new GridSize(9, 8, 7), 8, 32, 0.8).roi();
        ForkJoinPool threads = new ForkJoinPool(3);
        try {
            for (FeatureMaps<?> maps : List.of(ALL_GLCM, ALL_STATISTICS, FeatureMaps.of(new Glrlm(), new Glrlm().features()))) {
                List<FeatureMap> alone = maps.of(roi);
                List<FeatureMap> together = threads.submit(() -> maps.of(roi)).join();
                for (int f = 0; f < alone.size(); f++) {
                    assertArrayEquals(alone.get(f).values(Double.NaN), together.get(f).values(Double.NaN));
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void voxelsOutsideTheRegionAndWithoutNeighboursHaveNoNumber() {
        int[] levels = {3, 0, 1, 2};
        FeatureMap map = FeatureMaps.glcm(GlcmFeature.CONTRAST).of(WindowedRegion.of(new GridSize(4, 1, 1), levels).roi()).get(0);
        assertArrayEquals(new double[] {-1, -1, 1, 1}, map.values(-1));
        assertEquals(3, map.region().count());
        assertEquals(2, map.defined().count());
        assertFalse(map.defined().contains(0));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> map.at(0)).getMessage().contains("undefined"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> map.at(1)).getMessage().contains("outside the region"));
    }

    @Test
    void theImageOfAMapLiesWhereTheRegionLies() {
        GridSize size = new GridSize(5, 4, 3);
        ImageGeometry geometry = ImageGeometry.of(VoxelSpacing.isotropic(2), new double[] {7, -3, 5},
                new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, -1}});
        double[] intensities = new double[60];
        byte[] inside = new byte[60];
        for (int i = 0; i < 60; i++) {
            intensities[i] = i;
            inside[i] = (byte) (i >= 27 && i <= 28 ? 1 : 0);
        }
        ScalarImage image = ScalarImage.of(intensities, size, geometry);
        Mask mask = Mask.of(inside, size);
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinNumber(4));
        FeatureMap map = FeatureMaps.intensityStatistics(MEAN_INTENSITY).of(extractor.prepare(image, mask)).get(0);
        ScalarImage whole = map.image(extractor.preparation().placeOf(image, mask), -1);
        assertEquals(geometry, whole.geometry());
        double[] expected = new double[60];
        Arrays.fill(expected, -1);
        Arrays.fill(expected, 27, 29, 27.5);
        assertArrayEquals(expected, whole.copy(IndexBox.whole(size)));
        RegionPlace elsewhere = new RegionPlace(size, geometry, IndexBox.whole(size));
        assertThrows(IllegalArgumentException.class, () -> map.image(elsewhere, 0));
        assertThrows(IllegalArgumentException.class, () -> new RegionPlace(new GridSize(4, 4, 3), geometry, IndexBox.whole(size)));
    }

    /** Linear interpolation of an image whose intensity is a coordinate gives the coordinate, which says where each voxel lies. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theImageOfAResampledMapLiesWhereTheRegionLies(int axis) {
        GridSize size = new GridSize(12, 11, 10);
        ImageGeometry geometry = ImageGeometry.of(VoxelSpacing.mm(1, 1.5, 2), new double[] {7, -3, 5},
                new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, -1}});
        double[] intensities = new double[(int) size.voxels()];
        byte[] inside = new byte[intensities.length];
        for (int i = 0; i < inside.length; i++) {
            int[] at = {i % 12, i / 12 % 11, i / 132};
            intensities[i] = geometry.toWorld(at[0], at[1], at[2])[axis];
            inside[i] = (byte) (at[0] > 2 && at[0] < 9 && at[1] > 3 && at[1] < 9 && at[2] > 1 && at[2] < 7 ? 1 : 0);
        }
        ScalarImage image = ScalarImage.of(intensities, size, geometry);
        Mask mask = Mask.of(inside, size);
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinNumber(4)).resampledTo(VoxelSpacing.isotropic(0.75));
        RegionPlace place = extractor.preparation().placeOf(image, mask);
        PreparedRoi roi = extractor.prepare(image, mask);
        int checked = 0;
        ScalarImage map = FeatureMaps.intensityStatistics(MEDIAN_INTENSITY).of(roi).get(0).image(place, Double.NaN);
        double[] values = map.copy(IndexBox.whole(map.size()));
        for (int i = 0; i < values.length; i++) {
            int x = i % map.size().x();
            int y = i / map.size().x() % map.size().y();
            int z = i / (map.size().x() * map.size().y());
            if (interior(values, i, map.size())) {
                assertEquals(map.geometry().toWorld(x, y, z)[axis], values[i], 1e-9);
                checked++;
            }
        }
        assertTrue(checked > 100, "voxels checked: " + checked);
    }

    /** Whether all neighbours have a number, so that a window of a linear image has its middle as the median. */
    private static boolean interior(double[] values, int at, GridSize size) {
        for (int dz = -1; dz <= 1; dz++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int to = at + dx + size.x() * (dy + size.y() * dz);
                    if (to < 0 || to >= values.length || Double.isNaN(values[to])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @Test
    void tooManyGreyLevelsAreRefusedInASentence() {
        PreparedRoi roi = WindowedRegion.of(new GridSize(2, 1, 1), new int[] {1, 1025}).roi();
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> FeatureMaps.glcm(GlcmFeature.CONTRAST).of(roi));
        assertEquals(InvalidInputException.Problem.RESOURCE_LIMIT, e.problem());
        assertTrue(e.getMessage().contains("1025"));
    }

    @Test
    void featuresMustBeNamedEachOnce() {
        assertThrows(IllegalArgumentException.class, FeatureMaps::glcm);
        assertThrows(IllegalArgumentException.class, () -> FeatureMaps.glcm(GlcmFeature.CONTRAST, GlcmFeature.CONTRAST));
    }

    @Test
    void windowsReachAtLeastOneVoxelWithinTheSlice() {
        assertThrows(IllegalArgumentException.class, () -> Window.cube(0));
        assertThrows(IllegalArgumentException.class, () -> new Window(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Window.square(Window.MAXIMUM_RADIUS + 1));
        assertEquals("5×5×1", Window.square(2).toString());
        assertEquals(27, Window.cube(1).voxels());
    }
}
