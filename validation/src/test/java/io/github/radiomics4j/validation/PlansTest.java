package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.GroupedBootstrap;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.LeavePairOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.SampledPairs;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import io.github.radiomics4j.validation.resampling.Subsampling;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each plan makes of a recipe, and what all of them refuse. */
class PlansTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(10, 20);
    private static final FeatureTable TABLE = Cohorts.table(OUTCOME, 8, 2, 1, 2);
    private static final Recipe RECIPE = Cohorts.recipe(3, 0.05);

    static List<Resampling> newPlans() {
        List<String> patients = IntStream.range(0, 30).mapToObj(i -> "p" + i / 2).toList();
        return List.of(new LeavePairOut(), new SampledPairs(20, 1), new Subsampling(20, 1), GroupedKFold.of(patients, 5, 1, 1),
                GroupedBootstrap.of(patients, 20, 1));
    }

    @Test
    void aPairIsRankedByTheFitThatSawNeither() {
        PairValidated result = Validation.internal(RECIPE, TABLE, OUTCOME, new LeavePairOut());
        double right = 0;
        for (int number = 0; number < result.resamples(); number++) {
            int[] pair = result.resample(number).heldOut(); // the positive cases come first
            int[] training = IntStream.range(0, 30).filter(row -> row != pair[0] && row != pair[1]).toArray();
            double[] scores = RECIPE.fit(TABLE.rows(training), OUTCOME.rows(training)).scores(TABLE.rows(pair));
            right += scores[0] > scores[1] ? 1 : 0;
        }
        assertEquals(200, result.resamples());
        assertEquals(right / 200, result.auc(), 1e-15);
    }

    @Test
    void aPairOfEqualScoresCountsHalf() {
        Recipe constant = RadscoreRecipe.selecting(new NamedFeatures(List.of("f0"))).fittedBy(PenalisedLogistic.lasso(10));
        PairValidated result = Validation.internal(constant, TABLE, OUTCOME, new LeavePairOut());
        assertEquals(0.5, result.auc());
        assertTrue(Arrays.stream(result.concordance()).allMatch(c -> c == 0.5));
    }

    @Test
    void whereThePositiveCaseStandsInTheTableDoesNotMatter() {
        int[] reversed = IntStream.range(0, 30).map(i -> 29 - i).toArray();
        assertEquals(Validation.internal(RECIPE, TABLE, OUTCOME, new LeavePairOut()).auc(),
                Validation.internal(RECIPE, TABLE.rows(reversed), OUTCOME.rows(reversed), new LeavePairOut()).auc(), 0.02);
    }

    @Test
    void sampledPairsEstimateWhatAllPairsGive() {
        double all = Validation.internal(RECIPE, TABLE, OUTCOME, new LeavePairOut()).auc();
        double some = Validation.internal(RECIPE, TABLE, OUTCOME, new SampledPairs(1000, 5)).auc();
        assertEquals(all, some, 4 * Math.sqrt(all * (1 - all) / 1000));
    }

    @Test
    void subsamplesAreMeasuredOnTheCasesTheyLeft() {
        Subsampled result = Validation.internal(RECIPE, TABLE, OUTCOME, new Subsampling(4, 3));
        double[] aucs = new double[4];
        for (int number = 0; number < 4; number++) {
            int[] heldOut = result.resample(number).heldOut();
            aucs[number] = Roc.of(result.radscores().get(number).scores(TABLE.rows(heldOut)), OUTCOME.rows(heldOut)).auc();
        }
        assertArrayEquals(aucs, result.heldOut(PerformanceMeasure.AUC));
        assertEquals(Arrays.stream(aucs).sum() / 4, result.auc(), 1e-15);
    }

    @Test
    void neighboursAreCountedInSubsamplesAndRefusedInABootstrap() {
        Recipe neighbours = RadscoreRecipe.selecting(new MutualInformationSelection(new NearestNeighbourMutualInformation(3), 2))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        assertTrue(Validation.internal(neighbours, TABLE, OUTCOME, new Subsampling(20, 3)).auc() > 0.5);
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> Validation.internal(neighbours, TABLE, OUTCOME, new Bootstrap(5, 3)));
        assertTrue(e.getMessage().contains("subsampling instead of a bootstrap"), e.getMessage());
    }

    /** Noise, of which each patient has two equal rows: only a plan that keeps them together is honest. Mean of ten tables. */
    @Test
    void patientsNeverHelpToScoreThemselves() {
        BinaryOutcome outcome = Cohorts.outcome(30, 60);
        int[] doubled = IntStream.range(0, 90).map(i -> i / 2 * 2).toArray();
        List<String> patients = Arrays.stream(doubled).mapToObj(row -> "p" + row).toList();
        Recipe recipe = Cohorts.recipe(20, 0.001);
        double apart = 0;
        double together = 0;
        for (int seed = 0; seed < 10; seed++) {
            FeatureTable noise = Cohorts.table(outcome, 60, 0, 0, seed);
            double[][] values = IntStream.range(0, 60).mapToObj(noise.rows(doubled)::column).toArray(double[][]::new);
            FeatureTable twice = FeatureTable.of(noise.cases(), noise.columns(), values, noise.provenance());
            apart += Validation.internal(recipe, twice, outcome, new StratifiedKFold(10, 1, 1)).auc() / 10;
            together += Validation.internal(recipe, twice, outcome, GroupedKFold.of(patients, 10, 1, 1)).auc() / 10;
        }
        // One AUC of 15 and 30 patients has a standard error of 0.09, the mean of ten of 0.03.
        assertEquals(0.5, together, 0.12);
        assertTrue(apart > 0.85, Double.toString(apart));
    }

    @Test
    void selectionsOfEachResampleAreTheFeaturesOfItsScore() {
        Subsampled result = Validation.internal(RECIPE, TABLE, OUTCOME, new Subsampling(20, 3));
        List<Set<String>> selections = result.selections();
        assertEquals(20, selections.size());
        for (int number = 0; number < 20; number++) {
            assertEquals(result.radscores().get(number).features(), List.copyOf(selections.get(number)));
        }
        assertEquals(result.selectionFrequency().get("f0"), selections.stream().filter(s -> s.contains("f0")).count() / 20.0);
    }

    @Test
    void centralBootstrapFitsLieBetweenThePercentiles() {
        Bootstrapped result = Validation.internal(RECIPE, TABLE, OUTCOME, new Bootstrap(41, 3));
        double[] sorted = Arrays.stream(result.onOriginal(PerformanceMeasure.LOG_LOSS)).sorted().toArray();
        Interval interval = result.percentilesOnOriginal(PerformanceMeasure.LOG_LOSS, 0.9);
        assertEquals(sorted[2], interval.lower(), 1e-15);
        assertEquals(sorted[38], interval.upper(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> result.percentilesOnOriginal(PerformanceMeasure.LOG_LOSS, 1));
    }

    @Test
    void anyMeasureIsCorrectedForOptimism() {
        Bootstrapped result = Validation.internal(RECIPE, TABLE, OUTCOME, new Bootstrap(20, 3));
        ScoreMeasure negated = (scores, outcome) -> -PerformanceMeasure.AUC.of(scores, outcome);
        assertEquals(-result.auc(), result.corrected(negated), 1e-15);
    }

    @Test
    void resamplesAreNumbered() {
        Subsampled result = Validation.internal(RECIPE, TABLE, OUTCOME, new Subsampling(3, 3));
        assertArrayEquals(new Subsampling(3, 3).resample(2, OUTCOME).heldOut(), result.resample(2).heldOut());
        assertThrows(IllegalArgumentException.class, () -> result.resample(3));
    }

    @ParameterizedTest
    @MethodSource("newPlans")
    void aClassThatIsMissingIsRefused(Resampling plan) {
        assertEquals(Problem.TABLE_INVALID, assertThrows(InvalidInputException.class,
                () -> Validation.internal(RECIPE, TABLE, Cohorts.outcome(0, 30), plan)).problem());
    }

    @ParameterizedTest
    @MethodSource("newPlans")
    void missingValuesAreRefused(Resampling plan) {
        double[][] values = IntStream.range(0, 8).mapToObj(TABLE::column).toArray(double[][]::new);
        values[5][17] = Double.NaN;
        FeatureTable missing = FeatureTable.of(TABLE.cases(), TABLE.columns(), values, TABLE.provenance());
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> Validation.internal(RECIPE, missing, OUTCOME, plan));
        assertEquals(Problem.NONFINITE_VALUES, e.problem());
        assertTrue(e.getMessage().contains("\"f5\"") && e.getMessage().contains("\"case17\""), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("newPlans")
    void repeatedCasesAreRefused(Resampling plan) {
        FeatureTable repeated = TABLE.rows(IntStream.range(0, 30).map(i -> Math.min(i, 28)).toArray());
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> Validation.internal(RECIPE, repeated, OUTCOME, plan));
        assertTrue(e.getMessage().contains("\"case28\" occurs twice"), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("newPlans")
    void aTableOfOtherLengthIsRefused(Resampling plan) {
        assertThrows(IllegalArgumentException.class,
                () -> Validation.internal(RECIPE, TABLE.rows(IntStream.range(0, 29).toArray()), OUTCOME, plan));
    }
}
