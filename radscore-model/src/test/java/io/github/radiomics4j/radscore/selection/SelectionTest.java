package io.github.radiomics4j.radscore.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.Tables;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 0, 0, 1, 1, 1, 1});
    private static final double[] CLEAR = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final double[] BLURRED = {1, 2, 5, 4, 3, 6, 7, 8};
    private static final double[] CONSTANT = {3, 3, 3, 3, 3, 3, 3, 3};

    static List<SelectionStep> steps() {
        return List.of(new MutualInformationSelection(new EqualWidthBins(4), 2),
                new MutualInformationSelection(new EqualFrequencyBins(4), 2),
                new MutualInformationSelection(new NearestNeighbourMutualInformation(3), 2), new CorrelationFilter(0.9));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aConstantFeatureIsDroppedWithItsReason(SelectionStep step) {
        Selection selection = step.select(Tables.of(CONSTANT, CLEAR), OUTCOME);
        assertEquals(List.of("b"), selection.kept());
        assertEquals(List.of(new Dropped("a", "constant in the training rows, always 3.0")), selection.dropped());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aMissingValueIsNamedWithItsCase(SelectionStep step) {
        double[] gap = CLEAR.clone();
        gap[2] = Double.NaN;
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> step.select(Tables.of(CLEAR, gap), OUTCOME));
        assertEquals(Problem.NONFINITE_VALUES, refused.problem());
        assertTrue(refused.getMessage().contains("\"b\"") && refused.getMessage().contains("\"case2\""), refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void tableAndOutcomeMustHoldTheSameCases(SelectionStep step) {
        assertThrows(IllegalArgumentException.class, () -> step.select(Tables.of(CLEAR), OUTCOME.rows(0, 4)));
    }

    @Property(tries = 50)
    void everyFeatureIsEitherKeptOrDropped(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int columns) {
        double[][] x = Tables.gaussian(columns, 30, seed);
        FeatureTable table = Tables.of(x);
        for (SelectionStep step : steps()) {
            Selection selection = step.select(table, Tables.noisyOutcome(x[0], seed));
            Set<String> all = new TreeSet<>(selection.kept());
            selection.dropped().forEach(d -> all.add(d.feature()));
            assertEquals(new TreeSet<>(table.columnNames()), all);
            assertEquals(columns, selection.kept().size() + selection.dropped().size());
        }
    }

    @Test
    void keptFeaturesComeInFallingOrderOfInformation() {
        assertEquals(List.of("b", "a"), new MutualInformationSelection(new EqualWidthBins(8), 2).select(Tables.of(
                new double[] {1, 1, 1, 8, 1, 8, 8, 8}, CLEAR), OUTCOME).kept());
    }

    @Test
    void equalInformationLeavesTheOrderOfColumns() {
        Selection selection = new MutualInformationSelection(new EqualWidthBins(4), 2).select(Tables.of(CLEAR, CLEAR, CLEAR), OUTCOME);
        assertEquals(List.of("a", "b"), selection.kept());
        assertEquals("c", selection.dropped().get(0).feature());
    }

    @Test
    void keepBeyondTheNumberOfFeaturesKeepsAll() {
        assertEquals(2, new MutualInformationSelection(new EqualWidthBins(4), 99).select(Tables.of(CLEAR, BLURRED), OUTCOME).kept().size());
    }

    @Test
    void oneClassIsRefusedBeforeAnythingIsRanked() {
        assertThrows(InvalidInputException.class, () -> new MutualInformationSelection(new EqualWidthBins(4), 2).select(Tables.of(CLEAR),
                BinaryOutcome.of(new boolean[8])));
    }

    @Test
    void nearestNeighboursRefuseRepeatedCasesAndNameTheWayOut() {
        int[] bootstrap = {0, 1, 1, 3, 4, 5, 6, 7};
        MutualInformationSelection step = new MutualInformationSelection(new NearestNeighbourMutualInformation(3), 1);
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> step.select(Tables.of(CLEAR).rows(bootstrap), OUTCOME.rows(bootstrap)));
        assertEquals(Problem.TABLE_INVALID, refused.problem());
        for (String word : List.of("\"case1\"", "nearest-neighbour", "upwards", "EqualWidthBins", "cross-validation", "subsampling")) {
            assertTrue(refused.getMessage().contains(word), refused.getMessage());
        }
    }

    @Test
    void binsTakeRepeatedCases() {
        int[] bootstrap = {0, 1, 1, 3, 4, 5, 6, 7};
        assertEquals(1, new MutualInformationSelection(new EqualFrequencyBins(3), 1).select(Tables.of(CLEAR, BLURRED).rows(bootstrap),
                OUTCOME.rows(bootstrap)).kept().size());
    }

    @Test
    void ofACorrelatedPairTheEarlierColumnStays() {
        double[] opposite = IntStream.range(0, 8).mapToDouble(i -> 5 - 2 * CLEAR[i]).toArray();
        Selection selection = new CorrelationFilter(0.99).select(Tables.of(CLEAR, opposite, BLURRED), OUTCOME);
        assertEquals(List.of("a", "c"), selection.kept());
        assertTrue(selection.dropped().get(0).reason().contains("with \"a\""), selection.dropped().get(0).reason());
    }

    @Test
    void aThresholdOfOneDropsNothingThatVaries() {
        assertEquals(3, new CorrelationFilter(1).select(Tables.of(CLEAR, CLEAR, CLEAR), OUTCOME).kept().size());
    }

    @Test
    void namedFeaturesKeepTheirOrderAndNameWhatIsMissing() {
        FeatureTable table = Tables.of(CLEAR, BLURRED, CONSTANT);
        assertEquals(List.of("c", "a"), new NamedFeatures(List.of("c", "a")).select(table, OUTCOME).kept());
        assertTrue(assertThrows(InvalidInputException.class, () -> new NamedFeatures(List.of("a", "x", "y")).select(table,
                OUTCOME)).getMessage()
                .contains("[x, y]"));
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MutualInformationSelection(new EqualWidthBins(4), 0));
        assertThrows(IllegalArgumentException.class, () -> new CorrelationFilter(1.5));
        assertThrows(IllegalArgumentException.class, () -> new CorrelationFilter(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new NamedFeatures(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new NamedFeatures(List.of("a", "a")));
    }
}
