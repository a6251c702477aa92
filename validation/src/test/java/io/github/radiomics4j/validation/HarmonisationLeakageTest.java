package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.harmonisation.ComBat;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ComBat is learned inside every resample: on noise with scanners, honest validation finds nothing. */
class HarmonisationLeakageTest {
    private static final int CASES = 90;
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(30, 60);

    /** Noise whose location and scale differ between three scanners, dealt in turn; column scanner last. */
    private static FeatureTable scanners(int columns, double shift, long seed) {
        FeatureTable noise = Cohorts.table(OUTCOME, columns, 3, shift, seed);
        double[][] values = new double[columns + 1][CASES];
        List<FeatureColumn> names = new ArrayList<>(noise.columns());
        names.add(FeatureColumn.named("scanner"));
        for (int r = 0; r < CASES; r++) {
            int scanner = r % 3;
            values[columns][r] = scanner + 1;
            for (int c = 0; c < columns; c++) {
                values[c][r] = 12 * scanner * (c % 2 == 0 ? 1 : -1) + (1 + scanner) * noise.value(r, c);
            }
        }
        return FeatureTable.of(noise.cases(), names, values, Provenance.of(Map.of()));
    }

    private static RadscoreRecipe harmonising() {
        return Cohorts.recipe(5, 0.05).harmonising(ComBat.over("scanner"));
    }

    /** One AUC has a standard error of 0.065, the mean of eight about 0.025. */
    @Test
    void onNoiseTheHonestAucIsAHalf() {
        double auc = 0;
        for (int seed = 1; seed <= 8; seed++) {
            auc += Validation.internal(harmonising(), scanners(200, 0, seed), OUTCOME, new StratifiedKFold(10, 1, seed)).auc() / 8;
        }
        assertTrue(auc > 0.42 && auc < 0.58, "honest: " + auc);
    }

    @Test
    void whatScannersHideIsFoundAfterHarmonisation() {
        FeatureTable table = scanners(40, 1, 4);
        StratifiedKFold plan = new StratifiedKFold(10, 1, 1);
        double raw = Validation.internal(Cohorts.recipe(5, 0.05), table, OUTCOME, plan).auc();
        double harmonised = Validation.internal(harmonising(), table, OUTCOME, plan).auc();
        assertTrue(harmonised > raw + 0.05, raw + " without, " + harmonised + " with ComBat");
    }

    @Test
    void theBootstrapRefitsItToo() {
        assertTrue(Double.isFinite(Validation.internal(harmonising(), scanners(20, 1, 2), OUTCOME, new Bootstrap(20, 1))
                .optimismCorrectedAuc()));
    }

    @Test
    void selectionOutsideKeepsTheBatch() {
        LeakageDemonstration shown = LeakageDemonstration.of(harmonising(), scanners(200, 0, 3), OUTCOME, new StratifiedKFold(5, 1, 1));
        assertEquals(5, shown.selectedOnAllCases().size());
        assertTrue(shown.leakyAuc() > shown.honest().auc());
    }

    @Test
    void aScannerThatNoTrainingRowIsOfEndsTheValidation() {
        FeatureTable table = scanners(10, 0, 1);
        double[][] values = new double[11][];
        for (int c = 0; c < 11; c++) {
            values[c] = table.column(c);
        }
        values[10][7] = 9;
        FeatureTable single = FeatureTable.of(table.cases(), table.columns(), values, table.provenance());
        RadscoreRecipe means = Cohorts.recipe(5, 0.05).harmonising(ComBat.over("scanner").ofMeansOnly());
        String message = assertThrows(InvalidInputException.class,
                () -> Validation.internal(means, single, OUTCOME, new StratifiedKFold(5, 1, 1))).getMessage();
        assertTrue(message.contains("case \"case7\" is of batch 9 in column \"scanner\""), message);
    }
}
