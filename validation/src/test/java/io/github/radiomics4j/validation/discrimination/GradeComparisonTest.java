package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradeComparisonTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
    private static final double[] SCORES = {1, 4, 3, 2, 5, 6};
    private static final int[] GRADES = {2, 5, 2, 2, 5, 3};

    @Test
    void theTableCountsEventsByGradeAndScore() {
        GradeComparison comparison = GradeComparison.of(SCORES, GRADES, OUTCOME, 4, 0.95);
        assertEquals(List.of(new GradeComparison.Row(2, new Proportion(1, 3), new Proportion(0, 0)),
                new GradeComparison.Row(3, new Proportion(0, 0), new Proportion(1, 1)),
                new GradeComparison.Row(5, new Proportion(0, 0), new Proportion(1, 2))), comparison.table());
        assertEquals(new Proportion(1, 3), comparison.table().get(0).all());
    }

    @Test
    void theDifferenceIsDeLongsPairedTest() {
        double[] asScores = {2, 5, 2, 2, 5, 3};
        assertEquals(DeLong.pairedTest(SCORES, asScores, OUTCOME), GradeComparison.of(SCORES, GRADES, OUTCOME, 4, 0.95).difference());
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> GradeComparison.of(SCORES, GRADES, OUTCOME, Double.NaN, 0.95));
        assertThrows(IllegalArgumentException.class, () -> GradeComparison.of(SCORES, new int[5], OUTCOME, 4, 0.95));
        assertThrows(IllegalArgumentException.class, () -> GradeComparison.of(SCORES, GRADES, OUTCOME, 4, 95));
    }
}
