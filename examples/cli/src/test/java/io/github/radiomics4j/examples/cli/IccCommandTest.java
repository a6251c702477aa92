package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class IccCommandTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeTables() throws IOException {
        out = folder.resolve("icc.csv");
        Files.writeString(folder.resolve("a.csv"), "id,x,y,flat\np,1,4,0\nq,2,6,0\nr,4,5,0\n");
        Files.writeString(folder.resolve("b.csv"), "flat,y,x,id,more\n0,5,4,r,text\n0,7,2,q,text\n0,4,1,p,text\n");
        Files.writeString(folder.resolve("short.csv"), "id,x,y,flat\np,1,4,0\nq,2,6,0\n");
        Files.writeString(folder.resolve("other.csv"), "id,x,y,flat\np,1,4,0\nq,2,6,0\ns,2,6,0\n");
        Files.writeString(folder.resolve("narrow.csv"), "id,x\np,1\nq,2\nr,4\n");
        Files.writeString(folder.resolve("gap.csv"), "id,x,y,flat\np,1,4,0\nq,,6,0\nr,4,5,0\n");
    }

    private CommandRun run(String tables, String... options) {
        List<String> files = List.of(tables.split(",")).stream().map(name -> folder.resolve(name).toString()).toList();
        List<Object> arguments = new ArrayList<>(List.of("icc", "--tables", String.join(",", files), "--out", out));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    private String value(String feature, String form, String column) throws IOException {
        List<CSVRecord> rows = CommandRun.rows(out).stream()
                .filter(row -> row.get("feature").equals(feature) && row.get("form").equals(form)).toList();
        assertEquals(1, rows.size());
        return rows.get(0).get(column);
    }

    @Test
    void casesAreMatchedByTheirNames() throws IOException {
        CommandRun run = run("a.csv,b.csv", "--id", "id");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(18, CommandRun.rows(out).size());
        assertEquals("1.0", value("x", "ICC(2,1)", "icc"));
        assertEquals("Infinity", value("x", "ICC(2,1)", "f"));
        assertNotEquals("1.0", value("y", "ICC(2,1)", "icc"));
    }

    @Test
    void withoutIdRowsAreMatchedByTheirOrder() throws IOException {
        assertEquals(0, run("a.csv,b.csv", "--features", "x").exitCode());
        assertTrue(Double.parseDouble(value("x", "ICC(2,1)", "icc")) < 0);
    }

    @Test
    void aFeatureThatNeverVariesHasNoCorrelationAndIsCounted() throws IOException {
        CommandRun run = run("a.csv,b.csv", "--id", "id");
        assertEquals("NaN", value("flat", "ICC(1,1)", "icc"));
        assertTrue(run.err().contains("1 undefined since all measurements are equal"), run.err());
    }

    @Test
    void threeTablesAreThreeRaters() throws IOException {
        Files.copy(folder.resolve("a.csv"), folder.resolve("c.csv"));
        run("a.csv,b.csv,c.csv", "--id", "id", "--exclude", "flat");
        assertEquals("3", value("y", "ICC(1,k)", "raters"));
        assertEquals(12, CommandRun.rows(out).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a.csv            | --id id | at least two are compared",
        "a.csv,a.csv      | --id id | twice",
        "a.csv,none.csv   | --id id | there is no table",
        "a.csv,short.csv  | --id id | has 3 rows,",
        "a.csv,other.csv  | --id id | case \"r\" of",
        "a.csv,narrow.csv | --id id | --tables names column \"y\", which",
        "a.csv,gap.csv    | --id id | row 2 (case \"q\"), column \"x\": the value is missing",
        "a.csv,b.csv      | --id ix | --id names column \"ix\"",
        "a.csv,b.csv      | --features x,z | --features names column \"z\"",
        "a.csv,b.csv      | --exclude x    | column \"id\": a number is needed",
    })
    void badInputIsOneLine(String tables, String options, String message) {
        CommandRun run = run(tables, options.split(" "));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: ") && run.err().contains(message), run.err());
        assertTrue(Files.notExists(out));
    }
}
