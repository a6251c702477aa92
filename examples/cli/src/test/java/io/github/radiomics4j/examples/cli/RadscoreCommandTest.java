package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class RadscoreCommandTest {
    private static final List<String> FILES = List.of("radscore.json", "validation.json", "scores.csv", "roc.svg", "calibration.svg");
    private static final String SELECTION = "selection: [{mutualInformation: {estimator: equal-width, bins: 4, keep: 2}}]\n";
    private static final String PLANS = "trainer: {ridge: {lambda: 0.1}}\nvalidation: [kFold: {folds: 5, repeats: 2, seed: 1}, "
            + "bootstrap: {samples: 12, seed: 1}, leaveOneOut]\n";

    @TempDir
    private Path folder;

    private Path table;
    private Path out;

    @BeforeEach
    void writeTable() throws IOException {
        out = folder.resolve("new").resolve("out");
        table = SyntheticTable.write(folder.resolve("t.csv"), 45, 5, 3);
    }

    private CommandRun run(String recipe, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yaml"), recipe);
        List<Object> arguments = new ArrayList<>(List.of("radscore", "--table", table, "--outcome", "event", "--recipe", file, "--out", out));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    private JsonNode validated(String recipe, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--id", "id"));
        CommandRun run = run(recipe, all.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.err());
        return StatisticsReference.json(out.resolve("validation.json"));
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : FILES) {
            contents.add(Files.readString(out.resolve(name)));
        }
        return contents;
    }

    @Test
    void allFilesAreWritten() throws IOException, ParserConfigurationException, SAXException {
        CommandRun run = run(SELECTION + PLANS, "--id", "id");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().matches("radiomics4j: 2 of 6 features in the Radscore of 45 cases, validated by 3 plans in .* s, written to .*\\R"),
                run.err());
        try (var files = Files.list(out)) {
            assertEquals(FILES.stream().sorted().toList(), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (String name : List.of("roc.svg", "calibration.svg")) {
            byte[] svg = Files.readString(out.resolve(name)).getBytes(StandardCharsets.UTF_8);
            assertEquals("svg", DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg))
                    .getDocumentElement().getTagName());
        }
    }

    @Test
    void theFittedScoreGivesTheScoresOfTheTable() throws IOException {
        validated(SELECTION + PLANS);
        Radscore radscore = RadscoreJson.read(out.resolve("radscore.json"));
        CsvTable read = CsvTable.read(table, Optional.of("id"));
        FeatureTable features = read.features(radscore.features());
        List<CSVRecord> rows = CommandRun.rows(out.resolve("scores.csv"));
        assertArrayEquals(radscore.scores(features), rows.stream().mapToDouble(r -> Double.parseDouble(r.get("apparent_score"))).toArray());
        assertEquals(read.cases(), rows.stream().map(r -> r.get("case")).toList());
        assertEquals(List.of("case", "outcome", "apparent_score", "apparent_risk", "score_1_kFold", "score_3_leaveOneOut"),
                rows.get(0).getParser().getHeaderNames());
    }

    @Test
    void scoresOfTheTableHaveTheAucOfTheReport() throws IOException {
        JsonNode found = validated(SELECTION + PLANS);
        Path roc = folder.resolve("roc.json");
        assertEquals(0, CommandRun.of("roc", "--table", out.resolve("scores.csv"), "--outcome", "outcome", "--scores",
                "score_1_kFold,score_3_leaveOneOut,apparent_score", "--out", roc).exitCode());
        JsonNode again = StatisticsReference.json(roc).get("scores");
        for (String key : List.of("auc", "delong_ci95", "youden")) {
            assertEquals(found.at("/validation/0/" + key), again.at("/score_1_kFold/" + key));
            assertEquals(found.at("/validation/2/" + key), again.at("/score_3_leaveOneOut/" + key));
            assertEquals(found.at("/apparent/" + key), again.at("/apparent_score/" + key));
        }
    }

    @Test
    void threadsDoNotChangeAByte() throws IOException {
        validated(SELECTION + PLANS, "--threads", "1");
        List<String> one = contents();
        validated(SELECTION + PLANS, "--threads", "3");
        assertEquals(one, contents());
    }

    @Test
    void optimismIsApparentLessCorrected() throws IOException {
        JsonNode found = validated(SELECTION + PLANS);
        assertEquals(found.at("/apparent/auc").doubleValue() - found.at("/validation/1/auc").doubleValue(),
                found.at("/validation/1/auc_optimism").doubleValue(), 1e-15);
        assertTrue(found.at("/validation/1/calibration_slope").isNumber());
    }

    @Test
    void everyPlanHasAnAuc() throws IOException {
        JsonNode found = validated(SELECTION + "trainer: {ridge: {lambda: 0.1}}\nvalidation:\n"
                + List.of("kFold: {folds: 3, seed: 1}", "leaveOneOut", "leavePairOut", "sampledPairs: {pairs: 30, seed: 1}",
                "bootstrap: {samples: 5, seed: 1}", "stratifiedBootstrap: {samples: 5, seed: 1}", "subsampling: {samples: 5, seed: 1}")
                .stream().map(plan -> "  - " + plan + "\n").collect(Collectors.joining())).get("validation");
        assertEquals(7, found.size());
        for (JsonNode plan : found) {
            double auc = plan.get("auc").doubleValue();
            assertTrue(plan.get("auc").isNumber() && auc >= 0 && auc <= 1.2, plan.toString());
            assertTrue(plan.get("selection_stability").isNumber(), plan.toString());
        }
        assertEquals(15 * 30, found.get(2).get("resamples").intValue());
        assertEquals(5, found.get(6).get("auc_of_samples").size());
    }

    @Test
    void groupsStayTogether() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> lines = Files.readAllLines(table);
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i)).append(i == 0 ? ",patient" : ",patient " + (i - 1) / 6).append('\n');
        }
        Files.writeString(table, text);
        JsonNode found = validated("trainer: {ridge: {lambda: 0.1}}\nvalidation: [groupedKFold: {folds: 3, seed: 1}, "
                + "groupedBootstrap: {samples: 5, seed: 1}]\n", "--groups", "patient");
        assertEquals(6, found.get("features").intValue());
        assertEquals(3, found.at("/validation/0/resamples").intValue());
    }

    @Test
    void missingValuesAreImputedInEveryResample() throws IOException {
        Files.writeString(table, Files.readString(table).replaceFirst("(?m)^(p7,[01],)[^,]*", "$1NA"));
        CommandRun refused = run(SELECTION + PLANS, "--id", "id");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("\"signal\" is NaN for case \"p7\""), refused.err());
        validated("imputation: {median: {largestMissingShare: 0.1}}\n" + SELECTION
                + "trainer: {ridge: {lambda: 0.1}}\nvalidation: [kFold: {folds: 3, seed: 1}]\n");
        assertTrue(Files.readString(out.resolve("radscore.json")).contains("\"training.imputed\" : \"{signal=1}\""));
    }

    @Test
    void scannersAreHarmonisedInEveryResample() throws IOException {
        List<String> lines = Files.readAllLines(table);
        StringBuilder text = new StringBuilder(lines.get(0)).append(",scanner");
        for (int row = 1; row < lines.size(); row++) {
            text.append('\n').append(lines.get(row)).append(',').append(row % 2);
        }
        Files.writeString(table, text.append('\n'));
        String harmonisation = "harmonisation: {combat: {batch: scanner, covariates: [noise5]}}\n";
        JsonNode found = validated(harmonisation + PLANS);
        assertEquals("scanner", found.at("/recipe/harmonisation.combat.batch").textValue());
        Radscore radscore = RadscoreJson.read(out.resolve("radscore.json"));
        assertEquals(List.of(0.0, 1.0), radscore.harmonisation().orElseThrow().batches());
        CsvTable read = CsvTable.read(table, Optional.of("id"));
        assertArrayEquals(radscore.scores(read.features(read.choice().numericBut("id"))), CommandRun.rows(out.resolve("scores.csv"))
                .stream()
                .mapToDouble(r -> Double.parseDouble(r.get("apparent_score"))).toArray());

        CommandRun leak = run(harmonisation.replace("noise5", "event") + PLANS, "--id", "id");
        assertEquals(2, leak.exitCode());
        assertTrue(leak.err().contains("\"event\"") && leak.err().contains("The outcome cannot be one: it would leak"), leak.err());
    }

    @Test
    void aChoiceSaysWhatWasChosenAndHowOften() throws IOException {
        JsonNode found = validated("""
                choice:
                  candidates:
                    - {trainer: {ridge: {lambda: 100}}}
                    - {selection: [{named: {features: [signal]}}], trainer: firth}
                  folds: 3
                  seed: 1
                  measure: log_loss
                validation: [kFold: {folds: 5, seed: 1}]
                """);
        assertEquals(1, found.get("chosen_candidate").intValue());
        assertEquals("signal", found.at("/selection/0/kept/0").textValue());
        assertEquals(5, found.at("/validation/0/times_chosen/0").intValue() + found.at("/validation/0/times_chosen/1").intValue());
    }

    @Test
    void thePermutationTestIsReported() throws IOException {
        JsonNode found = validated(SELECTION + PLANS + "permutationTest: {plan: {kFold: {folds: 3, seed: 1}}, permutations: 9, seed: 1}\n")
                .get("permutation_test");
        assertEquals(9, found.get("permuted_aucs").size());
        int atLeast = 0;
        for (JsonNode auc : found.get("permuted_aucs")) {
            atLeast += auc.doubleValue() >= found.get("auc").doubleValue() ? 1 : 0;
        }
        assertEquals((1.0 + atLeast) / 10, found.get("p").doubleValue());
    }

    @Test
    void aScoreWithoutTermsHasNoLineOfCalibration() throws IOException {
        JsonNode found = validated("trainer: {lasso: {lambda: 50}}\nvalidation: [kFold: {folds: 3, seed: 1}]\n");
        assertEquals("Radscore = " + found.get("formula").textValue().substring(11), found.get("formula").textValue());
        assertFalse(found.get("formula").textValue().contains("×"));
        assertTrue(found.at("/validation/0/selection_stability").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"knn, keep: 2", "knn, neighbours: 5, keep: 2"})
    void nearestNeighboursAreRefusedInTheBootstrap(String estimator) throws IOException {
        CommandRun run = run("selection: [{mutualInformation: {estimator: " + estimator + "}}]\n" + PLANS, "--id", "id");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("the recipe failed in 12 of 12 resamples"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                        | column \"id\": a number is needed, found \"p0\"; leave the column out with --exclude \"id\"",
        "--id id --threads 0       | --threads is at least 1, was 0",
        "--id nr                   | --id names column \"nr\"",
        "--id id --groups patient  | --groups names column \"patient\"",
        "--id id --exclude noise9  | --exclude names column \"noise9\"",
        "--id id --exclude signal,noise1,noise2,noise3,noise4,noise5 | no column of",
    })
    void badInputIsOneLineAndLeavesFilesAlone(String options, String message) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("radscore.json"), "as it was");
        CommandRun run = run(SELECTION + PLANS, options.isEmpty() ? new String[0] : options.split(" +"));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: ") && run.err().contains(message), run.err());
        assertEquals("as it was", Files.readString(out.resolve("radscore.json")));
        assertTrue(Files.notExists(out.resolve("validation.json")));
    }

    @Test
    void aMistakeInTheRecipeIsOneLineWithItsPlace() throws IOException {
        CommandRun run = run(SELECTION + PLANS.replace("lambda", "lamda"), "--id", "id");
        assertEquals(2, run.exitCode());
        assertEquals("radiomics4j: " + folder.resolve("recipe.yaml")
                + ":2:19: unknown key \"lamda\" in ridge; did you mean \"lambda\"? Known are: lambda, classWeights", run.err().strip());
    }

    @Test
    void theRecipeIsNotOverwritten() throws IOException {
        out = folder;
        Path recipe = Files.writeString(folder.resolve("scores.csv"), SELECTION + PLANS);
        CommandRun run = CommandRun.of("radscore", "--table", table, "--outcome", "event", "--id", "id", "--recipe", recipe, "--out", out);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("--out and --recipe are the same file"), run.err());
        assertEquals(SELECTION + PLANS, Files.readString(recipe));
    }

    @Test
    void helpNamesOptionsFilesAndTheRecipe() {
        String help = CommandRun.of("help", "radscore").out();
        for (String word : new String[] {"--table", "--outcome", "--id", "--groups", "--exclude", "--recipe", "--threads", "--out",
            "radscore.json", "validation.json", "calibration.svg", "mutualInformation", "ridge", "kFold", "Exit codes"}) {
            assertTrue(help.contains(word), word + " is missing in " + help);
        }
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    }
}
