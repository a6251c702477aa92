package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import org.junit.jupiter.api.Test;

class LeakageDemonstrationTest {

    /** 170 cases, 39 events, 2000 columns of noise. The AUC of one table varies by 0.09 (honest) and 0.04 (leaky), so four are averaged. */
    @Test
    void noiseLooksLikeAFindingOnlyWhereSelectionLeaks() {
        BinaryOutcome outcome = Cohorts.outcome(39, 131);
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(2), 10))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        double leaky = 0;
        double honest = 0;
        for (int seed = 1; seed <= 4; seed++) {
            LeakageDemonstration shown = LeakageDemonstration.of(recipe, Cohorts.table(outcome, 2000, 0, 0, seed), outcome,
                    new StratifiedKFold(10, 1, seed));
            leaky += shown.leakyAuc() / 4;
            honest += shown.honest().auc() / 4;
            assertTrue(shown.leakyInterval(0.95).plain().lower() > 0.5, shown.toString());
        }
        assertTrue(leaky > 0.75, "selected outside: " + leaky);
        assertTrue(honest > 0.35 && honest < 0.65, "selected inside: " + honest);
    }

    @Test
    void bothAucsAndWhatWasSelectedAreTold() {
        BinaryOutcome outcome = Cohorts.outcome(20, 30);
        FeatureTable table = Cohorts.table(outcome, 40, 2, 1, 3);
        RadscoreRecipe recipe = Cohorts.recipe(4, 0.05);
        LeakageDemonstration shown = LeakageDemonstration.of(recipe, table, outcome, new StratifiedKFold(5, 1, 1));
        assertEquals(recipe.select(table, outcome).get(0).kept(), shown.selectedOnAllCases());
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
