package io.github.radiomics4j.core.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Parts of one piece of work, done side by side where the calling thread belongs to a {@link ForkJoinPool}, one after another elsewhere. No
 * thread is started: who wants several gives the call to a pool of the size that pleases, as in
 * {@code new ForkJoinPool(4).submit(() -> extractor.extract(image, mask)).join()}. Parts must not depend on each other's order; each
 * writes what is its own.
 */
public final class SideBySide {

    private SideBySide() {
    }

    /** One part of a stretch of things. */
    @FunctionalInterface
    public interface Slab {

        /**
         * Does a part of the work.
         *
         * @param from the first thing, counted from 0
         * @param to one beyond the last
         */
        void run(int from, int to);
    }

    /**
     * How many parts are worth while here.
     *
     * @return the parallelism of the calling thread's pool; 1 for threads of none
     */
    public static int threads() {
        ForkJoinPool pool = ForkJoinTask.getPool();
        return pool == null ? 1 : pool.getParallelism();
    }

    /**
     * Runs parts by number; returns once all are done.
     *
     * @param count how many
     * @param part runs the part of a number, counted from 0
     * @throws RuntimeException that of the first part, by number, that failed
     */
    public static void each(int count, IntConsumer part) {
        int helpers = Math.min(count, threads()) - 1;
        if (helpers < 1) {
            for (int i = 0; i < count; i++) {
                part.accept(i);
            }
            return;
        }
        Claims claims = new Claims(count, part);
        List<ForkJoinTask<?>> helping = new ArrayList<>();
        for (int h = 0; h < helpers; h++) {
            helping.add(ForkJoinTask.adapt(claims).fork());
        }
        claims.run();
        helping.forEach(ForkJoinTask::join);
        claims.rethrow();
    }

    /**
     * Parts that threads take one after the other. One task per thread is forked, not one per part: a pool that is handed many tasks at once
     * does not always wake its other threads, and then one of them does all.
     */
    private static final class Claims implements Runnable {
        private final int count;
        private final IntConsumer part;
        private final AtomicInteger next = new AtomicInteger();
        private final SortedMap<Integer, Throwable> failures = new ConcurrentSkipListMap<>();

        Claims(int count, IntConsumer part) {
            this.count = count;
            this.part = part;
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    part.accept(i);
                } catch (RuntimeException | Error e) {
                    failures.put(i, e);
                }
            }
        }

        void rethrow() {
            if (failures.isEmpty()) {
                return;
            }
            Throwable first = failures.get(failures.firstKey());
            if (first instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) first;
        }
    }

    /**
     * Cuts a stretch of things into as many slabs as there are threads, or fewer.
     *
     * @param things how many, at least 0
     * @param slab runs one slab
     * @throws RuntimeException that of the first slab that failed
     */
    public static void slabs(int things, Slab slab) {
        slabs(things, 1, slab);
    }

    /**
     * Cuts a stretch of things into several slabs per thread, so that a thread that comes late still finds some; into one where there is
     * one thread.
     *
     * @param things how many, at least 0
     * @param perThread slabs per thread, or fewer
     * @param slab runs one slab
     * @throws RuntimeException that of the first slab that failed
     */
    public static void slabs(int things, int perThread, Slab slab) {
        int threads = threads();
        int parts = (int) Math.min(things, threads == 1 ? 1 : (long) threads * perThread);
        each(parts, part -> slab.run((int) ((long) things * part / parts), (int) ((long) things * (part + 1) / parts)));
    }
}
