package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final FeatureTable TRAINING = table(List.of("a", "b", "c", "d"), 1, 4, 2, 3);
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 1, 1, 0});
    private static final Radscore SCORE = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.ridge(1))
            .fit(TRAINING, OUTCOME);

    private static FeatureTable table(List<String> cases, double... values) {
        return FeatureTable.of(cases, List.of(FeatureColumn.named("x")), new double[][] {values}, Provenance.of(Map.of()));
    }

    @Test
    void aTrainingRowIsFoundAmongNewCases() {
        assertEquals(List.of("c"), TrainingRows.among(table(List.of("new", "c"), 7, 2), SCORE));
    }

    @Test
    void anotherCaseOfTheSameNameOrTheSameValueIsNoTrainingRow() {
        assertEquals(List.of(), TrainingRows.among(table(List.of("c", "e"), 7, 2), SCORE));
    }

    @Test
    void aDrawnRowThatRepeatsIsRememberedOnce() {
        Radscore drawn = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.ridge(1))
                .fit(TRAINING.rows(1, 1, 0, 1), OUTCOME.rows(1, 1, 0, 1));
        assertEquals(2, drawn.training().get(TrainingRows.ENTRY).split(" ").length);
    }

    @Test
    void rowsAreRememberedThroughJson() {
        assertEquals(TRAINING.cases(), TrainingRows.among(TRAINING, RadscoreJson.read(RadscoreJson.write(SCORE))));
    }

    @Test
    void aScoreThatWasTypedInRemembersNothing() {
        assertTrue(TrainingRows.areKnown(SCORE));
        assertFalse(TrainingRows.areKnown(new Radscore(0, SCORE.terms(), SCORE.provenance())));
    }

    @Test
    void aScoreWithoutTermsRemembersNothing() {
        Radscore constant = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.lasso(10)).fit(TRAINING, OUTCOME);
        assertEquals(List.of(), TrainingRows.among(TRAINING, constant));
        assertFalse(TrainingRows.areKnown(constant));
    }
}
