package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import org.junit.jupiter.api.Test;

class LeakageDemonstrationTest {

    @Test
    void noiseLooksLikeAFindingOnlyWhereSelectionLeaks() {
        BinaryOutcome outcome = Cohorts.outcome(39, 131);
        LeakageDemonstration shown = LeakageDemonstration.of(Cohorts.recipe(10, 0.05), Cohorts.table(outcome, 2000, 0, 0, 3), outcome,
                new StratifiedKFold(10, 1, 1));
        assertTrue(shown.leakyAuc() > 0.75, shown.toString());
        assertTrue(shown.honest().auc() > 0.35 && shown.honest().auc() < 0.65, shown.toString());
        assertTrue(shown.leakyInterval(0.95).plain().lower() > 0.5, shown.toString());
        assertEquals(10, shown.selectedOnAllCases().size());
        assertEquals(shown.leakyAuc() - shown.honest().auc(), shown.optimism());
    }

    @Test
    void theHonestHalfIsTheValidation() {
        BinaryOutcome outcome = Cohorts.outcome(20, 30);
        FeatureTable table = Cohorts.table(outcome, 40, 2, 1, 3);
        StratifiedKFold plan = new StratifiedKFold(5, 1, 1);
        assertArrayEquals(Validation.internal(Cohorts.recipe(4, 0.05), table, outcome, plan).scores(),
                LeakageDemonstration.of(Cohorts.recipe(4, 0.05), table, outcome, plan).honest().scores());
    }

    @Test
    void withoutASelectionNothingLeaks() {
        BinaryOutcome outcome = Cohorts.outcome(20, 30);
        assertEquals(0, LeakageDemonstration.of(Cohorts.recipe(4, 0.05), Cohorts.table(outcome, 4, 2, 1, 3), outcome,
                new StratifiedKFold(5, 1, 1)).optimism(), 1e-12);
    }
}
