package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.stability.SelectionStability;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.StackedRecipe;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.interaction.CutOffGroups;
import io.github.radiomics4j.validation.interaction.ProductTerm;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitFolds;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;

/** The one call gives what the calls that it stands for give. */
class StudyAnalysisTest {
    private static final int N = 45;
    private static final StudyData DATA = Studies.twoStructures(N, 3);
    private static final StudyPlan PLAN = Studies.shortPlan();
    private static final StudyResult RESULT = StudyAnalysis.run(DATA, PLAN);
    private static final FeatureTable DISC = DATA.structures().get("disc");
    private static final FeatureTable MUSCLE = DATA.structures().get("muscle");
    private static final BinaryOutcome OUTCOME = DATA.outcome();

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    private static StackedRecipe stack(Map<String, String> groups) {
        Map<String, Recipe> parts = new LinkedHashMap<>();
        parts.put("disc", Studies.recipe(3));
        parts.put("muscle", Studies.recipe(3));
        return StackedRecipe.of(parts, new StratifiedKFold(3, 1, 5)).groupedBy(groups);
    }

    @Test
    void crossValidatedFiguresAreThoseOfValidation() {
        CrossValidated folds = Validation.internal(Studies.recipe(3), DISC, OUTCOME, new StratifiedKFold(4, 2, 5));
        PlanResult plan = RESULT.model("disc").plan("4-fold, 2 repeats");
        HonestFigures honest = plan.honest().orElseThrow();
        assertArrayEquals(folds.scores(), array(honest.scores()));
        assertEquals(folds.auc(), plan.auc().auc());
        assertEquals(folds.interval(0.95).logit().orElseThrow(), plan.auc().interval());
        assertEquals(folds.meanFoldAuc(), honest.meanFoldAuc());
        assertEquals(folds.selectionFrequency().get("f0"), plan.selection().frequency().get("f0"));
        assertEquals(SelectionStability.of(folds.selections(), 12), plan.selection().stability().orElseThrow());
        assertEquals(Roc.of(folds.scores(), OUTCOME).youden(), honest.cutOff().chosen().counts());
        Calibration calibration = new Calibration(PredictedRisks.ofScores(folds.scores(), OUTCOME));
        assertEquals(calibration.line(), honest.calibration().line().orElseThrow());
        assertEquals(calibration.brier(), honest.calibration().brier());
        assertEquals(folds.radscore(), RESULT.model("disc").radscore());
    }

    @Test
    void leaveOneOutAndBootstrapAreThoseOfValidation() {
        assertEquals(Validation.internal(Studies.recipe(3), MUSCLE, OUTCOME, new LeaveOneOut()).auc(),
                RESULT.model("muscle").plan("leave-one-out").auc().auc());
        Bootstrapped samples = Validation.internal(Studies.recipe(3), MUSCLE, OUTCOME, new Bootstrap(20, 5));
        PlanResult plan = RESULT.model("muscle").plan("bootstrap, 20 samples");
        assertEquals(samples.optimismCorrectedAuc(), plan.auc().auc());
        assertEquals(samples.auc632Plus(), plan.bootstrap().orElseThrow().auc632Plus());
        assertEquals(samples.corrected(PerformanceMeasure.BRIER_SCORE), plan.bootstrap().orElseThrow().brierScore());
    }

    @Test
    void combinedScoreIsTheStackRefittedInEveryResample() {
        FeatureTable both = DISC.prefixed("disc").beside(MUSCLE.prefixed("muscle"));
        CrossValidated folds = Validation.internal(stack(Map.of()), both, OUTCOME, new StratifiedKFold(4, 2, 5));
        ModelResult combined = RESULT.model(StudyPlan.COMBINED);
        assertArrayEquals(folds.scores(), array(combined.plan("4-fold, 2 repeats").honest().orElseThrow().scores()));
        assertEquals(folds.radscore(), combined.radscore());
        assertTrue(combined.formula().contains("disc:f"), combined.formula());
    }

    @Test
    void combinedScoreOfFeaturesIsTheRecipeGiven() {
        Recipe both = Studies.recipe(4);
        StudyResult result = StudyAnalysis.run(DATA, PLAN.withCombination(new Combination.OfFeatures(both))
                .withValidations(new ValidationPlan.KFold(4, 1)));
        CrossValidated folds = Validation.internal(both, DISC.prefixed("disc").beside(MUSCLE.prefixed("muscle")), OUTCOME,
                new StratifiedKFold(4, 1, 5));
        assertEquals(folds.auc(), result.model(StudyPlan.COMBINED).plan("4-fold").auc().auc());
        assertEquals(List.of("disc", "muscle", "combined"), result.models().stream().map(ModelResult::name).toList());
    }

    @Test
    void comparisonsAndInteractionAreThoseOfTheirClasses() {
        double[] disc = array(RESULT.model("disc").plan("leave-one-out").honest().orElseThrow().scores());
        double[] muscle = array(RESULT.model("muscle").plan("leave-one-out").honest().orElseThrow().scores());
        assertEquals(DeLong.pairedTest(disc, Studies.grades(N, 5), OUTCOME),
                RESULT.comparison("disc", "leave-one-out", "pfirrmann").test());
        assertEquals(DeLong.pairedTest(muscle, disc, OUTCOME), RESULT.comparison("muscle", "leave-one-out", "disc").test());
        InteractionResult interaction = RESULT.interactions().get(0);
        assertEquals(CutOffGroups.atYouden(disc, muscle, OUTCOME), interaction.atChosenCutOffs().groups());
        assertEquals(ProductTerm.of(disc, muscle, OUTCOME).test(), interaction.product().orElseThrow().test());
    }

    @Test
    void resultIsTheSameToTheLastBitOnAnyNumberOfThreads() {
        String one = Parallelization.runWithNumThreads(1, () -> StudyJson.write(StudyAnalysis.run(DATA, PLAN)));
        for (int threads : new int[] {2, 5}) {
            assertEquals(one, Parallelization.runWithNumThreads(threads, () -> StudyJson.write(StudyAnalysis.run(DATA, PLAN))));
        }
    }

    @Test
    void orderOfATablesRowsDoesNotMatter() {
        int[] reversed = IntStream.range(0, N).map(i -> N - 1 - i).toArray();
        StudyData turned = StudyData.of(DATA.cases(), OUTCOME).withStructure("disc", DISC.rows(reversed))
                .withStructure("muscle", MUSCLE).withClinical("pfirrmann", Studies.grades(N, 5));
        assertEquals(StudyJson.write(RESULT), StudyJson.write(StudyAnalysis.run(turned, PLAN)));
    }

    @Test
    void casesOfOnePatientStayTogetherInEveryPlanAndInside() {
        List<String> patients = IntStream.range(0, N).mapToObj(i -> "patient" + i / 2).toList();
        StudyResult result = StudyAnalysis.run(DATA.withPatients(patients), PLAN);
        assertEquals("patient", result.settings().get("resampling.unit"));
        assertEquals(23, result.cohort().patients());
        assertEquals(Validation.internal(Studies.recipe(3), DISC, OUTCOME, GroupedKFold.of(patients, 4, 2, 5)).auc(),
                result.model("disc").plan("4-fold, 2 repeats").auc().auc());
        int[] foldOfCase = IntStream.range(0, N).map(i -> i / 2).toArray();
        assertEquals(Validation.internal(Studies.recipe(3), DISC, OUTCOME, ExplicitFolds.of(foldOfCase)).auc(),
                result.model("disc").plan("leave-one-out").auc().auc());
        Map<String, String> groups = new LinkedHashMap<>();
        IntStream.range(0, N).forEach(i -> groups.put("case" + i, patients.get(i)));
        assertEquals(Validation.internal(stack(groups), DISC.prefixed("disc").beside(MUSCLE.prefixed("muscle")), OUTCOME,
                GroupedKFold.of(patients, 4, 2, 5)).auc(), result.model("combined").plan("4-fold, 2 repeats").auc().auc());
        assertTrue(result.warnings().stream().anyMatch(w -> w.kind() == StudyWarning.Kind.CASES_OF_ONE_PATIENT));
    }

    @Test
    void patientsOfOneCaseEachChangeNothing() {
        StudyResult named = StudyAnalysis.run(DATA.withPatients(DATA.cases()), PLAN);
        assertEquals(RESULT.models(), named.models());
        assertEquals(RESULT.clinical(), named.clinical());
        assertEquals(RESULT.comparisons(), named.comparisons());
        assertEquals("case", named.settings().get("resampling.unit"));
    }

    /**
     * One AUC of 40 events among 120 has a standard error of 0.056 under noise, the mean of five of them 0.025; cross-validation adds a
     * little to both. Bounds are four of these, and 0.04 for the downward bias of pooled scores.
     */
    @Test
    void noiseHasAnHonestAucOfAboutOneHalfHoweverGoodItLooks() {
        double honest = 0;
        double apparent = 0;
        for (int seed = 0; seed < 5; seed++) {
            BinaryOutcome outcome = Studies.outcome(120);
            StudyResult result = StudyAnalysis.run(
                    StudyData.of(Studies.cases(120), outcome).withStructure("disc", Studies.table(outcome, 60, 0, 100 + seed))
                            .withStructure("muscle", Studies.table(outcome, 60, 0, 200 + seed)),
                    Studies.shortPlan().withRecipe(Studies.recipe(8)).withValidations(new ValidationPlan.KFold(5, 2)));
            honest += result.model("combined").plan("5-fold, 2 repeats").auc().auc() / 5;
            apparent += result.model("disc").apparent().auc() / 5;
        }
        assertTrue(honest > 0.36 && honest < 0.6, "honest " + honest);
        assertTrue(apparent > 0.7, "apparent " + apparent);
    }
}
