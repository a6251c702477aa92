package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.validation.study.StudyWarning.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StudyDataTest {
    private static final int N = 30;
    private static final BinaryOutcome OUTCOME = Studies.outcome(N);
    private static final FeatureTable TABLE = Studies.table(OUTCOME, 6, 1, 9);
    private static final FeatureTable OTHER = Studies.table(OUTCOME, 6, 0.5, 10);
    private static final StudyData EMPTY = StudyData.of(Studies.cases(N), OUTCOME);
    private static final StudyData DATA = EMPTY.withStructure("disc", TABLE).withStructure("muscle", OTHER);
    private static final StudyPlan PLAN = Studies.shortPlan().withValidations(new ValidationPlan.KFold(3, 1));

    private static void assertRefused(Class<? extends RuntimeException> type, String part, Executable call) {
        String message = assertThrows(type, call).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static int[] without(int... left) {
        return IntStream.range(0, N).filter(row -> IntStream.of(left).noneMatch(one -> one == row)).toArray();
    }

    @Test
    void casesWithoutAStructureOrOutcomeAreLeftOutCountedAndNamed() {
        FeatureTable more = Studies.table(Studies.outcome(N + 1), 6, 1, 9);
        StudyData data = EMPTY.withStructure("disc", more.rows(IntStream.range(0, N + 1).filter(row -> row != 4 && row != 7).toArray()))
                .withStructure("muscle", OTHER.rows(without(7, 9)));
        CohortFlow flow = StudyAnalysis.run(data, PLAN).cohort();
        assertEquals(31, flow.read());
        assertEquals(27, flow.analysed());
        assertEquals(9, flow.events());
        assertEquals(27, flow.patients());
        assertEquals(List.of(new CohortFlow.Exclusion("case4", "no disc"), new CohortFlow.Exclusion("case7", "no disc, no muscle"),
                new CohortFlow.Exclusion("case9", "no muscle"), new CohortFlow.Exclusion("case30", "no outcome")), flow.excluded());
        assertEquals(Map.of("no disc", 1, "no disc, no muscle", 1, "no muscle", 1, "no outcome", 1), flow.exclusions());
    }

    @Test
    void leavingCasesOutIsTheSameAsNeverHavingHadThem() {
        StudyResult left = StudyAnalysis.run(EMPTY.withClinical("grade", Studies.grades(N, 1)).withStructure("disc", TABLE)
                .withStructure("muscle", OTHER.rows(without(3, 20))), PLAN);
        int[] rows = without(3, 20);
        double[] grades = IntStream.of(rows).mapToDouble(row -> Studies.grades(N, 1)[row]).toArray();
        StudyResult never = StudyAnalysis.run(StudyData.of(TABLE.rows(rows).cases(), OUTCOME.rows(rows)).withClinical("grade", grades)
                .withStructure("disc", TABLE.rows(rows)).withStructure("muscle", OTHER.rows(rows)), PLAN);
        assertEquals(never.models(), left.models());
        assertEquals(never.cases(), left.cases());
        assertEquals(never.comparisons(), left.comparisons());
    }

    @Test
    void aTableGivesOutcomeAndClinicalColumnsAndMissingOutcomesAreCounted() {
        double[] outcome = IntStream.range(0, N).mapToDouble(i -> i == 2 ? Double.NaN : OUTCOME.isPositive(i) ? 1 : 0).toArray();
        FeatureTable clinical = FeatureTable.of(Studies.cases(N), List.of(FeatureColumn.named("recurrence"), FeatureColumn.named("grade")),
                new double[][] {outcome, Studies.grades(N, 1)}, Studies.SETTINGS);
        StudyData data = StudyData.ofTable(clinical, "recurrence").withStructure("disc", TABLE);
        assertEquals(List.of("grade"), data.clinicalColumns());
        StudyResult result = StudyAnalysis.run(data, PLAN);
        assertEquals(List.of(new CohortFlow.Exclusion("case2", "no outcome")), result.cohort().excluded());
        assertEquals(29, result.cohort().analysed());
        assertEquals(List.of("disc"), result.models().stream().map(ModelResult::name).toList());
        assertEquals(List.of(), result.interactions());
    }

    @Test
    void batchesAreCountedAndOneOfOneOutcomeIsWarnedOf() {
        List<String> batches = IntStream.range(0, N).mapToObj(i -> i < 2 ? "old" : "new").toList();
        StudyResult result = StudyAnalysis.run(EMPTY.withStructure("disc", TABLE.rows(without(0))).withBatches(batches), PLAN);
        assertEquals(Map.of("new", new CohortFlow.Batch(28, 9), "old", new CohortFlow.Batch(1, 0)), result.cohort().batches());
        assertEquals(Optional.of("old"), result.cases().get(0).batch());
        assertTrue(result.warnings().stream().anyMatch(w -> w.kind() == Kind.BATCH_OF_ONE_OUTCOME && w.message().contains("\"old\"")));
    }

    @Test
    void dataThatDoNotFitAreRefused() {
        assertRefused(IllegalArgumentException.class, "there are 2 cases but the outcome is of 30",
                () -> StudyData.of(List.of("a", "b"), OUTCOME));
        assertRefused(InvalidInputException.class, "\"a\" stands in rows 0 and 2",
                () -> StudyData.of(List.of("a", "b", "a"), BinaryOutcome.of(new int[] {0, 1, 1})));
        assertRefused(InvalidInputException.class, "\"case1\" stands in rows 0 and 1", () -> EMPTY.withStructure("disc", TABLE.rows(1, 1)));
        assertRefused(InvalidInputException.class, "has no column", () -> EMPTY.withStructure("disc", TABLE.select(List.of())));
        for (String name : List.of("", "a:b", "a/b", "combined", "disc")) {
            assertRefused(IllegalArgumentException.class, "was \"" + name + "\"", () -> DATA.withStructure(name, TABLE));
        }
        assertRefused(IllegalArgumentException.class, "clinical column \"grade\" is of 1",
                () -> EMPTY.withClinical("grade", new double[1]));
        assertRefused(IllegalArgumentException.class, "name of its own", () -> EMPTY.withClinical(" ", new double[N]));
        assertRefused(IllegalArgumentException.class, "list of patients is of 1", () -> EMPTY.withPatients(List.of("p")));
        assertRefused(IllegalArgumentException.class, "list of batches is of 1", () -> EMPTY.withBatches(List.of("b")));
    }

    @Test
    void aStudyThatCannotBeRunSaysWhy() {
        assertRefused(IllegalArgumentException.class, "at least one structure", () -> StudyAnalysis.run(EMPTY, PLAN));
        StudyData strangers = StudyData.of(List.of("x", "y", "z", "u"), BinaryOutcome.of(new int[] {0, 0, 1, 1}))
                .withStructure("disc", TABLE);
        assertRefused(InvalidInputException.class, "{no disc=4, no outcome=30}", () -> StudyAnalysis.run(strangers, PLAN));
        assertRefused(IllegalArgumentException.class, "a comparison of \"grade\"",
                () -> StudyAnalysis.run(DATA, PLAN.comparedWith("grade")));
        assertRefused(IllegalArgumentException.class, "a recipe of \"bone\"",
                () -> StudyAnalysis.run(DATA, PLAN.withRecipe("bone", Studies.recipe(2))));
        assertRefused(IllegalArgumentException.class, "an interaction of \"bone\"",
                () -> StudyAnalysis.run(DATA, PLAN.withInteraction("disc", "bone")));
        double[] mostlyMissing = IntStream.range(0, N).mapToDouble(i -> i < 3 ? i : Double.NaN).toArray();
        assertRefused(InvalidInputException.class, "\"grade\" has values of 1 positive and 2 negative cases only",
                () -> StudyAnalysis.run(DATA.withClinical("grade", mostlyMissing), PLAN));
    }

    @Test
    void aRecipeThatFailsIsNamedWithItsScoreAndPlan() {
        double[][] values = {TABLE.column(0), TABLE.column(1)};
        values[1][5] = Double.NaN;
        FeatureTable gap = FeatureTable.of(TABLE.cases(), List.of(FeatureColumn.named("a"), FeatureColumn.named("b")), values,
                Studies.SETTINGS);
        assertRefused(InvalidInputException.class, "score \"muscle\", 3-fold: feature \"b\" is NaN for case \"case5\"",
                () -> StudyAnalysis.run(EMPTY.withStructure("disc", TABLE).withStructure("muscle", gap), PLAN));
        assertRefused(InvalidInputException.class, "score \"disc\", 20-fold: ",
                () -> StudyAnalysis.run(DATA, PLAN.withValidations(new ValidationPlan.KFold(20, 1))));
    }

    @Test
    void plansThatMakeNoSenseAreRefused() {
        assertRefused(IllegalArgumentException.class, "at least one validation", PLAN::withValidations);
        assertRefused(IllegalArgumentException.class, "each once",
                () -> PLAN.withValidations(new ValidationPlan.KFold(3, 1), new ValidationPlan.KFold(3, 1)));
        assertRefused(IllegalArgumentException.class, "\"disc\" twice", () -> PLAN.withInteraction("disc", "disc"));
        assertRefused(IllegalArgumentException.class, "was 1.5", () -> PLAN.withLevel(1.5));
        assertRefused(IllegalArgumentException.class, "got [0.0]", () -> PLAN.withThresholds(0));
        assertRefused(IllegalArgumentException.class, "got []", PLAN::withThresholds);
        assertRefused(IllegalArgumentException.class, "at least 2 folds", () -> new ValidationPlan.KFold(1, 1));
        assertRefused(IllegalArgumentException.class, "at least 1 bootstrap sample", () -> new ValidationPlan.Bootstrap(0));
        assertRefused(IllegalArgumentException.class, "inside the training rows", () -> new Combination.OfScores(1, 1));
        assertRefused(IllegalArgumentException.class, "at least one structure",
                () -> new SelectionPerStructure(List.of(), new CorrelationFilter(0.9)));
    }

    @Test
    void anUndefinedFigureHasAReasonAndNoValue() {
        Found<Double> none = Found.undefined("no event in the group");
        assertRefused(InvalidInputException.class, "no event in the group", none::orElseThrow);
        assertRefused(IllegalArgumentException.class, "either a value or a reason", () -> new Found<>(Optional.of(1.0), "why"));
        assertRefused(IllegalArgumentException.class, "either a value or a reason", () -> new Found<>(Optional.empty(), ""));
    }

    @Test
    void whatIsNotThereIsNamed() {
        StudyResult result = StudyAnalysis.run(DATA, PLAN);
        assertRefused(IllegalArgumentException.class, "\"bone\" among [disc, muscle, combined]", () -> result.model("bone"));
        assertRefused(IllegalArgumentException.class, "\"9-fold\" among [3-fold]", () -> result.model("disc").plan("9-fold"));
        assertRefused(IllegalArgumentException.class, "comparison of \"disc\" with \"age\"",
                () -> result.comparison("disc", "3-fold", "age"));
    }
}
