package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.cohort.CohortProgress;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCommandTest {
    private static final int CASES = 4;

    @TempDir
    private Path folder;

    private Path cases;
    private Path settings;
    private Path out;

    @BeforeEach
    void writeACohort() throws IOException {
        List<String> lines = new ArrayList<>(List.of("case,image,disc.mask,disc.label,muscle.mask,muscle.label,age"));
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(i);
            TinyNifti.write(folder.resolve("i" + i + ".nii"), 6, 6, 3, 1, 0, random.ints(108, 0, 100).toArray());
            TinyNifti.write(folder.resolve("m" + i + ".nii"), 6, 6, 3, 1, 0, random.ints(108, 0, 3).toArray());
            lines.add("c" + i + ",i" + i + ".nii,m" + i + ".nii,1,m" + i + ".nii,2," + (40 + i));
        }
        cases = Files.write(folder.resolve("cases.csv"), lines);
        settings = Files.writeString(folder.resolve("settings.yaml"), "discretisation: {fixedBinNumber: 8}\nfamilies: [glcm]\n"
                + "structures:\n  muscle: {discretisation: {fixedBinNumber: 16}}\n");
        out = folder.resolve("out");
    }

    private CommandRun batch(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("batch", cases, "--settings", settings, "--out", out));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void tablesHaveTheNumbersOfExtract() throws IOException {
        CommandRun run = batch("--threads", 2);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        FeatureTable muscle = FeatureTableCsv.read(out.resolve("features-muscle.csv"));
        Path plain = Files.writeString(folder.resolve("plain.yaml"), "discretisation: {fixedBinNumber: 16}\nfamilies: [glcm]\n");
        Path extracted = folder.resolve("e.csv");
        CommandRun.of("extract", "--image", folder.resolve("i2.nii"), "--mask", folder.resolve("m2.nii"), "--label", 2, "--settings", plain,
                "--out", extracted);
        List<CSVRecord> rows = CommandRun.rows(extracted);
        assertEquals(rows.size(), muscle.columnCount());
        for (int c = 0; c < rows.size(); c++) {
            assertEquals(Double.parseDouble(rows.get(c).get("value")), muscle.value(2, c));
        }
        assertTrue(FeatureTableCsv.read(out.resolve("features-disc.csv")).columnNames().get(0).endsWith(".fbn8"));
    }

    @Test
    void aSecondRunTakesWhatIsFinishedAndWritesTheSameBytes() throws IOException {
        batch("--threads", 1);
        byte[] first = Files.readAllBytes(out.resolve("features-disc.csv"));
        CommandRun second = batch("--threads", 3);
        assertTrue(second.err().contains(": 0 measured, 8 of an earlier run, 0 failed"), second.err());
        assertArrayEquals(first, Files.readAllBytes(out.resolve("features-disc.csv")));
        CommandRun anew = batch("--no-resume");
        assertTrue(anew.err().contains(": 8 measured, 0 of an earlier run"), anew.err());
        CommandRun resumed = batch("--resume");
        assertTrue(resumed.err().contains(": 0 measured, 8 of an earlier run"), resumed.err());
    }

    @Test
    void failuresAreListedAndMakeTheExitCodeOne() throws IOException {
        Files.writeString(folder.resolve("i1.nii"), "no image");
        CommandRun run = batch();
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().contains("radiomics4j: failed: case \"c1\", disc: NOT_THIS_FORMAT: "), run.err());
        assertTrue(run.err().contains("6 measured, 0 of an earlier run, 2 failed, 0 missing"), run.err());
        assertEquals(3, Files.readAllLines(out.resolve("not-measured.csv")).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "discretisation: {fixedBinNumber: 8}\\nstructurs: {disc: {}} | settings.yaml:2:1: unknown key \"structurs\" in the settings; "
                + "did you mean \"structures\"?",
        "discretisation: {fixedBinNumber: 8}\\nstructures: {disk: {}} | settings.yaml:2:14: unknown key \"disk\" in structures; did you "
                + "mean \"disc\"?",
        "discretisation: {fixedBinNumber: 8}\\nstructures: {disc: {familes: [glcm]}} | unknown key \"familes\" in the settings of "
                + "disc; did you mean \"families\"?",
        "structures: {disc: {discretisation: none}} | key discretisation is missing"})
    void settingsOfAStructureAreReadAsStrictlyAsOthers(String text, String message) throws IOException {
        Files.writeString(settings, text.replace("\\n", "\n"));
        CommandRun run = batch();
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void commonSettingsMayBeLeftOutWhereEveryStructureHasItsOwn() throws IOException {
        Files.writeString(settings, "families: [glcm]\nstructures:\n  disc: {discretisation: {fixedBinNumber: 8}}\n"
                + "  muscle: {discretisation: {fixedBinNumber: 4}, families: [glrlm]}\n");
        CommandRun run = batch();
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(FeatureTableCsv.read(out.resolve("features-muscle.csv")).columnNames().get(0).contains("glrlm"));
    }

    @Test
    void wrongUseSaysWhatIsWrong() throws IOException {
        assertTrue(CommandRun.of("batch", cases, "--out", out).err().contains("--settings FILE is missing"));
        assertTrue(batch("--threads", 0).err().contains("--threads must lie between"));
        assertTrue(CommandRun.of("batch", cases, "--settings", settings, "--out", cases).err().contains("is not a folder"));
        Files.writeString(cases, "cas,disc.image,disc.mask\n");
        CommandRun run = batch();
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("line 1, column 1 (\"cas\")"), run.err());
    }

    @Test
    void deepFeaturesComeFromTheirOwnSettings() throws IOException {
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "network: scattering\nsize: 16\n");
        CommandRun run = CommandRun.of("batch", cases, "--deep", deep, "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(FeatureTableCsv.read(out.resolve("features-disc.csv")).columnNames().get(0).startsWith("deep_scattering"));
    }

    @Test
    void deepFeaturesStandBesideTheOthersOfAStructure() throws IOException {
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "network: scattering\nsize: 16\n");
        assertEquals(0, batch("--deep", deep).exitCode());
        List<String> disc = FeatureTableCsv.read(out.resolve("features-disc.csv")).columnNames();
        List<String> muscle = FeatureTableCsv.read(out.resolve("features-muscle.csv")).columnNames();
        assertTrue(disc.get(0).contains("glcm") && disc.get(disc.size() - 1).startsWith("deep_scattering2d"), disc.toString());
        Files.writeString(settings, Files.readString(settings).replace("structures:\n",
                "structures:\n  disc: {deep: {network: scattering, size: 16}}\n"));
        CommandRun run = batch();
        assertTrue(run.err().contains(": 4 measured, 4 of an earlier run"), "the disc has the settings that it had, " + run.err());
        assertEquals(disc, FeatureTableCsv.read(out.resolve("features-disc.csv")).columnNames());
        assertTrue(FeatureTableCsv.read(out.resolve("features-muscle.csv")).columnCount() < muscle.size());
    }

    @Test
    void mistakesOfDeepSettingsAreShownWhereTheyStand() throws IOException {
        Files.writeString(settings, "structures:\n  disc: {deep: {network: scattering, sise: 16}}\n"
                + "  muscle: {deep: {network: scattering}}\n");
        CommandRun run = batch();
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("settings.yaml:2:38: unknown key \"sise\" in the deep settings; did you mean \"size\"?"), run.err());
    }

    @Test
    void tablesOfAFormThatIsNotAskedForAreDeleted() {
        assertEquals(0, batch("--format", "csv,parquet").exitCode());
        for (String name : List.of("features-disc.csv", "features-disc.parquet", "clinical.csv", "clinical.parquet")) {
            assertTrue(Files.exists(out.resolve(name)), name);
        }
        assertEquals(0, batch("--format", "parquet").exitCode());
        assertFalse(Files.exists(out.resolve("features-disc.csv")));
        assertFalse(Files.exists(out.resolve("features-disc.dictionary.csv")));
        assertTrue(Files.exists(out.resolve("features-disc.parquet")));
        assertEquals(0, batch().exitCode());
        assertTrue(Files.exists(out.resolve("features-disc.csv")));
        assertFalse(Files.exists(out.resolve("features-disc.parquet")));
        assertFalse(Files.exists(out.resolve("clinical.parquet")));
        assertTrue(batch("--format", "parket").err().contains("did you mean \"parquet\"?"));
    }

    @Test
    void theSettingsInTheDocumentationAreUnderstood() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        Matcher block = Pattern.compile("```yaml batch\\R(.*?)```", Pattern.DOTALL).matcher(documentation);
        assertTrue(block.find());
        try (StructureSources sources = BatchSettingsFile.parse(block.group(1), "cli.md", folder, List.of("disc", "multifidus"))) {
            Map<String, String> disc = sources.ofStructure().get("disc").provenance().settings();
            Map<String, String> multifidus = sources.ofStructure().get("multifidus").provenance().settings();
            assertEquals(new FixedBinNumber(32).toString(), disc.get("discretisation"));
            assertNotEquals("none", disc.get("resampling"));
            assertEquals(new FixedBinNumber(64).toString(), multifidus.get("discretisation"));
            assertEquals("glcm glrlm", multifidus.get("families"));
            assertTrue(disc.keySet().stream().anyMatch(name -> name.startsWith("deep_scattering2d")), disc.toString());
            assertTrue(multifidus.keySet().stream().noneMatch(name -> name.startsWith("deep")), multifidus.toString());
        }
    }

    @Test
    void progressIsToldWhenAskedFor() {
        CommandRun run = batch("--progress");
        assertTrue(run.err().contains("4 of 4 cases"), run.err());
    }

    @Test
    void theProgressLineTellsRateAndTimeLeftTwiceASecond() {
        StringWriter text = new StringWriter();
        AtomicLong now = new AtomicLong();
        ProgressLine line = new ProgressLine(new PrintWriter(text, true), false, now::get);
        for (int done = 1; done <= 100; done++) {
            now.addAndGet(100_000_000L);
            line.accept(new CohortProgress(done, 0, done > 50 ? 1 : 0, 100));
        }
        List<String> lines = text.toString().lines().toList();
        assertEquals("radiomics4j: 1 of 100 cases, 10.0 a second, 9 s left", lines.get(0));
        assertEquals("radiomics4j: 100 of 100 cases, 1 with failures, 10.0 a second", lines.get(lines.size() - 1));
        assertEquals(21, lines.size());
    }
}
