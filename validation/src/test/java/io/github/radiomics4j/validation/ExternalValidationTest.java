package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Obuchowski;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExternalValidationTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(20, 30);
    private static final FeatureTable TRAINING = Cohorts.table(OUTCOME, 6, 2, 1, 1);
    private static final Radscore SCORE = Cohorts.recipe(3, 0.05).fit(TRAINING, OUTCOME);
    /** Other patients, who happen to be called like those that trained. */
    private static final FeatureTable NEW = Cohorts.table(OUTCOME, 6, 2, 1, 2);

    @Test
    void newCasesAreScoredAndCompared() {
        ExternalValidation result = Validation.external(SCORE, NEW, OUTCOME);
        double[] scores = SCORE.scores(NEW);
        assertArrayEquals(scores, result.scores());
        assertEquals(Roc.of(scores, OUTCOME).auc(), result.auc());
        assertEquals(DeLong.interval(scores, OUTCOME, 0.9).plain(), result.interval(0.9).plain());
        List<String> patients = IntStream.range(0, OUTCOME.size()).mapToObj(row -> "patient" + row / 2).toList();
        assertEquals(Obuchowski.interval(scores, OUTCOME, patients, 0.9), result.interval(patients, 0.9));
        assertEquals(1 / (1 + Math.exp(-scores[7])), result.risks()[7]);
        assertEquals(PerformanceMeasure.BRIER_SCORE.of(scores, OUTCOME), result.performance(PerformanceMeasure.BRIER_SCORE));
        assertTrue(result.overlapWasSought());
    }

    @Test
    void casesThatTrainedAreRefusedByName() {
        int[] rows = IntStream.of(3, 9, 25, 40).toArray();
        Radscore partly = Cohorts.recipe(3, 0.05).fit(TRAINING.rows(IntStream.range(9, 50).toArray()),
                OUTCOME.rows(IntStream.range(9, 50).toArray()));
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> Validation.external(partly, TRAINING.rows(rows), OUTCOME.rows(rows)));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().startsWith("the Radscore has learned from 3 of these 4 cases (case9, case25, case40)"), e.getMessage());
    }

    @Test
    void aTypedScoreIsTakenAtItsAuthorsWord() {
        Radscore typed = new Radscore(SCORE.intercept(), SCORE.terms(), SCORE.provenance());
        assertFalse(Validation.external(typed, TRAINING, OUTCOME).overlapWasSought());
    }

    @Test
    void oneClassOtherSettingsRepeatedCasesAndOtherLengthsAreRefused() {
        assertEquals(Problem.TABLE_INVALID, assertThrows(InvalidInputException.class,
                () -> Validation.external(SCORE, NEW, Cohorts.outcome(0, 50))).problem());
        assertEquals(Problem.SETTINGS_MISMATCH, assertThrows(InvalidInputException.class,
                () -> Validation.external(new Radscore(0, SCORE.terms(), Provenance.of(Map.of("bins", "32"))), NEW, OUTCOME)).problem());
        int[] twice = IntStream.range(0, 50).map(i -> i / 2 * 2).toArray();
        assertEquals(Problem.TABLE_INVALID, assertThrows(InvalidInputException.class,
                () -> Validation.external(SCORE, NEW.rows(twice), OUTCOME)).problem());
        assertThrows(IllegalArgumentException.class, () -> Validation.external(SCORE, NEW, Cohorts.outcome(20, 31)));
    }
}
