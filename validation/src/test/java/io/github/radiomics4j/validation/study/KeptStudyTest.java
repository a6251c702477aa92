package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.KeptRefits;
import io.github.radiomics4j.validation.discrimination.CutOffRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that is run again fits what a change touches and no more, and finds what a study without a store finds. */
class KeptStudyTest {
    private static final int N = 45;
    private static final StudyData DATA = Studies.twoStructures(N, 3);
    /** A score of a structure is fitted on all cases and in each resample, by three plans. */
    private static final int LEAVE_ONE_OUT = 1 + N;
    private static final int FOLDS = 1 + 8;
    private static final int SAMPLES = 1 + 20;
    private static final int ALONE = LEAVE_ONE_OUT + FOLDS + SAMPLES;
    /** The combined score fits each part on its training rows and without each of three inner folds. */
    private static final int INSIDE = 4;

    private static final String FOUND = StudyJson.write(StudyAnalysis.run(DATA,
            Studies.shortPlan().withRecipe("disc", Studies.recipe(3)).withRecipe("muscle", Studies.recipe(3))));

    @TempDir
    private Path folder;

    private final Counted disc = new Counted(Studies.recipe(3), new AtomicInteger(), new AtomicInteger(Integer.MAX_VALUE));
    private final Counted muscle = new Counted(Studies.recipe(3), new AtomicInteger(), new AtomicInteger(Integer.MAX_VALUE));

    /** Counts fits, and fails after the last that is allowed. */
    private record Counted(Recipe recipe, AtomicInteger fits, AtomicInteger last) implements Recipe {
        @Override
        public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
            if (fits.incrementAndGet() > last.get()) {
                throw new IllegalStateException("killed");
            }
            return recipe.fit(training, outcome);
        }

        @Override
        public SortedMap<String, String> settings() {
            return recipe.settings();
        }
    }

    private StudyPlan plan() {
        return Studies.shortPlan().withRecipe("disc", disc).withRecipe("muscle", muscle);
    }

    /** Runs the study, compares what it finds with what one without a store finds, and counts what was fitted. */
    private void assertFits(int ofDisc, int ofMuscle, StudyData data, StudyPlan plan) {
        assertFits(ofDisc, ofMuscle, data, plan, StudyJson.write(StudyAnalysis.run(data, plan)));
    }

    private void assertFits(int ofDisc, int ofMuscle, StudyData data, StudyPlan plan, String expected) {
        disc.fits().set(0);
        muscle.fits().set(0);
        try (KeptRefits kept = KeptRefits.in(folder)) {
            assertEquals(expected, StudyJson.write(StudyAnalysis.run(data, plan, kept)));
        }
        assertEquals(List.of(ofDisc, ofMuscle), List.of(disc.fits().get(), muscle.fits().get()));
    }

    /** The study that the others are changes of. */
    private void assertFits(int ofDisc, int ofMuscle) {
        assertFits(ofDisc, ofMuscle, DATA, plan(), FOUND);
    }

    private void runFirst() {
        assertFits(ALONE + INSIDE * ALONE, ALONE + INSIDE * ALONE);
    }

    @Test
    void aRerunFitsNothing() {
        runFirst();
        assertFits(0, 0);
    }

    @Test
    void figuresAreReadOffAnewWithoutAFit() {
        runFirst();
        assertFits(0, 0, DATA, plan().withLevel(0.9).comparedWith().withInteraction("muscle", "disc").withThresholds(0.2, 0.3)
                .withCutOff("sensitivity", CutOffRule.sensitivityAtLeast(0.9)));
        assertFits(0, 0, DATA.withClinical("age", Studies.grades(N, 9)).withBatches(IntStream.range(0, N).mapToObj(i -> "scanner" + i % 2)
                .toList()), plan());
    }

    @Test
    void anotherRecipeOfAStructureFitsItAndTheCombinedScore() {
        runFirst();
        Counted other = new Counted(Studies.recipe(4), disc.fits(), disc.last());
        assertFits(ALONE + INSIDE * ALONE, INSIDE * ALONE, DATA, plan().withRecipe("disc", other));
        assertFits(0, 0);
    }

    @Test
    void aFurtherValidationFitsThatOneOnly() {
        runFirst();
        int further = 1 + 3;
        assertFits(further + INSIDE * further, further + INSIDE * further, DATA, plan().withValidations(new ValidationPlan.LeaveOneOut(),
                new ValidationPlan.KFold(4, 2), new ValidationPlan.KFold(3, 1), new ValidationPlan.Bootstrap(20)));
        assertFits(0, 0, DATA, plan().withValidations(new ValidationPlan.Bootstrap(20), new ValidationPlan.KFold(3, 1)));
    }

    @Test
    void aRunThatIsKilledLosesTheValidationInHand() {
        muscle.last().set(LEAVE_ONE_OUT + 3);
        try (KeptRefits kept = KeptRefits.in(folder)) {
            Runnable work = () -> StudyAnalysis.run(DATA, plan(), kept);
            assertThrows(IllegalStateException.class, () -> Parallelization.runWithNumThreads(1, work));
            assertEquals(List.of(4, 0), List.of(kept.fitted(), kept.taken()));
        }
        muscle.last().set(Integer.MAX_VALUE);
        assertFits(INSIDE * ALONE, FOLDS + SAMPLES + INSIDE * ALONE);
    }

    @Test
    void anotherSeedFitsAllThatIsDrawn() {
        runFirst();
        int drawn = FOLDS + SAMPLES + INSIDE * ALONE;
        assertFits(drawn, drawn, DATA, plan().withSeed(6));
    }

    @Test
    void otherDataFitWhatTheyTouch() {
        runFirst();
        FeatureTable table = DATA.structures().get("disc");
        double[][] bit = IntStream.range(0, table.columnCount()).mapToObj(table::column).toArray(double[][]::new);
        bit[7][3] = Math.nextUp(bit[7][3]);
        StudyData others = StudyData.of(DATA.cases(), DATA.outcome()).withClinical("pfirrmann", Studies.grades(N, 5));
        FeatureTable muscles = DATA.structures().get("muscle");
        assertFits(ALONE + INSIDE * ALONE, INSIDE * ALONE, others.withStructure("disc",
                table.withColumns(table.columns(), bit)).withStructure("muscle", muscles), plan());
        FeatureTable measuredOtherwise = table.withProvenance(Provenance.of(Map.of("bins", "64")));
        assertFits(ALONE + INSIDE * ALONE, INSIDE * ALONE,
                others.withStructure("disc", measuredOtherwise).withStructure("muscle", muscles), plan());
    }

    @Test
    void anotherOutcomeOrOtherCasesFitAll() {
        runFirst();
        BinaryOutcome other = BinaryOutcome.of(IntStream.range(0, N).map(i -> i % 3 == (i < 9 ? 1 : 0) ? 1 : 0).toArray());
        assertNotEquals(DATA.outcome(), other);
        assertFits(ALONE + INSIDE * ALONE, ALONE + INSIDE * ALONE, StudyData.of(DATA.cases(), other)
                .withStructure("disc", DATA.structures().get("disc")).withStructure("muscle", DATA.structures().get("muscle")), plan());
        int fewer = ALONE - 1; // a case less to be left out
        assertFits(fewer + INSIDE * fewer, fewer + INSIDE * fewer, StudyData.of(DATA.cases(), DATA.outcome())
                .withStructure("disc", DATA.structures().get("disc").rows(IntStream.range(1, N).toArray()))
                .withStructure("muscle", DATA.structures().get("muscle")), plan());
    }

    @Test
    void otherPatientsFitAll() {
        StudyData grouped = DATA.withPatients(IntStream.range(0, N).mapToObj(i -> "patient" + i / 3).toList());
        int alone = 1 + 15 + FOLDS + SAMPLES;
        assertFits(alone + INSIDE * alone, alone + INSIDE * alone, grouped, plan());
        assertFits(0, 0, grouped, plan());
        runFirst();
    }

    @Test
    void aCombinedScoreThatIsAskedForLaterIsAllThatIsFitted() {
        StudyPlan alone = plan().withCombination(new Combination.None());
        assertFits(ALONE, ALONE, DATA, alone);
        assertFits(INSIDE * ALONE, INSIDE * ALONE);
    }
}
