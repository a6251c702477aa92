package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** 200 extractions of 8 cases by several threads that share an extractor, compared with those of one thread. */
public final class ConcurrentExtractions {
    private static final int EXTRACTIONS = 200;
    private static final int CASES = 8;

    private ConcurrentExtractions() { }

    /** The extraction of a case gives something that is equal where all bits are. */
    public static <T> void assertSameBits(int threads, IntFunction<T> extraction) throws InterruptedException, ExecutionException {
        List<T> alone = IntStream.range(0, CASES).mapToObj(extraction).toList();
        assertEquals(CASES, alone.stream().distinct().count(), "cases must differ");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < EXTRACTIONS; i++) {
                int number = i % CASES;
                running.add(pool.submit(() -> extraction.apply(number)));
            }
            for (int i = 0; i < EXTRACTIONS; i++) {
                assertEquals(alone.get(i % CASES), running.get(i).get());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
