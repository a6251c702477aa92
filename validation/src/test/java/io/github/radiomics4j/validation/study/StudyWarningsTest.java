package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.validation.study.StudyWarning.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyWarningsTest {
    private static final StudyPlan FOLDS = Studies.shortPlan().withValidations(new ValidationPlan.KFold(4, 1));

    private static Set<Kind> kinds(StudyResult result) {
        return result.warnings().stream().map(StudyWarning::kind).collect(Collectors.toSet());
    }

    private static String message(StudyResult result, Kind kind) {
        return result.warnings().stream().filter(w -> w.kind() == kind).findFirst().orElseThrow().message();
    }

    @Test
    void aSmallStudyOfManyFeaturesIsWarnedOf() {
        StudyResult result = StudyAnalysis.run(Studies.twoStructures(45, 3), Studies.shortPlan());
        assertTrue(kinds(result).containsAll(Set.of(Kind.FEW_CASES, Kind.EVENTS_PER_CANDIDATE, Kind.EVENTS_PER_SELECTED,
                Kind.FEW_SAMPLES, Kind.COMPARISONS_UNADJUSTED)), kinds(result).toString());
        assertTrue(message(result, Kind.EVENTS_PER_CANDIDATE).startsWith("15 cases of the rarer outcome for 12 candidate features (1.25 each"),
                message(result, Kind.EVENTS_PER_CANDIDATE));
        assertTrue(message(result, Kind.FEW_CASES).startsWith("45 cases with 15 events"), message(result, Kind.FEW_CASES));
        assertEquals(Optional.of("disc"), result.warnings().stream().filter(w -> w.kind() == Kind.EVENTS_PER_SELECTED).findFirst()
                .orElseThrow().model());
    }

    @Test
    void leaveOneOutOfARareOutcomeIsWarnedOfAndOfACommonOneNot() {
        List<String> cases = Studies.cases(40);
        StudyPlan plan = StudyPlan.standard().withRecipe(Studies.identity()).withValidations(new ValidationPlan.LeaveOneOut());
        FeatureTable table = Studies.oneColumn(cases, Studies.grades(40, 4));
        BinaryOutcome rare = BinaryOutcome.of(IntStream.range(0, 40).map(i -> i < 8 ? 1 : 0).toArray());
        BinaryOutcome common = BinaryOutcome.of(IntStream.range(0, 40).map(i -> i < 20 ? 1 : 0).toArray());
        assertTrue(message(StudyAnalysis.run(StudyData.of(cases, rare).withStructure("disc", table), plan), Kind.LEAVE_ONE_OUT_BIAS)
                .startsWith("the rarer outcome is 20 % of the cases"));
        assertTrue(!kinds(StudyAnalysis.run(StudyData.of(cases, common).withStructure("disc", table), plan))
                .contains(Kind.LEAVE_ONE_OUT_BIAS));
    }

    @Test
    void casesLeftOutAndMissingGradesAreWarnedOf() {
        double[] grades = Studies.grades(45, 1);
        grades[3] = Double.NaN;
        FeatureTable table = Studies.table(Studies.outcome(45), 4, 1, 2);
        StudyResult result = StudyAnalysis.run(StudyData.of(Studies.cases(45), Studies.outcome(45)).withClinical("grade", grades)
                .withStructure("disc", table.rows(IntStream.range(0, 42).toArray())), FOLDS);
        assertEquals("3 of 45 cases read are not analysed {no disc=3}: say how they differ from the others",
                message(result, Kind.CASES_LEFT_OUT));
        assertEquals("clinical column \"grade\" has values of 41 of 42 cases: comparisons with it are of these",
                message(result, Kind.COMPARATOR_INCOMPLETE));
    }

    @Test
    void selectionsOfNoiseAreWarnedOf() {
        StudyResult result = StudyAnalysis.run(StudyData.of(Studies.cases(60), Studies.outcome(60))
                .withStructure("disc", Studies.table(Studies.outcome(60), 60, 0, 8)), Studies.shortPlan());
        assertTrue(message(result, Kind.UNSTABLE_SELECTION).contains("below 0.4"), message(result, Kind.UNSTABLE_SELECTION));
    }

    @Test
    void aScoreWithoutTermsIsWarnedOfAndEndsNothing() {
        RadscoreRecipe empty = RadscoreRecipe.selecting(new NamedFeatures(List.of("f0", "f1"))).fittedBy(PenalisedLogistic.lasso(5));
        StudyResult result = StudyAnalysis.run(Studies.twoStructures(45, 3), Studies.shortPlan().withRecipe(empty));
        assertTrue(message(result, Kind.WITHOUT_TERMS).contains("has no term"), message(result, Kind.WITHOUT_TERMS));
        assertEquals(0.5, result.model("combined").apparent().auc());
        assertTrue(kinds(result).contains(Kind.SMALL_GROUP));
        assertTrue(StudyJson.write(result).contains("\"stability_undefined\""));
    }

    /** The intercept moves with the training rows by more than any two cases differ: within folds all pairs are right, pooled few. */
    @Test
    void scoresThatDoNotCompareOverFoldsAreWarnedOf() {
        Recipe shifting = new Recipe() {
            @Override
            public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
                double mean = Arrays.stream(training.column(0)).average().orElseThrow();
                return new Radscore(1000 * mean, List.of(new Radscore.Term("x", 0, 1, 1)), training.provenance());
            }

            @Override
            public SortedMap<String, String> settings() {
                return new TreeMap<>();
            }
        };
        List<String> cases = Studies.cases(24);
        BinaryOutcome outcome = Studies.outcome(24);
        double[] x = IntStream.range(0, 24).mapToDouble(i -> (outcome.isPositive(i) ? 30 : 0) + i).toArray();
        StudyResult result = StudyAnalysis.run(StudyData.of(cases, outcome).withStructure("disc", Studies.oneColumn(cases, x)),
                FOLDS.withRecipe(shifting));
        assertTrue(message(result, Kind.FOLDS_NOT_COMPARABLE).contains("the mean within folds 1.00"),
                message(result, Kind.FOLDS_NOT_COMPARABLE));
    }
}
