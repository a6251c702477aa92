package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScatteringExtractorTest {
    private static final GridSize SIZE = new GridSize(30, 24, 5);

    private final SyntheticCase one = SyntheticCase.of(SIZE, 1);
    private final ScatteringExtractor plane = ScatteringExtractor.plane();
    private final ScatteringExtractor space = ScatteringExtractor.of(WaveletScattering.ofSpace(16, 2, SpaceDirections.AXES));

    @Test
    void featuresAreNamedByOrderScalesOrientationsAndPooling() {
        FeatureVector features = extract(plane);
        assertEquals(2 * 217, features.size());
        assertEquals("deep_scattering2d.deep_order_0.average_mean", features.keys().get(0).columnName());
        assertEquals("deep_scattering2d.deep_order_1.scale_0_angle_00_standard_deviation", features.keys().get(3).columnName());
        assertEquals("deep_scattering2d.deep_order_2.scale_1_angle_07_scale_2_angle_07_mean", features.keys().get(432).columnName());
        assertEquals("deep_scattering3d.deep_order_2.scale_0_direction_02_scale_1_direction_02_standard_deviation",
                extract(space).keys().get(31).columnName());
    }

    @Test
    void theDefaultInSpaceHasThirteenDirections() {
        assertEquals(2 * (1 + 2 * 13 + 13 * 13), extract(ScatteringExtractor.space()).size());
    }

    @Test
    void averagesOverOrientationsAreThoseOfTheirFeatures() {
        FeatureVector all = extract(plane.pooledBy(SpatialPooling.MEAN));
        FeatureVector averaged = extract(plane.pooledBy(SpatialPooling.MEAN).averagedOverOrientations());
        assertEquals(List.of("average", "scale_0", "scale_1", "scale_2", "scale_0_scale_1", "scale_0_scale_2", "scale_1_scale_2"),
                averaged.keys().stream().map(k -> k.feature().name().replace("_mean", "")).toList());
        assertEquals(all.values()[0], averaged.values()[0]);
        assertEquals(Arrays.stream(all.values(), 9, 17).average().orElseThrow(), averaged.values()[2], 1e-14);
        assertEquals(Arrays.stream(all.values(), 25 + 128, 25 + 192).average().orElseThrow(), averaged.values()[6], 1e-14);
    }

    @Test
    void averagesOverOrientationsHardlyChangeWhenTheImageIsTurned() {
        ScatteringExtractor averaged = plane.averagedOverOrientations().pooledBy(SpatialPooling.MEAN);
        double[] expected = averaged.extract(one.image(), one.mask()).values();
        SyntheticCase turned = turned();
        assertArrayEquals(expected, averaged.extract(turned.image(), turned.mask()).values(), 0.02);
    }

    @Test
    void logarithmsLeaveOrderZeroAlone() {
        double[] values = extract(plane).values();
        double[] logarithms = extract(plane.inLogarithms()).values();
        assertEquals(values[0], logarithms[0]);
        assertEquals(values[1], logarithms[1]);
        for (int f = 2; f < values.length; f++) {
            assertEquals(Math.log1p(values[f]), logarithms[f], 1e-15);
        }
    }

    @Test
    void featuresOfSeveralSlicesAreAveraged() {
        ScatteringExtractor each = plane.sampling(RegionSampling.eachSlice(0));
        List<float[]> squares = RegionSampling.eachSlice(0).images(one.image(), one.mask(),
                IntensityNormalisation.zScoreInRegion(), 64);
        assertTrue(squares.size() > 2, "the case must have several slices");
        WaveletScattering network = WaveletScattering.ofPlane(64, 3, 8);
        double expected = squares.stream().mapToDouble(s -> Arrays.stream(network.coefficients(s)[7]).average().orElseThrow()).average()
                .orElseThrow();
        assertEquals(expected, extract(each).values()[14], 1e-7);
    }

    @Test
    void planesArePooledByTheStatisticsAskedFor() {
        ScatteringExtractor planes = plane.sampling(RegionSampling.orthogonalPlanes(0)).averagedOverOrientations()
                .pooledBy(SpatialPooling.MEAN);
        FeatureVector mean = extract(planes);
        FeatureVector all = extract(planes.pooledOverSamplesBy(SamplePooling.values()));
        assertEquals("deep_scattering2d.deep_order_1.scale_0_mean_samples_standard_deviation", all.keys().get(5).columnName());
        List<double[]> each = new ArrayList<>();
        WaveletScattering network = WaveletScattering.ofPlane(64, 3, 8);
        for (float[] square : RegionSampling.orthogonalPlanes(0).images(one.image(), one.mask(),
                IntensityNormalisation.zScoreInRegion(), 64)) {
            double[][] coefficients = network.coefficients(square);
            each.add(new double[] {Arrays.stream(coefficients, 1, 9).flatMapToDouble(Arrays::stream).average().orElseThrow()});
        }
        double average = each.stream().mapToDouble(e -> e[0]).average().orElseThrow();
        assertEquals(average, mean.values()[1], 1e-7);
        assertEquals(average, all.values()[3], 1e-7);
        assertEquals(each.stream().mapToDouble(e -> e[0]).max().orElseThrow(), all.values()[4], 1e-7);
        assertEquals(Math.sqrt(each.stream().mapToDouble(e -> Math.pow(e[0] - average, 2)).sum() / 3), all.values()[5], 1e-7);
    }

    @Test
    void aRegionOfOneIntensityHasNoTexture() {
        GridSize size = new GridSize(6, 6, 3);
        double[] constant = new double[108];
        Arrays.fill(constant, 41.3);
        byte[] inside = new byte[108];
        Arrays.fill(inside, 40, 70, (byte) 1);
        for (ScatteringExtractor extractor : List.of(plane, space)) {
            FeatureVector features = extractor.extract(ScalarImage.of(constant, size, ImageGeometry.of(VoxelSpacing.isotropic(1))),
                    Mask.of(inside, size));
            assertArrayEquals(new double[features.size()], features.values());
        }
    }

    @Test
    void zScoresMakeFeaturesIndependentOfTheIntensityScale() {
        SyntheticCase other = SyntheticCase.of(SIZE, 1, VoxelSpacing.mm(1, 1, 3), 3.7, -1000);
        assertArrayEquals(extract(plane).values(), plane.extract(other.image(), other.mask()).values(), 1e-5);
        assertArrayEquals(extract(space).values(), space.extract(other.image(), other.mask()).values(), 1e-5);
    }

    @Test
    void whatLiesOutsideAMaskedRegionDoesNotCount() {
        double[] samples = one.image().copy(IndexBox.whole(SIZE));
        byte[] inside = one.mask().copy(IndexBox.whole(SIZE));
        for (int i = 0; i < samples.length; i++) {
            samples[i] += inside[i] == 0 ? 500 + i % 7 : 0;
        }
        ScalarImage disturbed = ScalarImage.of(samples, SIZE, one.image().geometry());
        ScatteringExtractor masked = space.sampling(new CubeSampling(2, Surroundings.MASKED));
        assertEquals(extract(masked), masked.extract(disturbed, one.mask()));
        ScatteringExtractor context = space.sampling(new CubeSampling(2, Surroundings.CONTEXT));
        assertNotEquals(extract(context), context.extract(disturbed, one.mask()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void callingThreadsDoNotChangeABit(int threads) throws ExecutionException, InterruptedException {
        ScatteringExtractor small = ScatteringExtractor.of(WaveletScattering.ofPlane(32, 2, 4))
                .sampling(RegionSampling.orthogonalPlanes(0));
        for (ScatteringExtractor extractor : List.of(small, space)) {
            ConcurrentExtractions.assertSameBits(threads, c -> {
                SyntheticCase other = SyntheticCase.of(SIZE, c);
                return extractor.extract(other.image(), other.mask());
            });
        }
    }

    @Test
    void everySettingChangesTheFingerprint() {
        List<ScatteringExtractor> all = List.of(plane, ScatteringExtractor.of(WaveletScattering.ofPlane(32, 3, 8)),
                ScatteringExtractor.of(WaveletScattering.ofPlane(64, 2, 8)), ScatteringExtractor.of(WaveletScattering.ofPlane(64, 3, 4)),
                plane.normalisedBy(IntensityNormalisation.minMaxInRegion()), plane.sampling(RegionSampling.eachSlice(0)),
                plane.pooledBy(SpatialPooling.MEAN), plane.averagedOverOrientations(), plane.inLogarithms(), space,
                ScatteringExtractor.of(WaveletScattering.ofSpace(16, 2, SpaceDirections.NEIGHBOURS)),
                space.sampling(new CubeSampling(1, Surroundings.CONTEXT)), space.sampling(new CubeSampling(0, Surroundings.MASKED)));
        Set<String> fingerprints = new HashSet<>();
        all.forEach(e -> fingerprints.add(e.provenance().fingerprint()));
        assertEquals(all.size(), fingerprints.size());
    }

    @Test
    void samplingAndNetworkMustHaveTheSameDimensions() {
        assertThrows(IllegalArgumentException.class, () -> plane.sampling(new CubeSampling(0, Surroundings.CONTEXT)));
        assertThrows(IllegalArgumentException.class, () -> space.sampling(RegionSampling.largestSlice(0)));
    }

    @Test
    void poolingsMustBeThereOnce() {
        assertThrows(IllegalArgumentException.class, () -> plane.pooledBy());
        assertThrows(IllegalArgumentException.class, () -> plane.pooledBy(SpatialPooling.MEAN, SpatialPooling.MEAN));
    }

    @Test
    void intensitiesBeyondSinglePrecisionAreRefused() {
        double[] samples = one.image().copy(IndexBox.whole(SIZE));
        byte[] inside = one.mask().copy(IndexBox.whole(SIZE));
        for (int i = 0; i < samples.length; i++) {
            samples[i] = inside[i] == 0 ? (i % 2 == 0 ? 1 : -1) * 3e38 : samples[i] / 60;
        }
        ScalarImage extreme = ScalarImage.of(samples, SIZE, one.image().geometry());
        assertEquals(Problem.NONFINITE_VALUES,
                assertThrows(InvalidInputException.class, () -> plane.extract(extreme, one.mask())).problem());
    }

    private FeatureVector extract(ScatteringExtractor extractor) {
        return extractor.extract(one.image(), one.mask());
    }

    /** By a quarter around z: columns become rows. */
    private SyntheticCase turned() {
        double[] samples = one.image().copy(IndexBox.whole(SIZE));
        byte[] inside = one.mask().copy(IndexBox.whole(SIZE));
        GridSize size = new GridSize(SIZE.y(), SIZE.x(), SIZE.z());
        double[] turned = new double[samples.length];
        byte[] turnedInside = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int x = i % SIZE.x();
            int y = i / SIZE.x() % SIZE.y();
            int z = i / SIZE.x() / SIZE.y();
            int to = SIZE.y() - 1 - y + SIZE.y() * (x + SIZE.x() * z);
            turned[to] = samples[i];
            turnedInside[to] = inside[i];
        }
        return new SyntheticCase(ScalarImage.of(turned, size, one.image().geometry()), Mask.of(turnedInside, size));
    }
}
