package io.github.radiomics4j.validation.resampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    private static BinaryOutcome outcome(int positives, int negatives) {
        return BinaryOutcome.of(IntStream.range(0, positives + negatives).map(i -> i < positives ? 1 : 0).toArray());
    }

    @Property(tries = 200)
    void foldsHoldOutEveryCaseOncePerRepeatAndShareThePositives(@ForAll @IntRange(min = 2, max = 10) int folds,
            @ForAll @IntRange(min = 1, max = 3) int repeats, @ForAll long seed, @ForAll @IntRange(max = 30) int morePositives,
            @ForAll @IntRange(max = 60) int moreNegatives) {
        BinaryOutcome outcome = outcome(folds + morePositives, folds + moreNegatives);
        StratifiedKFold plan = new StratifiedKFold(folds, repeats, seed);
        int[] heldOutCount = new int[outcome.size()];
        for (int number = 0; number < plan.count(outcome); number++) {
            Resample resample = plan.resample(number, outcome);
            Arrays.stream(resample.heldOut()).forEach(row -> heldOutCount[row]++);
            assertEquals(outcome.size(), resample.training().length + resample.heldOut().length);
            assertTrue(isShare(resample.heldOut().length, outcome.size(), folds));
            assertTrue(isShare(outcome.rows(resample.heldOut()).positives(), outcome.positives(), folds));
            assertTrue(isShare(outcome.rows(resample.heldOut()).negatives(), outcome.negatives(), folds));
        }
        assertTrue(Arrays.stream(heldOutCount).allMatch(count -> count == repeats));
    }

    private static boolean isShare(int part, int whole, int parts) {
        return part == whole / parts || part == (whole + parts - 1) / parts;
    }

    @Property(tries = 200)
    void noRowTrainsAndIsHeldOut(@ForAll long seed) {
        BinaryOutcome outcome = outcome(5, 20);
        for (Resampling plan : new Resampling[] {new Bootstrap(3, seed), new StratifiedKFold(5, 1, seed), new LeaveOneOut()}) {
            for (int number = 0; number < plan.count(outcome); number++) {
                Resample resample = plan.resample(number, outcome);
                int[] training = resample.training();
                assertTrue(Arrays.stream(resample.heldOut()).noneMatch(row -> Arrays.stream(training).anyMatch(t -> t == row)));
                assertEquals(number, resample.number());
            }
        }
    }

    @Property(tries = 100)
    void everyBootstrapSampleHasBothClassesAndAsManyRowsAsCases(@ForAll long seed) {
        BinaryOutcome outcome = outcome(1, 5);
        Bootstrap plan = new Bootstrap(20, seed);
        for (int number = 0; number < 20; number++) {
            int[] training = plan.resample(number, outcome).training();
            assertEquals(6, training.length);
            assertTrue(outcome.rows(training).positives() > 0 && outcome.rows(training).negatives() > 0);
        }
    }

    @Test
    void bootstrapDrawsEveryCaseWithTheSameProbability() {
        BinaryOutcome outcome = outcome(10, 40);
        int[] counts = new int[50];
        Bootstrap plan = new Bootstrap(2000, 7);
        IntStream.range(0, 2000).forEach(b -> Arrays.stream(plan.resample(b, outcome).training()).forEach(row -> counts[row]++));
        // 2000 draws are expected of each case, with a standard deviation of 44
        assertTrue(Arrays.stream(counts).allMatch(count -> Math.abs(count - 2000) < 5 * 44), Arrays.toString(counts));
    }

    @Test
    void theSameSeedGivesTheSameRowsInAnyOrderOfWork() {
        BinaryOutcome outcome = outcome(8, 30);
        for (Resampling plan : new Resampling[] {new Bootstrap(4, 11), new StratifiedKFold(4, 2, 11)}) {
            int[] third = plan.resample(3, outcome).training();
            plan.resample(1, outcome);
            assertArrayEquals(third, plan.resample(3, outcome).training());
        }
    }

    @Test
    void seedsAndNumbersGiveDifferentRows() {
        BinaryOutcome outcome = outcome(8, 30);
        int[] sample = new Bootstrap(4, 1).resample(1, outcome).training();
        assertFalse(Arrays.equals(sample, new Bootstrap(4, 1).resample(0, outcome).training()));
        assertFalse(Arrays.equals(sample, new Bootstrap(4, 2).resample(0, outcome).training()));
        assertFalse(Arrays.equals(new StratifiedKFold(4, 2, 1).resample(0, outcome).heldOut(),
                new StratifiedKFold(4, 2, 1).resample(4, outcome).heldOut()));
    }

    /** The rows of a seed are part of published results: a change of this test is a change of numbers. */
    @Test
    void theRowsOfASeedStayTheSameBetweenVersions() {
        BinaryOutcome outcome = outcome(3, 7);
        assertEquals("[0, 7, 9, 7, 5, 1, 7, 8, 7, 3]", Arrays.toString(new Bootstrap(2, 42).resample(1, outcome).training()));
        assertEquals("[2, 6, 7]", Arrays.toString(new StratifiedKFold(3, 1, 42).resample(1, outcome).heldOut()));
    }

    @Test
    void fewerEventsThanFoldsAreRefused() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> new StratifiedKFold(10, 1, 1).count(outcome(7, 40)));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertTrue(e.getMessage().contains("10-fold") && e.getMessage().contains("7 positive"), e.getMessage());
    }

    @Test
    void casesThatDoNotAllowAPlanAreRefused() {
        assertEquals(Problem.TABLE_INVALID,
                assertThrows(InvalidInputException.class, () -> new LeaveOneOut().count(outcome(1, 9))).problem());
        assertEquals(Problem.TABLE_INVALID,
                assertThrows(InvalidInputException.class, () -> new Bootstrap(10, 1).count(outcome(0, 9))).problem());
        InvalidInputException folds = assertThrows(InvalidInputException.class,
                () -> ExplicitFolds.of(new int[] {0, 0, 1, 1, 0}).count(BinaryOutcome.of(new int[] {1, 1, 0, 0, 0})));
        assertTrue(folds.getMessage().contains("without fold 0 of repeat 0"), folds.getMessage());
        InvalidInputException sample = assertThrows(InvalidInputException.class,
                () -> ExplicitBootstrap.of(new int[] {0, 1, 2}, new int[] {1, 1, 2}).count(BinaryOutcome.of(new int[] {1, 0, 0})));
        assertTrue(sample.getMessage().contains("bootstrap sample 1"), sample.getMessage());
    }

    @Test
    void plansThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StratifiedKFold(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new StratifiedKFold(5, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(0, 1));
        assertThrows(IllegalArgumentException.class, () -> ExplicitFolds.of());
        assertThrows(IllegalArgumentException.class, () -> ExplicitFolds.of(new int[] {0, 0, 0}));
        assertThrows(IllegalArgumentException.class, () -> ExplicitFolds.of(new int[] {0, 2, 0}));
        assertThrows(IllegalArgumentException.class, () -> ExplicitFolds.of(new int[] {0, 1, 0}, new int[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> ExplicitFolds.of(new int[] {0, 1, -1}));
        assertThrows(IllegalArgumentException.class, () -> ExplicitFolds.of(new int[] {0, 1, 0}).count(outcome(2, 2)));
        assertThrows(IllegalArgumentException.class, () -> ExplicitBootstrap.of());
        assertThrows(IllegalArgumentException.class, () -> ExplicitBootstrap.of(new int[] {0, 3, 1}));
        assertThrows(IllegalArgumentException.class, () -> ExplicitBootstrap.of(new int[] {0, 2, 1}, new int[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(2, 1).resample(2, outcome(3, 3)));
        assertThrows(IllegalArgumentException.class, () -> new LeaveOneOut().resample(-1, outcome(3, 3)));
    }

    @Test
    void explicitFoldsAreTakenAsGiven() {
        ExplicitFolds plan = ExplicitFolds.of(new int[] {0, 1, 1, 0}, new int[] {0, 0, 1, 1});
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 0, 1, 0});
        assertEquals(4, plan.count(outcome));
        assertArrayEquals(new int[] {2, 3}, plan.resample(3, outcome).heldOut());
        assertArrayEquals(new int[] {0, 1}, plan.resample(3, outcome).training());
        assertEquals("fold 1 of repeat 1", plan.resample(3, outcome).toString());
    }
}
