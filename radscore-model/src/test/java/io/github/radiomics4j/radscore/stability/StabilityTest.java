package io.github.radiomics4j.radscore.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
