package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitBootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitFolds;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefitKeyTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(8, 12);
    private static final FeatureTable TABLE = Cohorts.table(OUTCOME, 3, 1, 1, 5);
    private static final Recipe RECIPE = Cohorts.recipe(2, 0.05);
    private static final Resampling PLAN = new StratifiedKFold(4, 1, 7);
    private static final String KEY = key("1.0", RECIPE, TABLE, OUTCOME, PLAN);

    private static String key(String program, Recipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan) {
        return RefitKey.of(program, recipe, table, outcome, plan);
    }

    private static double[][] values() {
        return IntStream.range(0, 3).mapToObj(TABLE::column).toArray(double[][]::new);
    }

    private static FeatureTable table(List<String> cases, List<FeatureColumn> columns, double[][] values) {
        return FeatureTable.of(cases, columns, values, TABLE.provenance());
    }

    /** A recipe whose class is another. */
    private record Wrapped(Recipe recipe) implements Recipe {
        @Override
        public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
            return recipe.fit(training, outcome);
        }

        @Override
        public SortedMap<String, String> settings() {
            return recipe.settings();
        }
    }

    @Test
    void theSameIsFoundAgain() {
        assertEquals(KEY, key("1.0", Cohorts.recipe(2, 0.05), table(TABLE.cases(), TABLE.columns(), values()), Cohorts.outcome(8, 12),
                new StratifiedKFold(4, 1, 7)));
    }

    @Test
    void anotherProgramOrRecipeIsFittedAnew() {
        assertNotEquals(KEY, key("1.1", RECIPE, TABLE, OUTCOME, PLAN));
        assertNotEquals(KEY, key("1.0", Cohorts.recipe(2, 0.06), TABLE, OUTCOME, PLAN));
        assertNotEquals(KEY, key("1.0", new Wrapped(RECIPE), TABLE, OUTCOME, PLAN));
    }

    @Test
    void anotherTableIsFittedAnew() {
        double[][] bit = values();
        bit[1][3] = Math.nextUp(bit[1][3]);
        assertNotEquals(KEY, key("1.0", RECIPE, table(TABLE.cases(), TABLE.columns(), bit), OUTCOME, PLAN));
        List<String> renamed = IntStream.range(0, 20).mapToObj(i -> "c" + i).toList();
        assertNotEquals(KEY, key("1.0", RECIPE, table(renamed, TABLE.columns(), values()), OUTCOME, PLAN));
        List<FeatureColumn> columns = List.of(FeatureColumn.named("f0"), FeatureColumn.named("f1"), FeatureColumn.named("g"));
        assertNotEquals(KEY, key("1.0", RECIPE, table(TABLE.cases(), columns, values()), OUTCOME, PLAN));
        assertNotEquals(KEY, key("1.0", RECIPE, TABLE.withProvenance(Provenance.of(Map.of("bins", "8"))), OUTCOME, PLAN));
    }

    @Test
    void anotherOutcomeIsFittedAnewThoughTheFoldsAreTheSame() {
        Resampling folds = ExplicitFolds.of(IntStream.range(0, 20).map(row -> row % 4).toArray());
        BinaryOutcome other = BinaryOutcome.of(IntStream.range(0, 20).map(row -> row < 7 || row == 8 ? 1 : 0).toArray());
        assertNotEquals(key("1.0", RECIPE, TABLE, OUTCOME, folds), key("1.0", RECIPE, TABLE, other, folds));
    }

    @Test
    void otherRowsAreFittedAnew() {
        for (Resampling other : List.of(new StratifiedKFold(4, 1, 8), new StratifiedKFold(4, 2, 7), new LeaveOneOut(),
                new Bootstrap(4, 7))) {
            assertNotEquals(KEY, key("1.0", RECIPE, TABLE, OUTCOME, other), other.toString());
        }
        int[] drawn = new Bootstrap(1, 3).resample(0, OUTCOME).training();
        int[] turned = IntStream.range(0, 20).map(i -> drawn[19 - i]).toArray();
        assertNotEquals(key("1.0", RECIPE, TABLE, OUTCOME, ExplicitBootstrap.of(drawn)),
                key("1.0", RECIPE, TABLE, OUTCOME, ExplicitBootstrap.of(turned)));
    }

    @Test
    void plansThatGiveTheSameRowsShareTheirFits() {
        int[] fold = IntStream.range(0, 20).toArray();
        assertEquals(key("1.0", RECIPE, TABLE, OUTCOME, new LeaveOneOut()), key("1.0", RECIPE, TABLE, OUTCOME, ExplicitFolds.of(fold)));
    }

    @Test
    void groupsInsideARecipeCount() {
        Map<String, Recipe> parts = new LinkedHashMap<>(Map.of("disc", RECIPE));
        parts.put("muscle", RECIPE);
        StratifiedKFold inner = new StratifiedKFold(3, 1, 5);
        Map<String, String> pairs = new TreeMap<>(Map.of("case0", "p", "case1", "p"));
        Map<String, String> others = new TreeMap<>(Map.of("case0", "p", "case2", "p"));
        StackedRecipe stack = StackedRecipe.of(parts, inner);
        assertNotEquals(stack.settings(), stack.groupedBy(pairs).settings());
        assertNotEquals(stack.groupedBy(others).settings(), stack.groupedBy(pairs).settings());
        assertEquals(stack.groupedBy(new LinkedHashMap<>(pairs)).settings(), stack.groupedBy(pairs).settings());
        ChosenRecipe choice = ChosenRecipe.of(List.of(RECIPE, RECIPE), inner, PerformanceMeasure.LOG_LOSS);
        assertNotEquals(choice.groupedBy(others).settings(), choice.groupedBy(pairs).settings());
        assertNotEquals(choice.settings(), ChosenRecipe.of(List.of(RECIPE, RECIPE), new StratifiedKFold(3, 1, 6),
                PerformanceMeasure.LOG_LOSS).settings());
    }
}
