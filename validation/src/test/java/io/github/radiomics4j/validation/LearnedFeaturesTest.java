package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.LeavePairOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import io.github.radiomics4j.validation.resampling.Subsampling;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnedFeaturesTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(10, 20);
    private static final Recipe RECIPE = Cohorts.recipe(2, 0.1);

    private static FeatureTable column(String name, double[] values) {
        return FeatureTable.of(IntStream.range(0, values.length).mapToObj(i -> "case" + i).toList(), List.of(FeatureColumn.named(name)),
                new double[][] {values}, Provenance.of(Map.of()));
    }

    /** What a network does at its worst: it learns its training rows by heart, and knows nothing of others. */
    private record LearnsByHeart(int cases, ConcurrentLinkedQueue<String> seen) implements LearnedFeatures {

        @Override
        public FeatureTable learn(int[] trainingRows, BinaryOutcome trainingOutcome) {
            seen.add(Arrays.toString(trainingRows));
            double[] memory = IntStream.range(0, cases).mapToDouble(i -> Math.sin(i)).toArray();
            for (int i = 0; i < trainingRows.length; i++) {
                memory[trainingRows[i]] = Math.sin(trainingRows[i]) / 100 + (trainingOutcome.isPositive(i) ? 1 : -1);
            }
            return column("memory", memory);
        }
    }

    static List<Resampling> plans() {
        return List.of(new StratifiedKFold(5, 2, 1), new Bootstrap(8, 1), new Subsampling(8, 1), new LeavePairOut());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void featuresAreLearnedFromTheTrainingRowsOfEachResampleAndOnceFromAll(Resampling plan) {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        InternalValidation result = Validation.internal(RECIPE, new LearnsByHeart(30, seen), OUTCOME, plan);
        Set<String> expected = new HashSet<>(Set.of(Arrays.toString(IntStream.range(0, 30).toArray())));
        for (int number = 0; number < plan.count(OUTCOME); number++) {
            expected.add(Arrays.toString(plan.resample(number, OUTCOME).training()));
        }
        assertEquals(expected, new HashSet<>(seen));
        assertEquals(result.resamples() + 1, seen.size());
    }

    @Test
    void whatWasLearnedByHeartLooksPerfectAndIsWorthNothing() {
        CrossValidated result = Validation.internal(RECIPE, new LearnsByHeart(30, new ConcurrentLinkedQueue<>()), OUTCOME,
                new StratifiedKFold(5, 1, 1));
        assertEquals(1, result.apparentAuc());
        assertTrue(result.auc() < 0.75, result.toString());
    }

    @Test
    void fixedFeaturesStandBeside() {
        FeatureTable fixed = Cohorts.table(OUTCOME, 2, 2, 1, 4);
        CrossValidated result = Validation.internal(Cohorts.recipe(3, 0.1),
                new LearnsByHeart(30, new ConcurrentLinkedQueue<>()).beside(fixed), OUTCOME, new StratifiedKFold(5, 1, 1));
        assertEquals(List.of("memory", "f0", "f1"), List.copyOf(result.selectionFrequency().keySet()));
        assertEquals(Set.of("memory", "f0", "f1"), result.selections().get(0));
    }

    @Test
    void featuresThatNeedNoLearningGiveTheBitsOfTheirTable() {
        FeatureTable table = Cohorts.table(OUTCOME, 8, 2, 1, 4);
        StratifiedKFold plan = new StratifiedKFold(5, 1, 1);
        assertArrayEquals(Validation.internal(RECIPE, table, OUTCOME, plan).scores(),
                Validation.internal(RECIPE, (rows, outcome) -> table, OUTCOME, plan).scores());
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        LearnedFeatures features = new LearnsByHeart(30, new ConcurrentLinkedQueue<>());
        Bootstrap plan = new Bootstrap(20, 5);
        assertEquals(Parallelization.runWithNumThreads(1, () -> Validation.internal(RECIPE, features, OUTCOME, plan)).radscores(),
                Parallelization.runWithNumThreads(5, () -> Validation.internal(RECIPE, features, OUTCOME, plan)).radscores());
    }

    @Test
    void aSourceThatReturnsTrainingCasesOnlyIsRefused() {
        FeatureTable table = Cohorts.table(OUTCOME, 3, 2, 1, 4);
        IllegalStateException e = assertThrows(IllegalStateException.class,
                () -> Validation.internal(RECIPE, (rows, outcome) -> table.rows(rows), OUTCOME, new StratifiedKFold(5, 1, 1)));
        assertTrue(e.getMessage().contains("learned features must be of all 30 cases"), e.getMessage());
        assertInstanceOf(IllegalStateException.class, e.getCause());
    }
}
