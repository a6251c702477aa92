package io.github.radiomics4j.core.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressRateTest {
    private final AtomicLong now = new AtomicLong(5);
    private final ProgressRate rate = new ProgressRate(now::get);

    @Test
    void rateAndRemainingTimeCountOnlyMeasuredCases() {
        now.addAndGet(10_000_000_000L);
        CohortProgress progress = new CohortProgress(60, 40, 3, 100);
        assertEquals(OptionalDouble.of(2), rate.perSecond(progress));
        assertEquals(Optional.of(Duration.ofSeconds(20)), rate.remaining(progress));
        assertEquals(Duration.ofSeconds(10), rate.elapsed());
    }

    @Test
    void beforeTheFirstMeasuredCaseThereIsNoRate() {
        now.addAndGet(1);
        assertEquals(OptionalDouble.empty(), rate.perSecond(new CohortProgress(40, 40, 0, 100)));
        assertEquals(Optional.empty(), rate.remaining(new CohortProgress(0, 0, 0, 100)));
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CohortProgress(1, 2, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new CohortProgress(4, 0, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new CohortProgress(1, 0, 2, 3));
    }
}
