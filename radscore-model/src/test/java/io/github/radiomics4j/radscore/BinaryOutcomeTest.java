package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import org.junit.jupiter.api.Test;

class BinaryOutcomeTest {
    @Test
    void casesAreCountedByClass() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 0, 0, 1, 0});
        assertEquals(5, outcome.size());
        assertEquals(2, outcome.positives());
        assertEquals(3, outcome.negatives());
        assertTrue(outcome.isPositive(3));
        assertEquals(BinaryOutcome.of(new boolean[] {true, false, false, true, false}), outcome);
    }

    @Test
    void rowsMayBeTakenMoreThanOnce() {
        assertEquals(BinaryOutcome.of(new int[] {0, 1, 1}), BinaryOutcome.of(new int[] {1, 0}).rows(1, 0, 0));
    }

    @Test
    void laterChangesOfTheArrayDoNotReachIt() {
        boolean[] values = {true, false};
        BinaryOutcome outcome = BinaryOutcome.of(values);
        values[1] = true;
        assertEquals(1, outcome.positives());
    }

    @Test
    void otherCodesAreRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> BinaryOutcome.of(new int[] {0, 1,
                2})).getMessage().contains("was 2 in row 2"));
        assertTrue(assertThrows(InvalidInputException.class, () -> BinaryOutcome.ofColumn(Tables.of(new double[] {0, Double.NaN}), "a"))
                .getMessage().contains("\"case1\""));
    }

    @Test
    void aColumnOfATableIsRead() {
        assertEquals(BinaryOutcome.of(new int[] {0, 1}), BinaryOutcome.ofColumn(Tables.of(new double[] {5, 6}, new double[] {0, 1}), "b"));
    }
}
