package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeLongTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
    private static final double[] SEPARATING = {1, 2, 3, 4, 5, 6};
    private static final double[] MIXED = {1, 4, 3, 2, 5, 6};

    @Test
    void completeSeparationHasVarianceZeroAndNoLogitInterval() {
        AucInterval interval = DeLong.interval(SEPARATING, OUTCOME, 0.95);
        assertEquals(new AucInterval(1, 0, new Interval(1, 1, 0.95), Optional.empty()), interval);
    }

    @Test
    void aScoreOfOneValueHasVarianceZero() {
        AucInterval interval = DeLong.interval(new double[6], OUTCOME, 0.95);
        assertEquals(0.5, interval.auc());
        assertEquals(0, interval.variance());
        assertEquals(new Interval(0.5, 0.5, 0.95), interval.logit().orElseThrow());
    }

    @Test
    void thePlainIntervalEndsAtOneTheLogitIntervalBefore() {
        AucInterval interval = DeLong.interval(MIXED, OUTCOME, 0.95);
        assertEquals(1, interval.plain().upper());
        assertTrue(interval.logit().orElseThrow().upper() < 1);
    }

    @Test
    void varianceAgreesWithTheDefinitionOnASmallExample() {
        // V10 = 1/3, 1, 1 and V01 = 1, 2/3, 2/3, both with mean 7/9
        double v10 = (Math.pow(1 / 3.0 - 7 / 9.0, 2) + 2 * Math.pow(1 - 7 / 9.0, 2)) / 2;
        double v01 = (Math.pow(1 - 7 / 9.0, 2) + 2 * Math.pow(2 / 3.0 - 7 / 9.0, 2)) / 2;
        assertEquals(v10 / 3 + v01 / 3, DeLong.interval(MIXED, OUTCOME, 0.95).variance(), 1e-15);
    }

    @Test
    void aWiderLevelGivesAWiderInterval() {
        assertTrue(DeLong.interval(MIXED, OUTCOME, 0.99).plain().lower() < DeLong.interval(MIXED, OUTCOME, 0.9).plain().lower());
    }

    @Test
    void aScoreAgainstItselfHasNoTest() {
        PairedAucTest test = DeLong.pairedTest(MIXED, Arrays.stream(MIXED).map(Math::exp).toArray(), OUTCOME);
        assertEquals(0, test.difference());
        assertEquals(0, test.standardError());
        assertTrue(Double.isNaN(test.z()) && Double.isNaN(test.pValue()));
    }

    @Test
    void scoresThatBothSeparateHaveNoUnpairedTest() {
        UnpairedAucTest test = DeLong.unpairedTest(SEPARATING, OUTCOME, SEPARATING, OUTCOME);
        assertTrue(Double.isNaN(test.t()) && Double.isNaN(test.degreesOfFreedom()) && Double.isNaN(test.pValue()));
    }

    @Test
    void exchangedScoresTurnTheSignOnly() {
        double[] other = {2, 1, 6, 3, 4, 5};
        PairedAucTest there = DeLong.pairedTest(MIXED, other, OUTCOME);
        PairedAucTest back = DeLong.pairedTest(other, MIXED, OUTCOME);
        assertEquals(there.z(), -back.z());
        assertEquals(there.pValue(), back.pValue());
    }

    @Test
    void theStandardErrorIsThatOfVariancesAndCovariance() {
        PairedAucTest test = DeLong.pairedTest(MIXED, new double[] {2, 1, 6, 3, 4, 5}, OUTCOME);
        assertEquals(Math.sqrt(test.varianceA() + test.varianceB() - 2 * test.covariance()), test.standardError(), 1e-15);
    }

    @Test
    void theOverallTestOfTwoScoresIsThePairedTest() {
        double[] other = {2, 1, 6, 3, 4, 5};
        OverallAucTest overall = DeLong.overallTest(OUTCOME, MIXED, other);
        PairedAucTest paired = DeLong.pairedTest(MIXED, other, OUTCOME);
        assertEquals(paired.z() * paired.z(), overall.chiSquared(), 1e-12);
        assertEquals(paired.pValue(), overall.pValue(), 1e-12);
    }

    @Test
    void theOverallTestDoesNotDependOnTheOrderOfScores() {
        double[] second = {2, 1, 6, 3, 4, 5};
        double[] third = {1, 2, 5, 6, 3, 4};
        assertEquals(DeLong.overallTest(OUTCOME, MIXED, second, third).chiSquared(),
                DeLong.overallTest(OUTCOME, third, MIXED, second).chiSquared(), 1e-12);
    }

    @Test
    void theOverallTestIsUndefinedWithAScoreGivenTwice() {
        double[] other = {2, 1, 6, 3, 4, 5};
        OverallAucTest test = DeLong.overallTest(OUTCOME, MIXED, other, MIXED);
        assertTrue(Double.isNaN(test.chiSquared()) && Double.isNaN(test.pValue()), test.toString());
        assertThrows(IllegalArgumentException.class, () -> DeLong.overallTest(OUTCOME, MIXED));
    }

    @Test
    void fewerThanTwoCasesOfAClassAreRefused() {
        BinaryOutcome oneEvent = BinaryOutcome.of(new int[] {0, 0, 0, 0, 0, 1});
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> DeLong.interval(MIXED, oneEvent, 0.95));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().contains("1 positive"), e.getMessage());
        assertThrows(InvalidInputException.class, () -> DeLong.pairedTest(MIXED, SEPARATING, oneEvent));
    }

    @Test
    void wrongLevelsLengthsAndScoresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DeLong.interval(MIXED, OUTCOME, 95));
        assertThrows(IllegalArgumentException.class, () -> DeLong.pairedTest(MIXED, new double[5], OUTCOME));
        double[] broken = MIXED.clone();
        broken[4] = Double.NaN;
        assertEquals(Problem.NONFINITE_VALUES,
                assertThrows(InvalidInputException.class, () -> DeLong.pairedTest(MIXED, broken, OUTCOME)).problem());
    }

    @Test
    void wrongCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new CutOff(0, -1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0, 0.95));
    }
}
