package io.github.radiomics4j.radscore.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final BinaryOutcome TEN = BinaryOutcome.of(new int[] {0, 0, 0, 1, 0, 1, 0, 1, 1, 1});
    private static final double[] OVERLAPPING = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void profileLimitsLieWhereTheLikelihoodHasFallenByTheQuantile() {
        LogisticFit fit = LogisticRegression.estimate(Map.of("x", OVERLAPPING), TEN);
        LogisticFit.Limits limits = fit.profileLimits(1, 0.95);
        for (double limit : new double[] {limits.lower(), limits.upper()}) {
            double[] offset = new double[10];
            Arrays.setAll(offset, i -> limit * OVERLAPPING[i]);
            double fallen = 2 * (fit.logLikelihood() - LogisticRegression.estimate(Map.of(), TEN, offset).logLikelihood());
            assertEquals(3.841458820694124, fallen, 1e-8);
        }
    }

    @Test
    void interceptAloneIsTheLogitOfThePrevalence() {
        LogisticFit fit = LogisticRegression.estimate(Map.of(), BinaryOutcome.of(new int[] {1, 0, 0, 0}));
        assertEquals(Math.log(1 / 3.0), fit.coefficients()[0], 1e-12);
    }

    @Test
    void offsetShiftsTheInterceptOnly() {
        double[] offset = new double[10];
        Arrays.fill(offset, 2);
        double[] without = LogisticRegression.estimate(Map.of("x", OVERLAPPING), TEN).coefficients();
        double[] with = LogisticRegression.estimate(Map.of("x", OVERLAPPING), TEN, offset).coefficients();
        assertEquals(without[0] - 2, with[0], 1e-9);
        assertEquals(without[1], with[1], 1e-9);
    }

    @Test
    void completeSeparationIsNamed() {
        BinaryOutcome separated = BinaryOutcome.of(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1});
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> LogisticRegression.estimate(Map.of("size", OVERLAPPING), separated));
        assertTrue(e.getMessage().contains("\"size\" separate the classes") && e.getMessage().contains("Firth"), e.getMessage());
    }

    @Test
    void quasiCompleteSeparationNamesThePredictorAndNoOther() {
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put("innocent", OVERLAPPING);
        predictors.put("guilty", new double[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0}); // 1 only in cases with event
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> LogisticRegression.estimate(predictors, TEN));
        assertTrue(e.getMessage().contains("\"guilty\" separate"), e.getMessage());
        assertTrue(!e.getMessage().contains("innocent"), e.getMessage());
    }

    @Test
    void firthStaysFiniteUnderSeparation() {
        BinaryOutcome separated = BinaryOutcome.of(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1});
        LogisticFit fit = FirthRegression.estimate(Map.of("size", OVERLAPPING), separated);
        assertTrue(fit.coefficients()[1] > 0 && fit.coefficients()[1] < 10, "slope " + fit.coefficients()[1]);
    }

    @Test
    void repeatedPredictorIsNamed() {
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put("first", OVERLAPPING);
        double[] twice = OVERLAPPING.clone();
        Arrays.setAll(twice, i -> 3 - 2 * OVERLAPPING[i]);
        predictors.put("again", twice);
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> LogisticRegression.estimate(predictors, TEN));
        assertTrue(e.getMessage().contains("\"again\" is a linear combination"), e.getMessage());
    }

    @Test
    void balancedWeightsPutTheInterceptOnlyModelAtOneHalf() {
        BinaryOutcome rare = BinaryOutcome.of(new int[] {1, 0, 0, 0});
        LogisticFit fit = LogisticRegression.estimate(Map.of(), rare, new double[4], new ClassWeights.Balanced().of(rare));
        assertEquals(0, fit.coefficients()[0], 1e-12);
    }

    @Test
    void weightOfTwoIsTheCaseTwice() {
        double[] twiceX = new double[15];
        int[] twiceY = new int[15];
        int n = 0;
        for (int i = 0; i < 10; i++) {
            for (int copy = 0; copy < (TEN.isPositive(i) ? 2 : 1); copy++) {
                twiceX[n] = OVERLAPPING[i];
                twiceY[n++] = TEN.isPositive(i) ? 1 : 0;
            }
        }
        LogisticFit repeated = LogisticRegression.estimate(Map.of("x", twiceX), BinaryOutcome.of(twiceY));
        LogisticFit weighted = LogisticRegression.estimate(Map.of("x", OVERLAPPING), TEN, new double[10],
                new ClassWeights.Given(2, 1).of(TEN));
        assertArrayEquals(repeated.coefficients(), weighted.coefficients(), 1e-9);
        assertArrayEquals(repeated.standardErrors(), weighted.standardErrors(), 1e-9);
        assertEquals(repeated.logLikelihood(), weighted.logLikelihood(), 1e-9);
    }

    @Test
    void weightOfZeroIsRefusedAndItsRowNamed() {
        double[] weights = new double[10];
        Arrays.fill(weights, 1);
        weights[3] = 0;
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> LogisticRegression.estimate(Map.of("x", OVERLAPPING), TEN, new double[10], weights));
        assertTrue(e.getMessage().contains("0.0 in row 3"), e.getMessage());
    }

    @Test
    void likelihoodRatioTestOfTheOnlyPredictorIsTheOverallTest() {
        LogisticFit fit = LogisticRegression.estimate(Map.of("x", OVERLAPPING), TEN);
        assertEquals(fit.overallTest().chiSquare(), fit.likelihoodRatioTest(1).chiSquare(), 1e-9);
    }

    /** Far from 0 the other coefficients change much when one is held: the refit must still reach its maximum. */
    @Test
    void likelihoodRatioTestDoesNotDependOnTheZeroOfPredictors() {
        LogisticFit near = withProduct(0, 0);
        LogisticFit far = withProduct(-3, 5);
        assertEquals(near.likelihoodRatioTest(3).chiSquare(), far.likelihoodRatioTest(3).chiSquare(), 1e-7);
        assertEquals(near.profileLimits(3, 0.95).lower(), far.profileLimits(3, 0.95).lower(), 1e-5);
        assertEquals(near.profileLimits(3, 0.95).upper(), far.profileLimits(3, 0.95).upper(), 1e-5);
    }

    private static LogisticFit withProduct(double shiftA, double shiftB) {
        SplittableRandom random = new SplittableRandom(11);
        double[] a = random.doubles(80).toArray();
        double[] b = random.doubles(80).toArray();
        int[] outcome = new int[80];
        Arrays.setAll(outcome, i -> random.nextDouble() < 0.2 + 0.5 * a[i] * b[i] ? 1 : 0);
        double[][] shifted = new double[3][80];
        Arrays.setAll(shifted[0], i -> a[i] + shiftA);
        Arrays.setAll(shifted[1], i -> b[i] + shiftB);
        Arrays.setAll(shifted[2], i -> shifted[0][i] * shifted[1][i]);
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put("a", shifted[0]);
        predictors.put("b", shifted[1]);
        predictors.put("a x b", shifted[2]);
        return LogisticRegression.estimate(predictors, BinaryOutcome.of(outcome));
    }

    @Test
    void asManyPredictorsAsCasesAreRefused() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, double[]> predictors = new LinkedHashMap<>();
        for (int k = 0; k < 10; k++) {
            predictors.put("x" + k, random.doubles(10).toArray());
        }
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> LogisticRegression.estimate(predictors, TEN));
        assertTrue(e.getMessage().contains("10 predictors on 10 cases"), e.getMessage());
    }

    @Test
    void outcomeOfOneClassIsRefused() {
        assertThrows(InvalidInputException.class,
                () -> LogisticRegression.estimate(Map.of(), BinaryOutcome.of(new int[] {1, 1, 1})));
    }
}
