package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.dl4j.TrainingExamples.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingExamplesTest {

    @Property(tries = 300)
    void noCaseStandsOnBothSidesHoweverOftenItWasDrawn(@ForAll @IntRange(min = 4, max = 20) int cases, @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double share, @ForAll boolean byOutcome) {
        List<TrainingCase> drawn = new ArrayList<>(TrainingCohort.stripes(cases, 1));
        drawn.addAll(drawn.subList(0, cases / 2));
        TrainingExamples dealt = TrainingExamples.dealt(drawn, share, byOutcome, new Random(seed));
        assertTrue(Collections.disjoint(ids(dealt.training()), ids(dealt.heldOut())));
        assertEquals(2 * drawn.size(), dealt.training().size() + dealt.heldOut().size());
    }

    @Property(tries = 300)
    void bothOutcomesStandOnBothSides(@ForAll @IntRange(min = 4, max = 20) int cases, @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double share) {
        TrainingExamples dealt = TrainingExamples.dealt(TrainingCohort.stripes(cases, 1), share, true, new Random(seed));
        assertEquals(2, dealt.training().stream().map(Example::isPositive).distinct().count());
        assertEquals(2, dealt.heldOut().stream().map(Example::isPositive).distinct().count());
    }

    @Test
    void theShareIsOneOfDifferentCases() {
        assertEquals(4, ids(TrainingExamples.dealt(TrainingCohort.stripes(20, 1), 0.2, true, new Random(1)).heldOut()).size());
    }

    @Test
    void aCaseHasOneOutcome() {
        TrainingCase one = TrainingCohort.stripes(1, 1).get(0);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> TrainingExamples.dealt(List.of(one, one.withOutcome(true)), 0.2, true, new Random(1)));
        assertTrue(error.getMessage().contains("case \"case0\" is NEGATIVE and POSITIVE"), error.getMessage());
    }

    @Test
    void oneCaseIsTooFew() {
        TrainingCase one = TrainingCohort.stripes(1, 1).get(0);
        assertThrows(IllegalArgumentException.class, () -> TrainingExamples.dealt(List.of(one, one), 0.2, false, new Random(1)));
    }

    private static Set<String> ids(List<Example> examples) {
        return examples.stream().map(e -> e.one().id()).collect(Collectors.toSet());
    }
}
