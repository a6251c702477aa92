package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RocCommandTest {
    @TempDir
    private Path folder;

    private Path table;
    private Path out;

    @BeforeEach
    void writeTable() throws IOException {
        out = folder.resolve("roc.json");
        table = Files.writeString(folder.resolve("t.csv"), """
                id,sex,y,good,bad,constant,gap
                a,f,0,1,4,7,1
                b,m,0,2,3,7,
                c,f,1,3,2,7,3
                d,m,1,4,1,7,4
                e,f,0,3,3,7,5
                """);
    }

    private CommandRun run(String... options) {
        Object[] arguments = new Object[options.length + 5];
        arguments[0] = "roc";
        arguments[1] = "--table";
        arguments[2] = table;
        arguments[3] = "--out";
        arguments[4] = out;
        System.arraycopy(options, 0, arguments, 5, options.length);
        return CommandRun.of(arguments);
    }

    @Test
    void scoresAreDescribedByCounting() {
        CommandRun run = run("--outcome", "y", "--scores", "good,bad");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals("radiomics4j: 2 scores of 5 cases, written to " + out, run.err().strip());
        JsonNode json = StatisticsReference.json(out);
        assertEquals(5, json.get("cases").intValue());
        assertEquals(2, json.get("positives").intValue());
        assertEquals(5.5 / 6, json.at("/scores/good/auc").doubleValue());
        assertEquals(0.0, json.at("/scores/bad/auc").doubleValue());
        assertEquals(2.5, json.at("/scores/good/youden/threshold").doubleValue());
        assertEquals(1.0, json.at("/scores/good/youden/sensitivity").doubleValue());
        assertEquals(2.0 / 3, json.at("/scores/good/youden/specificity").doubleValue());
        assertEquals("bad", json.at("/pairs/0/b").textValue());
    }

    @Test
    void whatIsUndefinedIsNull() {
        run("--outcome", "y", "--scores", "constant,bad");
        JsonNode json = StatisticsReference.json(out);
        assertTrue(json.at("/scores/bad/delong_logit_ci95").isNull());
        assertTrue(json.at("/scores/constant/youden/threshold").isNull());
        assertEquals(0.5, json.at("/scores/constant/auc").doubleValue());
    }

    @Test
    void everyPairIsComparedOnce() {
        run("--outcome", "y", "--scores", "good,bad,constant");
        JsonNode pairs = StatisticsReference.json(out).get("pairs");
        assertEquals(3, pairs.size());
        assertEquals("bad constant", pairs.get(2).get("a").textValue() + " " + pairs.get(2).get("b").textValue());
    }

    @Test
    void groupsMakeIntervalsAndTestsByGroup() throws IOException {
        assertEquals(0, run("--outcome", "y", "--scores", "good,bad", "--groups", "id").exitCode());
        JsonNode single = StatisticsReference.json(out);
        run("--outcome", "y", "--scores", "good,bad");
        JsonNode byCase = StatisticsReference.json(out);
        assertEquals(byCase.at("/scores/good/delong_se"), single.at("/scores/good/obuchowski_se"), "one case per group is DeLong's");
        assertEquals(byCase.at("/pairs/0/delong_paired_p"), single.at("/pairs/0/obuchowski_paired_p"));
        Files.writeString(table, Files.readString(table).replace("e,f,0", "a,f,0").replace("d,m,1", "b,m,1"));
        assertEquals(0, run("--outcome", "y", "--scores", "good,bad", "--groups", "id").exitCode());
        JsonNode grouped = StatisticsReference.json(out);
        assertTrue(grouped.at("/scores/good/delong_se").isMissingNode());
        assertNotEquals(byCase.at("/scores/good/delong_se"), grouped.at("/scores/good/obuchowski_se"));
        assertEquals(byCase.at("/scores/good/auc"), grouped.at("/scores/good/auc"));
    }

    @Test
    void oneScoreHasNoPair() {
        run("--outcome", "y", "--scores", "good");
        assertEquals(0, StatisticsReference.json(out).get("pairs").size());
    }

    @Test
    void sameTableSameBytes() throws IOException {
        run("--outcome", "y", "--scores", "good,bad,constant");
        String first = Files.readString(out);
        run("--outcome", "y", "--scores", "good,bad,constant");
        assertEquals(first, Files.readString(out));
        assertFalse(first.contains("\r"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--outcome y --scores god              | did you mean \"good\"?",
        "--outcome y --scores sex              | row 1, column \"sex\": a number is needed, found \"f\"",
        "--outcome y --scores gap              | row 2, column \"gap\": the value is missing",
        "--outcome y --scores gap --id id      | row 2 (case \"b\"), column \"gap\": the value is missing",
        "--outcome good --scores bad           | row 2, column \"good\": an outcome is 0 or 1",
        "--outcome y --scores good --id sex    | rows 1 and 3, column \"sex\": case \"f\" occurs twice",
        "--outcome y --scores good,good        | names column \"good\" twice",
        "--outcome y --scores good,            | names column \"\"",
        "--outcome y                           | Missing required option: '--scores=A,B'",
    })
    void badInputIsOneLineAndLeavesTheFileAlone(String options, String message) throws IOException {
        Files.writeString(out, "as it was");
        CommandRun run = run(options.split(" +"));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: ") && run.err().contains(message), run.err());
        assertEquals("as it was", Files.readString(out));
    }

    @Test
    void theTableIsNotOverwritten() throws IOException {
        String before = Files.readString(table);
        out = table;
        CommandRun run = run("--outcome", "y", "--scores", "good");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--out and --table are the same file"), run.err());
        assertEquals(before, Files.readString(table));
    }

    @Test
    void oneEventIsTooFewForAnInterval() throws IOException {
        table = Files.writeString(folder.resolve("t.csv"), "y,s\n1,1\n0,2\n0,3\n");
        CommandRun run = run("--outcome", "y", "--scores", "s");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("DeLong's variance needs two cases of each class"), run.err());
    }
}
