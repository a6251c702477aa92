package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocMeasuresTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
    private static final Roc SEPARATING = Roc.of(new double[] {1, 2, 3, 4, 5, 6}, OUTCOME);
    private static final Roc CONSTANT = Roc.of(new double[6], OUTCOME);
    private static final Roc INVERTED = Roc.of(new double[] {6, 5, 4, 3, 2, 1}, OUTCOME);

    @Test
    void hanleyAndMcNeilKnowNoSpreadAtCompleteSeparation() {
        assertEquals(0, HanleyMcNeil.standardError(1, 20, 30));
        assertEquals(0, HanleyMcNeil.standardError(0, 20, 30));
        assertEquals(new Interval(1, 1, 0.95), HanleyMcNeil.interval(1, 20, 30, 0.95));
    }

    @Test
    void hanleyAndMcNeilAgreeWithTheNullSpreadOfRanksAtOneHalf() {
        // at A = 1/2 the formula is (m + n + 1) / (12 m n), the variance of Mann and Whitney
        assertEquals(Math.sqrt(51.0 / (12 * 20 * 30)), HanleyMcNeil.standardError(0.5, 20, 30), 1e-15);
    }

    @Test
    void hanleyAndMcNeilRefuseWhatIsNoAuc() {
        assertThrows(IllegalArgumentException.class, () -> HanleyMcNeil.standardError(1.1, 20, 30));
        assertThrows(IllegalArgumentException.class, () -> HanleyMcNeil.standardError(Double.NaN, 20, 30));
        assertThrows(IllegalArgumentException.class, () -> HanleyMcNeil.standardError(0.5, 0, 30));
    }

    @Test
    void partialAreasOfAPerfectScoreFillTheirRange() {
        PartialAuc area = PartialAuc.overSpecificity(SEPARATING, 0.9, 1);
        assertEquals(0.1, area.area(), 1e-15);
        assertEquals(1, area.corrected(), 1e-12);
        assertEquals(0.2, PartialAuc.overSensitivity(SEPARATING, 0.8, 1).area(), 1e-15);
    }

    @Test
    void partialAreaOfAConstantScoreIsThatOfChance() {
        PartialAuc area = PartialAuc.overSpecificity(CONSTANT, 0.9, 1);
        assertEquals(0.005, area.area(), 1e-15);
        assertEquals(0.005, area.ofChance(), 1e-15);
    }

    @Test
    void partialAreaBelowChanceHasNoCorrection() {
        assertTrue(Double.isNaN(PartialAuc.overSpecificity(INVERTED, 0.5, 1).corrected()));
    }

    @Test
    void partialAreaNeedsARange() {
        assertThrows(IllegalArgumentException.class, () -> PartialAuc.overSpecificity(SEPARATING, 1, 0.9));
        assertThrows(IllegalArgumentException.class, () -> PartialAuc.overSensitivity(SEPARATING, -0.1, 0.9));
        assertThrows(IllegalArgumentException.class, () -> PartialAuc.overSensitivity(SEPARATING, Double.NaN, 0.9));
    }

    @Test
    void averagePrecisionIsOneForAPerfectScoreAndThePrevalenceForAConstantOne() {
        assertEquals(1, PrecisionRecall.of(SEPARATING).averagePrecision(), 1e-15);
        assertEquals(0.5, PrecisionRecall.of(CONSTANT).averagePrecision());
        assertEquals(0.5, PrecisionRecall.of(CONSTANT).prevalence());
    }

    @Test
    void precisionRecallHasAPointForEachDistinctScore() {
        assertEquals(List.of(new PrecisionRecall.Point(Double.NEGATIVE_INFINITY, 1, 0.5)), PrecisionRecall.of(CONSTANT).points());
        assertEquals(6, PrecisionRecall.of(SEPARATING).points().size());
    }

    @Test
    void mannWhitneyCountsPairsAndIsUndefinedForAConstantScore() {
        MannWhitney test = MannWhitney.test(new double[] {1, 2, 3, 4, 5, 6}, OUTCOME);
        assertEquals(9, test.u());
        assertEquals(4.5 / Math.sqrt(9 / 12.0 * 7), test.z(), 1e-15);
        MannWhitney none = MannWhitney.test(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, OUTCOME);
        assertTrue(Double.isNaN(none.z()) && Double.isNaN(none.pValue()));
    }

    @Test
    void likelihoodRatiosHaveSimelsInterval() {
        CutOff cutOff = new CutOff(0, 26, 15, 58, 14);
        double error = Math.sqrt(1 / 26.0 - 1 / 41.0 + 1 / 14.0 - 1 / 72.0);
        Interval interval = cutOff.positiveLikelihoodRatio().interval(0.95).orElseThrow();
        double z = 1.959963984540054;
        assertEquals(Math.log(26.0 / 41 / (14.0 / 72)) - z * error, Math.log(interval.lower()), 1e-12);
        assertEquals(Math.log(26.0 / 41 / (14.0 / 72)) + z * error, Math.log(interval.upper()), 1e-12);
    }

    @Test
    void ratiosWithACountOfZeroHaveNoInterval() {
        CutOff perfect = new CutOff(0, 5, 0, 7, 0);
        assertEquals(Double.POSITIVE_INFINITY, perfect.positiveLikelihoodRatio().estimate());
        assertEquals(0, perfect.negativeLikelihoodRatio().estimate());
        assertTrue(perfect.positiveLikelihoodRatio().interval(0.95).isEmpty());
        assertTrue(perfect.negativeLikelihoodRatio().interval(0.95).isEmpty());
        assertTrue(perfect.diagnosticOddsRatio().interval(0.95).isEmpty());
    }

    @Test
    void measuresOfAPerfectCutOffAreOne() {
        CutOff perfect = new CutOff(0, 5, 0, 7, 0);
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0),
                List.of(perfect.f1Score(), perfect.balancedAccuracy(), perfect.kappa(), perfect.matthewsCorrelation()));
    }

    @Test
    void measuresWithoutDefinitionAreNaN() {
        CutOff allNegative = new CutOff(Double.POSITIVE_INFINITY, 0, 0, 7, 0);
        assertTrue(Double.isNaN(allNegative.f1Score()) && Double.isNaN(allNegative.kappa()));
        assertTrue(Double.isNaN(new CutOff(0, 3, 0, 0, 4).matthewsCorrelation()));
    }

    @Test
    void estimatesWithoutSpreadHaveNoTest() {
        Estimate estimate = new Estimate(1, 0);
        assertTrue(Double.isNaN(estimate.z()) && Double.isNaN(estimate.pValue()));
        assertEquals(new Interval(1, 1, 0.95), estimate.interval(0.95));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(1, Double.NaN).interval(0.95));
    }

    @Test
    void estimatesAreTestedAgainstAnyValue() {
        assertEquals(-2, new Estimate(0.8, 0.1).zAgainst(1), 1e-12);
        assertEquals(0.04550026389635842, new Estimate(0.8, 0.1).pValueAgainst(1), 1e-12);
    }

    @Test
    void quantilesAreThoseOfTypeSeven() {
        double[] values = {4, 1, 3, 2};
        assertEquals(1, Quantile.of(values, 0));
        assertEquals(1.75, Quantile.of(values, 0.25));
        assertEquals(4, Quantile.of(values, 1));
        assertEquals(Double.NEGATIVE_INFINITY, Quantile.of(new double[] {Double.NEGATIVE_INFINITY, 1}, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Quantile.of(new double[0], 0.5));
        assertThrows(IllegalArgumentException.class, () -> Quantile.of(new double[] {1, Double.NaN}, 0.5));
    }

    @Test
    void contrastsNeedOneFiniteWeightPerScore() {
        double[] scores = {1, 4, 3, 2, 5, 6};
        assertThrows(IllegalArgumentException.class, () -> DeLong.contrastTest(new double[][] {{1}}, OUTCOME, scores, scores));
        assertThrows(IllegalArgumentException.class, () -> DeLong.contrastTest(new double[0][], OUTCOME, scores));
        assertThrows(IllegalArgumentException.class, () -> DeLong.contrastTest(new double[][] {{Double.NaN}}, OUTCOME, scores));
    }

    @Test
    void aContrastOfOneScoreIsItsAuc() {
        double[] scores = {1, 4, 3, 2, 5, 6};
        AucContrastTest test = DeLong.contrastTest(new double[][] {{1}}, OUTCOME, scores);
        AucInterval interval = DeLong.interval(scores, OUTCOME, 0.95);
        assertEquals(List.of(new Estimate(interval.auc(), interval.standardError())), test.contrasts());
        assertEquals(DeLong.covariance(OUTCOME, scores)[0][0], interval.variance());
    }

    @Test
    void oneHypothesisTwiceHasNoJointTest() {
        AucContrastTest test = DeLong.contrastTest(new double[][] {{1, -1}, {2, -2}}, OUTCOME, new double[] {1, 4, 3, 2, 5, 6},
                new double[] {2, 1, 6, 3, 4, 5});
        assertTrue(Double.isNaN(test.chiSquared()) && Double.isNaN(test.pValue()));
    }

    @Test
    void oneClassIsRefused() {
        assertThrows(InvalidInputException.class, () -> MannWhitney.test(new double[] {1, 2}, BinaryOutcome.of(new int[] {1, 1})));
    }
}
