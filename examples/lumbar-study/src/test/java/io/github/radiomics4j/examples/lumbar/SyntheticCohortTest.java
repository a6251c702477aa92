package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticCohortTest {
    private static final long SEED = 20260101;
    private static final int FULL = 170;

    @ParameterizedTest
    @ValueSource(longs = {SEED, 0, 1, -1, Long.MAX_VALUE})
    void fullCohortHasExactly39Recurrences(long seed) {
        assertEquals(39, SyntheticCohort.of(FULL, seed).outcome().positives());
    }

    @ParameterizedTest
    @CsvSource({"20, 5", "30, 7", "340, 78"})
    void otherSizesHaveTheSameShareOfRecurrences(int cases, int events) {
        assertEquals(events, SyntheticCohort.of(cases, SEED).outcome().positives());
    }

    @ParameterizedTest
    @CsvSource({"logit, 0.85", "disc, 0.80", "muscle, 0.67", "pfirrmann, 0.50"})
    void truthSeparatesAsDesignedInEveryCohort(String trait, double intended) {
        for (long seed = SEED; seed < SEED + 30; seed++) {
            assertEquals(intended, auc(trait, seed), 0.03, trait + ", seed " + seed);
        }
    }

    /** Were the weights wrong, redrawing would pile the cohorts up at one end of what it accepts. */
    @ParameterizedTest
    @CsvSource({"logit, 0.85", "disc, 0.80", "muscle, 0.67", "pfirrmann, 0.50"})
    void cohortsLieAroundTheMiddleOfWhatIsAccepted(String trait, double intended) {
        double mean = LongStream.range(0, 100).mapToDouble(seed -> auc(trait, seed)).average().orElseThrow();
        assertEquals(intended, mean, 0.008, trait);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 24, 60, 500})
    void cohortsOfOtherSizesCanBeDrawn(int cases) {
        for (long seed = 0; seed < 20; seed++) {
            assertEquals(cases, SyntheticCohort.of(cases, seed).size());
        }
    }

    private static double auc(String trait, long seed) {
        SyntheticCohort cohort = SyntheticCohort.of(FULL, seed);
        Function<SyntheticCohort, double[]> values = switch (trait) {
            case "logit" -> SyntheticCohort::latentLogits;
            case "disc" -> SyntheticCohort::latentDisc;
            case "muscle" -> SyntheticCohort::latentMuscle;
            case "pfirrmann" -> SyntheticCohort::pfirrmannGrades;
            default -> throw new IllegalArgumentException(trait);
        };
        return Roc.of(values.apply(cohort), cohort.outcome()).auc();
    }

    @Test
    void traitsAreStandardNormalAndUncorrelated() {
        CaseDraws draws = CaseDraws.of(7, 0, CaseDraws.Purpose.TRAITS);
        List<Traits> many = IntStream.range(0, 20_000).mapToObj(i -> Traits.draw(draws)).toList();
        assertEquals(0, many.stream().mapToDouble(Traits::disc).average().orElseThrow(), 0.03);
        assertEquals(1, many.stream().mapToDouble(t -> t.disc() * t.disc()).average().orElseThrow(), 0.05);
        assertEquals(1, many.stream().mapToDouble(t -> t.muscle() * t.muscle()).average().orElseThrow(), 0.05);
        assertEquals(0, many.stream().mapToDouble(t -> t.disc() * t.muscle()).average().orElseThrow(), 0.03);
    }

    @Test
    void allPfirrmannGradesOccur() {
        SyntheticCohort cohort = SyntheticCohort.of(FULL, SEED);
        List<Integer> grades = IntStream.range(0, FULL).map(c -> cohort.traits(c).pfirrmann()).distinct().sorted().boxed().toList();
        assertEquals(List.of(1, 2, 3, 4, 5), grades);
    }
}
