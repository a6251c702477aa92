package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RadscoreRecipeTest {
    private static final double[][] X = Tables.gaussian(12, 60, 42);
    private static final FeatureTable TABLE = Tables.of(X);
    private static final BinaryOutcome OUTCOME = Tables.noisyOutcome(X[0], 43);
    private static final RadscoreRecipe RECIPE = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(5), 6))
            .then(new CorrelationFilter(0.9)).fittedBy(PenalisedLogistic.ridge(0.05));

    @Test
    void theSameRowsGiveTheSameScore() {
        assertEquals(RECIPE.fit(TABLE, OUTCOME), RECIPE.fit(TABLE, OUTCOME));
    }

    @Test
    void aStepSeesWhatTheStepsBeforeItKept() {
        SelectionStep spy = new SelectionStep() {
            @Override
            public Selection select(FeatureTable training, BinaryOutcome outcome) {
                assertEquals(List.of("c", "b"), training.columnNames());
                return new Selection(List.of("b"), List.of(new Dropped("c", "test")));
            }

            @Override
            public Map<String, String> settings() {
                return Map.of();
            }
        };
        assertEquals(List.of("b"), RadscoreRecipe.selecting(new NamedFeatures(List.of("c", "b"))).then(spy)
                .fittedBy(PenalisedLogistic.ridge(1)).fit(TABLE, OUTCOME).features());
    }

    @Test
    void scalingIsLearnedFromTheTrainingRowsOnly() {
        int[] rows = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        FeatureTable part = TABLE.rows(rows);
        Radscore score = RadscoreRecipe.selecting(new NamedFeatures(List.of("a"))).fittedBy(PenalisedLogistic.ridge(0.1)).fit(part,
                OUTCOME.rows(rows));
        assertEquals(ZScore.fit(part.column(0), StandardDeviation.POPULATION),
                new ZScore(score.terms().get(0).mean(), score.terms().get(0).sd()));
    }

    @Test
    void theConventionOfTheStandardDeviationChangesTermsButNotScores() {
        Radscore population = RECIPE.fit(TABLE, OUTCOME);
        Radscore sample = RECIPE.scaledBy(StandardDeviation.SAMPLE).fit(TABLE, OUTCOME);
        assertEquals(Math.sqrt(60.0 / 59), sample.terms().get(0).sd() / population.terms().get(0).sd(), 1e-14);
        assertEquals(Math.sqrt(60.0 / 59), sample.terms().get(0).coefficient() / population.terms().get(0).coefficient(), 1e-14);
        assertArrayEquals(population.scores(TABLE), sample.scores(TABLE), 1e-12);
    }

    @Test
    void featuresThatALassoLeavesOutGetNoTerm() {
        double lambda = 0.5 * PenalisedLogistic.lambdaMax(TABLE, OUTCOME, 1);
        Radscore score = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.lasso(lambda)).fit(TABLE, OUTCOME);
        assertTrue(!score.terms().isEmpty() && score.terms().size() < 12, score.formula());
        assertTrue(score.terms().stream().allMatch(t -> t.coefficient() != 0));
    }

    @Test
    void aLassoThatLeavesNothingGivesEveryCaseTheIntercept() {
        Radscore score = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.lasso(10)).fit(TABLE, OUTCOME);
        assertTrue(score.terms().isEmpty());
        assertEquals((double) OUTCOME.positives() / 60, score.risk(score.scores(TABLE)[5]), 1e-9);
    }

    @Test
    void aSelectionThatKeepsNothingIsNamed() {
        double[] constant = {1, 1, 1, 1};
        String message = assertThrows(InvalidInputException.class, () -> RadscoreRecipe.selecting(new CorrelationFilter(0.9))
                .fittedBy(PenalisedLogistic.ridge(1)).fit(Tables.of(constant), BinaryOutcome.of(new int[] {0, 1, 0, 1}))).getMessage();
        assertTrue(message.contains("no feature is left") && message.contains("correlation_filter") && message.contains("constant"),
                message);
    }

    @Test
    void oneClassIsRefused() {
        assertTrue(assertThrows(InvalidInputException.class, () -> RECIPE.fit(TABLE, BinaryOutcome.of(new boolean[60]))).getMessage()
                .contains("0 positive and 60 negative"));
    }

    @Test
    void aRecipeWithoutTrainerCannotFit() {
        assertThrows(IllegalStateException.class, () -> RadscoreRecipe.selecting(new CorrelationFilter(0.9)).fit(TABLE, OUTCOME));
    }

    @Test
    void reasonsOfEveryStepCanBeAskedFor() {
        List<Selection> selections = RECIPE.select(TABLE, OUTCOME);
        assertEquals(2, selections.size());
        assertEquals(6, selections.get(0).dropped().size());
        assertTrue(selections.get(0).dropped().get(0).reason().contains("is not among the 6 highest"));
    }

    @Test
    void theScoreRemembersHowItWasFitted() {
        Map<String, String> training = RECIPE.fit(TABLE, OUTCOME).training();
        assertEquals("equal_frequency_5", training.get("selection.1/mutual_information.estimator"));
        assertEquals("0.9", training.get("selection.2/correlation_filter.threshold"));
        assertEquals("0.05", training.get("trainer/penalised_logistic.lambda"));
        assertEquals("60", training.get("training.cases"));
        assertEquals(Integer.toString(OUTCOME.positives()), training.get("training.positives"));
    }
}
