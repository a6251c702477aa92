package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeepFeatureExtractorTest {
    private static final GridSize SIZE = new GridSize(30, 24, 5);
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(0.8, 1.1, 3);

    private final DeepFeatureExtractor extractor = DeepFeatureExtractor.of(Dl4jEncoder.small2d(1)).resizedTo(32).atLayer("conv2");

    @Test
    void featuresAreNamedByEncoderLayerChannelAndPooling() {
        FeatureVector features = extract(extractor, SyntheticCase.of(SIZE, 1));
        assertEquals(96, features.size());
        assertEquals("deep_small2d.deep_conv2.channel_000_mean", features.keys().get(0).columnName());
        assertEquals("deep_small2d.deep_conv2.channel_000_maximum", features.keys().get(1).columnName());
        assertEquals("deep_small2d.deep_conv2.channel_031_standard_deviation", features.keys().get(95).columnName());
    }

    @Test
    void poolingsComeInTheOrderAskedFor() {
        FeatureVector some = extract(extractor.pooledBy(SpatialPooling.STANDARD_DEVIATION, SpatialPooling.MEAN), SyntheticCase.of(SIZE, 1));
        FeatureVector all = extract(extractor, SyntheticCase.of(SIZE, 1));
        assertEquals(64, some.size());
        assertEquals(all.values()[2], some.values()[0]);
        assertEquals(all.values()[0], some.values()[1]);
    }

    @Test
    void theErrorForAnUnknownLayerListsTheLayers() {
        assertEquals("encoder small2d has no layer \"fc1\"; it has conv1, pool1, conv2, pool2, conv3",
                assertThrows(IllegalArgumentException.class, () -> extractor.atLayer("fc1")).getMessage());
    }

    @Test
    void sizesBelowTheEncodersMinimumAreRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> extractor.resizedTo(3)).getMessage().contains("4 to 4096"));
        assertThrows(IllegalArgumentException.class, () -> extractor.inBatchesOf(0));
        assertThrows(IllegalArgumentException.class, () -> extractor.pooledBy());
        assertThrows(IllegalArgumentException.class, () -> extractor.pooledBy(SpatialPooling.MEAN, SpatialPooling.MEAN));
    }

    @Test
    void zScoresMakeFeaturesIndependentOfTheIntensityScale() {
        double[] expected = extract(extractor, SyntheticCase.of(SIZE, 1, SPACING, 1, 0)).values();
        assertArrayEquals(expected, extract(extractor, SyntheticCase.of(SIZE, 1, SPACING, 4, 0)).values());
        assertArrayEquals(expected, extract(extractor, SyntheticCase.of(SIZE, 1, SPACING, 3.7, -1000)).values(), 1e-5);
        assertNotEquals(expected[0], extract(extractor.normalisedBy(IntensityNormalisation.window(-50, 200)),
                SyntheticCase.of(SIZE, 1, SPACING, 1, 0)).values()[0]);
    }

    @Test
    void aMovedRegionWithItsSurroundingsHasTheSameBits() {
        for (RegionSampling sampling : List.of(RegionSampling.largestSlice(2), RegionSampling.eachSlice(2).masked())) {
            DeepFeatureExtractor here = extractor.sampling(sampling);
            FeatureVector expected = extract(here, pasted(0, 0, 0));
            assertEquals(expected, extract(here, pasted(7, 3, 2)));
            assertEquals(expected, extract(here, pasted(1, 12, 1)));
        }
    }

    @Test
    void whatLiesOutsideAMaskedRegionDoesNotCount() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        DeepFeatureExtractor masked = extractor.sampling(RegionSampling.largestSlice(4).masked());
        ScalarImage disturbed = disturbedOutside(one);
        assertEquals(extract(masked, one), masked.extract(disturbed, one.mask()));
        DeepFeatureExtractor context = extractor.sampling(RegionSampling.largestSlice(4));
        assertNotEquals(extract(context, one), context.extract(disturbed, one.mask()));
    }

    @Test
    void aRegionOfOneIntensityHasTheFeaturesOfABlankImage() {
        GridSize size = new GridSize(6, 6, 1);
        double[] constant = new double[36];
        Arrays.fill(constant, 41.3);
        byte[] inside = new byte[36];
        Arrays.fill(inside, 8, 28, (byte) 1);
        FeatureVector features = extractor.extract(ScalarImage.of(constant, size, ImageGeometry.of(SPACING)), Mask.of(inside, size));
        assertArrayEquals(new double[96], features.values());
    }

    @Test
    void featuresOfSeveralSlicesAreAveraged() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        List<double[]> batches = new ArrayList<>();
        DeepFeatureExtractor each = DeepFeatureExtractor.of(new PixelsAsMaps(1, b -> batches.add(mean(b))))
                .sampling(RegionSampling.eachSlice(0)).resizedTo(20).pooledBy(SpatialPooling.MEAN);
        double found = extract(each, one).values()[0];
        assertTrue(batches.size() > 2, "the case must have several slices");
        assertEquals(batches.stream().mapToDouble(b -> b[0]).average().orElseThrow(), found, 1e-9);
    }

    @Test
    void samplesArePooledByTheStatisticsAskedForAndNamesTellThem() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        List<double[]> batches = new ArrayList<>();
        DeepFeatureExtractor planes = DeepFeatureExtractor.of(new PixelsAsMaps(1, b -> batches.add(mean(b)))).resizedTo(20)
                .sampling(RegionSampling.orthogonalPlanes(0)).pooledBy(SpatialPooling.MEAN, SpatialPooling.MAXIMUM)
                .pooledOverSamplesBy(SamplePooling.STANDARD_DEVIATION, SamplePooling.MAXIMUM);
        FeatureVector found = extract(planes, one);
        assertEquals(List.of("mean_samples_standard_deviation", "mean_samples_maximum", "maximum_samples_standard_deviation",
                "maximum_samples_maximum"), found.keys().stream().map(k -> k.feature().name().substring("channel_000_".length())).toList());
        double[] means = batches.stream().mapToDouble(b -> b[0]).toArray();
        assertEquals(3, means.length);
        double mean = Arrays.stream(means).average().orElseThrow();
        assertEquals(Math.sqrt(Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / 3), found.values()[0], 1e-9);
        assertEquals(Arrays.stream(means).max().orElseThrow(), found.values()[1], 1e-9);
        assertTrue(found.values()[3] > found.values()[1]);
    }

    @Test
    void theMeanOverSamplesAloneLeavesNamesAndBitsAsTheyWere() {
        DeepFeatureExtractor each = extractor.sampling(RegionSampling.eachSlice(0));
        assertEquals(extract(each, SyntheticCase.of(SIZE, 1)), extract(each.pooledOverSamplesBy(SamplePooling.MEAN),
                SyntheticCase.of(SIZE, 1)));
        assertEquals("mean, maximum, standard_deviation", each.provenance().settings().get("deep_small2d.conv2.poolings"));
        assertThrows(IllegalArgumentException.class, () -> extractor.pooledOverSamplesBy());
        assertThrows(IllegalArgumentException.class, () -> extractor.pooledOverSamplesBy(SamplePooling.MEAN, SamplePooling.MEAN));
    }

    /** Smaller than the receptive field of any layer: the voxel is enlarged, so the maps are those of a blank image. */
    @Test
    void aRegionOfOneVoxelIsEnlargedOrRefusedByTheVoxelsItMustHold() {
        byte[] inside = new byte[(int) SIZE.voxels()];
        inside[400] = 1;
        SyntheticCase one = new SyntheticCase(SyntheticCase.of(SIZE, 1).image(), Mask.of(inside, SIZE));
        assertArrayEquals(new double[96], extract(extractor.sampling(RegionSampling.largestSlice(0).masked()), one).values());
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> extract(extractor.sampling(RegionSampling.largestSlice(0).slicesOfAtLeast(9)), one));
        assertTrue(error.getMessage().contains("the region is too small: a slice must hold at least 9"), error.getMessage());
    }

    @Test
    void anEncoderOfSquaresTakesNoCube() {
        assertEquals("encoder small2d has 2 dimensions and cannot take a cube, margin 0.0 mm, context: take RegionSampling in two"
                + " dimensions and CubeSampling in three",
                assertThrows(IllegalArgumentException.class, () -> extractor.sampling(CubeSampling.of(0))).getMessage());
    }

    @Test
    void everyBatchIsFullAndTheFillingDoesNotCount() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        List<Integer> counts = new ArrayList<>();
        DeepFeatureExtractor single = DeepFeatureExtractor.of(new PixelsAsMaps(1, b -> { })).sampling(RegionSampling.eachSlice(0));
        DeepFeatureExtractor pairs = DeepFeatureExtractor.of(new PixelsAsMaps(1, b -> counts.add(b.count())))
                .sampling(RegionSampling.eachSlice(0)).inBatchesOf(2);
        assertArrayEquals(extract(single, one).values(), extract(pairs, one).values());
        assertEquals(List.of(2, 2), counts);
    }

    @Test
    void batchesAgreeToSinglePrecision() {
        DeepFeatureExtractor each = extractor.sampling(RegionSampling.eachSlice(0));
        double[] expected = extract(each, SyntheticCase.of(SIZE, 1)).values();
        assertArrayEquals(expected, extract(each.inBatchesOf(4), SyntheticCase.of(SIZE, 1)).values(), 1e-5);
    }

    @Test
    void allChannelsOfAnEncoderGetTheSameImage() {
        double[] values = extract(DeepFeatureExtractor.of(new PixelsAsMaps(3, b -> { })).pooledBy(SpatialPooling.STANDARD_DEVIATION),
                SyntheticCase.of(SIZE, 1)).values();
        assertEquals(3, values.length);
        assertTrue(values[0] > 0);
        assertEquals(values[0], values[1]);
        assertEquals(values[0], values[2]);
    }

    @Test
    void channelStatisticsComeLastAndEachInItsChannel() {
        ChannelStatistics imageNet = ChannelStatistics.imageNet();
        DeepFeatureExtractor plain = DeepFeatureExtractor.of(new PixelsAsMaps(3, b -> { })).pooledBy(SpatialPooling.MEAN)
                .normalisedBy(IntensityNormalisation.percentilesInRegion(1, 99)).sampling(RegionSampling.eachSlice(3).masked());
        double mean = extract(plain, SyntheticCase.of(SIZE, 1)).values()[0];
        double[] expected = {(mean - 0.485) / 0.229, (mean - 0.456) / 0.224, (mean - 0.406) / 0.225};
        assertArrayEquals(expected, extract(plain.standardisedBy(imageNet), SyntheticCase.of(SIZE, 1)).values(), 1e-6);
    }

    @Test
    void channelStatisticsOfAnotherNumberOfChannelsAreRefused() {
        assertEquals("encoder small2d takes 1 input channels, but the channel statistics have 3",
                assertThrows(IllegalArgumentException.class, () -> extractor.standardisedBy(ChannelStatistics.imageNet())).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ChannelStatistics(List.of(0.5), List.of(0.0)));
        assertThrows(IllegalArgumentException.class, () -> new ChannelStatistics(List.of(0.5), List.of(1.0, 1.0)));
    }

    @Test
    void zScoresOfTheImageAreMeasuredOnTheImage() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        double[] all = one.image().copy(IndexBox.whole(SIZE));
        double mean = Arrays.stream(all).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
        DeepFeatureExtractor pixels = DeepFeatureExtractor.of(new PixelsAsMaps(1, b -> { })).pooledBy(SpatialPooling.MEAN);
        double raw = extract(pixels.normalisedBy(IntensityNormalisation.window(-1000, 1000)), one).values()[0] * 2000 - 1000;
        double found = extract(pixels.normalisedBy(IntensityNormalisation.zScoreInImage()), one).values()[0];
        assertEquals((raw - mean) / deviation, found, 1e-5);
    }

    @Test
    void aNormalisationOverTheImageNeedsAFiniteImage() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        double[] samples = one.image().copy(IndexBox.whole(SIZE));
        samples[SIZE.x() * SIZE.y() * 4 + 2] = Double.NaN;
        ScalarImage broken = ScalarImage.of(samples, SIZE, one.image().geometry());
        DeepFeatureExtractor masked = extractor.sampling(RegionSampling.largestSlice(0).masked());
        assertEquals(extract(masked, one), masked.extract(broken, one.mask()));
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> masked.normalisedBy(IntensityNormalisation.zScoreInImage()).extract(broken, one.mask()));
        assertTrue(error.getMessage().contains("voxel (2, 0, 4)"), error.getMessage());
    }

    @Test
    void everySettingChangesTheFingerprint() {
        List<DeepFeatureExtractor> all = List.of(extractor, extractor.atLayer("conv3"), extractor.resizedTo(33),
                extractor.normalisedBy(IntensityNormalisation.minMaxInRegion()),
                extractor.normalisedBy(IntensityNormalisation.window(0, 1)), extractor.normalisedBy(IntensityNormalisation.window(0, 2)),
                extractor.sampling(RegionSampling.largestSlice(1)), extractor.sampling(RegionSampling.eachSlice(0)),
                extractor.sampling(RegionSampling.orthogonalPlanes(0)), extractor.pooledOverSamplesBy(SamplePooling.MAXIMUM),
                extractor.sampling(RegionSampling.largestSlice(0).masked()),
                extractor.sampling(RegionSampling.largestSlice(0).slicesOfAtLeast(9)), extractor.pooledBy(SpatialPooling.MEAN),
                extractor.normalisedBy(IntensityNormalisation.zScoreInImage()),
                extractor.normalisedBy(IntensityNormalisation.percentilesInRegion(1, 99)),
                extractor.normalisedBy(IntensityNormalisation.percentilesInImage(1, 99)),
                extractor.standardisedBy(new ChannelStatistics(List.of(0.0), List.of(1.0))),
                extractor.standardisedBy(new ChannelStatistics(List.of(0.5), List.of(1.0))),
                extractor.inBatchesOf(2), DeepFeatureExtractor.of(Dl4jEncoder.small2d(2)).resizedTo(32).atLayer("conv2"));
        assertEquals(all.size(), all.stream().map(e -> e.provenance().fingerprint()).distinct().count());
    }

    @Test
    void provenanceHoldsArchitectureSeedAndWeights() {
        Map<String, String> settings = extractor.provenance().settings();
        assertEquals("1", settings.get("deep_small2d.conv2.encoder.seed"));
        assertEquals(Dl4jEncoder.small2d(1).weightsSha256(), settings.get("deep_small2d.conv2.encoder.weights_sha256"));
        assertTrue(settings.get("deep_small2d.conv2.encoder.architecture").contains("conv2: convolution 3×3, 16 to 32 channels"));
    }

    @Test
    void featuresOfTwoLayersStandSideBySide() {
        SyntheticCase one = SyntheticCase.of(SIZE, 1);
        FeatureTable table = FeatureTable.ofVectors(Map.of("a", extract(extractor, one)))
                .beside(FeatureTable.ofVectors(Map.of("a", extract(extractor.atLayer("conv1"), one))));
        assertEquals(96 + 48, table.columnCount());
    }

    private static FeatureVector extract(DeepFeatureExtractor extractor, SyntheticCase one) {
        return extractor.extract(one.image(), one.mask());
    }

    private static double[] mean(PixelsAsMaps.Batch batch) {
        double sum = 0;
        for (float pixel : batch.images()) {
            sum += pixel;
        }
        return new double[] {sum / batch.images().length};
    }

    /** A region and its surroundings of noise, somewhere in a larger image of zeros. */
    private static SyntheticCase pasted(int atX, int atY, int atZ) {
        GridSize content = new GridSize(24, 28, 3);
        GridSize whole = new GridSize(34, 44, 6);
        double[] samples = new double[(int) whole.voxels()];
        byte[] inside = new byte[samples.length];
        Random random = new Random(4);
        for (int z = 0; z < content.z(); z++) {
            for (int y = 0; y < content.y(); y++) {
                for (int x = 0; x < content.x(); x++) {
                    int at = atX + x + whole.x() * (atY + y + whole.y() * (atZ + z));
                    samples[at] = random.nextGaussian();
                    boolean in = Math.hypot(x - 12, (y - 14) * 1.2) < 6 - z;
                    inside[at] = (byte) (in ? 1 : 0);
                }
            }
        }
        return new SyntheticCase(ScalarImage.of(samples, whole, ImageGeometry.of(VoxelSpacing.mm(1.3, 0.9, 2))), Mask.of(inside, whole));
    }

    private static ScalarImage disturbedOutside(SyntheticCase one) {
        IndexBox whole = IndexBox.whole(SIZE);
        double[] samples = one.image().copy(whole);
        byte[] inside = one.mask().copy(whole);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += inside[i] == 0 ? 500 + i % 7 : 0;
        }
        return ScalarImage.of(samples, SIZE, one.image().geometry());
    }
}
