package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.ScatteringExtractor;
import io.github.radiomics4j.deep.SpatialPooling;
import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractCommandTest {
    private static final int NX = 5;
    private static final int NY = 4;
    private static final int NZ = 3;

    @TempDir
    private Path folder;
    private Path image;
    private Path mask;
    private Path settings;
    private Path out;

    @BeforeEach
    void writeInputs() throws IOException {
        image = nifti("patient1.nii.gz", IntStream.range(0, NX * NY * NZ).map(i -> i * i % 97).toArray());
        mask = nifti("mask.nii.gz", halves(1, 1));
        settings = Files.writeString(folder.resolve("s.yaml"),
                "discretisation: {fixedBinNumber: 8}\naggregations: [3d_averaged, 3d_merged]\n");
        out = folder.resolve("features.csv");
    }

    private Path nifti(String name, int... values) throws IOException {
        return TinyNifti.write(folder.resolve(name), NX, NY, NZ, 1.5f, 0, values);
    }

    /** A mask with one label in the first half of the voxels and another in the second, none at both ends. */
    private static int[] halves(int first, int second) {
        int last = NX * NY * NZ - 1;
        return IntStream.rangeClosed(0, last).map(i -> i == 0 || i == last ? 0 : i <= last / 2 ? first : second).toArray();
    }

    private CommandRun extract(Object... more) {
        Object[] usual = {"extract", "--image", image, "--mask", mask, "--settings", settings, "--out", out};
        Object[] all = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return CommandRun.of(all);
    }

    private void refuses(CommandRun run, String message) {
        assertEquals(2, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("radiomics4j: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(Files.exists(out), "no table may be left");
    }

    private List<String> cases() throws IOException {
        return CommandRun.rows(out).stream().map(r -> r.get("case")).distinct().toList();
    }

    @Test
    void theTableHoldsWhatTheExtractorGives() throws IOException {
        CommandRun run = extract();
        assertEquals(0, run.exitCode(), run.err());
        FeatureVector expected = SettingsFile.read(settings).extractor().extract(ImageFiles.read(image),
                Mask.ofLabel(ImageFiles.read(mask), 1));
        List<CSVRecord> rows = CommandRun.rows(out);
        assertEquals(expected.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            FeatureKey key = expected.keys().get(i);
            CSVRecord row = rows.get(i);
            assertEquals(List.of("patient1", "original", key.feature().family().name(),
                    key.feature().family().ibsiCode().orElseThrow().value(), key.feature().name(),
                    key.feature().ibsiCode().orElseThrow().value(), key.aggregation().orElseThrow().label(),
                    key.aggregation().orElseThrow().ibsiCode().value(),
                    key.discretisation().orElse(""), Double.toString(expected.values()[i]), key.feature().unit()), row.toList());
        }
    }

    @Test
    void theFirstLineNamesTheColumnsAndLinesEndInALineFeed() throws IOException {
        extract();
        String text = Files.readString(out);
        assertTrue(text.startsWith("case,source,family,family_id,feature,ibsi_id,aggregation,aggregation_id,discretisation,value,unit\n"));
        assertTrue(text.endsWith("\n") && text.indexOf('\r') < 0);
    }

    @Test
    void valuesCountedByHandAreThere() throws IOException {
        image = nifti("patient1.nii.gz", IntStream.range(0, NX * NY * NZ).toArray());
        assertEquals(0, extract().exitCode());
        List<CSVRecord> rows = CommandRun.rows(out);
        assertEquals(29.5, CommandRun.value(rows, "patient1", "intensity_statistics", "mean_intensity"));
        assertEquals(1, CommandRun.value(rows, "patient1", "intensity_statistics", "minimum_intensity"));
        assertEquals(58, CommandRun.value(rows, "patient1", "intensity_statistics", "maximum_intensity"));
    }

    @Test
    void successIsOneLineOnStandardErrorAndNothingElse() {
        CommandRun run = extract();
        assertEquals("", run.out());
        assertTrue(run.err().matches("radiomics4j: [0-9]+ features of label 1 in [0-9]+\\.[0-9] s, written to .*features\\.csv\\R"),
                run.err());
    }

    @Test
    void aTableThatIsThereIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(out, "old");
        assertEquals(0, extract().exitCode());
        assertTrue(CommandRun.rows(out).size() > 50);
        try (var files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void theSameInputGivesTheSameBytesWhateverTheLocale() throws IOException {
        extract();
        byte[] first = Files.readAllBytes(out);
        Locale usual = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                CommandRun run = extract();
                assertTrue(run.err().matches("radiomics4j: [0-9]+ features of label 1 in [0-9]+\\.[0-9] s, .*\\R"), run.err());
                assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(out)), tag);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void theSameInputGivesTheSameBytesWhateverTheThreads() throws IOException {
        extract();
        byte[] first = Files.readAllBytes(out);
        for (int threads : new int[] {1, 2, 5}) {
            assertEquals(0, extract("--threads", threads).exitCode());
            assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(out)), threads + " threads");
        }
        Files.delete(out);
        refuses(extract("--threads", 0), "--threads");
    }

    @Test
    void severalLabelsBecomeSeveralCasesInTheOrderAskedFor() throws IOException {
        mask = nifti("mask.nii.gz", halves(7, 3));
        CommandRun run = extract("--label", 7, "--label", 3);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of("patient1_label7", "patient1_label3"), cases());
        assertTrue(run.err().contains(" features of each of 2 labels 7, 3 in "), run.err());
    }

    @Test
    void allLabelsAreTakenInAscendingOrder() throws IOException {
        mask = nifti("mask.nii.gz", halves(7, 3));
        assertEquals(0, extract("--label", "all", "--case", "A").exitCode());
        assertEquals(List.of("A_label3", "A_label7"), cases());
    }

    @Test
    void aLabelAmongSeveralIsMeasuredAlone() throws IOException {
        mask = nifti("mask.nii.gz", halves(7, 3));
        assertEquals(0, extract("--label", 3).exitCode());
        assertEquals(List.of("patient1"), cases());
        List<CSVRecord> alone = CommandRun.rows(out);
        mask = nifti("mask.nii.gz", halves(0, 1));
        assertEquals(0, extract().exitCode());
        assertEquals(alone.stream().map(CSVRecord::toList).toList(), CommandRun.rows(out).stream().map(CSVRecord::toList).toList());
    }

    @Test
    void theOnlyLabelNeedNotBeNamedWhateverItsNumber() throws IOException {
        mask = nifti("mask.nii.gz", halves(255, 255));
        CommandRun run = extract();
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("label 255"), run.err());
    }

    @Test
    void ofSeveralLabelsOneMustBeChosen() throws IOException {
        mask = nifti("mask.nii.gz", halves(7, 3));
        refuses(extract(), "has 2 labels: 3, 7; choose with --label");
    }

    @Test
    void anAbsentLabelIsRefusedWithThoseThatArePresent() throws IOException {
        mask = nifti("mask.nii.gz", halves(7, 3));
        refuses(extract("--label", 3, "--label", 5), "label 5 does not occur in mask " + mask + "; these do: 3, 7");
    }

    @Test
    void anEmptyMaskIsRefused() throws IOException {
        mask = nifti("mask.nii.gz", halves(0, 0));
        refuses(extract(), "mask " + mask + " is empty");
        refuses(extract("--label", 1), "mask " + mask + " is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "1,2", "1.0", "99999999999", "ALL", ""})
    void whatIsNoLabelIsRefused(String label) {
        refuses(extract("--label=" + label), "--label ");
    }

    @Test
    void aLabelGivenTwiceOrBesideAllIsRefused() {
        refuses(extract("--label", 1, "--label", 1), "--label 1 is given twice");
        refuses(extract("--label", 1, "--label", "all"), "give it alone");
    }

    @Test
    void aMissingImageMaskOrSettingsFileIsNamed() {
        Path absent = folder.resolve("absent.nii.gz");
        refuses(CommandRun.of("extract", "--image", absent, "--mask", mask, "--settings", settings, "--out", out), absent.toString());
        refuses(CommandRun.of("extract", "--image", image, "--mask", absent, "--settings", settings, "--out", out), absent.toString());
        refuses(CommandRun.of("extract", "--image", image, "--mask", mask, "--settings", absent, "--out", out),
                absent + ": there is no such settings file");
    }

    @Test
    void aTruncatedImageIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(image);
        Files.write(image, Arrays.copyOf(whole, whole.length * 6 / 10));
        refuses(extract(), "patient1.nii.gz");
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() throws IOException {
        mask = TinyNifti.write(folder.resolve("mask.nii.gz"), NX, NY, NZ - 1, 1.5f, 0, new int[NX * NY * (NZ - 1)]);
        Files.delete(mask);
        mask = TinyNifti.write(folder.resolve("mask.nii.gz"), NX, NY, 1, 1.5f, 0, IntStream.range(0, NX * NY).map(i -> 1).toArray());
        refuses(extract(), "mask is 5×4×1 but image is 5×4×3");
    }

    @Test
    void aMaskInAnotherPlaceIsRefused() throws IOException {
        mask = TinyNifti.write(folder.resolve("mask.nii.gz"), NX, NY, NZ, 1.5f, 10, halves(1, 1));
        refuses(extract(), "lie in different places");
    }

    @Test
    void withoutSettingsTheSmallestSettingsFileIsShown() {
        refuses(CommandRun.of("extract", "--image", image, "--mask", mask, "--out", out),
                "--settings FILE is missing. How intensities become grey levels must be chosen, no choice is right for all images; "
                        + "the smallest settings file is: discretisation: {fixedBinNumber: 32}");
    }

    @Test
    void aMistakeInTheSettingsIsNamedWithItsPlace() throws IOException {
        Files.writeString(settings, "# mine\ndiscretisation: {fixedBinNumbr: 8}\n");
        refuses(extract(), settings + ":2:18: unknown key \"fixedBinNumbr\" in discretisation; did you mean \"fixedBinNumber\"?");
    }

    @Test
    void aRegionThatTheSettingsLeaveEmptyIsNamed() throws IOException {
        Files.writeString(settings, "resegmentation: {range: [5000, 6000]}\ndiscretisation: {fixedBinNumber: 8}\n");
        refuses(extract(), "label 1 of " + mask + " in " + image + ": no voxel of the region is left after re-segmentation");
    }

    @Test
    void oneVoxelHasItsDocumentedValues() throws IOException {
        int[] voxels = new int[NX * NY * NZ];
        voxels[NX * NY + NX + 1] = 1;
        mask = nifti("mask.nii.gz", voxels);
        CommandRun run = extract();
        assertEquals(0, run.exitCode(), run.err());
        List<CSVRecord> rows = CommandRun.rows(out);
        assertEquals((NX * NY + NX + 1) * (NX * NY + NX + 1) % 97,
                CommandRun.value(rows, "patient1", "intensity_statistics", "mean_intensity"));
        assertEquals(0, CommandRun.value(rows, "patient1", "intensity_statistics", "intensity_variance"));
        assertEquals(0, CommandRun.value(rows, "patient1", "intensity_statistics", "intensity_kurtosis"));
        assertTrue(rows.stream().filter(r -> r.get("family").equals("glcm")).allMatch(r -> r.get("value").equals("NaN")),
                "without neighbours all features of the GLCM are undefined");
        assertTrue(rows.stream().filter(r -> r.get("feature").equals("short_runs_emphasis")).allMatch(r -> r.get("value").equals("1.0")));
    }

    @Test
    void oneGreyLevelHasItsDocumentedValues() throws IOException {
        image = nifti("patient1.nii.gz", IntStream.range(0, NX * NY * NZ).map(i -> 42).toArray());
        CommandRun run = extract();
        assertEquals(0, run.exitCode(), run.err());
        List<CSVRecord> rows = CommandRun.rows(out);
        assertEquals(0, CommandRun.value(rows, "patient1", "intensity_statistics", "intensity_skewness"));
        assertEquals(1, CommandRun.value(rows, "patient1", "intensity_histogram", "discretised_intensity_uniformity"));
        assertTrue(rows.stream().filter(r -> r.get("family").equals("glcm") && r.get("feature").equals("correlation"))
                .allMatch(r -> r.get("value").equals("1.0")));
        assertEquals(List.of("morans_i_index", "gearys_c_measure"),
                rows.stream().filter(r -> r.get("value").equals("NaN")).map(r -> r.get("feature")).toList(),
                "one grey level leaves spatial autocorrelation undefined and nothing else");
    }

    @Test
    void aMissingOutputFolderIsToldBeforeAnythingIsRead() {
        out = folder.resolve("no/features.csv");
        image = folder.resolve("absent.nii");
        refuses(extract(), "there is no folder " + folder.resolve("no"));
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        for (Path input : List.of(image, mask, settings)) {
            byte[] before = Files.readAllBytes(input);
            out = input.getParent().resolve(".").resolve(input.getFileName());
            CommandRun run = extract();
            assertEquals(2, run.exitCode(), run.err());
            assertTrue(run.err().contains("would be overwritten"), run.err());
            assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(input)));
        }
    }

    @Test
    void aFailureKeepsTheTableThatWasThere() throws IOException {
        Files.writeString(out, "old");
        mask = nifti("mask.nii.gz", halves(0, 0));
        assertEquals(2, extract().exitCode());
        assertEquals("old", Files.readString(out));
    }

    @Test
    void aFileNameThatStartsWithAnAtSignIsAFileName() throws IOException {
        Path odd = folder.resolve("@list.nii.gz");
        Files.copy(image, odd);
        assertEquals(0, CommandRun.of("extract", "--image", odd, "--mask", mask, "--settings", settings, "--out", out).exitCode());
        assertEquals(List.of("@list"), cases());
    }

    @Test
    void aCaseNameMayHoldAnything() throws IOException {
        assertEquals(0, extract("--case", "M\u00FCller, \"A\"").exitCode());
        assertEquals(List.of("M\u00FCller, \"A\""), cases());
    }

    @Test
    void deepFeaturesAreMoreRowsOfTheSameTable() throws IOException {
        assertEquals(0, extract().exitCode());
        List<List<String>> measured = CommandRun.rows(out).stream().map(CSVRecord::toList).toList();
        Path deep = Files.writeString(folder.resolve("d.yaml"), DeepSettingsFile.MINIMAL);
        CommandRun run = extract("--deep", deep);
        assertEquals(0, run.exitCode(), run.err());
        FeatureVector expected = ScatteringExtractor.plane().extract(ImageFiles.read(image), Mask.ofLabel(ImageFiles.read(mask), 1));
        List<CSVRecord> rows = CommandRun.rows(out);
        assertEquals(measured, rows.subList(0, measured.size()).stream().map(CSVRecord::toList).toList());
        assertEquals(expected.size(), rows.size() - measured.size());
        for (int i = 0; i < expected.size(); i++) {
            FeatureKey key = expected.keys().get(i);
            assertEquals(List.of("patient1", "deep_scattering2d", key.feature().family().name(), "", key.feature().name(), "", "", "", "",
                    Double.toString(expected.values()[i]), "1"), rows.get(measured.size() + i).toList());
        }
        assertTrue(run.err().startsWith("radiomics4j: " + rows.size() + " features of label 1 in "), run.err());
    }

    @Test
    void deepFeaturesNeedNoOtherSettings() throws IOException {
        mask = nifti("mask.nii.gz", halves(7, 3));
        Path deep = Files.writeString(folder.resolve("d.yaml"), DeepSettingsFile.MINIMAL);
        CommandRun run = CommandRun.of("extract", "--image", image, "--mask", mask, "--label", "all", "--deep", deep, "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of("patient1_label3", "patient1_label7"), cases());
        assertTrue(CommandRun.rows(out).stream().allMatch(r -> r.get("source").equals("deep_scattering2d")));
    }

    @Test
    void aMistakeInTheDeepSettingsIsNamedWithItsPlaceAndTheFileIsNeverOverwritten() throws IOException {
        Path deep = Files.writeString(folder.resolve("d.yaml"), "network: scatering");
        refuses(extract("--deep", deep), deep + ":1:10: network is \"scatering\", which is not known; did you mean \"scattering\"?");
        Files.writeString(deep, DeepSettingsFile.MINIMAL);
        CommandRun run = CommandRun.of("extract", "--image", image, "--mask", mask, "--deep", deep, "--out", deep);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--out and --deep are the same file"), run.err());
        assertEquals(DeepSettingsFile.MINIMAL, Files.readString(deep));
    }

    @Test
    void aNetworkOfTheCallersIsReadOnlyAndMeasuredToTheLastBit() throws IOException {
        Path model = SmallNetwork.onnx(folder.resolve("own.onnx"));
        byte[] before = Files.readAllBytes(model);
        Path deep = Files.writeString(folder.resolve("d.yaml"), "network: own.onnx\nsize: 16\npoolings: [mean]");
        CommandRun run = CommandRun.of("extract", "--image", image, "--mask", mask, "--deep", deep, "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        FeatureVector expected;
        try (OnnxEncoder encoder = OnnxEncoder.of(model)) {
            expected = DeepFeatureExtractor.of(encoder).resizedTo(16).pooledBy(SpatialPooling.MEAN).extract(ImageFiles.read(image),
                    Mask.ofLabel(ImageFiles.read(mask), 1));
        }
        assertEquals(Arrays.stream(expected.values()).mapToObj(Double::toString).toList(),
                CommandRun.rows(out).stream().map(r -> r.get("value")).toList());
        assertEquals("deep_own", CommandRun.rows(out).get(0).get("source"));
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(model)));
    }
}
