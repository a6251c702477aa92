package io.github.radiomics4j.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.ibsi.DigitalPhantom;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTableTest {
    private static final FeatureVector VECTOR = FeatureExtractor.discretisedBy(new FixedBinSize(2.5, -1))
            .extract(DigitalPhantom.image(), DigitalPhantom.mask());

    @TempDir
    private Path folder;

    private static FeatureTable phantoms() {
        Map<String, FeatureVector> cases = new LinkedHashMap<>();
        cases.put("first", VECTOR);
        cases.put("second, with comma", VECTOR);
        return FeatureTable.ofVectors(cases);
    }

    private static FeatureTable numbers(double... column) {
        List<String> cases = IntStream.range(0, column.length).mapToObj(i -> "c" + i).toList();
        return FeatureTable.of(cases, List.of(FeatureColumn.named("x")), new double[][] {column}, Provenance.of(Map.of("by", "hand")));
    }

    @Property
    void sourceOrderIsThatOfValuesAndThenOfRows(@ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -3, max = 3) Double> values) {
        double[] column = values.stream().mapToDouble(v -> Math.rint(v * 4) / 4).toArray(); // with ties, and −0
        int[] expected = IntStream.range(0, column.length).boxed()
                .sorted((a, b) -> Double.compare(column[a], column[b])).mapToInt(a -> a).toArray();
        assertArrayEquals(expected, numbers(column).rows(0).sourceOrder(0));
    }

    @Test
    void rowsOfRowsPointToTheFirstTable() {
        FeatureTable table = numbers(10, 11, 12, 13).rows(3, 1, 1).rows(1, 0);
        assertArrayEquals(new int[] {1, 3}, table.sourceRows());
        assertEquals(List.of("c0", "c1", "c2", "c3"), table.source().cases());
        assertArrayEquals(new double[] {10, 11, 12, 13}, table.source().column(0));
    }

    @Test
    void tableWithDictionarySurvivesTheRoundTrip() {
        FeatureTable table = phantoms();
        Path file = folder.resolve("features.csv");
        FeatureTableCsv.write(table, file);
        FeatureTable read = FeatureTableCsv.read(file);
        assertEquals(table.cases(), read.cases());
        assertEquals(table.columns(), read.columns());
        assertEquals(table.provenance(), read.provenance());
        for (int c = 0; c < table.columnCount(); c++) {
            assertArrayEquals(table.column(c), read.column(c));
        }
    }

    @Test
    void numbersSurviveTheRoundTripToTheLastBit() {
        FeatureTable table = numbers(Math.PI, 1e-300, -0.0, Double.NaN, Double.MIN_VALUE, 1.0 / 3);
        Path file = folder.resolve("bits.csv");
        FeatureTableCsv.write(table, file);
        assertArrayEquals(table.column(0), FeatureTableCsv.read(file).column(0));
    }

    @Test
    void bareCsvWithoutDictionaryIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("bare.csv"), "id,age,grade\r\na,61,3\r\nb,,4\r\n");
        FeatureTable table = FeatureTableCsv.read(file);
        assertEquals(List.of("age", "grade"), table.columnNames());
        assertTrue(Double.isNaN(table.value(1, 0)));
    }

    @Test
    void wordInANumberColumnIsRefusedWithLineAndColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("word.csv"), "id,age\na,61\nb,old\n");
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> FeatureTableCsv.read(file));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().contains("line 3") && e.getMessage().contains("\"age\""), e.getMessage());
    }

    @Test
    void shortRowIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("short.csv"), "id,age,grade\na,61\n");
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> FeatureTableCsv.read(file));
        assertTrue(e.getMessage().contains("line 2"), e.getMessage());
    }

    @Test
    void missingFileIsNamed() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> FeatureTableCsv.read(folder.resolve("none.csv")));
        assertEquals(Problem.MISSING_FILE, e.problem());
    }

    @Test
    void vectorsOfOtherSettingsDoNotFitInOneTable() {
        FeatureVector other = FeatureExtractor.discretisedBy(new FixedBinNumber(4)).extract(DigitalPhantom.image(), DigitalPhantom.mask());
        Map<String, FeatureVector> mixed = new LinkedHashMap<>();
        mixed.put("a", VECTOR);
        mixed.put("b", other);
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> FeatureTable.ofVectors(mixed));
        assertEquals(Problem.SETTINGS_MISMATCH, e.problem());
    }

    @Test
    void repeatedCaseIsRefused() {
        assertThrows(InvalidInputException.class, () -> FeatureTable.of(List.of("a", "a"), List.of(FeatureColumn.named("x")),
                new double[][] {{1, 2}}, Provenance.of(Map.of())));
    }

    @Test
    void bootstrapRowsMayRepeat() {
        FeatureTable sample = numbers(1, 2, 3).rows(2, 2, 0);
        assertEquals(List.of("c2", "c2", "c0"), sample.cases());
        assertArrayEquals(new double[] {3, 3, 1}, sample.column(0));
    }

    @Test
    void rowsOfRowsAreThoseOfTheWholeTable() {
        FeatureTable some = numbers(10, 11, 12, 13).rows(3, 1, 1).rows(2, 0);
        assertEquals(List.of("c1", "c3"), some.cases());
        assertArrayEquals(new double[] {11, 13}, some.column(0));
        assertEquals(13, some.value(1, 0));
    }

    @Test
    void rowsTakenInDifferentWaysStandSideBySide() {
        FeatureTable left = numbers(10, 11, 12).rows(2, 0);
        FeatureTable right = FeatureTable.of(List.of("c2", "c0"), List.of(FeatureColumn.named("y")), new double[][] {{5, 6}},
                Provenance.of(Map.of()));
        FeatureTable both = left.beside(right);
        assertArrayEquals(new double[] {12, 10}, both.column(0));
        assertArrayEquals(new double[] {5, 6}, both.column(1));
        FeatureTable shared = left.beside(left.prefixed("again"));
        assertArrayEquals(new double[] {12, 10}, shared.column(1));
    }

    @Test
    void tablesOfTwoRegionsStandSideBySideUnderPrefixes() {
        FeatureTable both = phantoms().prefixed("disc").beside(phantoms().prefixed("muscle"));
        assertEquals(2 * VECTOR.size(), both.columnCount());
        assertTrue(both.has("muscle:original.intensity_statistics.mean_intensity"));
        assertTrue(both.provenance().settings().containsKey("disc/discretisation"));
    }

    @Test
    void aPartOfAWiderTableIsTheRegionsTableAgain() {
        FeatureTable both = phantoms().prefixed("disc").beside(phantoms().prefixed("muscle"));
        FeatureTable disc = both.part("disc");
        assertEquals(phantoms().columns(), disc.columns());
        assertEquals(phantoms().provenance(), disc.provenance());
        assertEquals(phantoms().cases(), disc.cases());
        assertEquals(phantoms().value(0, 3), disc.value(0, 3));
        assertArrayEquals(phantoms().sourceOrder(3), disc.sourceOrder(3));
    }

    @Test
    void aPartThatIsNotThereIsNamed() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> phantoms().prefixed("disc").part("dis"));
        assertTrue(e.getMessage().contains("\"dis:\""), e.getMessage());
    }

    @Test
    void rowsOfDifferentSourcesStandSideBySideThoughTheirPlacesAreEqual() {
        FeatureTable right = FeatureTable.of(List.of("c0", "c1", "x", "y"), List.of(FeatureColumn.named("y")),
                new double[][] {{5, 6, 1, 2}}, Provenance.of(Map.of()));
        FeatureTable both = numbers(10, 11, 12).rows(0, 1).beside(right.rows(0, 1));
        assertEquals(2, both.source().caseCount());
        assertArrayEquals(new int[] {0, 1}, both.sourceOrder(1));
    }

    @Test
    void tablesOfOtherCasesDoNotStandSideBySide() {
        assertThrows(InvalidInputException.class, () -> numbers(1, 2).beside(numbers(1, 2, 3)));
    }

    @Test
    void otherColumnsKeepCopiesOfACaseAsCopies() {
        FeatureTable copies = numbers(10, 11, 12).rows(2, 0, 2);
        FeatureTable changed = copies.withColumns(List.of(FeatureColumn.named("y")), new double[][] {{7, 8, 7}});
        assertEquals(List.of("c2", "c0", "c2"), changed.cases());
        assertEquals(List.of("y"), changed.columnNames());
        assertArrayEquals(new double[] {7, 8, 7}, changed.column(0));
        assertEquals(2, changed.source().caseCount());
        assertThrows(IllegalArgumentException.class, () -> copies.withColumns(List.of(FeatureColumn.named("y")), new double[][] {{7, 8}}));
    }

    @Test
    void anotherProvenanceLeavesTheNumbers() {
        FeatureTable table = numbers(10, 11).withProvenance(Provenance.of(Map.of("a", "b")));
        assertEquals("b", table.provenance().settings().get("a"));
        assertArrayEquals(new double[] {10, 11}, table.column(0));
    }

    @Test
    void fingerprintIsOfContentNotOfStorage() {
        FeatureTable rows = numbers(5, 1, 2, 0).rows(1, 2, 3);
        FeatureTable same = FeatureTable.of(rows.cases(), rows.columns(), new double[][] {{1, 2, 0}}, rows.provenance());
        assertEquals(same.fingerprint(), rows.fingerprint());
        assertEquals(same.fingerprint(), same.fingerprint());
    }

    @Test
    void anyOtherContentHasAnotherFingerprint() {
        FeatureTable table = numbers(1, 2, 0);
        FeatureColumn keyed = new FeatureColumn("x", Optional.of(VECTOR.keys().get(0)));
        double[][] values = {table.column(0)};
        Set<String> fingerprints = Stream.of(table, numbers(1, 2, -0.0), numbers(1, Math.nextUp(2), 0), numbers(1, 2), table.rows(0, 2, 1),
                table.rows(0, 1, 2, 2), table.withProvenance(Provenance.of(Map.of("by", "eye"))), table.prefixed("p"),
                table.withColumns(List.of(keyed), values),
                table.withColumns(List.of(new FeatureColumn("x", Optional.of(VECTOR.keys().get(1)))), values),
                table.beside(table.prefixed("p").withProvenance(table.provenance()))).map(FeatureTable::fingerprint)
                .collect(Collectors.toSet());
        assertEquals(11, fingerprints.size());
    }
}
