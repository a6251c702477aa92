package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded simulations of cohorts in which several cases are of one patient, such as discs. Scores are normal; what a patient's cases share
 * is half of their variance. The AUC aimed at is that of cases of different patients, which all pairs but some per cent are.
 * {@code docs/statistics.md} quotes what is printed.
 */
class ClusteredCoverageTest {
    private static final int SIMULATIONS = 2000;
    private static final double LEVEL = 0.95;
    private static final double SHARED = 0.5;

    /** Patients with as many cases each, of which an outcome is told by patient and number. */
    private record Design(String name, int patients, int casesEach, BinaryOutcome outcome, List<String> patientOfCase) {

        static Design of(String name, int patients, int casesEach, IntUnaryOperator outcomeOfCase) {
            int cases = patients * casesEach;
            return new Design(name, patients, casesEach, BinaryOutcome.of(IntStream.range(0, cases).map(outcomeOfCase).toArray()),
                    IntStream.range(0, cases).mapToObj(i -> "patient" + i / casesEach).toList());
        }

        double[] scores(double auc, SplittableRandom random) {
            double shift = Math.sqrt(2) * NormalDistribution.of(0, 1).inverseCumulativeProbability(auc);
            double[] ofPatient = IntStream.range(0, patients).mapToDouble(i -> random.nextGaussian()).toArray();
            return IntStream.range(0, outcome.size()).mapToDouble(i -> Math.sqrt(SHARED) * ofPatient[i / casesEach]
                    + Math.sqrt(1 - SHARED) * random.nextGaussian() + (outcome.isPositive(i) ? shift : 0)).toArray();
        }
    }

    /** 26 of 80 patients have the event, in all of their three discs. */
    private static final Design ALIKE = Design.of("one outcome per patient", 80, 3, i -> i / 3 < 26 ? 1 : 0);
    /** Each of 80 patients has a disc with and a disc without the event. */
    private static final Design BOTH = Design.of("both outcomes in each patient", 80, 2, i -> i % 2);

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 0.9})
    void discsThatAreAlikeMakeDeLongsIntervalsTooNarrowAndObuchowskisNot(double auc) {
        double[] covered = covered(ALIKE, auc);
        assertTrue(covered[0] < 0.88, "DeLong " + covered[0]);
        assertTrue(covered[1] > 0.93 && covered[1] < 0.97, "Obuchowski " + covered[1]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 0.9})
    void bothOutcomesInAPatientMakeDeLongsIntervalsTooWideAndObuchowskisNot(double auc) {
        double[] covered = covered(BOTH, auc);
        assertTrue(covered[0] > 0.97, "DeLong " + covered[0]);
        assertTrue(covered[1] > 0.93 && covered[1] < 0.97, "Obuchowski " + covered[1]);
    }

    /** Shares of intervals on the logit that contain the AUC. */
    private static double[] covered(Design design, double auc) {
        double[] covered = new double[2];
        for (int s = 0; s < SIMULATIONS; s++) {
            double[] scores = design.scores(auc, SeededRows.generator(11, s));
            AucInterval cases = DeLong.interval(scores, design.outcome(), LEVEL);
            AucInterval patients = Obuchowski.interval(scores, design.outcome(), design.patientOfCase(), LEVEL);
            covered[0] += cases.logit().orElseThrow().contains(auc) ? 1.0 / SIMULATIONS : 0;
            covered[1] += patients.logit().orElseThrow().contains(auc) ? 1.0 / SIMULATIONS : 0;
        }
        System.out.printf(Locale.ROOT, "coverage, %s, AUC %s: DeLong %.3f, Obuchowski %.3f%n", design.name(), auc, covered[0], covered[1]);
        return covered;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 0.9})
    void scoresOfOneAucDifferTooOftenByCasesAndOneTimeInTwentyByPatients(double auc) {
        double[] rejected = new double[2];
        for (int s = 0; s < SIMULATIONS; s++) {
            double[] a = ALIKE.scores(auc, SeededRows.generator(12, s));
            double[] b = ALIKE.scores(auc, SeededRows.generator(13, s));
            rejected[0] += DeLong.pairedTest(a, b, ALIKE.outcome()).pValue() <= 0.05 ? 1.0 / SIMULATIONS : 0;
            rejected[1] += Obuchowski.pairedTest(a, b, ALIKE.outcome(), ALIKE.patientOfCase()).pValue() <= 0.05 ? 1.0 / SIMULATIONS : 0;
        }
        System.out.printf(Locale.ROOT, "paired test at 0.05, %s, AUC %s: DeLong %.3f, Obuchowski %.3f%n", ALIKE.name(), auc, rejected[0],
                rejected[1]);
        assertTrue(rejected[0] > 0.1, "DeLong " + rejected[0]);
        assertTrue(rejected[1] > 0.03 && rejected[1] < 0.075, "Obuchowski " + rejected[1]);
    }
}
