package io.github.radiomics4j.validation.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 1, 0, 0, 1, 1});
    private static final PredictedRisks RISKS = PredictedRisks.of(new double[] {0.1, 0.3, 0.4, 0.5, 0.6, 0.9}, OUTCOME);

    private static Problem problem(Runnable call) {
        return assertThrows(InvalidInputException.class, call::run).problem();
    }

    @Test
    void risksOutsideZeroToOneAreRefusedWithTheirRow() {
        for (double bad : new double[] {-0.01, 1.01, 30}) {
            InvalidInputException e = assertThrows(InvalidInputException.class,
                    () -> PredictedRisks.of(new double[] {0.1, bad}, BinaryOutcome.of(new int[] {0, 1})));
            assertEquals(Problem.TABLE_INVALID, e.problem());
            assertTrue(e.getMessage().contains("was " + bad + " in row 1"), e.getMessage());
        }
    }

    @Test
    void risksThatAreNoNumbersAreRefused() {
        BinaryOutcome two = BinaryOutcome.of(new int[] {0, 1});
        assertEquals(Problem.NONFINITE_VALUES, problem(() -> PredictedRisks.of(new double[] {0.1, Double.NaN}, two)));
        assertEquals(Problem.NONFINITE_VALUES, problem(() -> PredictedRisks.ofScores(new double[] {0.1, Double.POSITIVE_INFINITY}, two)));
        assertEquals(Problem.TABLE_INVALID, problem(() -> PredictedRisks.of(new double[0], BinaryOutcome.of(new int[0]))));
        assertThrows(IllegalArgumentException.class, () -> PredictedRisks.of(new double[1], two));
    }

    @Test
    void scoresAreLogOdds() {
        PredictedRisks risks = PredictedRisks.ofScores(new double[] {0, Math.log(3), 800}, BinaryOutcome.of(new int[] {0, 1, 1}));
        assertArrayEquals(new double[] {0.5, 0.75, 1}, risks.risks(), 1e-15);
        assertArrayEquals(new double[] {0, Math.log(3), 800}, risks.logOdds());
    }

    @Test
    void risksOfExactlyZeroOrOneHaveNoLineButABrierScoreAndATest() {
        Calibration calibration = new Calibration(PredictedRisks.of(new double[] {0, 0.3, 0.4, 0.5, 0.6, 1}, OUTCOME));
        InvalidInputException e = assertThrows(InvalidInputException.class, calibration::line);
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().contains("row 0 is 0.0"), e.getMessage());
        assertEquals(Problem.TABLE_INVALID, problem(calibration::inTheLarge));
        assertEquals((0.49 + 0.16 + 0.25 + 0.16) / 6, calibration.brier().score(), 1e-15);
        assertTrue(Double.isFinite(calibration.spiegelhalter().z()));
    }

    @Test
    void separatedOneClassAndConstantRisksHaveNoLine() {
        BinaryOutcome sorted = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
        assertEquals(Problem.TABLE_INVALID, problem(new Calibration(PredictedRisks.of(RISKS.risks(), sorted))::line));
        BinaryOutcome one = BinaryOutcome.of(new int[] {1, 1, 1, 1, 1, 1});
        assertEquals(Problem.TABLE_INVALID, problem(new Calibration(PredictedRisks.of(RISKS.risks(), one))::inTheLarge));
        Calibration constant = new Calibration(PredictedRisks.of(new double[] {0.4, 0.4, 0.4, 0.4, 0.4, 0.4}, OUTCOME));
        assertEquals(Problem.TABLE_INVALID, problem(constant::line));
        assertEquals(-Math.log(0.4 / 0.6), constant.inTheLarge().value(), 1e-9);
        assertEquals(0.1, constant.curve().integratedCalibrationIndex(), 1e-12);
    }

    @Test
    void risksOfAHalfHaveNoSpiegelhalterTest() {
        Calibration calibration = new Calibration(PredictedRisks.of(new double[] {0.5, 0.5}, BinaryOutcome.of(new int[] {0, 1})));
        assertTrue(Double.isNaN(calibration.spiegelhalter().z()) && Double.isNaN(calibration.spiegelhalter().pValue()));
    }

    @Test
    void spiegelhaltersDifferenceIsTheBrierScoreLessItsExpectation() {
        double expected = 0;
        for (double risk : RISKS.risks()) {
            expected += risk * (1 - risk) / 6;
        }
        Calibration calibration = new Calibration(RISKS);
        assertEquals(calibration.brier().score() - expected, calibration.spiegelhalter().value(), 1e-15);
    }

    @Test
    void theScaledBrierScoreIsUndefinedForOneClass() {
        BinaryOutcome one = BinaryOutcome.of(new int[] {1, 1, 1, 1, 1, 1});
        assertTrue(Double.isNaN(new Calibration(PredictedRisks.of(RISKS.risks(), one)).brier().scaled()));
    }

    @Test
    void perfectPredictionsHaveABrierScoreOfZeroAndScaledOne() {
        BrierScore perfect = BrierScore.of(PredictedRisks.of(new double[] {0, 1, 0, 0, 1, 1}, OUTCOME));
        assertEquals(0, perfect.score());
        assertEquals(1, perfect.scaled());
        assertEquals(perfect.uncertainty(), perfect.resolution(), 1e-15);
    }

    @Test
    void expectedOverObservedTellsTooHighFromTooLow() {
        assertEquals(2.8 / 3, new Calibration(RISKS).expectedOverObserved(), 1e-15);
        BinaryOutcome none = BinaryOutcome.of(new int[6]);
        assertEquals(Double.POSITIVE_INFINITY, new Calibration(PredictedRisks.of(RISKS.risks(), none)).expectedOverObserved());
    }

    @Test
    void equalRisksAreInOneGroupWhateverTheirOrder() {
        double[] risks = {0.2, 0.2, 0.7, 0.2, 0.9, 0.7};
        for (RiskGrouping grouping : List.of(new RankGroups(4), new QuantileGroups(4))) {
            int[] group = grouping.groupOf(risks);
            assertEquals(group[0], group[1]);
            assertEquals(group[0], group[3]);
            assertEquals(group[2], group[5]);
            assertTrue(group[0] < group[2] && group[2] < group[4], grouping.toString());
        }
    }

    @Test
    void fewerThanThreeGroupsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RankGroups(2));
        assertThrows(IllegalArgumentException.class, () -> new QuantileGroups(2));
    }

    @Test
    void groupsWithoutCasesAreLeftOut() {
        HosmerLemeshow test = HosmerLemeshow.of(PredictedRisks.of(new double[] {0.4, 0.4, 0.4, 0.4, 0.4, 0.4}, OUTCOME), new RankGroups(10));
        assertEquals(1, test.groups().size());
        assertEquals(0.36 / (2.4 * 0.6), test.chiSquared(), 1e-12);
        assertTrue(Double.isNaN(test.pValue()));
    }

    @Test
    void anEventThatRisksExcludeMakesTheStatisticInfinite() {
        PredictedRisks risks = PredictedRisks.of(new double[] {0, 0.5, 1}, BinaryOutcome.of(new int[] {1, 0, 1}));
        HosmerLemeshow test = HosmerLemeshow.of(risks, new RankGroups(3));
        assertEquals(Double.POSITIVE_INFINITY, test.chiSquared());
        assertEquals(0, test.pValue());
    }

    @Test
    void newCasesSpendNoDegreesOfFreedom() {
        HosmerLemeshow test = HosmerLemeshow.of(RISKS, new RankGroups(3));
        assertEquals(1, test.degreesOfFreedom());
        assertTrue(test.pValueOfNewCases() > test.pValue());
    }

    @Test
    void theCurveIsUndefinedBeyondTheRisks() {
        CalibrationCurve curve = new Calibration(RISKS).curve();
        assertTrue(Double.isNaN(curve.at(0.05)) && Double.isNaN(curve.at(0.95)));
        assertEquals(curve.observed()[2], curve.at(0.4));
        assertEquals((curve.observed()[0] + curve.observed()[1]) / 2, curve.at(0.2), 1e-12);
    }
}
