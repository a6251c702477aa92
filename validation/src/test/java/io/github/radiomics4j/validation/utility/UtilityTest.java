package io.github.radiomics4j.validation.utility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import org.junit.jupiter.api.Test;

class UtilityTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1});
    private static final PredictedRisks BEFORE = PredictedRisks.of(new double[] {0.1, 0.3, 0.5, 0.3, 0.5}, OUTCOME);
    private static final PredictedRisks AFTER = PredictedRisks.of(new double[] {0.05, 0.5, 0.2, 0.6, 0.5}, OUTCOME);

    @Test
    void aCaseAtTheThresholdIsTreated() {
        DecisionCurve.Point point = DecisionCurve.of(BEFORE, 0.5).points().get(0);
        assertEquals(0.2, point.truePositives(), 1e-15);
        assertEquals(0.2, point.falsePositives(), 1e-15);
        assertEquals(0, point.netBenefit(), 1e-15);
    }

    @Test
    void perfectRisksAreWorthThePrevalenceAtEveryThreshold() {
        PredictedRisks perfect = PredictedRisks.of(new double[] {0, 0, 0, 1, 1}, OUTCOME);
        for (DecisionCurve.Point point : DecisionCurve.of(perfect, 0.01, 0.5, 0.99).points()) {
            assertEquals(0.4, point.netBenefit());
            assertEquals(1, point.standardised());
        }
    }

    @Test
    void aCaseControlStudyOfThePopulationsPrevalenceIsACohort() {
        DecisionCurve.Point cohort = DecisionCurve.of(BEFORE, 0.3).points().get(0);
        DecisionCurve.Point sampled = DecisionCurve.ofCaseControl(BEFORE, 0.4, 0.3).points().get(0);
        assertEquals(cohort.netBenefit(), sampled.netBenefit(), 1e-15);
    }

    @Test
    void wrongThresholdsAndPrevalencesAreRefused() {
        for (double bad : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> DecisionCurve.of(BEFORE, 0.2, bad));
            assertThrows(IllegalArgumentException.class, () -> DecisionCurve.ofCaseControl(BEFORE, bad, 0.2));
        }
        assertThrows(IllegalArgumentException.class, () -> DecisionCurve.of(BEFORE));
        PredictedRisks one = PredictedRisks.of(new double[] {0.1, 0.2}, BinaryOutcome.of(new int[] {0, 0}));
        assertThrows(InvalidInputException.class, () -> DecisionCurve.ofCaseControl(one, 0.2, 0.2));
    }

    @Test
    void movesAreCountedByClass() {
        assertEquals(new NetReclassification(2, 1, 0, 3, 1, 2), NetReclassification.continuous(BEFORE, AFTER));
        assertEquals(new NetReclassification(2, 1, 0, 3, 1, 1), NetReclassification.categorical(BEFORE, AFTER, 0.4));
    }

    @Test
    void aModelAgainstItselfImprovesNothing() {
        NetReclassification none = NetReclassification.continuous(BEFORE, BEFORE);
        assertEquals(0, none.total().value());
        assertTrue(Double.isNaN(none.total().z()));
        assertEquals(0, DiscriminationImprovement.between(BEFORE, BEFORE).total().value());
    }

    @Test
    void theIntegratedImprovementIsTheDifferenceOfSlopes() {
        DiscriminationImprovement idi = DiscriminationImprovement.between(BEFORE, AFTER);
        assertEquals(0.4 - 0.3, idi.slopeBefore(), 1e-15);
        assertEquals(0.55 - 0.25, idi.slopeAfter(), 1e-15);
        assertEquals(idi.slopeAfter() - idi.slopeBefore(), idi.total().value(), 1e-15);
    }

    @Test
    void aClassWithoutCasesHasNoPart() {
        PredictedRisks one = PredictedRisks.of(new double[] {0.1, 0.2}, BinaryOutcome.of(new int[] {0, 0}));
        assertTrue(Double.isNaN(NetReclassification.continuous(one, one).ofEvents().value()));
        assertTrue(Double.isNaN(DiscriminationImprovement.between(one, one).ofEvents().value()));
    }

    @Test
    void otherCasesAndWrongLimitsAreRefused() {
        PredictedRisks other = PredictedRisks.of(AFTER.risks(), BinaryOutcome.of(new int[] {1, 0, 0, 0, 1}));
        PredictedRisks fewer = PredictedRisks.of(new double[] {0.1}, BinaryOutcome.of(new int[] {0}));
        assertThrows(IllegalArgumentException.class, () -> NetReclassification.continuous(BEFORE, other));
        assertThrows(IllegalArgumentException.class, () -> NetReclassification.categorical(BEFORE, fewer, 0.4));
        assertThrows(IllegalArgumentException.class, () -> DiscriminationImprovement.between(BEFORE, other));
        assertThrows(IllegalArgumentException.class, () -> NetReclassification.categorical(BEFORE, AFTER));
        assertThrows(IllegalArgumentException.class, () -> NetReclassification.categorical(BEFORE, AFTER, 0.4, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new NetReclassification(2, 2, 1, 3, 0, 0));
    }
}
