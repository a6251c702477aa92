package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Obuchowski;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import io.github.radiomics4j.validation.resampling.GroupedBootstrap;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.study.page.StudyPage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where several cases are of one patient, AUC intervals and paired tests are by patient; where none are, nothing is. */
class StudyByPatientTest {
    private static final int N = 45;
    private static final String FOLDS = "4-fold, 2 repeats";
    private static final String SAMPLES = "bootstrap, 20 samples";
    private static final StudyData DATA = Studies.twoStructures(N, 3);
    private static final StudyPlan PLAN = Studies.shortPlan().withValidations(new ValidationPlan.KFold(4, 2),
            new ValidationPlan.Bootstrap(20));
    private static final List<String> PATIENTS = IntStream.range(0, N).mapToObj(i -> "patient" + i / 2).toList();
    private static final StudyResult RESULT = StudyAnalysis.run(DATA.withPatients(PATIENTS), PLAN);

    private static double[] honest(String model) {
        return RESULT.model(model).plan(FOLDS).honest().orElseThrow().scoreArray();
    }

    @Test
    void intervalsOfScoresAreByPatient() {
        CrossValidated folds = Validation.internal(Studies.recipe(3), DATA.structures().get("disc"), DATA.outcome(),
                GroupedKFold.of(PATIENTS, 4, 2, 5));
        Interval interval = folds.interval(PATIENTS, 0.95).logit().orElseThrow();
        AucEstimate found = RESULT.model("disc").plan(FOLDS).auc();
        assertEquals(new AucEstimate(folds.auc(), interval, "Obuchowski, logit, by patient"), found);
        assertFalse(interval.equals(folds.interval(0.95).logit().orElseThrow()));
        assertEquals(Obuchowski.interval(Studies.grades(N, 5), DATA.outcome(), PATIENTS, 0.95).logit().orElseThrow(),
                RESULT.clinical().get(0).auc().interval());
        assertEquals("Obuchowski, logit, by patient", RESULT.model("combined").apparent().method());
    }

    @Test
    void theIntervalOfTheBootstrapIsTheApparentOneByPatientMoved() {
        Bootstrapped samples = Validation.internal(Studies.recipe(3), DATA.structures().get("muscle"), DATA.outcome(),
                GroupedBootstrap.of(PATIENTS, 20, 5));
        double optimism = RESULT.model("muscle").plan(SAMPLES).bootstrap().orElseThrow().optimism();
        Interval apparent = Obuchowski.interval(samples.apparentScores(), DATA.outcome(), PATIENTS, 0.95).logit().orElseThrow();
        AucEstimate found = RESULT.model("muscle").plan(SAMPLES).auc();
        assertEquals(apparent.lower() - optimism, found.interval().lower(), 1e-15);
        assertEquals("Obuchowski, logit, by patient, of the apparent AUC, moved by the optimism", found.method());
    }

    @Test
    void comparisonsAreByPatient() {
        PairedAucTest expected = Obuchowski.pairedTest(honest("muscle"), honest("disc"), DATA.outcome(), PATIENTS);
        Comparison found = RESULT.comparison("muscle", FOLDS, "disc");
        assertEquals(expected, found.test());
        assertEquals(expected.differenceInterval(0.95), found.difference());
        assertEquals(Obuchowski.pairedTest(honest("disc"), Studies.grades(N, 5), DATA.outcome(), PATIENTS),
                RESULT.comparison("disc", FOLDS, "pfirrmann").test());
    }

    /** Case 1 is of patient 0, who is left with one case of the two; rows must stay with their patients. */
    @Test
    void aColumnWithGapsIsComparedByThePatientsThatHaveIt() {
        double[] grades = Studies.grades(N, 5);
        grades[1] = Double.NaN;
        grades[7] = Double.NaN;
        int[] rows = IntStream.range(0, N).filter(row -> row != 1 && row != 7).toArray();
        StudyResult result = StudyAnalysis.run(StudyData.of(DATA.cases(), DATA.outcome())
                .withStructure("disc", DATA.structures().get("disc")).withClinical("grade", grades).withPatients(PATIENTS), PLAN);
        double[] known = IntStream.of(rows).mapToDouble(row -> grades[row]).toArray();
        List<String> patients = IntStream.of(rows).mapToObj(PATIENTS::get).toList();
        assertEquals(Obuchowski.interval(known, DATA.outcome().rows(rows), patients, 0.95).logit().orElseThrow(),
                result.clinical().get(0).auc().interval());
        double[] disc = result.model("disc").plan(FOLDS).honest().orElseThrow().scoreArray();
        assertEquals(Obuchowski.pairedTest(IntStream.of(rows).mapToDouble(row -> disc[row]).toArray(), known, DATA.outcome().rows(rows),
                patients), result.comparison("disc", FOLDS, "grade").test());
    }

    @Test
    void theWarningSaysWhatIsByPatientAndWhatIsNot() {
        String message = RESULT.warnings().stream().filter(w -> w.kind() == StudyWarning.Kind.CASES_OF_ONE_PATIENT).findFirst()
                .orElseThrow().message();
        assertTrue(message.startsWith("45 cases are of 23 patients: resampling, AUC intervals and paired tests are by patient, but"),
                message);
        assertTrue(message.contains("sensitivity") && message.contains("calibration") && message.contains("interaction"), message);
    }

    @Test
    void jsonAndPageSayWhichTestItIsAndOnlyWherePatientsHaveSeveralCases() {
        String json = StudyJson.write(RESULT);
        assertTrue(json.contains("\"method\" : \"Obuchowski, by patient\""));
        assertTrue(json.contains("\"interval_method\" : \"Obuchowski, logit, by patient\""));
        String page = StudyPage.of(RESULT).page().html();
        assertTrue(page.contains("Paired comparisons (Obuchowski, by patient)") && page.contains("Obuchowski by patient on the logit")
                && page.contains("paired Obuchowski tests by patient"));
        assertFalse(page.contains("DeLong"));
        StudyResult single = StudyAnalysis.run(DATA.withPatients(DATA.cases()), PLAN);
        assertFalse(StudyJson.write(single).contains("Obuchowski") || StudyJson.write(single).contains("\"method\""));
        String singlePage = StudyPage.of(single).page().html();
        assertFalse(singlePage.contains("Obuchowski"));
        assertTrue(singlePage.contains("Paired comparisons (DeLong)"));
    }

    @Test
    void eventsOfOnePatientAloneAreRefusedBeforeAnythingIsFitted() {
        List<String> cases = Studies.cases(8);
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 1, 1, 0, 0, 0, 0, 0});
        StudyData data = StudyData.of(cases, outcome).withStructure("disc", Studies.oneColumn(cases, 1, 2, 3, 4, 5, 6, 7, 8))
                .withPatients(List.of("p", "p", "p", "q", "r", "s", "t", "u"));
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> StudyAnalysis.run(data, PLAN));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().startsWith("a study needs at least 2 cases of each outcome of different patients that have all"),
                e.getMessage());
    }

    @Test
    void aColumnKnownOfOnePatientWithTheEventIsRefusedByName() {
        double[] grades = Studies.grades(N, 5);
        IntStream.range(0, N).filter(row -> row % 3 == 0 && row > 3).forEach(row -> grades[row] = Double.NaN);
        List<String> patients = IntStream.range(0, N).mapToObj(i -> "patient" + i / 4).toList();
        StudyData data = StudyData.of(DATA.cases(), DATA.outcome()).withStructure("disc", DATA.structures().get("disc"))
                .withClinical("grade", grades).withPatients(patients);
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> StudyAnalysis.run(data, PLAN));
        assertEquals("clinical column \"grade\" has values of 2 positive and 30 negative cases only, a comparison needs at least 2 of each"
                + " outcome, of different patients: choose the comparators by comparedWith", e.getMessage());
    }
}
