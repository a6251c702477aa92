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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupedResamplingTest {

    private static BinaryOutcome outcome(int positives, int negatives) {
        return BinaryOutcome.of(IntStream.range(0, positives + negatives).map(i -> i < positives ? 1 : 0).toArray());
    }

    /** Patients of one to three rows, at least 12 of each class; a patient's rows have one outcome. */
    private static List<String> patients(SplittableRandom random) {
        return IntStream.range(0, 40).boxed().flatMap(p -> IntStream.range(0, 1 + random.nextInt(3)).mapToObj(row -> "p" + p)).toList();
    }

    private static BinaryOutcome outcomeOf(List<String> patients) {
        return BinaryOutcome.of(patients.stream().mapToInt(p -> Integer.parseInt(p.substring(1)) < 12 ? 1 : 0).toArray());
    }

    private static Set<String> groups(List<String> groupOfCase, int[] rows) {
        return Arrays.stream(rows).mapToObj(groupOfCase::get).collect(Collectors.toSet());
    }

    @Property(tries = 200)
    void noPatientTrainsAndIsHeldOut(@ForAll long seed) {
        List<String> patients = patients(new SplittableRandom(seed));
        BinaryOutcome outcome = outcomeOf(patients);
        for (Resampling plan : List.of(GroupedKFold.of(patients, 5, 2, seed), GroupedBootstrap.of(patients, 10, seed))) {
            for (int number = 0; number < plan.count(outcome); number++) {
                Resample resample = plan.resample(number, outcome);
                Set<String> both = groups(patients, resample.training());
                both.retainAll(groups(patients, resample.heldOut()));
                assertEquals(Set.of(), both);
            }
        }
    }

    @Property(tries = 200)
    void everyPatientIsHeldOutOncePerRepeatAndEventsDifferByOnePatientAtMost(@ForAll long seed) {
        List<String> patients = patients(new SplittableRandom(seed));
        BinaryOutcome outcome = outcomeOf(patients);
        GroupedKFold plan = GroupedKFold.of(patients, 5, 2, seed);
        int[] times = new int[patients.size()];
        for (int repeat = 0; repeat < 2; repeat++) {
            int[] events = new int[5];
            for (int fold = 0; fold < 5; fold++) {
                int[] heldOut = plan.resample(5 * repeat + fold, outcome).heldOut();
                Arrays.stream(heldOut).forEach(row -> times[row]++);
                events[fold] = outcome.rows(heldOut).positives();
            }
            // The fold with most events had fewest before its last patient, who has three rows at most.
            assertTrue(Arrays.stream(events).max().orElseThrow() - Arrays.stream(events).min().orElseThrow() <= 3, Arrays.toString(events));
        }
        assertTrue(Arrays.stream(times).allMatch(t -> t == 2));
    }

    @Property(tries = 200)
    void groupsOfOneRowAreStratifiedLikeCases(@ForAll @IntRange(min = 2, max = 8) int folds, @ForAll long seed,
            @ForAll @IntRange(max = 20) int morePositives, @ForAll @IntRange(max = 40) int moreNegatives) {
        BinaryOutcome outcome = outcome(folds + morePositives, folds + moreNegatives);
        GroupedKFold plan = GroupedKFold.of(IntStream.range(0, outcome.size()).mapToObj(i -> "p" + i).toList(), folds, 1, seed);
        int rarer = Math.min(outcome.positives(), outcome.negatives());
        boolean positive = rarer == outcome.positives();
        for (int fold = 0; fold < plan.count(outcome); fold++) {
            BinaryOutcome heldOut = outcome.rows(plan.resample(fold, outcome).heldOut());
            assertTrue(heldOut.size() == outcome.size() / folds || heldOut.size() == (outcome.size() + folds - 1) / folds);
            int rare = positive ? heldOut.positives() : heldOut.negatives();
            assertTrue(rare == rarer / folds || rare == (rarer + folds - 1) / folds);
        }
    }

    @Property(tries = 100)
    void aDrawnPatientComesWithAllRows(@ForAll long seed) {
        List<String> patients = patients(new SplittableRandom(seed));
        BinaryOutcome outcome = outcomeOf(patients);
        int[] training = GroupedBootstrap.of(patients, 1, seed).resample(0, outcome).training();
        int[] times = new int[patients.size()];
        Arrays.stream(training).forEach(row -> times[row]++);
        for (int row = 1; row < times.length; row++) {
            if (patients.get(row).equals(patients.get(row - 1))) {
                assertEquals(times[row - 1], times[row]);
            }
        }
        assertEquals(40, IntStream.range(0, times.length)
                .filter(row -> row == 0 || !patients.get(row).equals(patients.get(row - 1))).map(row -> times[row]).sum());
    }

    /** The rows of a seed are part of published results: a change of this test is a change of numbers. */
    @Test
    void theRowsOfASeedStayTheSameBetweenVersions() {
        List<String> patients = List.of("a", "a", "b", "c", "c", "d", "e", "f", "f", "g");
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 1, 1, 0, 0, 1, 0, 0, 0, 0});
        assertEquals("[2, 7, 8]", Arrays.toString(GroupedKFold.of(patients, 3, 1, 42).resample(1, outcome).heldOut()));
        assertEquals("[9, 9, 9, 2, 9, 5, 3, 4]", Arrays.toString(GroupedBootstrap.of(patients, 2, 42).resample(1, outcome).training()));
    }

    @Test
    void repeatsHaveDifferentFolds() {
        BinaryOutcome outcome = outcome(10, 20);
        GroupedKFold plan = GroupedKFold.of(IntStream.range(0, 30).mapToObj(i -> "p" + i).toList(), 5, 2, 1);
        assertFalse(Arrays.equals(plan.resample(0, outcome).heldOut(), plan.resample(5, outcome).heldOut()));
    }

    @Test
    void eventsOfTooFewPatientsAreRefused() {
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> GroupedKFold.of(List.of("a", "a", "a", "b", "c", "d", "e"), 3, 1, 1).count(outcome(4, 3)));
        assertEquals(Problem.TABLE_INVALID, e.problem());
        assertEquals("of 5 groups 2 have a positive and 3 a negative case, too few for 3 folds that keep groups together: take fewer folds",
                e.getMessage());
    }

    @Test
    void aClassOfOnePatientCannotBeSplit() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> GroupedKFold.of(
                List.of("a", "a", "a", "a", "a", "b", "c"), 2, 1, 1).count(BinaryOutcome.of(new int[] {1, 1, 1, 0, 0, 1, 1})));
        assertTrue(e.getMessage().contains("of 3 groups 3 have a positive and 1 a negative case"), e.getMessage());
    }

    @Test
    void foldsThatLeaveOneClassToTrainAreRefused() {
        // All negatives are of patients a and b. Of 6 positives, 3 are of c, who gets a fold alone; a and b have the other 3.
        List<String> groups = List.of("c", "c", "c", "a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b");
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0});
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> GroupedKFold.of(groups, 2, 1, 1).count(outcome));
        assertEquals("without fold 1 of repeat 0 there are 3 positive and 0 negative cases left to train on, since groups stay together: take "
                + "another number of folds or another seed", e.getMessage());
    }

    @Test
    void oneGroupCannotBeBootstrapped() {
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> GroupedBootstrap.of(List.of("a", "a"), 5, 1).count(outcome(1, 1)));
        assertTrue(e.getMessage().contains("at least 2 groups"), e.getMessage());
    }

    @Test
    void plansOfOtherCasesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> GroupedKFold.of(List.of("a", "b"), 2, 1, 1).count(outcome(2, 2)));
        assertThrows(IllegalArgumentException.class, () -> GroupedBootstrap.of(List.of("a", "b"), 2, 1).count(outcome(2, 2)));
        assertThrows(IllegalArgumentException.class, () -> GroupedKFold.of(List.of("a", "b"), 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> GroupedBootstrap.of(List.of("a", "b"), 0, 1));
    }

    @Property(tries = 200)
    void subsamplesKeepTheShareOfEachClassAndRepeatNoRow(@ForAll @IntRange(min = 2, max = 40) int positives,
            @ForAll @IntRange(min = 2, max = 60) int negatives, @ForAll long seed) {
        BinaryOutcome outcome = outcome(positives, negatives);
        Resample resample = new Subsampling(5, seed).resample(3, outcome);
        BinaryOutcome training = outcome.rows(resample.training());
        assertEquals(Math.min(positives - 1, Math.round(0.632 * positives)), training.positives());
        assertEquals(Math.min(negatives - 1, Math.round(0.632 * negatives)), training.negatives());
        Set<Integer> rows = new HashSet<>();
        IntStream.concat(Arrays.stream(resample.training()), Arrays.stream(resample.heldOut())).forEach(row -> assertTrue(rows.add(row)));
        assertEquals(outcome.size(), rows.size());
    }

    @Test
    void subsamplesDifferByNumberAndSeed() {
        BinaryOutcome outcome = outcome(10, 20);
        int[] first = new Subsampling(5, 1).resample(0, outcome).heldOut();
        assertArrayEquals(first, new Subsampling(5, 1).resample(0, outcome).heldOut());
        assertFalse(Arrays.equals(first, new Subsampling(5, 1).resample(1, outcome).heldOut()));
        assertFalse(Arrays.equals(first, new Subsampling(5, 2).resample(0, outcome).heldOut()));
    }

    @Test
    void everyPairIsLeftOutOnce() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 1, 1, 0, 0});
        LeavePairOut plan = new LeavePairOut();
        Set<String> pairs = new HashSet<>();
        for (int number = 0; number < plan.count(outcome); number++) {
            Resample resample = plan.resample(number, outcome);
            assertEquals(1, outcome.rows(resample.heldOut()).positives());
            assertEquals(3, resample.training().length);
            pairs.add(Arrays.toString(resample.heldOut()));
        }
        assertEquals(Set.of("[0, 1]", "[1, 3]", "[1, 4]", "[0, 2]", "[2, 3]", "[2, 4]"), pairs);
    }

    @Test
    void sampledPairsFavourNoPair() {
        BinaryOutcome outcome = outcome(2, 3);
        SampledPairs plan = new SampledPairs(6000, 3);
        var counts = IntStream.range(0, 6000).mapToObj(k -> Arrays.toString(plan.resample(k, outcome).heldOut()))
                .collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
        assertEquals(6, counts.size());
        // 1000 of each are expected, with a standard deviation of 29
        assertTrue(counts.values().stream().allMatch(count -> Math.abs(count - 1000) < 5 * 29), counts.toString());
    }

    @Test
    void tooFewOfAClassAndSenselessPlansAreRefused() {
        for (Resampling plan : List.of(new LeavePairOut(), new SampledPairs(5, 1), new Subsampling(5, 1))) {
            assertEquals(Problem.TABLE_INVALID,
                    assertThrows(InvalidInputException.class, () -> plan.count(outcome(1, 9))).problem());
            assertThrows(IllegalArgumentException.class, () -> plan.resample(-1, outcome(3, 3)));
        }
        assertThrows(IllegalArgumentException.class, () -> new SampledPairs(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Subsampling(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Subsampling(1.0, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Subsampling(Double.NaN, 5, 1));
    }
}
