package io.github.radiomics4j.validation;

import static io.github.radiomics4j.validation.Cohorts.outcome;
import static io.github.radiomics4j.validation.Cohorts.recipe;
import static io.github.radiomics4j.validation.Cohorts.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitBootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitFolds;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final RadscoreRecipe RECIPE = recipe(5, 0.05);

    /** 170 cases, 39 events, 400 columns of noise, five times: only a leak can discriminate. */
    @Test
    void noiseDiscriminatesOnlyWhenFeaturesWereSelectedBeforeTheFolds() {
        BinaryOutcome outcome = outcome(39, 131);
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(2), 20))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        StratifiedKFold plan = new StratifiedKFold(10, 1, 1);
        double inside = 0;
        double before = 0;
        for (int seed = 1; seed <= 5; seed++) {
            FeatureTable noise = table(outcome, 400, 0, 0, seed);
            FeatureTable selected = noise.select(recipe.select(noise, outcome).get(0).kept());
            inside += Validation.internal(recipe, noise, outcome, plan).auc() / 5;
            before += Validation.internal(recipe, selected, outcome, plan).auc() / 5;
        }
        assertEquals(0.5, inside, 0.06, "selected inside the folds");
        assertTrue(before > 0.72, "selected before the folds: " + before);
    }

    @Test
    void heldOutValuesCannotReachTheFitThatScoresThem() {
        BinaryOutcome outcome = outcome(20, 30);
        FeatureTable table = table(outcome, 6, 2, 1, 5);
        int fold = 2;
        StratifiedKFold plan = new StratifiedKFold(5, 1, 3);
        double[][] changed = IntStream.range(0, 6).mapToObj(table::column).toArray(double[][]::new);
        for (int row : plan.resample(fold, outcome).heldOut()) {
            for (double[] column : changed) {
                column[row] = 1000 - column[row];
            }
        }
        FeatureTable other = FeatureTable.of(table.cases(), table.columns(), changed, table.provenance());
        assertEquals(Validation.internal(RECIPE, table, outcome, plan).radscores().get(fold),
                Validation.internal(RECIPE, other, outcome, plan).radscores().get(fold));
    }

    /** Waits in the first two resamples until both are under way. */
    private record WaitsForCompany(int allCases, CountDownLatch company) implements SelectionStep {

        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            if (training.caseCount() < allCases) {
                company.countDown();
                try {
                    if (!company.await(20, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("resamples are worked on one after the other");
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return new Selection(training.columnNames(), List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    @Test
    void resamplesAreWorkedOnInParallel() {
        BinaryOutcome outcome = outcome(4, 6);
        FeatureTable table = table(outcome, 3, 1, 1, 2);
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new WaitsForCompany(10, new CountDownLatch(2)))
                .fittedBy(PenalisedLogistic.ridge(1));
        CrossValidated result = Parallelization.runWithNumThreads(2,
                () -> Validation.internal(recipe, table, outcome, new LeaveOneOut()));
        assertEquals(10, result.resamples());
    }

    @Test
    void aSignalIsFoundAndItsApparentAucIsTooGood() {
        BinaryOutcome outcome = outcome(40, 60);
        FeatureTable table = table(outcome, 50, 3, 1, 31);
        for (Resampling plan : List.of(new LeaveOneOut(), new StratifiedKFold(5, 2, 1), new Bootstrap(100, 1))) {
            InternalValidation result = Validation.internal(RECIPE, table, outcome, plan);
            assertTrue(result.auc() > 0.75 && result.auc() < result.apparentAuc(), result.toString());
            assertTrue(result.selectionFrequency().get("f0") > 0.9, result.selectionFrequency().toString());
        }
    }

    @Test
    void scoresAreTheMeanOverRepeats() {
        BinaryOutcome outcome = outcome(10, 20);
        CrossValidated result = Validation.internal(RECIPE, table(outcome, 8, 2, 1, 2), outcome, new StratifiedKFold(5, 2, 1));
        double[] first = result.scores(0);
        double[] second = result.scores(1);
        assertArrayEquals(IntStream.range(0, 30).mapToDouble(i -> (first[i] + second[i]) / 2).toArray(), result.scores());
        assertEquals(10, result.resamples());
        assertThrows(IllegalArgumentException.class, () -> result.scores(2));
    }

    @Test
    void eachCaseIsScoredByTheFitThatDidNotSeeIt() {
        BinaryOutcome outcome = outcome(10, 20);
        FeatureTable table = table(outcome, 8, 2, 1, 2);
        StratifiedKFold plan = new StratifiedKFold(5, 1, 1);
        CrossValidated result = Validation.internal(RECIPE, table, outcome, plan);
        for (int fold = 0; fold < 5; fold++) {
            for (int row : plan.resample(fold, outcome).heldOut()) {
                assertEquals(result.radscores().get(fold).scores(table)[row], result.scores()[row]);
            }
        }
    }

    @Test
    void selectionFrequencyCountsEveryColumnAndAddsUpToTheTermsPerScore() {
        BinaryOutcome outcome = outcome(20, 30);
        Map<String, Double> frequency = Validation.internal(RECIPE, table(outcome, 12, 1, 1, 8), outcome, new Bootstrap(20, 2))
                .selectionFrequency();
        assertEquals(12, frequency.size());
        assertEquals(5, frequency.values().stream().mapToDouble(f -> f).sum(), 1e-12);
    }

    @Test
    void aSampleOfEveryCaseOnceHasNoOptimismAndNoOutOfBagAuc() {
        BinaryOutcome outcome = outcome(10, 20);
        Bootstrapped result = Validation.internal(RECIPE, table(outcome, 8, 2, 1, 2), outcome,
                ExplicitBootstrap.of(IntStream.range(0, 30).toArray()));
        assertEquals(0, result.optimism(PerformanceMeasure.AUC));
        assertEquals(result.apparentAuc(), result.auc());
        assertEquals(0, result.outOfBagSamples());
        assertTrue(Double.isNaN(result.outOfBagAuc()) && Double.isNaN(result.auc632()) && Double.isNaN(result.auc632Plus()));
    }

    @Test
    void foldsOfOneClassHaveNoAucOfTheirOwn() {
        BinaryOutcome outcome = outcome(4, 6);
        CrossValidated result = Validation.internal(RECIPE, table(outcome, 8, 2, 1, 2), outcome,
                ExplicitFolds.of(new int[] {0, 0, 1, 1, 1, 1, 2, 2, 2, 2}));
        double[] aucs = result.foldAucs(0);
        assertTrue(Double.isNaN(aucs[0]) && !Double.isNaN(aucs[1]) && Double.isNaN(aucs[2]), Arrays.toString(aucs));
        assertEquals(aucs[1], result.meanFoldAuc());
    }

    /** Fails whenever a case is not among the training rows. */
    private record FailsWithout(String id, RuntimeException failure) implements SelectionStep {

        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            if (!training.cases().contains(id)) {
                throw failure;
            }
            List<Dropped> none = List.of();
            return new Selection(training.columnNames(), none);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    @Test
    void aFailureInAFoldIsReportedWithTheFold() {
        BinaryOutcome outcome = outcome(4, 6);
        FeatureTable table = table(outcome, 3, 1, 1, 2);
        InvalidInputException reason = new InvalidInputException(Problem.NONFINITE_VALUES, "the reason");
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new FailsWithout("case7", reason)).fittedBy(PenalisedLogistic.ridge(1));
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> Validation.internal(recipe, table, outcome,
                ExplicitFolds.of(new int[] {0, 0, 1, 1, 0, 0, 0, 1, 1, 1}, new int[] {0, 1, 0, 1, 0, 1, 0, 0, 1, 1})));
        assertEquals("the recipe failed in 2 of 4 resamples (fold 1 of repeat 0, fold 0 of repeat 1); fold 1 of repeat 0: the reason",
                e.getMessage());
        assertEquals(Problem.NONFINITE_VALUES, e.problem());
        assertSame(reason, e.getCause());
        assertEquals(1, e.getSuppressed().length);
    }

    @Test
    void aFailureOfAnotherKindIsReportedToo() {
        BinaryOutcome outcome = outcome(4, 6);
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new FailsWithout("case7", new ArithmeticException("broken step")))
                .fittedBy(PenalisedLogistic.ridge(1));
        IllegalStateException e = assertThrows(IllegalStateException.class,
                () -> Validation.internal(recipe, table(outcome, 3, 1, 1, 2), outcome, new LeaveOneOut()));
        assertTrue(e.getMessage().contains("1 of 10 resamples (the resample without row 7)"), e.getMessage());
        assertInstanceOf(ArithmeticException.class, e.getCause());
    }

    @Test
    void missingValuesAreReportedAndNotSkipped() {
        BinaryOutcome outcome = outcome(4, 6);
        double[][] values = {new double[10]};
        Arrays.setAll(values[0], i -> i == 3 ? Double.NaN : i);
        List<String> cases = IntStream.range(0, 10).mapToObj(i -> "c" + i).toList();
        FeatureTable table = FeatureTable.of(cases, List.of(FeatureColumn.named("f")), values, Provenance.of(Map.of()));
        assertEquals(Problem.NONFINITE_VALUES, assertThrows(InvalidInputException.class,
                () -> Validation.internal(recipe(1, 0.05), table, outcome, new StratifiedKFold(2, 1, 1))).problem());
    }

    @Test
    void lengthsThatDifferAreRefused() {
        FeatureTable table = table(outcome(5, 5), 3, 1, 1, 2);
        assertThrows(IllegalArgumentException.class, () -> Validation.internal(RECIPE, table, outcome(5, 6), new LeaveOneOut()));
        assertThrows(IllegalArgumentException.class, () -> PerformanceMeasure.BRIER_SCORE.of(new double[2], outcome(1, 2)));
    }

    @Test
    void oneClassAndTooFewEventsAreRefused() {
        for (Resampling plan : List.of(new LeaveOneOut(), new StratifiedKFold(5, 1, 1), new Bootstrap(5, 1))) {
            BinaryOutcome none = outcome(0, 10);
            FeatureTable table = table(none, 3, 0, 0, 1);
            assertEquals(Problem.TABLE_INVALID,
                    assertThrows(InvalidInputException.class, () -> Validation.internal(RECIPE, table, none, plan)).problem());
        }
        BinaryOutcome four = outcome(4, 10);
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> Validation.internal(RECIPE, table(four, 3, 0, 0, 1), four, new StratifiedKFold(5, 1, 1)));
        assertTrue(e.getMessage().contains("4 positive and 10 negative"), e.getMessage());
    }

    @Test
    void aTableThatRepeatsACaseIsRefused() {
        BinaryOutcome outcome = outcome(5, 5);
        FeatureTable repeated = table(outcome, 3, 1, 1, 2).rows(0, 1, 2, 3, 4, 5, 6, 7, 8, 8);
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> Validation.internal(RECIPE, repeated, outcome, new StratifiedKFold(5, 1, 1)));
        assertTrue(e.getMessage().contains("\"case8\" occurs twice"), e.getMessage());
    }

    @Test
    void logarithmicLossOfExtremeScoresIsFinite() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 1});
        assertEquals(1000, PerformanceMeasure.LOG_LOSS.of(new double[] {1000, -1000}, outcome));
        assertEquals(0, PerformanceMeasure.LOG_LOSS.of(new double[] {-1000, 1000}, outcome));
        assertEquals(Math.log(2), PerformanceMeasure.LOG_LOSS.of(new double[] {0, 0}, outcome), 1e-15);
    }
}
