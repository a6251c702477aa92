package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreJson;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LumbarStudyTest {
    private static final List<String> SMALL = List.of("--cases", "24", "--bootstrap", "8", "--seed", "5");

    @TempDir
    private static Path folder;
    private static Run first;

    private record Run(int exitCode, String out, String err) {
    }

    @BeforeAll
    static void runOnce() {
        first = run("--cases", "24", "--bootstrap", "8", "--seed", "5", "--threads", "1", "--out", folder.resolve("first").toString());
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = LumbarStudy.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> files(Path where) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(where)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void allFilesAreWritten() throws IOException {
        assertEquals(0, first.exitCode, first.err);
        assertEquals(List.of("formulas.txt", "radscore-combined.json", "radscore-disc.json", "radscore-muscle.json", "report.html",
                "results.csv", "results.md", "roc.svg", "study.json", "synthetic-cohort.csv", "synthetic-features-disc.csv",
                "synthetic-features-disc.dictionary.csv", "synthetic-features-muscle.csv", "synthetic-features-muscle.dictionary.csv"),
                List.copyOf(files(folder.resolve("first")).keySet()));
    }

    @Test
    void aSecondRunOnMoreThreadsWritesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        String[] arguments = Stream.concat(SMALL.stream(), Stream.of("--threads", "3", "--out", again.toString())).toArray(String[]::new);
        assertEquals(0, run(arguments).exitCode);
        Map<String, byte[]> before = files(folder.resolve("first"));
        Map<String, byte[]> after = files(again);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }

    @Test
    void consoleAndEveryFileSayThatTheCohortIsSynthetic() throws IOException {
        assertTrue(first.out.startsWith("SYNTHETIC"), first.out);
        files(folder.resolve("first")).forEach((name, bytes) -> assertTrue(
                (name + new String(bytes, StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT).contains("synthetic"), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disc", "muscle"})
    void writtenScoreAppliedToTheWrittenFeaturesGivesTheReportedApparentAuc(String region) throws IOException {
        Path where = folder.resolve("first");
        FeatureTable table = FeatureTableCsv.read(where.resolve("synthetic-features-" + region + ".csv"));
        Radscore radscore = RadscoreJson.read(where.resolve("radscore-" + region + ".json"));
        double auc = Roc.of(radscore.scores(table), SyntheticCohort.of(24, 5).outcome()).auc();
        String line = Files.readAllLines(where.resolve("results.csv")).stream()
                .filter(l -> l.contains(region + " Radscore\",\"apparent")).findFirst().orElseThrow();
        assertTrue(line.contains("\"," + auc + ","), line + " should report " + auc);
    }

    @Test
    void everyLineOfTheResultsHasThirteenFields() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("first").resolve("results.csv"))) {
            assertEquals(13, line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1).length, line);
        }
    }

    @Test
    void encodersLearnedOnTheCohortAddLinesAndChangeNoOther() throws IOException {
        Path where = folder.resolve("learned");
        String[] arguments = Stream.concat(SMALL.stream(), Stream.of("--deep", "cohort", "--out", where.toString()))
                .toArray(String[]::new);
        assertEquals(0, run(arguments).exitCode);
        List<String> lines = Files.readAllLines(where.resolve("results.csv"));
        assertEquals(Files.readAllLines(folder.resolve("first").resolve("results.csv")),
                lines.stream().filter(line -> !line.contains("encoder learned on the cohort")).toList());
        assertEquals(4, lines.stream().filter(line -> line.contains("encoder learned on the cohort")).count());
    }

    @Test
    void progressGoesToTheErrorStream() {
        assertTrue(first.err.contains("measured 24 of 24 cases"), first.err);
        assertTrue(!first.out.contains("measured"), first.out);
    }

    @ParameterizedTest
    @CsvSource({"--cases, many", "--cases, 19", "--cases, 100000", "--threads, 0", "--bootstrap, 0", "--seed, 1.5", "--fast, 1",
        "--deep, imagenet", "--out, ' '"})
    void wrongArgumentEndsWithCode2AndOneLineThatNamesIt(String option, String value) {
        Run run = run(option, value);
        assertEquals(2, run.exitCode);
        assertEquals(1, run.err.lines().count(), run.err);
        assertTrue(run.err.contains(option), run.err);
        assertEquals("", run.out);
    }

    @ParameterizedTest
    @CsvSource(value = {"--cases", "--cases 24 --cases 24"}, delimiter = ';')
    void missingValueOrRepeatedOptionEndsWithCode2(String arguments) {
        assertEquals(2, run(arguments.split(" ")).exitCode);
    }

    @Test
    void outputThatCannotBeAFolderEndsWithCode1() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Run run = run("--cases", "24", "--out", file.toString());
        assertEquals(1, run.exitCode);
        assertTrue(run.err.contains("file"), run.err);
    }
}
