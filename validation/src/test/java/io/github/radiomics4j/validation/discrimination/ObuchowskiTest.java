package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObuchowskiTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {1, 1, 0, 1, 0, 0});
    private static final double[] SCORES = {6, 3, 1, 2, 4, 0};
    private static final double[] OTHERS = {4, 5, 2, 1, 3, 0};
    private static final List<String> PATIENTS = List.of("p", "p", "p", "q", "q", "r");

    /**
     * By hand: V10 = 1, ⅔, ⅔ and V01 = 1, ⅓, 1, both with mean 7/9; sums less their cases' means in ninths: positives p 1, q −1; negatives
     * p 2, q −4, r 2. I₁₀ = 2, I₀₁ = 3, I = 3.
     */
    @Test
    void varianceAgreesWithTheDefinitionOnASmallExample() {
        double positives = 2.0 / (1 * 3) * (1 + 1) / 81;
        double negatives = 3.0 / (2 * 3) * (4 + 16 + 4) / 81;
        double between = 3.0 / 2 * (1 * 2 + -1 * -4) / 81;
        AucInterval interval = Obuchowski.interval(SCORES, OUTCOME, PATIENTS, 0.95);
        assertEquals(7 / 9.0, interval.auc());
        assertEquals(positives / 3 + negatives / 3 + 2 * between / 9, interval.variance(), 1e-15);
    }

    /** S₁₀, S₀₁ and S₁₁ as the author's program prints them of her example, 29 and 36 arteries: standard errors 0.0108, 0.0097, 0.0066. */
    @Test
    void thePublishedPartsGiveThePublishedStandardErrors() {
        double first = 0.0013151307 / 29 + 0.0022375873 / 36 + 2 * 0.0051785478 / (29 * 36);
        double second = 0.0009284122 / 29 + 0.0022598583 / 36 + 2 * -0.0005015760 / (29 * 36);
        double both = 0.0008484357 / 29 + 0.0019241250 / 36 + (0.0028648340 - 0.0015136931) / (29 * 36);
        assertEquals(0.0108, Math.sqrt(first), 5e-5);
        assertEquals(0.0097, Math.sqrt(second), 5e-5);
        assertEquals(0.0066, Math.sqrt(first + second - 2 * both), 5e-5);
    }

    @Test
    void theStandardErrorOfADifferenceIsThatOfVariancesAndCovariance() {
        PairedAucTest test = Obuchowski.pairedTest(SCORES, OTHERS, OUTCOME, PATIENTS);
        assertEquals(Math.sqrt(test.varianceA() + test.varianceB() - 2 * test.covariance()), test.standardError(), 1e-15);
        assertEquals(test.covariance(), Obuchowski.covariance(OUTCOME, PATIENTS, SCORES, OTHERS)[1][0]);
        assertEquals(test.varianceB(), Obuchowski.covariance(OUTCOME, PATIENTS, SCORES, OTHERS)[1][1]);
    }

    @Test
    void theOverallTestAndTheContrastOfTwoScoresAreThePairedTest() {
        PairedAucTest paired = Obuchowski.pairedTest(SCORES, OTHERS, OUTCOME, PATIENTS);
        OverallAucTest overall = Obuchowski.overallTest(OUTCOME, PATIENTS, SCORES, OTHERS);
        AucContrastTest contrast = Obuchowski.contrastTest(new double[][] {{1, -1}}, OUTCOME, PATIENTS, SCORES, OTHERS);
        assertEquals(paired.z() * paired.z(), overall.chiSquared(), 1e-12);
        assertEquals(paired.pValue(), overall.pValue(), 1e-12);
        assertEquals(overall.chiSquared(), contrast.chiSquared());
        assertEquals(paired.standardError(), contrast.contrasts().get(0).standardError());
    }

    @Test
    void completeSeparationHasVarianceZeroAndNoLogitInterval() {
        double[] separating = {5, 4, 1, 6, 2, 3};
        assertEquals(new AucInterval(1, 0, new Interval(1, 1, 0.95), Optional.empty()),
                Obuchowski.interval(separating, OUTCOME, PATIENTS, 0.95));
    }

    /**
     * Each patient has a case of both classes, the positive just above the negative: the AUC is that of a ladder, whoever climbs it.
     * Sevenths are no binary numbers, so that 0 is not what the sums give by themselves.
     */
    @Test
    void whatCancelsWithinEachPatientHasVarianceZeroAndNoTest() {
        int patients = 7;
        double[] ladder = new double[2 * patients];
        int[] outcome = new int[2 * patients];
        String[] patientOfCase = new String[2 * patients];
        for (int i = 0; i < ladder.length; i++) {
            ladder[i] = i;
            outcome[i] = i % 2;
            patientOfCase[i] = "patient" + i / 2;
        }
        AucInterval interval = Obuchowski.interval(ladder, BinaryOutcome.of(outcome), Arrays.asList(patientOfCase), 0.95);
        assertEquals(4 / 7.0, interval.auc());
        assertEquals(0, interval.variance());
        assertEquals(new Interval(interval.auc(), interval.auc(), 0.95), interval.plain());
        PairedAucTest test = Obuchowski.pairedTest(ladder, new double[2 * patients], BinaryOutcome.of(outcome),
                Arrays.asList(patientOfCase));
        assertEquals(0, test.standardError());
        assertTrue(Double.isNaN(test.z()) && Double.isNaN(test.pValue()), test.toString());
    }

    @Test
    void fewerThanTwoPatientsWithAClassAreRefused() {
        BinaryOutcome eventsOfP = BinaryOutcome.of(new int[] {1, 1, 0, 0, 0, 0});
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> Obuchowski.interval(SCORES, eventsOfP, PATIENTS, 0.95));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertEquals("Obuchowski's variance needs positive cases of two clusters at least, and negative ones of two, such as patients; "
                + "the 2 positive cases are of 1, the 4 negative ones of 3: give the AUC without interval, or take cases of more clusters",
                e.getMessage());
        List<String> one = List.of("p", "p", "p", "p", "p", "p");
        assertThrows(InvalidInputException.class, () -> Obuchowski.pairedTest(SCORES, OTHERS, OUTCOME, one));
        assertThrows(InvalidInputException.class, () -> Obuchowski.covariance(OUTCOME, one, SCORES));
    }

    @Test
    void wrongLevelsLengthsAndScoresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Obuchowski.interval(SCORES, OUTCOME, PATIENTS, 95));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> Obuchowski.interval(SCORES, OUTCOME, List.of("p", "q"), 0.95));
        assertEquals("there are clusters of 2 cases but the outcome is of 6 cases: both must hold the same cases in the same order",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Obuchowski.pairedTest(SCORES, new double[5], OUTCOME, PATIENTS));
        assertThrows(IllegalArgumentException.class, () -> Obuchowski.overallTest(OUTCOME, PATIENTS, SCORES));
        double[] broken = SCORES.clone();
        broken[4] = Double.NaN;
        assertEquals(Problem.NONFINITE_VALUES,
                assertThrows(InvalidInputException.class, () -> Obuchowski.interval(broken, OUTCOME, PATIENTS, 0.95)).problem());
    }
}
