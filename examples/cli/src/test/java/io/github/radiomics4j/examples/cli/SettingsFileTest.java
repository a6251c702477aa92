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
import io.github.radiomics4j.core.preprocessing.TargetSpacing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
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
    void twoSpacingsResampleWithinSlices() {
        ExtractionSettings settings = parse("resampling: {spacing: [2, 1.5]}\ndiscretisation: {fixedBinNumber: 32}\n");
        assertEquals(Optional.of(Resampling.inPlane(2, 1.5)), settings.resampling());
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
        assertEquals(Optional.of(new Resampling(TargetSpacing.of(new VoxelSpacing(1, 2.5, 3)), Interpolation.CUBIC_SPLINE, Interpolation.NEAREST, 0.25,
                true)), settings.resampling());
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
    @CsvFileSource(resources = "/settings-mistakes.csv", delimiter = '|', quoteCharacter = '`')
    void aMistakeIsNamedWithItsPlace(String text, int line, int column, String message) {
        SettingsException e = refused(text.replace('/', '\n').replace("<TAB>", "\t"));
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
                "a: &a [*a]", "&a {*a : 1}", "<<: {discretisation: none}",
                "!!java.net.URLClassLoader [[!!java.net.URL [\"file:/x\"]]]",
                "%YAML 99999999999999999999.1\n---\n" + FBN, "%TAG ! tag:x,2000:\n---\n" + FBN.replace("32", "1:1"), "\u0000", "\uD800",
                "discretisation: \"\\U00110000\"", "discretisation: \"\\uD800\"", "discretisation: " + "1:".repeat(30_000) + "1",
                "discretisation: {fixedBinNumber: " + "9".repeat(60_000) + "}", "x".repeat(YamlDocument.LONGEST + 1),
                "discretisation: {" + "x".repeat(60_000) + ": 1}", "\"" + " \n".repeat(30_000), "|9999999999\n x",
                "\"\\x", "\"\\U0001", "!<" + "%".repeat(60_000));
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
            examples = files.filter(file -> !file.getFileName().toString().startsWith("deep-")).sorted().collect(Collectors.toList());
        }
        assertTrue(examples.size() >= 2);
        for (Path example : examples) {
            SettingsFile.read(example).extractor();
        }
    }

    @Test
    void theSettingsInTheDocumentationAreSettings() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        int from = documentation.indexOf("\n## Settings");
        String section = documentation.substring(from, documentation.indexOf("\n## ", from + 1));
        Matcher blocks = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL).matcher(section);
        int count = 0;
        while (blocks.find()) {
            parse(blocks.group(1)).extractor();
            count++;
        }
        assertEquals(2, count);
    }
}
