package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 1, 0, 1});

    @Test
    void thresholdsAreMidpointsBetweenInfinities() {
        List<Roc.Point> points = Roc.of(new double[] {1, 2, 2, 5}, OUTCOME).points();
        assertEquals(List.of(new Roc.Point(Double.NEGATIVE_INFINITY, 1, 0), new Roc.Point(1.5, 1, 0.5), new Roc.Point(3.5, 0.5, 1),
                new Roc.Point(Double.POSITIVE_INFINITY, 0, 1)), points);
    }

    @Test
    void tiesCountOneHalf() {
        assertEquals(3.5 / 4, Roc.of(new double[] {1, 2, 2, 5}, OUTCOME).auc());
    }

    @Test
    void aScoreOfOneValueSaysNothing() {
        Roc roc = Roc.of(new double[] {7, 7, 7, 7}, OUTCOME);
        assertEquals(0.5, roc.auc());
        assertEquals(2, roc.points().size());
        assertEquals(new CutOff(Double.NEGATIVE_INFINITY, 2, 0, 0, 2), roc.youden());
    }

    @Test
    void completeSeparationHasAucOne() {
        assertEquals(1.0, Roc.of(new double[] {1, 3, 2, 4}, OUTCOME).auc());
    }

    @Test
    void directionIsNeverTurnedRound() {
        assertEquals(0.0, Roc.of(new double[] {3, 1, 4, 2}, OUTCOME).auc());
    }

    @Test
    void neighbouringDoublesAreStillSeparatedByTheirThreshold() {
        double lower = 1.0;
        double upper = Math.nextUp(lower);
        CutOff youden = Roc.of(new double[] {lower, upper, lower, upper}, OUTCOME).youden();
        assertEquals(new CutOff(upper, 2, 0, 2, 0), youden);
    }

    @Test
    void midpointsOfHugeScoresDoNotOverflow() {
        double huge = Double.MAX_VALUE;
        assertEquals(new CutOff(0.9 * huge, 2, 0, 2, 0), Roc.of(new double[] {0.8 * huge, huge, 0.8 * huge, huge}, OUTCOME).youden());
    }

    @Test
    void zerosOfEitherSignAreEqual() {
        assertEquals(0.5, Roc.of(new double[] {0.0, -0.0, 0.0, -0.0}, OUTCOME).auc());
        assertEquals(2, Roc.of(new double[] {-0.0, 0.0, -0.0, 0.0}, OUTCOME).points().size());
    }

    @Test
    void ofEqualYoudenIndicesTheLowestThresholdIsTaken() {
        CutOff youden = Roc.of(new double[] {1, 2, 3, 4}, OUTCOME).youden();
        assertEquals(1.5, youden.threshold());
        assertEquals(0.5, youden.youdenIndex());
    }

    @Test
    void aGivenThresholdCallsScoresAtItPositive() {
        Roc roc = Roc.of(new double[] {1, 2, 2, 5}, OUTCOME);
        assertEquals(new CutOff(2, 2, 0, 1, 1), roc.at(2));
        assertEquals(new CutOff(2.5, 1, 1, 2, 0), roc.at(2.5));
        assertThrows(IllegalArgumentException.class, () -> roc.at(Double.NaN));
    }

    @Test
    void predictiveValueWithoutCasesCalledPositiveIsUndefined() {
        CutOff none = Roc.of(new double[] {1, 2, 2, 5}, OUTCOME).at(Double.POSITIVE_INFINITY);
        assertTrue(Double.isNaN(none.positivePredictiveValue().estimate()));
        assertEquals(new Interval(0, 1, 0.95), none.positivePredictiveValue().wilson(0.95));
    }

    @Test
    void oneClassIsRefused() {
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> Roc.of(new double[] {1, 2}, BinaryOutcome.of(new int[] {1, 1})));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().contains("2 positive and 0 negative"), e.getMessage());
    }

    @Test
    void scoresThatAreNoNumbersAreRefusedWithTheirRow() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            InvalidInputException e = assertThrows(InvalidInputException.class, () -> Roc.of(new double[] {1, 2, bad, 4}, OUTCOME));
            assertEquals(Problem.NONFINITE_VALUES, e.problem());
            assertTrue(e.getMessage().contains("row 2 is " + bad), e.getMessage());
        }
    }

    @Test
    void lengthsThatDifferAreRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Roc.of(new double[] {1, 2, 3}, OUTCOME));
        assertTrue(e.getMessage().contains("3 scores") && e.getMessage().contains("4 cases"), e.getMessage());
    }
}
