package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.ChannelStatistics;
import io.github.radiomics4j.deep.CubeSampling;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import io.github.radiomics4j.deep.SamplePooling;
import io.github.radiomics4j.deep.ScatteringExtractor;
import io.github.radiomics4j.deep.SpatialPooling;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeepSettingsFileTest {
    @TempDir
    private Path folder;

    private void means(String text, FeatureSource expected) {
        try (DeepSource source = DeepSettingsFile.parse(text, "d.yaml", folder)) {
            assertEquals(expected.provenance(), source.provenance(), text);
        }
    }

    private SettingsException refused(String text) {
        return assertThrows(SettingsException.class, () -> DeepSettingsFile.parse(text, "d.yaml", folder), text);
    }

    @Test
    void theSmallestFileMeansTheLibrarysDefault() {
        means(DeepSettingsFile.MINIMAL, ScatteringExtractor.plane());
        means("network: {scattering: {dimensions: 3}}", ScatteringExtractor.space());
    }

    @Test
    void scatteringIsMadeAsAskedFor() {
        means("network: {scattering: {scales: 2, orientations: 4, averagedOverOrientations: true, logarithms: true}}\nsize: 32\n"
                        + "sampling: {every_slice: {margin: 3, masked: true, minimumVoxels: 5}}\nnormalisation: {window: {lower: -100, "
                        + "upper: 300}}\npoolings: [maximum, mean]",
                ScatteringExtractor.of(WaveletScattering.ofPlane(32, 2, 4)).averagedOverOrientations().inLogarithms()
                        .sampling(RegionSampling.eachSlice(3).masked().slicesOfAtLeast(5))
                        .normalisedBy(IntensityNormalisation.window(-100, 300)).pooledBy(SpatialPooling.MAXIMUM, SpatialPooling.MEAN));
        means("network: {scattering: {dimensions: 3, scales: 1, orientations: 3}}\nsize: 16\nsampling: {cube: {margin: 2, masked: true}}",
                ScatteringExtractor.of(WaveletScattering.ofSpace(16, 1, SpaceDirections.AXES))
                        .sampling(new CubeSampling(2, Surroundings.MASKED)));
    }

    @Test
    void planesAndStatisticsOverThemAreAsAskedFor() {
        String text = "sampling: {three_planes: {margin: 2}}\nsamplePoolings: [mean, standard_deviation]";
        means("network: scattering\n" + text, ScatteringExtractor.plane().sampling(RegionSampling.orthogonalPlanes(2))
                .pooledOverSamplesBy(SamplePooling.MEAN, SamplePooling.STANDARD_DEVIATION));
        means("network: {small2d: {seed: 1}}\n" + text, DeepFeatureExtractor.of(Dl4jEncoder.small2d(1))
                .sampling(RegionSampling.orthogonalPlanes(2)).pooledOverSamplesBy(SamplePooling.MEAN, SamplePooling.STANDARD_DEVIATION));
    }

    @Test
    void aNetworkWithLayersIsFedAsAskedFor() {
        DeepFeatureExtractor plain = DeepFeatureExtractor.of(Dl4jEncoder.small2d(7));
        means("network: {small2d: {seed: 7}}", plain);
        means("network: {small2d: {seed: 7}}\nlayer: conv2\nsize: 32\nsampling: {largest_slice: {margin: 4}}\nbatch: 2\n"
                        + "normalisation: {percentiles: {lower: 1, upper: 99, of: image}}\n"
                        + "channelStatistics: {given: {means: [0.5], deviations: [0.25]}}\npoolings: [mean]",
                plain.atLayer("conv2").resizedTo(32).sampling(RegionSampling.largestSlice(4)).inBatchesOf(2)
                        .normalisedBy(IntensityNormalisation.percentilesInImage(1, 99))
                        .standardisedBy(new ChannelStatistics(List.of(0.5), List.of(0.25))).pooledBy(SpatialPooling.MEAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"z_score_in_region", "z_score_in_image", "min_max_in_region"})
    void eachRuleWithoutNumbersIsKnown(String rule) {
        IntensityNormalisation expected = switch (rule) {
            case "z_score_in_region" -> IntensityNormalisation.zScoreInRegion();
            case "z_score_in_image" -> IntensityNormalisation.zScoreInImage();
            default -> IntensityNormalisation.minMaxInRegion();
        };
        means("network: scattering\nnormalisation: " + rule, ScatteringExtractor.plane().normalisedBy(expected));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/deep-settings-mistakes.csv", delimiter = '|', quoteCharacter = '`')
    void aMistakeIsNamedWithItsPlace(String text, int line, int column, String message) {
        SettingsException e = refused(text.replace('/', '\n'));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n"})
    void anEmptyFileShowsTheSmallestOne(String text) {
        assertTrue(refused(text).getMessage().contains(DeepSettingsFile.MINIMAL), text);
    }

    @Test
    void aNetworksFileIsSoughtFromTheFolderOfTheSettings() throws IOException {
        InvalidInputException absent = assertThrows(InvalidInputException.class,
                () -> DeepSettingsFile.parse("network: models/absent.onnx", "d.yaml", folder));
        assertTrue(absent.getMessage().contains(folder.resolve("models/absent.onnx").toString()), absent.getMessage());
        UsageException unknown = assertThrows(UsageException.class, () -> DeepSettingsFile.parse("network: a.pt", "d.yaml", folder));
        assertEquals("a network's file ends in one of .onnx, .zip, .h5, was " + folder.resolve("a.pt"), unknown.getMessage());
        Files.writeString(folder.resolve("text.zip"), "no zip");
        assertThrows(InvalidInputException.class, () -> DeepSettingsFile.parse("network: text.zip", "d.yaml", folder));
    }

    @Test
    void whatANetworkRefusesOnlyWhenItComputesIsTheUsersToChange() {
        FeatureSource refusing = new FeatureSource() {
            @Override
            public FeatureVector extract(ScalarImage image, Mask mask) {
                throw new IllegalArgumentException("use another size");
            }

            @Override
            public Provenance provenance() {
                return Provenance.of(Map.of());
            }
        };
        ScalarImage image = ScalarImage.of(new double[] {1}, new GridSize(1, 1, 1), ImageGeometry.of(new VoxelSpacing(1, 1, 1)));
        try (DeepSource source = new DeepSource(refusing, () -> { }, Set.of())) {
            assertEquals("the deep settings do not fit the network: use another size", assertThrows(UsageException.class,
                    () -> source.extract(image, Mask.ofLabel(image, 1))).getMessage());
        }
    }

    @Test
    void theSettingsInTheDocumentationAreSettings() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        Matcher blocks = Pattern.compile("```yaml deep\\R(.*?)```", Pattern.DOTALL).matcher(documentation);
        int count = 0;
        while (blocks.find()) {
            DeepSettingsFile.parse(blocks.group(1), "cli.md", folder).close();
            count++;
        }
        assertEquals(3, count);
    }

    @Test
    void theExampleIsSettings() {
        try (DeepSource source = DeepSettingsFile.read(Path.of("src", "settings", "deep-scattering.yaml"))) {
            assertTrue(source.provenance().toString().contains("scattering2d"));
        }
    }

    @Test
    void everyWordOfTheHelpIsDocumented() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        DeepSettingsFile.KEYS.forEach(key -> assertTrue(documentation.contains("`" + key + "`"), key));
        Stream.of(DeepNetwork.all(folder), DeepSampling.all(), DeepChoices.normalisations(), DeepChoices.channelStatistics())
                .<RecipeKind<?>>flatMap(List::stream).forEach(kind -> {
                    assertTrue(documentation.contains("`" + kind.name() + "`"), kind.name());
                    kind.keys().forEach(key -> assertTrue(documentation.contains("`" + key + "`"), key));
                });
    }
}
