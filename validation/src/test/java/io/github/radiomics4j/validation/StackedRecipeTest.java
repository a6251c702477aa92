package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreJson;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.TrainingRows;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackedRecipeTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(14, 26);
    private static final FeatureTable DISC = Cohorts.table(OUTCOME, 8, 2, 1, 1);
    private static final FeatureTable MUSCLE = Cohorts.table(OUTCOME, 8, 2, 0.8, 2);
    private static final FeatureTable BOTH = DISC.prefixed("disc").beside(MUSCLE.prefixed("muscle"));
    private static final StratifiedKFold INNER = new StratifiedKFold(3, 2, 7);

    private static StackedRecipe stack(Recipe disc, Recipe muscle) {
        Map<String, Recipe> parts = new LinkedHashMap<>();
        parts.put("disc", disc);
        parts.put("muscle", muscle);
        return StackedRecipe.of(parts, INNER);
    }

    @Test
    void scoreIsTheWeightedSumOfThePartsFittedOnAllRows() {
        Radscore combined = stack(Cohorts.recipe(3, 0.05), Cohorts.recipe(2, 0.05)).fit(BOTH, OUTCOME);
        Radscore disc = Cohorts.recipe(3, 0.05).fit(DISC, OUTCOME);
        Radscore muscle = Cohorts.recipe(2, 0.05).fit(MUSCLE, OUTCOME);
        Map<String, Double> weights = StackedRecipe.weightsOf(combined);
        double[] scores = combined.scores(BOTH);
        double first = scores[0] - weights.get("disc") * disc.scores(DISC)[0] - weights.get("muscle") * muscle.scores(MUSCLE)[0];
        for (int row = 1; row < scores.length; row++) {
            double sum = first + weights.get("disc") * disc.scores(DISC)[row] + weights.get("muscle") * muscle.scores(MUSCLE)[row];
            assertEquals(sum, scores[row], 1e-12);
        }
        assertEquals(5, combined.terms().size());
    }

    @Test
    void weightsComeOfOutOfSampleScoresAndRisksSumToTheEvents() {
        double[] disc = Validation.internal(Cohorts.recipe(3, 0.05), DISC, OUTCOME, INNER).scores();
        double[] muscle = Validation.internal(Cohorts.recipe(3, 0.05), MUSCLE, OUTCOME, INNER).scores();
        Radscore combined = stack(Cohorts.recipe(3, 0.05), Cohorts.recipe(3, 0.05)).fit(BOTH, OUTCOME);
        Map<String, double[]> honest = new LinkedHashMap<>();
        honest.put("disc", disc);
        honest.put("muscle", muscle);
        assertEquals(StackedRecipe.weights(honest, OUTCOME), StackedRecipe.weightsOf(combined));
        double intercept = combined.intercept()
                - StackedRecipe.weightsOf(combined).get("disc") * Cohorts.recipe(3, 0.05).fit(DISC, OUTCOME).intercept()
                - StackedRecipe.weightsOf(combined).get("muscle") * Cohorts.recipe(3, 0.05).fit(MUSCLE, OUTCOME).intercept();
        double risks = 0;
        for (int row = 0; row < disc.length; row++) {
            risks += combined.risk(intercept + StackedRecipe.weightsOf(combined).get("disc") * disc[row]
                    + StackedRecipe.weightsOf(combined).get("muscle") * muscle[row]);
        }
        assertEquals(OUTCOME.positives(), risks, 1e-8);
    }

    @Test
    void aPartThatPointsTheWrongWayOrSaysNothingIsLeftOut() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 1, 1, 0, 0, 0, 0, 0});
        Map<String, double[]> scores = new LinkedHashMap<>();
        scores.put("wrong", new double[] {1, 2, 2, 3, 1, 3, 4, 3});
        scores.put("constant", new double[] {1, 1, 1, 1, 1, 1, 1, 1});
        scores.put("right", new double[] {3, 1, 2, 1, 2, 0, 1, 0});
        assertEquals(List.of("right"), List.copyOf(StackedRecipe.weights(scores, outcome).keySet()));
        scores.remove("right");
        assertEquals(Map.of(), StackedRecipe.weights(scores, outcome));
    }

    @Test
    void aPartThatSeparatesTheClassesHasAFiniteWeight() {
        Map<String, double[]> scores = Map.of("disc", new double[] {3, 2, 1, 0, -1, -2});
        double weight = StackedRecipe.weights(scores, BinaryOutcome.of(new int[] {1, 1, 1, 0, 0, 0})).get("disc");
        assertTrue(weight > 0 && weight < 10, "weight " + weight);
    }

    /** Both parts then have the scores that the folds' event rates give, which no regression can tell apart. */
    @Test
    void partsThatALassoEmptiesLeaveTheLogOdds() {
        Recipe empty = RadscoreRecipe.selecting(new NamedFeatures(List.of("f0", "f1"))).fittedBy(PenalisedLogistic.lasso(5));
        Radscore combined = stack(empty, empty).fit(BOTH, OUTCOME);
        assertEquals(List.of(), combined.terms());
        assertEquals(Math.log(14 / 26.0), combined.intercept(), 1e-9);
    }

    @Test
    void partsSeeTheirFeaturesUnderTheirOwnNames() {
        Recipe named = RadscoreRecipe.selecting(new NamedFeatures(List.of("f0"))).fittedBy(PenalisedLogistic.ridge(0.05));
        Radscore combined = stack(named, named).fit(BOTH, OUTCOME);
        assertEquals(List.of("disc:f0", "muscle:f0"), combined.features());
    }

    @Test
    void repeatedCasesOfABootstrapStayTogetherInside() {
        Bootstrapped samples = Validation.internal(stack(Cohorts.recipe(3, 0.05), Cohorts.recipe(3, 0.05)), BOTH, OUTCOME,
                new Bootstrap(15, 3));
        assertTrue(samples.optimism(PerformanceMeasure.AUC) > 0);
    }

    @Test
    void scoreRemembersItsRowsAndIsReadAsItWasWritten() {
        Radscore combined = stack(Cohorts.recipe(3, 0.05), Cohorts.recipe(3, 0.05)).fit(BOTH, OUTCOME);
        assertEquals(OUTCOME.size(), TrainingRows.among(BOTH, combined).size());
        assertEquals(combined, RadscoreJson.read(RadscoreJson.write(combined)));
        assertEquals("disc muscle", combined.training().get("stacked/parts"));
    }

    @Test
    void wrongUseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StackedRecipe.of(Map.of("disc", Cohorts.recipe(1, 0.05)), INNER));
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> stack(Cohorts.recipe(1, 0.05), Cohorts.recipe(1, 0.05)).fit(DISC.prefixed("disc"), OUTCOME));
        assertTrue(e.getMessage().contains("\"muscle:\""), e.getMessage());
        Radscore single = Cohorts.recipe(1, 0.05).fit(DISC, OUTCOME);
        assertThrows(IllegalArgumentException.class, () -> StackedRecipe.weightsOf(single));
    }
}
