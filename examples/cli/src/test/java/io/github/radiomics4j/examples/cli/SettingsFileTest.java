package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureFamilies;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.preprocessing.AlreadyDiscrete;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import io.github.radiomics4j.core.preprocessing.Interpolation;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final String FBN = "discretisation: {fixedBinNumber: 32}\n";

    private static ExtractionSettings parse(String text) {
        return SettingsFile.parse(text, "s.yaml");
    }

    private static SettingsException refused(String text) {
        return assertThrows(SettingsException.class, () -> parse(text), text);
    }

    private static List<String> names(List<FeatureFamily<?>> families) {
        return families.stream().map(f -> f.id().name()).toList();
    }

    @Test
    void theMinimalFileLeavesEverythingElseAtItsDefault() {
        ExtractionSettings settings = parse(SettingsFile.MINIMAL);
        assertEquals(Optional.empty(), settings.resampling());
        assertEquals(Optional.empty(), settings.resegmentation());
        assertEquals(new FixedBinNumber(32), settings.discretisation());
        assertEquals(List.of(Aggregation.THREE_D_MERGED), settings.aggregations());
        assertEquals(names(FeatureFamilies.standard()), names(settings.families()));
    }

    @Test
    void everyKeyReachesTheExtractor() {
        ExtractionSettings settings = parse("""
                # all of them
                resampling: {spacing: [1, 2.5, 3e0], image: spline, mask: nearest, maskThreshold: 0.25, roundIntensities: true}
                resegmentation:
                  range: [-1000, 400]
                  sigma: 3
                discretisation: {fixedBinSize: 25, origin: -900.5}
                aggregations: [3d_averaged, 2.5d_merged]
                families:
                  - glszm
                  - glcm
                """);
        assertEquals(Optional.of(new Resampling(new VoxelSpacing(1, 2.5, 3), Interpolation.CUBIC_SPLINE, Interpolation.NEAREST, 0.25, true)),
                settings.resampling());
        assertEquals(Optional.of(Resegmentation.range(-1000, 400).withOutliersBeyond(3)), settings.resegmentation());
        assertEquals(new FixedBinSize(25, -900.5), settings.discretisation());
        assertEquals(List.of(Aggregation.THREE_D_AVERAGED, Aggregation.TWO_HALF_D_MERGED), settings.aggregations());
        assertEquals(List.of("glszm", "glcm"), names(settings.families()));
        assertEquals("3d_averaged 2.5d_merged", settings.extractor().provenance().settings().get("aggregations"));
        assertEquals("glszm glcm", settings.extractor().provenance().settings().get("families"));
        assertEquals(settings.resampling(), settings.extractor().preparation().resampling());
        assertEquals(settings.resegmentation(), settings.extractor().preparation().resegmentation());
        assertEquals(settings.discretisation(), settings.extractor().preparation().discretisation());
    }

    @Test
    void resamplingNeedsItsSpacingOnly() {
        assertEquals(Optional.of(Resampling.to(VoxelSpacing.isotropic(2))), parse("resampling: {spacing: [2, 2, 2]}\n" + FBN).resampling());
    }

    @Test
    void linearIsSpeltLinear() {
        Resampling resampling = parse("resampling: {spacing: [2, 2, 2], image: linear, mask: linear, roundIntensities: false}\n" + FBN)
                .resampling().orElseThrow();
        assertEquals(Resampling.to(VoxelSpacing.isotropic(2)), resampling);
    }

    @Test
    void outliersMayBeFilteredWithoutARange() {
        assertEquals(Optional.of(Resegmentation.outliersBeyond(2.5)), parse("resegmentation: {sigma: 2.5}\n" + FBN).resegmentation());
    }

    @Test
    void aRangeMayBeOpenOnOneSide() {
        assertEquals(Optional.of(Resegmentation.range(0, Double.POSITIVE_INFINITY)),
                parse("resegmentation: {range: [0, .inf]}\n" + FBN).resegmentation());
        assertEquals(Optional.of(Resegmentation.range(Double.NEGATIVE_INFINITY, 9)),
                parse("resegmentation: {range: [-.inf, 9]}\n" + FBN).resegmentation());
    }

    @Test
    void binsStartAtTheLowerEndOfTheRangeUnlessTheirOriginIsGiven() {
        String range = "resegmentation: {range: [-50, 400]}\n";
        assertEquals(new FixedBinSize(25, -50), parse(range + "discretisation: {fixedBinSize: 25}").discretisation());
        assertEquals(new FixedBinSize(25, 0), parse(range + "discretisation: {fixedBinSize: 25, origin: 0}").discretisation());
    }

    @Test
    void noneMeansThatIntensitiesAreGreyLevels() {
        assertEquals(new AlreadyDiscrete(), parse("discretisation: none").discretisation());
    }

    @ParameterizedTest
    @EnumSource(value = Aggregation.class, mode = EnumSource.Mode.MATCH_ANY, names = "T.*_(AVERAGED|MERGED)")
    void everyDirectionalAggregationHasItsLabel(Aggregation aggregation) {
        assertEquals(List.of(aggregation), parse(FBN + "aggregations: [" + aggregation.label() + "]").aggregations());
    }

    @Test
    void everyStandardFamilyHasItsName() {
        List<String> all = names(FeatureFamilies.standard());
        assertEquals(all, names(parse(FBN + "families: [" + String.join(", ", all) + "]").families()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // text (/ is a line break)                                 | line | column | what the message says
        "discretization: {fixedBinNumber: 32}                       | 1 | 1  | unknown key \"discretization\" in the settings; did you mean \"discretisation\"?",
        "discretisation: {fixedBinNumbr: 32}                        | 1 | 18 | unknown key \"fixedBinNumbr\" in discretisation; did you mean \"fixedBinNumber\"?",
        "discretisation: {fixed_bin_number: 32}                     | 1 | 18 | did you mean \"fixedBinNumber\"?",
        "# c//xyzzy: 1                                              | 3 | 1  | unknown key \"xyzzy\" in the settings; known are: resampling, resegmentation, discretisation, aggregations, families, intensityVolumeHistogram",
        "resampling: {spcing: [1, 1, 1]}                            | 1 | 14 | did you mean \"spacing\"?",
        "resegmentation:/  ragne: [0, 1]                            | 2 | 3  | did you mean \"range\"?",
        "families: [glcm]/families: [glrlm]                         | 2 | 1  | key \"families\" stands twice in the settings",
        "discretisation: {origin: 1, fixedBinSize: 3, origin: 1}    | 1 | 46 | key \"origin\" stands twice in discretisation",
        "families: [glcm]                                           | 1 | 1  | key discretisation is missing. How intensities become grey levels must be chosen, no choice is right for all images; the smallest settings file is: discretisation: {fixedBinNumber: 32}",
        "discretisation:                                            | 1 | 16 | discretisation must be {fixedBinNumber: 32}, {fixedBinSize: 25, origin: -1000} or none, found nothing",
        "discretisation: fixedBinNumber                             | 1 | 17 | or none, found the text \"fixedBinNumber\"",
        "discretisation: \"none\"                                   | 1 | 17 | or none, found the text in quotes \"none\"",
        "discretisation: [32]                                       | 1 | 17 | or none, found a list",
        "discretisation: {}                                         | 1 | 17 | discretisation needs either fixedBinNumber or fixedBinSize, found neither",
        "discretisation: {fixedBinNumber: 2, fixedBinSize: 2}       | 1 | 17 | found both",
        "discretisation: {fixedBinNumber: 8, origin: 0}             | 1 | 45 | origin belongs to fixedBinSize",
        "discretisation: {fixedBinNumber: many}                     | 1 | 34 | fixedBinNumber must be a whole number, found the text \"many\"",
        "discretisation: {fixedBinNumber: \"32\"}                   | 1 | 34 | fixedBinNumber must be a whole number, found the text in quotes \"32\"",
        "discretisation: {fixedBinNumber: 32.5}                     | 1 | 34 | fixedBinNumber must be a whole number, found the number 32.5",
        "discretisation: {fixedBinNumber: 040}                      | 1 | 34 | fixedBinNumber must be a whole number, found the text \"040\"",
        "discretisation: {fixedBinNumber: }                         | 1 | 33 | fixedBinNumber must be a whole number, found nothing",
        "discretisation: {fixedBinNumber: {a: 1}}                   | 1 | 34 | fixedBinNumber must be a whole number, found keys with values",
        "discretisation: {fixedBinNumber: 99999999999}              | 1 | 34 | beyond the range of whole numbers here: 99999999999",
        "discretisation: {fixedBinNumber: 1}                        | 1 | 34 | number of bins must lie between 2 and",
        "discretisation: {fixedBinSize: 25}                         | 1 | 32 | fixedBinSize needs an origin, where the first bin starts",
        "resegmentation: {sigma: 3}/discretisation: {fixedBinSize: 25} | 2 | 32 | fixedBinSize needs an origin",
        "resegmentation: {range: [-.inf, 3]}/discretisation: {fixedBinSize: 25} | 2 | 32 | fixedBinSize needs an origin",
        "discretisation: {fixedBinSize: -25, origin: 0}             | 1 | 32 | bin width must be positive (in the unit of the image, e.g. HU), was -25.0",
        "discretisation: {fixedBinSize: 25, origin: zero}           | 1 | 44 | origin must be a number, found the text \"zero\"",
        "discretisation: {fixedBinSize: 1e999, origin: 0}           | 1 | 32 | fixedBinSize is beyond the range of numbers: 1e999",
        "discretisation: {fixedBinSize: .inf, origin: 0}            | 1 | 32 | fixedBinSize must be a number, found the text \".inf\"",
        "discretisation: {fixedBinSize: .nan, origin: 0}            | 1 | 32 | fixedBinSize must be a number, found the text \".nan\"",
        "resampling: 2                                              | 1 | 13 | resampling must be keys with values (spacing, image, mask, maskThreshold, roundIntensities), found the number 2",
        "resampling: {image: linear}                                | 1 | 13 | resampling needs the new spacing in mm, such as spacing: [2, 2, 2]",
        "resampling: {spacing: 2}                                   | 1 | 23 | spacing must be a list such as [2, 2, 2], found the number 2",
        "resampling: {spacing: [2, 2]}                              | 1 | 23 | spacing needs 3 numbers such as [2, 2, 2], found 2",
        "resampling: {spacing: [2, two, 2]}                         | 1 | 27 | each number of spacing must be a number, found the text \"two\"",
        "resampling: {spacing: [2, .inf, 2]}                        | 1 | 27 | each number of spacing must be a number",
        "resampling: {spacing: [2, 0, 2]}                           | 1 | 23 | voxel spacing must be positive and finite along each axis (mm), was 2.0 × 0.0 × 2.0",
        "resampling: {spacing: [2, 2, 2], image: liner}             | 1 | 41 | image is \"liner\", which is not known; did you mean \"linear\"? Known are: nearest, linear, spline",
        "resampling: {spacing: [2, 2, 2], mask: 1}                  | 1 | 40 | mask is \"1\", which is not known; known are: nearest, linear, spline",
        "resampling: {spacing: [2, 2, 2], mask: }                   | 1 | 39 | mask must be a name, found nothing",
        "resampling: {spacing: [2, 2, 2], maskThreshold: half}      | 1 | 49 | maskThreshold must be a number, found the text \"half\"",
        "resampling: {spacing: [2, 2, 2], maskThreshold: 1.5}       | 1 | 49 | mask threshold must lie above 0 and at most at 1, was 1.5",
        "resampling: {spacing: [2, 2, 2], roundIntensities: yes}    | 1 | 52 | roundIntensities must be true or false, found the text \"yes\"",
        "resampling: {spacing: [2, 2, 2], roundIntensities: 1}      | 1 | 52 | roundIntensities must be true or false, found the number 1",
        "resegmentation: {}                                         | 1 | 17 | resegmentation needs range: [lower, upper], or sigma: 3, or both",
        "resegmentation: [1, 2]                                     | 1 | 17 | resegmentation must be keys with values (range, sigma), found a list",
        "resegmentation: {range: [3, 1]}                            | 1 | 25 | re-segmentation range must not be empty, was [3.0, 1.0]",
        "resegmentation: {range: [1, 2, 3]}                         | 1 | 25 | range needs 2 numbers such as [-1000, 400], found 3",
        "resegmentation: {range: [low, 2]}                          | 1 | 26 | each number of range must be a number, .inf or -.inf, found the text \"low\"",
        "resegmentation: {sigma: 0}                                 | 1 | 25 | outlier filtering needs a positive number of standard deviations, was 0.0",
        "resegmentation: {sigma: [3]}                               | 1 | 25 | sigma must be a number, found a list",
        "discretisation: none/aggregations: 3d_merged               | 2 | 15 | aggregations must be a list such as [2d_averaged], found the text \"3d_merged\"",
        "discretisation: none/aggregations: [3D_merged]             | 2 | 16 | did you mean \"3d_merged\"?",
        "discretisation: none/aggregations: [volume]                | 2 | 16 | each of aggregations is \"volume\", which is not known; known are: 2d_averaged, 2d_slice_merged,",
        "discretisation: none/aggregations: []                      | 2 | 15 | aggregations is an empty list: name at least one",
        "discretisation: none/aggregations: [3d_merged, 3d_merged]  | 2 | 27 | \"3d_merged\" stands twice in aggregations",
        "discretisation: none/families: [glmc]                      | 2 | 12 | did you mean \"glcm\"?",
        "discretisation: none/families: [glcm, [glrlm]]             | 2 | 18 | each of families must be a name, found a list",
        "discretisation: none/families:/- glcm/- glcm               | 4 | 3  | \"glcm\" stands twice in families",
        "discretisation: none/families: []                          | 2 | 11 | families is an empty list",
        "intensityVolumeHistogram: 1                                | 1 | 27 | intensityVolumeHistogram must be keys with values (fixedBinNumber, fixedBinSize, step), found the number 1",
        "intensityVolumeHistogram: {}                               | 1 | 27 | needs one of fixedBinNumber, fixedBinSize and step, found none",
        "intensityVolumeHistogram: {step: 1, fixedBinSize: 2}       | 1 | 27 | found step, fixedBinSize",
        "intensityVolumeHistogram: {steps: 1}                       | 1 | 28 | did you mean \"step\"?",
        "intensityVolumeHistogram: {step: 0}                        | 1 | 34 | needs a positive step, width or number of bins, was 0.0",
        "intensityVolumeHistogram: {fixedBinNumber: 1}              | 1 | 44 | number of bins must lie between 2 and",
        "families: [glcm]/intensityVolumeHistogram: {step: 1}       | 2 | 27 | intensity_volume_histogram is measured, which is not among the families",
        "[1, 2]                                                     | 1 | 1  | the settings must be keys with values",
        "? [a]/: 1                                                  | 1 | 3  | a key of the settings must be a name, found a list",
        "discretisation: !x {fixedBinNumber: 3}                     | 1 | 17 | discretisation has the YAML tag \"!x\"; settings have no tags, leave it out",
        "discretisation: {fixedBinNumber: !!float 3}                | 1 | 34 | fixedBinNumber has the YAML tag \"tag:yaml.org,2002:float\"",
        "discretisation: none/resampling: &a {spacing: *a}          | 2 | 26 | settings have no aliases; write the value out",
        "discretisation: [[[[[[[[[[1]]]]]]]]]]                      | 1 | 24 | settings are nested at most 8 deep",
        "discretisation: {fixedBinNumber: 32                        | 1 | 36 | not YAML: while parsing a flow mapping, expected ',' or '}'",
        "discretisation: none/\tfamilies: [glcm]                    | 2 | 1  | not YAML: while scanning for the next token, found character '\\t(TAB)' that cannot start any token",
        "discretisation: none/---/discretisation: none              | 2 | 1  | not YAML: expected a single document in the stream",
        "discretisation: *nobody                                    | 1 | 17 | settings have no aliases",
    })
    void aMistakeIsNamedWithItsPlace(String text, int line, int column, String message) {
        SettingsException e = refused(text.replace('/', '\n'));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
        assertTrue(e.getMessage().startsWith("s.yaml:" + line + ":" + column + ": "), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# only a comment\n", "---\n", "\uFEFF"})
    void anEmptyFileShowsTheSmallestOne(String text) {
        assertTrue(refused(text).getMessage().contains(SettingsFile.MINIMAL), text);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertEquals(new FixedBinNumber(32), parse("\uFEFF" + FBN).discretisation());
    }

    @ParameterizedTest
    @CsvSource({"fixedBinNumber: 500, fbn 500.0", "fixedBinSize: 2.5, fbs 2.5", "step: 1, steps 1.0"})
    void theIntensityVolumeHistogramHasItsOwnRule(String rule, String label) {
        ExtractionSettings settings = parse(FBN + "intensityVolumeHistogram: {" + rule + "}");
        assertEquals(names(FeatureFamilies.standard()), names(settings.families()));
        assertEquals(List.of(Map.of("axis", label)), settings.families().stream().filter(IntensityVolumeHistogram.class::isInstance)
                .map(FeatureFamily::settings).toList());
    }

    @Test
    void columnsCountCharactersNotCodeUnits() {
        assertEquals(19, refused("discretisation: {\"\uD83E\uDDB4\": 1, x: 2}".replace("{", "{ ")).column());
    }

    @Test
    void hostileTextEndsInAnErrorSoon() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        List<String> texts = List.of(laughs.toString(), "[".repeat(60_000), "{".repeat(60_000), "- ".repeat(30_000), "? ".repeat(30_000),
                "a: &a [*a]", "&a {*a : 1}", "<<: {discretisation: none}", "!!java.net.URLClassLoader [[!!java.net.URL [\"file:/x\"]]]",
                "%YAML 99999999999999999999.1\n---\n" + FBN, "%TAG ! tag:x,2000:\n---\n" + FBN.replace("32", "1:1"), "\u0000", "\uD800",
                "discretisation: \"\\U00110000\"", "discretisation: \"\\uD800\"", "discretisation: " + "1:".repeat(30_000) + "1",
                "discretisation: {fixedBinNumber: " + "9".repeat(60_000) + "}", "x".repeat(YamlReader.LONGEST + 1),
                "discretisation: {" + "x".repeat(60_000) + ": 1}", "\"" + " \n".repeat(30_000), "|9999999999\n x", "\"\\x", "\"\\U0001", "!<" + "%".repeat(60_000));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> texts.forEach(SettingsFileTest::refused));
    }

    @Test
    void longTextIsShortenedInMessages() {
        assertTrue(refused("discretisation: " + "x".repeat(60_000)).getMessage().length() < 300);
    }

    @Test
    void aFileThatIsNotTextIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("s.yaml"), "discretisation: n\u00F6".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(file + ": a settings file is text in UTF-8, this one is not",
                assertThrows(SettingsException.class, () -> SettingsFile.read(file)).getMessage());
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread(@TempDir Path folder) throws IOException {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) '#');
        Path file = Files.write(folder.resolve("s.yaml"), much);
        assertTrue(assertThrows(SettingsException.class, () -> SettingsFile.read(file)).getMessage().contains("at most 262144 bytes"));
    }

    @Test
    void aMissingFileAndAFolderAreRefused(@TempDir Path folder) {
        assertTrue(assertThrows(SettingsException.class, () -> SettingsFile.read(folder.resolve("no.yaml"))).getMessage()
                .endsWith("no.yaml: there is no such settings file"));
        assertTrue(assertThrows(SettingsException.class, () -> SettingsFile.read(folder)).getMessage().contains("cannot be read"));
    }

    @Test
    void theExamplesAreSettings() throws IOException {
        Path folder = Path.of("src", "settings");
        List<Path> examples;
        try (var files = Files.list(folder)) {
            examples = files.sorted().collect(Collectors.toList());
        }
        assertTrue(examples.size() >= 2);
        for (Path example : examples) {
            SettingsFile.read(example).extractor();
        }
    }
}
