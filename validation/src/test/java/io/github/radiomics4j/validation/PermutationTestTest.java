package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(20, 30);

    @Test
    void aSignalHasTheSmallestPossibleP() {
        PermutationTest test = PermutationTest.of(Cohorts.recipe(3, 0.05), Cohorts.table(OUTCOME, 10, 3, 1.5, 1), OUTCOME,
                new StratifiedKFold(5, 1, 1), 39, 1);
        assertEquals(1.0 / 40, test.pValue());
    }

    @Test
    void pIsTheShareOfPermutationsThatDoAsWellWithTheObservedOneAmongThem() {
        PermutationTest test = PermutationTest.of(Cohorts.recipe(3, 0.05), Cohorts.table(OUTCOME, 10, 0, 0, 1), OUTCOME,
                new StratifiedKFold(5, 1, 1), 19, 1);
        long asGood = Arrays.stream(test.permutedAucs()).filter(auc -> auc >= test.observed().auc()).count();
        assertTrue(asGood > 0, test.toString());
        assertEquals((1.0 + asGood) / 20, test.pValue());
    }

    @Test
    void permutationsDifferByNumberAndSeed() {
        FeatureTable noise = Cohorts.table(OUTCOME, 10, 0, 0, 1);
        double[] first = PermutationTest.of(Cohorts.recipe(3, 0.05), noise, OUTCOME, new Bootstrap(5, 1), 4, 1).permutedAucs();
        assertEquals(4, Arrays.stream(first).distinct().count());
        assertFalse(Arrays.equals(first,
                PermutationTest.of(Cohorts.recipe(3, 0.05), noise, OUTCOME, new Bootstrap(5, 1), 4, 2).permutedAucs()));
    }

    @Test
    void featuresAreLearnedAnewFromThePermutedOutcome() {
        FeatureTable table = Cohorts.table(OUTCOME, 4, 1, 1, 1);
        AtomicInteger ofTheTruth = new AtomicInteger();
        AtomicInteger all = new AtomicInteger();
        PermutationTest.of(Cohorts.recipe(2, 0.05), (rows, outcome) -> {
            all.incrementAndGet();
            ofTheTruth.addAndGet(OUTCOME.rows(rows).equals(outcome) ? 1 : 0);
            return table;
        }, OUTCOME, new LeaveOneOut(), 2, 1);
        assertEquals(3 * 51, all.get());
        assertEquals(51, ofTheTruth.get());
    }

    @Test
    void noPermutationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PermutationTest.of(Cohorts.recipe(3, 0.05), Cohorts.table(OUTCOME, 4, 0, 0, 1),
                OUTCOME, new LeaveOneOut(), 0, 1));
    }
}
