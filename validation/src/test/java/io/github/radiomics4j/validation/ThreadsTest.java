package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitBootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitFolds;
import io.github.radiomics4j.validation.resampling.GroupedBootstrap;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.LeavePairOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.SampledPairs;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import io.github.radiomics4j.validation.resampling.Subsampling;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Same input, same bits, whatever the number of threads. */
class ThreadsTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(12, 24);
    private static final FeatureTable TABLE = Cohorts.table(OUTCOME, 10, 2, 1, 9);

    static List<Resampling> plans() {
        List<String> patients = IntStream.range(0, 36).mapToObj(i -> "p" + i / 2).toList();
        return List.of(new LeaveOneOut(), new StratifiedKFold(4, 3, 4), GroupedKFold.of(patients, 3, 2, 4),
                ExplicitFolds.of(IntStream.range(0, 36).map(i -> i % 5).toArray()), new Bootstrap(20, 4), GroupedBootstrap.of(patients, 20, 4),
                ExplicitBootstrap.of(IntStream.range(0, 36).map(i -> i / 2 * 2).toArray()), new LeavePairOut(), new SampledPairs(30, 4),
                new Subsampling(20, 4));
    }

    private static void assertSameBits(Recipe recipe, Resampling plan) {
        InternalValidation one = Parallelization.runWithNumThreads(1, () -> Validation.internal(recipe, TABLE, OUTCOME, plan));
        for (int threads : new int[] {2, 5}) {
            InternalValidation many = Parallelization.runWithNumThreads(threads, () -> Validation.internal(recipe, TABLE, OUTCOME, plan));
            assertEquals(one.radscore(), many.radscore());
            assertEquals(one.radscores(), many.radscores());
            assertEquals(one.selections(), many.selections());
            assertEquals(one.selectionFrequency(), many.selectionFrequency());
            assertArrayEquals(one.apparentScores(), many.apparentScores());
            assertEquals(one.auc(), many.auc());
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanGivesEqualBits(Resampling plan) {
        assertSameBits(Cohorts.recipe(3, 0.05), plan);
    }

    @Test
    void aNestedChoiceGivesEqualBitsAndDoesNotHang() {
        assertSameBits(ChosenRecipe.of(List.of(Cohorts.recipe(1, 0.05), Cohorts.recipe(4, 0.05)), new StratifiedKFold(3, 1, 2),
                PerformanceMeasure.LOG_LOSS), new Bootstrap(12, 3));
    }

    @Test
    void aPermutationTestGivesEqualBits() {
        double[] one = Parallelization.runWithNumThreads(1,
                () -> PermutationTest.of(Cohorts.recipe(3, 0.05), TABLE, OUTCOME, new StratifiedKFold(4, 1, 4), 5, 8).permutedAucs());
        assertArrayEquals(one, Parallelization.runWithNumThreads(5,
                () -> PermutationTest.of(Cohorts.recipe(3, 0.05), TABLE, OUTCOME, new StratifiedKFold(4, 1, 4), 5, 8).permutedAucs()));
    }
}
