package io.github.radiomics4j.core.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {

    private static int[] slabs(int things, int perThread) {
        int[] times = new int[things];
        SideBySide.slabs(things, perThread, (from, to) -> {
            for (int i = from; i < to; i++) {
                times[i]++;
            }
        });
        return times;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyThingIsDoneOnceWhateverTheThreads(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            for (int things : new int[] {0, 1, 2, 7, 100}) {
                int[] once = new int[things];
                Arrays.fill(once, 1);
                for (int perThread : new int[] {1, 4}) {
                    assertArrayEquals(once, pool.submit(() -> slabs(things, perThread)).join());
                    assertArrayEquals(once, slabs(things, perThread));
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void withoutAPoolThereIsOneThread() {
        assertEquals(1, SideBySide.threads());
    }

    @Test
    void theFirstFailureByNumberIsThrown() {
        ForkJoinPool pool = new ForkJoinPool(4);
        try {
            IllegalStateException failure = assertThrows(IllegalStateException.class, () -> pool.submit(() -> SideBySide.each(20, i -> {
                if (i % 5 == 3) {
                    throw new IllegalStateException("part " + i);
                }
            })).join());
            Throwable first = failure.getCause() == null ? failure : failure.getCause();
            assertEquals("part 3", first.getMessage().replaceAll(".*: ", ""));
        } finally {
            pool.shutdown();
        }
    }
}
