package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.TrainingRows;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChosenRecipeTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(20, 30);
    private static final FeatureTable TABLE = Cohorts.table(OUTCOME, 12, 3, 1, 5);
    private static final StratifiedKFold INNER = new StratifiedKFold(4, 1, 7);
    /** A penalty so strong that all risks are the prevalence, and a sensible one. */
    private static final List<Recipe> CANDIDATES = List.of(Cohorts.recipe(3, 1e6), Cohorts.recipe(3, 0.05));

    @Test
    void theBetterCandidateIsChosenAndFittedOnAllTrainingRows() {
        Radscore chosen = ChosenRecipe.of(CANDIDATES, INNER, PerformanceMeasure.LOG_LOSS).fit(TABLE, OUTCOME);
        assertEquals(1, ChosenRecipe.choiceOf(chosen));
        assertEquals(CANDIDATES.get(1).fit(TABLE, OUTCOME).terms(), chosen.terms());
    }

    @Test
    void theChoiceGoesByInnerValidation() {
        Radscore chosen = ChosenRecipe.of(CANDIDATES, INNER, PerformanceMeasure.BRIER_SCORE).fit(TABLE, OUTCOME);
        for (int c = 0; c < 2; c++) {
            double expected = Validation.internal(CANDIDATES.get(c), TABLE, OUTCOME, INNER).perRepeat(PerformanceMeasure.BRIER_SCORE)[0];
            assertEquals(Double.toString(expected), chosen.training().get("choice/candidate." + c + "/BRIER_SCORE"));
        }
    }

    @Test
    void higherIsBetterWhereTheMeasureIsAnAuc() {
        List<Recipe> candidates = List.of(Cohorts.recipe(3, 0.05), new NamedNoise());
        assertEquals(0, ChosenRecipe.choiceOf(ChosenRecipe.of(candidates, INNER, PerformanceMeasure.AUC).fit(TABLE, OUTCOME)));
    }

    /** Learns from a column of noise only. */
    private record NamedNoise() implements Recipe {

        @Override
        public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
            return Cohorts.recipe(1, 0.05).fit(training.select(List.of("f11")), outcome);
        }

        @Override
        public SortedMap<String, String> settings() {
            return new TreeMap<>(Map.of("column", "f11"));
        }
    }

    @Test
    void equallyGoodCandidatesGiveTheFirst() {
        ChosenRecipe recipe = ChosenRecipe.of(List.of(CANDIDATES.get(1), CANDIDATES.get(1)), INNER, PerformanceMeasure.LOG_LOSS);
        assertEquals(0, ChosenRecipe.choiceOf(recipe.fit(TABLE, OUTCOME)));
    }

    @Test
    void everyResampleRecordsItsChoice() {
        CrossValidated result = Validation.internal(ChosenRecipe.of(CANDIDATES, INNER, PerformanceMeasure.LOG_LOSS), TABLE, OUTCOME,
                new StratifiedKFold(5, 1, 1));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1}, ChosenRecipe.choices(result));
        assertThrows(IllegalArgumentException.class,
                () -> ChosenRecipe.choices(Validation.internal(CANDIDATES.get(1), TABLE, OUTCOME, new StratifiedKFold(5, 1, 1))));
    }

    /** Writes down which cases train. */
    private record Watched(Recipe recipe, ConcurrentLinkedQueue<List<String>> trained) implements Recipe {

        @Override
        public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
            trained.add(training.cases());
            return recipe.fit(training, outcome);
        }

        @Override
        public SortedMap<String, String> settings() {
            return recipe.settings();
        }
    }

    @Test
    void copiesOfADrawnCaseStayTogetherInsideTheChoice() {
        ConcurrentLinkedQueue<List<String>> trained = new ConcurrentLinkedQueue<>();
        Bootstrap plan = new Bootstrap(1, 3);
        int[] drawn = plan.resample(0, OUTCOME).training();
        Map<String, Long> copies = IntStream.of(drawn).mapToObj(TABLE.cases()::get)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        ChosenRecipe.of(List.of(new Watched(CANDIDATES.get(0), trained), CANDIDATES.get(1)), INNER, PerformanceMeasure.LOG_LOSS)
                .fit(TABLE.rows(drawn), OUTCOME.rows(drawn));
        assertEquals(5, trained.size());
        for (List<String> cases : trained) {
            cases.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()))
                    .forEach((id, count) -> assertEquals(copies.get(id), count, id));
        }
    }

    @Test
    void groupsOfCasesStayTogetherInsideTheChoice() {
        ConcurrentLinkedQueue<List<String>> trained = new ConcurrentLinkedQueue<>();
        Map<String, String> patients = TABLE.cases().stream()
                .collect(Collectors.toMap(id -> id, id -> "p" + Integer.parseInt(id.substring(4)) / 2));
        ChosenRecipe.of(List.of(new Watched(CANDIDATES.get(0), trained), CANDIDATES.get(1)), INNER, PerformanceMeasure.LOG_LOSS)
                .groupedBy(patients).fit(TABLE, OUTCOME);
        for (List<String> cases : trained) {
            assertTrue(cases.stream().collect(Collectors.groupingBy(patients::get, Collectors.counting())).values().stream()
                    .allMatch(rows -> rows == 2), cases.toString());
        }
    }

    @Test
    void theChosenScoreStillRemembersItsRows() {
        Radscore chosen = ChosenRecipe.of(CANDIDATES, INNER, PerformanceMeasure.LOG_LOSS).fit(TABLE, OUTCOME);
        assertEquals(TABLE.cases(), TrainingRows.among(TABLE, chosen));
    }

    @Test
    void tooFewCasesForTheInnerFoldsAreNamed() {
        int[] few = IntStream.concat(IntStream.range(0, 3), IntStream.range(20, 40)).toArray();
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> ChosenRecipe.of(CANDIDATES, INNER, PerformanceMeasure.AUC)
                .fit(TABLE.rows(few), OUTCOME.rows(few)));
        assertTrue(e.getMessage().contains("4-fold") && e.getMessage().contains("3 positive"), e.getMessage());
    }

    @Test
    void aChoiceOfOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ChosenRecipe.of(CANDIDATES.subList(0, 1), INNER, PerformanceMeasure.AUC));
    }

    @Test
    void settingsOfEveryCandidateAreTold() {
        SortedMap<String, String> settings = ChosenRecipe.of(CANDIDATES, INNER, PerformanceMeasure.AUC).settings();
        assertEquals("1000000.0", settings.get("candidate.0/trainer/penalised_logistic.lambda"));
        assertEquals("0.05", settings.get("candidate.1/trainer/penalised_logistic.lambda"));
        assertEquals("AUC", settings.get("choice/measure"));
    }
}
