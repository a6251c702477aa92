package io.github.radiomics4j.validation.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InteractionTest {
    /** In the order of groups: low/low, high/low, low/high, high/high. */
    private static final int[] HUNDREDS = {100, 100, 100, 100};

    /** A case for each count, in exposures coded 0 and 1. */
    private record Table(double[] first, double[] second, BinaryOutcome outcome) {

        static Table of(int[] events, int[] nonEvents) {
            List<int[]> cases = new ArrayList<>();
            for (int g = 0; g < 4; g++) {
                for (int i = 0; i < events[g] + nonEvents[g]; i++) {
                    cases.add(new int[] {g % 2, g / 2, i < events[g] ? 1 : 0});
                }
            }
            return new Table(cases.stream().mapToDouble(c -> c[0]).toArray(), cases.stream().mapToDouble(c -> c[1]).toArray(),
                    BinaryOutcome.of(cases.stream().mapToInt(c -> c[2]).toArray()));
        }

        CutOffGroups groups() {
            return CutOffGroups.at(first, 0.5, second, 0.5, outcome);
        }

        AdditiveInteraction measures() {
            return AdditiveInteraction.of(groups(), 0.95);
        }
    }

    @Test
    void oddsRatiosThatAddUpShowNoAdditiveInteraction() {
        AdditiveInteraction measures = Table.of(new int[] {10, 20, 30, 40}, HUNDREDS).measures(); // 1, 2, 3, 4 = 2 + 3 − 1
        assertEquals(0, measures.reri().estimate(), 1e-9);
        assertEquals(0, measures.attributableProportion().estimate(), 1e-9);
        assertEquals(1, measures.synergy().orElseThrow().estimate(), 1e-9);
    }

    @Test
    void oddsRatiosThatMultiplyShowNoMultiplicativeInteraction() {
        Table table = Table.of(new int[] {10, 20, 30, 60}, HUNDREDS); // 1, 2, 3, 6 = 2 · 3
        assertEquals(1, table.measures().multiplicative().estimate(), 1e-9);
        assertEquals(1, ProductTermTest.of(table.groups()).test().p(), 1e-4);
    }

    @Test
    void standardErrorOfTheProductIsWoolfs() {
        int[] events = {10, 20, 30, 60};
        double variance = IntStream.range(0, 4).mapToDouble(g -> 1.0 / events[g] + 1.0 / HUNDREDS[g]).sum();
        assertEquals(Math.sqrt(variance), Table.of(events, HUNDREDS).measures().multiplicative().standardError(), 1e-9);
    }

    /** The delta method against the gradient by differences: RERI and AP as functions of the four logits, which are independent. */
    @Test
    void standardErrorsAreThoseOfTheNumericalGradient() {
        int[] events = {10, 25, 18, 60};
        int[] nonEvents = {90, 80, 110, 70};
        AdditiveInteraction measures = Table.of(events, nonEvents).measures();
        double[] variance = new double[3];
        for (int g = 0; g < 4; g++) {
            double h = 1e-5;
            double[] up = measuresOfLogits(events, nonEvents, g, h);
            double[] down = measuresOfLogits(events, nonEvents, g, -h);
            for (int m = 0; m < 3; m++) {
                double slope = (up[m] - down[m]) / (2 * h);
                variance[m] += slope * slope * (1.0 / events[g] + 1.0 / nonEvents[g]);
            }
        }
        assertEquals(Math.sqrt(variance[0]), measures.reri().standardError(), 1e-7);
        assertEquals(Math.sqrt(variance[1]), measures.attributableProportion().standardError(), 1e-7);
        assertEquals(Math.sqrt(variance[2]), measures.synergy().orElseThrow().standardError(), 1e-7);
    }

    /** RERI, AP and ln S from the groups' odds, one of them moved by a little on the logarithm. */
    private static double[] measuresOfLogits(int[] events, int[] nonEvents, int moved, double by) {
        double[] odds = new double[4];
        Arrays.setAll(odds, g -> (double) events[g] / nonEvents[g] * (g == moved ? Math.exp(by) : 1));
        double a = odds[1] / odds[0];
        double b = odds[2] / odds[0];
        double ab = odds[3] / odds[0];
        return new double[] {ab - a - b + 1, (ab - a - b + 1) / ab, Math.log((ab - 1) / (a + b - 2))};
    }

    @Property(tries = 100)
    void measuresDoNotDependOnWhichScoreIsFirst(@ForAll @Size(8) List<@IntRange(min = 1, max = 30) Integer> counts) {
        int[] events = counts.subList(0, 4).stream().mapToInt(Integer::intValue).toArray();
        int[] nonEvents = counts.subList(4, 8).stream().mapToInt(Integer::intValue).toArray();
        Table table = Table.of(events, nonEvents);
        AdditiveInteraction one = table.measures();
        AdditiveInteraction other = new Table(table.second(), table.first(), table.outcome()).measures();
        assertClose(one.firstOnly().estimate(), other.secondOnly().estimate());
        assertClose(one.reri().estimate(), other.reri().estimate());
        assertClose(one.reri().standardError(), other.reri().standardError());
        assertClose(one.attributableProportion().estimate(), other.attributableProportion().estimate());
        assertClose(one.multiplicative().interval().upper(), other.multiplicative().interval().upper());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-6 * Math.max(1, Math.abs(expected))); // two Newton fits
    }

    @Test
    void synergyIsEmptyWhereAScorePrevents() {
        AdditiveInteraction measures = Table.of(new int[] {40, 20, 30, 50}, HUNDREDS).measures(); // 1, ½, ¾, 1¼
        assertTrue(measures.synergy().isEmpty());
        assertEquals(1.25 - 0.5 - 0.75 + 1, measures.reri().estimate(), 1e-9);
    }

    @Test
    void groupWithoutEventsIsNamed() {
        CutOffGroups groups = Table.of(new int[] {10, 0, 30, 40}, new int[] {100, 7, 100, 100}).groups();
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> AdditiveInteraction.of(groups, 0.95));
        assertTrue(e.getMessage().contains("high/low has 0 events in 7 cases"), e.getMessage());
    }

    @Test
    void groupWithoutCasesIsNamed() {
        CutOffGroups groups = Table.of(new int[] {10, 20, 0, 40}, new int[] {100, 100, 0, 100}).groups();
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> ProductTermTest.of(groups));
        assertTrue(e.getMessage().contains("low/high has 0 events in 0 cases"), e.getMessage());
    }

    @Test
    void pearsonsTestLeavesGroupsWithoutCasesOut() {
        CutOffGroups.PearsonTest test = Table.of(new int[] {10, 20, 0, 40}, new int[] {100, 100, 0, 100}).groups().pearsonTest();
        assertEquals(2, test.degreesOfFreedom());
        assertTrue(test.pValue() > 0 && test.pValue() < 1, "p " + test.pValue());
    }

    @Test
    void pearsonsTestOfOneGroupIsRefused() {
        CutOffGroups groups = Table.of(new int[] {10, 0, 0, 0}, new int[] {20, 0, 0, 0}).groups();
        InvalidInputException e = assertThrows(InvalidInputException.class, groups::pearsonTest);
        assertTrue(e.getMessage().contains("all 30 cases are in the group low/low"), e.getMessage());
    }

    @Test
    void equalRatesHaveNoPearsonStatistic() {
        CutOffGroups.PearsonTest test = Table.of(new int[] {10, 20, 30, 40}, new int[] {30, 60, 90, 120}).groups().pearsonTest();
        assertEquals(0, test.chiSquared(), 1e-12);
        assertEquals(10, test.smallestExpected(), 1e-12);
    }

    @Test
    void scoreAtItsCutOffIsHigh() {
        double[] one = {1, 0};
        assertEquals(CutOffGroup.HIGH_LOW,
                CutOffGroups.at(one, 1, new double[] {1, 3}, 2, BinaryOutcome.of(new int[] {1, 0})).groupOf(0));
    }

    @Test
    void cutOffsChosenOnTheCasesAreMarked() {
        double[] scores = {1, 2, 3, 4, 5, 6};
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 1, 0, 1, 1});
        assertTrue(CutOffGroups.byYouden(scores, scores, outcome).isDataDriven());
        assertTrue(!CutOffGroups.at(scores, 3.5, scores, 3.5, outcome).isDataDriven());
    }

    @Test
    void fallingScoreHasNoYoudenCutOff() {
        double[] rising = {1, 2, 3, 4};
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 1, 1});
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> CutOffGroups.byYouden(rising, new double[] {4, 3, 2, 1}, outcome));
        assertTrue(e.getMessage().contains("second score has no Youden cut-off"), e.getMessage());
    }

    @Test
    void productTestDoesNotDependOnTheZeroOfTheScores() {
        SplittableRandom random = new SplittableRandom(11);
        double[] first = random.doubles(80).toArray();
        double[] second = random.doubles(80).toArray();
        BinaryOutcome outcome = BinaryOutcome.of(IntStream.range(0, 80)
                .map(i -> random.nextDouble() < 0.2 + 0.5 * first[i] * second[i] ? 1 : 0).toArray());
        ProductTermTest test = ProductTermTest.of(first, second, outcome);
        ProductTermTest shifted = ProductTermTest.of(Arrays.stream(first).map(x -> x - 3).toArray(),
                Arrays.stream(second).map(x -> x + 5).toArray(), outcome);
        assertEquals(test.test().chiSquare(), shifted.test().chiSquare(), 1e-7);
        assertEquals(test.coefficient(), shifted.coefficient(), 1e-6);
    }

    @Test
    void predictorCalledLikeAScoreIsRefused() {
        double[] x = {1, 2, 3, 4};
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ProductTermTest.of(x, x,
                Map.of(ProductTermTest.SECOND, x), BinaryOutcome.of(new int[] {0, 1, 0, 1})));
        assertTrue(e.getMessage().contains("\"second score\""), e.getMessage());
    }

    @Test
    void scoreThatIsNoNumberIsNamed() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> CutOffGroups.at(new double[] {1, 2}, 1,
                new double[] {1, Double.NaN}, 1, BinaryOutcome.of(new int[] {0, 1})));
        assertTrue(e.getMessage().contains("second score in row 1 is NaN"), e.getMessage());
    }
}
