package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @TempDir
    private Path folder;

    private CsvTable table(String text) throws IOException {
        return CsvTable.read(Files.writeString(folder.resolve("t.csv"), text), Optional.empty());
    }

    private CsvTable named(String text) throws IOException {
        return CsvTable.read(Files.writeString(folder.resolve("t.csv"), text), Optional.of("id"));
    }

    private String refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        return assertThrows(InvalidInputException.class, () -> CsvTable.read(file, Optional.of("id")), text).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-2.5, -2.5", "+.5, 0.5", "3., 3", "1e-3, 0.001", "1E+2, 100", "' 7 ', 7", "Inf, Infinity", "-Infinity, -Infinity",
        "NA, NaN", "NaN, NaN", "'', NaN", "'  ', NaN"})
    void aFieldIsANumberOrMissing(String field, double number) throws IOException {
        assertArrayEquals(new double[] {number}, table("x,y\n" + field + ",1\n").numbers("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x10", "1 2", "na", "-", "e5", "NULL", "\"0,5\"", "1_000", "\u0661"})
    void anythingElseIsAText(String field) throws IOException {
        CsvTable table = table("x,y\n1,1\n" + field + ",1\n");
        String message = assertThrows(InvalidInputException.class, () -> table.numbers("x")).getMessage();
        assertTrue(message.contains("row 2, column \"x\": a number is needed, found "), message);
    }

    @Test
    void quotesCommasLineBreaksAndByteOrderMarkAreUnderstood() throws IOException {
        CsvTable table = table("\uFEFF\"a, \"\"b\"\"\",c\r\n1,\"x\ny\"\r\n\r\n2,z\r\n");
        assertEquals(List.of("a, \"b\"", "c"), table.choice().names());
        assertArrayEquals(new double[] {1, 2}, table.numbers("a, \"b\""));
    }

    @Test
    void columnsThatAreNotAskedForMayHoldAnything() throws IOException {
        assertArrayEquals(new double[] {1, 2}, table("x,,text,text\n1,a,b,c\n2,,,\n").numbers("x"));
    }

    @Test
    void withoutIdCasesAreNamedByTheirRow() throws IOException {
        assertEquals(List.of("row 1", "row 2"), table("x\n1\n2\n").cases());
    }

    @Test
    void idsAreTextsEvenWhereTheyLookLikeNumbers() throws IOException {
        assertEquals(List.of("007", "7"), named("id,x\n007,1\n7,2\n").cases());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'id,x\na,1\nb,2\na,3\n'   | rows 1 and 3, column \"id\": case \"a\" occurs twice; keep one row per case",
        "'id,x\na,1\n,2\n'         | row 2, column \"id\": the case has no name",
        "'id,x\na,1\nb\n'          | row 2 has 1 fields, the header line has 2",
        "'id,x\na,1\nb,2,3\n'      | row 2 has 3 fields",
        "'id,x\n'                  | needs a header line and at least one row",
        "''                        | needs a header line and at least one row",
        "'id,x\n\"a,1\n'           | cannot be read as CSV in UTF-8",
    })
    void aBrokenTableIsRefused(String text, String message) throws IOException {
        String found = refused(text);
        assertTrue(found.contains(message), found);
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), "x\n\u00E4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(InvalidInputException.class, () -> CsvTable.read(file, Optional.empty())).getMessage()
                .contains("cannot be read as CSV in UTF-8"));
    }

    @Test
    void aMissingFileIsRefused() {
        assertEquals("there is no table " + folder.resolve("no.csv"),
                assertThrows(InvalidInputException.class, () -> CsvTable.read(folder.resolve("no.csv"), Optional.empty())).getMessage());
    }

    @Test
    void anUnknownColumnIsNamedWithTheNearest() throws IOException {
        CsvTable table = table("outcome,s100b\n1,2\n");
        assertEquals("--scores names column \"s100\", which " + folder.resolve("t.csv")
                + " does not have; did you mean \"s100b\"? It has: outcome, s100b",
                assertThrows(UsageException.class, () -> table.choice().one("--scores", "s100")).getMessage());
    }

    @Test
    void otherSeparatorsAreRecognised() throws IOException {
        CsvTable table = table("outcome;s100b\n1;2\n");
        assertTrue(assertThrows(UsageException.class, () -> table.choice().one("--scores", "s100b")).getMessage()
                .endsWith("fields must be separated by commas"));
    }

    @Test
    void aColumnThatOccursTwiceIsNotGuessed() throws IOException {
        CsvTable table = table("x,x\n1,2\n");
        assertTrue(assertThrows(UsageException.class, () -> table.choice().one("--scores", "x"))
                .getMessage().contains("has 2; rename them"));
        assertTrue(assertThrows(InvalidInputException.class, () -> table.choice().someOrRest("--x", List.of(), List.of())).getMessage()
                .contains("column \"x\" occurs twice"));
    }

    @Test
    void columnsAreListedWithCommasAndMayHoldOne() throws IOException {
        CsvTable table = table("a,b,\"c,d\"\n1,2,3\n");
        assertEquals(List.of("b", "a"), table.choice().some("--features", List.of("b, a")));
        assertEquals(List.of("c,d", "a"), table.choice().some("--features", List.of("c,d", "a")));
        assertTrue(assertThrows(UsageException.class, () -> table.choice().some("--features", List.of("a,b", "a"))).getMessage()
                .contains("names column \"a\" twice"));
    }

    @Test
    void allOtherColumnsMustBeNumbersWithNames() throws IOException {
        assertEquals(List.of("b"), table("a,b\n1,2\n").choice().someOrRest("--x", List.of(), List.of("a")));
        CsvTable text = table("a,sex\n1,f\n");
        assertTrue(assertThrows(InvalidInputException.class, () -> text.choice().someOrRest("--x", List.of(), List.of())).getMessage()
                .endsWith("row 1, column \"sex\": a number is needed, found \"f\"; leave the column out with --exclude \"sex\", or code "
                        + "it in numbers"));
        CsvTable blank = table("a,\n1,2\n");
        assertTrue(assertThrows(InvalidInputException.class, () -> blank.choice().someOrRest("--x", List.of(), List.of())).getMessage()
                .contains("column 2 has no name"));
        assertTrue(assertThrows(UsageException.class, () -> table("a\n1\n").choice().someOrRest("--x", List.of(), List.of("a")))
                .getMessage().contains("no column"));
    }

    @Test
    void anOutcomeIsZeroOrOne() throws IOException {
        assertEquals(BinaryOutcome.of(new int[] {1, 0}), table("y\n1\n0.0\n").outcome("y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2    | row 2 (case \"q\"), column \"y\": an outcome is 0 or 1 (the event), was 2.0",
        "''   | row 2 (case \"q\"), column \"y\": the value is missing; leave the case out of the table",
        "Inf  | row 2 (case \"q\"), column \"y\": the value is infinite",
        "yes  | row 2, column \"y\": a number is needed, found \"yes\"",
    })
    void anotherOutcomeIsNamedWithItsPlace(String value, String message) throws IOException {
        CsvTable table = named("id,y\np,1\nq," + value + "\n");
        String found = assertThrows(InvalidInputException.class, () -> table.outcome("y")).getMessage();
        assertTrue(found.contains(message), found);
    }
}
