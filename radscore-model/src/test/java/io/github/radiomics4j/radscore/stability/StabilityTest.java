package io.github.radiomics4j.radscore.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.Tables;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.radscore.selection.StepsInOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double TOLERANCE = 1e-10;

    @AfterAll
    static void write() {
        CONFORMANCE.write("stability.txt");
    }

    @Test
    void nogueirasExampleAgrees() {
        JsonNode expected = SharedStatistics.expected("nogueira_toy");
        List<Set<String>> selections = new ArrayList<>();
        for (JsonNode row : expected.get("Z")) {
            Set<String> selection = new HashSet<>();
            for (int f = 0; f < row.size(); f++) {
                if (row.get(f).intValue() == 1) {
                    selection.add("f" + f);
                }
            }
            selections.add(selection);
        }
        check("Nogueira's stability, example", expected, SelectionStability.of(selections, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disc", "muscle"})
    void stabilityOverTheBootstrapOfTheCohortAgrees(String structure) {
        JsonNode expected = SharedStatistics.expected("radscore_cohort").get(structure);
        FeatureTable table = SharedStatistics.table("radscore_cohort.csv");
        FeatureTable features = SharedStatistics.columnsStartingWith(table, structure + "_");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "recurrence");
        MutualInformationSelection step = new MutualInformationSelection(new EqualWidthBins(5), 5);
        List<Set<String>> selections = new ArrayList<>();
        for (String line : SharedStatistics.lines("radscore_boot.csv")) {
            if (!Character.isDigit(line.charAt(0))) {
                continue; // the header
            }
            int[] rows = Arrays.stream(line.split(",")).skip(1).mapToInt(Integer::parseInt).toArray();
            selections.add(Set.copyOf(step.select(features.rows(rows), outcome.rows(rows)).kept()));
        }
        assertEquals(200, selections.size());
        check("Nogueira's stability, cohort", expected.get("nogueira_stability"), SelectionStability.of(selections, 40));
        CONFORMANCE.check("Mean pairwise Jaccard, cohort", structure, expected.get("mean_pairwise_jaccard").doubleValue(),
                SelectionStability.meanPairwiseJaccard(selections.subList(0, 50)), TOLERANCE);
    }

    private static void check(String section, JsonNode expected, SelectionStability stability) {
        CONFORMANCE.check(section, "index", expected.get("stability").doubleValue(), stability.index(), TOLERANCE);
        CONFORMANCE.check(section, "variance", expected.get("variance").doubleValue(), stability.variance(), TOLERANCE);
        CONFORMANCE.check(section, "lower", expected.get("ci95").get(0).doubleValue(), stability.lower(0.95), TOLERANCE);
        CONFORMANCE.check(section, "upper", expected.get("ci95").get(1).doubleValue(), stability.upper(0.95), TOLERANCE);
    }

    @Test
    void equalSelectionsHaveStabilityOne() {
        SelectionStability stability = SelectionStability.of(List.of(Set.of("a", "b"), Set.of("a", "b"), Set.of("a", "b")), 10);
        assertEquals(1, stability.index(), 1e-12);
        assertEquals(1, SelectionStability.meanPairwiseJaccard(List.of(Set.of("a"), Set.of("a"))));
    }

    @Test
    void selectionsOfEverythingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SelectionStability.of(List.of(Set.of("a"), Set.of("a")), 1));
    }

    @Test
    void stabilitySelectionKeepsTheSteadyOnes() {
        SharedStatistics.assumePresent();
        FeatureTable table = SharedStatistics.table("radscore_cohort.csv");
        FeatureTable features = SharedStatistics.columnsStartingWith(table, "disc_");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "recurrence");
        StabilitySelection step = new StabilitySelection(new MutualInformationSelection(new EqualWidthBins(5), 5), 50, 0.6, 3);
        Map<String, Double> frequency = step.frequencies(features, outcome);
        List<String> kept = step.select(features, outcome).kept();
        assertTrue(!kept.isEmpty());
        frequency.forEach((name, share) -> assertEquals(share >= 0.6, kept.contains(name), name));
        assertEquals(50 * 5, frequency.values().stream().mapToDouble(share -> share * 50).sum(), 1e-9);
    }

    @Test
    void boundIsThatOfMeinshausenAndBuehlmann() {
        StabilitySelection step = new StabilitySelection(new MutualInformationSelection(new EqualWidthBins(5), 5), 50, 0.9, 3);
        assertEquals(100 / (0.8 * 1000), step.expectedFalseSelections(10, 1000), 1e-12);
    }

    @Test
    void thresholdOfOneHalfIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new StabilitySelection(new MutualInformationSelection(new EqualWidthBins(5), 5), 50, 0.5, 3));
    }

    private static final FeatureTable NOISE = Tables.of(Tables.gaussian(12, 31, 8));
    private static final BinaryOutcome OUTCOME = Tables.noisyOutcome(NOISE.column(0), 8);
    private static final MutualInformationSelection THREE = new MutualInformationSelection(new EqualWidthBins(3), 3);

    /** Keeps all, and remembers the cases of each half. */
    private record Spy(List<List<String>> seen, List<BinaryOutcome> outcomes) implements SelectionStep {
        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            seen.add(training.cases());
            outcomes.add(outcome);
            return new Selection(training.columnNames(), List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    @ParameterizedTest
    @EnumSource(StabilitySelection.Drawing.class)
    void halvesAreDifferentHalvesOfDistinctCases(StabilitySelection.Drawing drawing) {
        Spy spy = new Spy(new ArrayList<>(), new ArrayList<>());
        int[] repeated = IntStream.range(0, 62).map(i -> i % 31).toArray();
        new StabilitySelection(spy, 20, 0.6, drawing, 4).select(NOISE.rows(repeated), OUTCOME.rows(repeated));
        for (List<String> half : spy.seen) {
            assertEquals(15, half.size());
            assertEquals(15, new HashSet<>(half).size());
        }
        assertTrue(new HashSet<>(spy.seen).size() > 15, "halves repeat");
    }

    @Test
    void stratifiedHalvesHaveHalfOfTheEvents() {
        Spy spy = new Spy(new ArrayList<>(), new ArrayList<>());
        new StabilitySelection(spy, 20, 0.6, 4).select(NOISE, OUTCOME);
        spy.outcomes.forEach(half -> assertEquals(OUTCOME.positives() / 2.0, half.positives(), 0.5));
    }

    @ParameterizedTest
    @EnumSource(StabilitySelection.Drawing.class)
    void sameSeedSameHalvesAnotherSeedOthers(StabilitySelection.Drawing drawing) {
        HalfSelections once = new StabilitySelection(THREE, 30, 0.6, drawing, 4).halfSelections(NOISE, OUTCOME);
        assertEquals(once, new StabilitySelection(THREE, 30, 0.6, drawing, 4).halfSelections(NOISE, OUTCOME));
        assertNotEquals(once, new StabilitySelection(THREE, 30, 0.6, drawing, 5).halfSelections(NOISE, OUTCOME));
    }

    @Test
    void resultTellsSizeBoundAndStability() {
        StabilitySelection step = new StabilitySelection(THREE, 30, 0.6, 4);
        HalfSelections halves = step.halfSelections(NOISE, OUTCOME);
        assertEquals(step.frequencies(NOISE, OUTCOME), halves.frequencies());
        assertEquals(3, halves.meanSelected());
        assertEquals(9 / (0.2 * 12), step.expectedFalseSelections(halves.meanSelected(), halves.candidates().size()), 1e-12);
        assertEquals(SelectionStability.of(halves.selections(), 12), halves.stability());
    }

    @Test
    void selectionOfWhatWasNoCandidateIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new HalfSelections(List.of("a"), List.of(Set.of("b"))));
    }

    @Test
    void severalStepsRunInEveryHalf() {
        StepsInOrder steps = new StepsInOrder(List.of(new NamedFeatures(List.of("d", "c", "b")),
                new MutualInformationSelection(new EqualWidthBins(3), 1)));
        HalfSelections halves = new StabilitySelection(steps, 30, 0.6, 4).halfSelections(NOISE, OUTCOME);
        assertEquals(1, halves.meanSelected());
        assertTrue(Set.of("b", "c", "d").containsAll(halves.selections().stream().flatMap(Set::stream).toList()));
    }

    @Test
    void stepsInOrderAreTheStepsOfARecipe() {
        NamedFeatures named = new NamedFeatures(List.of("d", "c", "b"));
        Selection all = new StepsInOrder(List.of(named, THREE)).select(NOISE, OUTCOME);
        List<Selection> each = RadscoreRecipe.selecting(named).then(THREE).select(NOISE, OUTCOME);
        assertEquals(each.get(1).kept(), all.kept());
        assertEquals(12, all.kept().size() + all.dropped().size());
    }
}
