package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiCommandTest {
    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void writeTable() throws IOException {
        table = SyntheticTable.write(folder.resolve("t.csv"), 60, 5, 1);
    }

    private CommandRun run(String out, String... options) {
        List<Object> arguments = new ArrayList<>(List.of("mi", "--table", table, "--outcome", "event", "--out", folder.resolve(out)));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"knn", "equal-width", "equal-frequency"})
    void theFeatureThatTellsOfTheOutcomeComesFirst(String estimator) throws IOException {
        CommandRun run = run("mi.csv", "--id", "id", "--estimator", estimator);
        assertEquals(0, run.exitCode(), run.err());
        List<CSVRecord> rows = CommandRun.rows(folder.resolve("mi.csv"));
        assertEquals(6, rows.size());
        assertEquals("signal", rows.get(0).get("feature"));
        for (int i = 1; i < rows.size(); i++) {
            assertEquals(String.valueOf(i + 1), rows.get(i).get("rank"));
            assertTrue(Double.parseDouble(rows.get(i).get("mutual_information"))
                    <= Double.parseDouble(rows.get(i - 1).get("mutual_information")));
        }
    }

    @Test
    void jsonHoldsTheNumbersOfTheTable() throws IOException {
        run("mi.csv", "--id", "id");
        run("mi.json", "--id", "id");
        JsonNode json = StatisticsReference.json(folder.resolve("mi.json"));
        assertEquals("nearest_neighbours_3", json.get("estimator").textValue());
        int i = 0;
        for (CSVRecord row : CommandRun.rows(folder.resolve("mi.csv"))) {
            JsonNode entry = json.get("ranking").get(i++);
            assertEquals(row.get("feature"), entry.get("feature").textValue());
            assertEquals(Double.parseDouble(row.get("mutual_information")), entry.get("mutual_information").doubleValue());
        }
        assertEquals(6, i);
    }

    @Test
    void featuresMayBeChosen() throws IOException {
        run("mi.csv", "--features", "noise1,signal", "--estimator", "equal-width");
        assertEquals(List.of("signal", "noise1"),
                CommandRun.rows(folder.resolve("mi.csv")).stream().map(row -> row.get("feature")).toList());
    }

    @Test
    void theIdAndExcludedColumnsAreNotRanked() throws IOException {
        run("mi.csv", "--id", "id", "--exclude", "noise1,noise2");
        assertEquals(4, CommandRun.rows(folder.resolve("mi.csv")).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mi.txt  | --id id                                      | --out names a file that ends in .json or .csv",
        "mi.csv  | --exclude noise1                             | found \"p0\"; leave the column out with --exclude \"id\"",
        "mi.csv  | --id id --estimator nearest                  | --estimator is one of knn, equal-width, equal-frequency, was nearest",
        "mi.csv  | --id id --bins 5                             | --bins means nothing to the estimator knn, which has --neighbours",
        "mi.csv  | --id id --estimator equal-width --neighbours 3 | --neighbours means nothing to the estimator equal-width",
        "mi.csv  | --id id --neighbours 0                       | --neighbours: the number of neighbours must be at least 1",
        "mi.csv  | --id id --miller-madow                       | --miller-madow corrects estimates on bins",
        "mi.csv  | --id id --estimator equal-width --bins five  | Invalid value for option '--bins'",
        "mi.csv  | --features signal,event                      | names column \"event\", which is the outcome, the id or excluded",
    })
    void badInputIsOneLine(String out, String options, String message) {
        CommandRun run = run(out, options.split(" +"));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: ") && run.err().contains(message), run.err());
        assertTrue(Files.notExists(folder.resolve(out)));
    }
}
