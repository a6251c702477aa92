package io.github.radiomics4j.core.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
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
        if (threads() == 1) {
            for (int i = 0; i < count; i++) {
                part.accept(i);
            }
            return;
        }
        List<ForkJoinTask<?>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(ForkJoinTask.adapt(() -> part.accept(number)).fork());
        }
        tasks.forEach(ForkJoinTask::quietlyJoin);
        tasks.forEach(ForkJoinTask::join);
    }

    /**
     * Cuts a stretch of things into as many slabs as there are threads, or fewer.
     *
     * @param things how many, at least 0
     * @param slab runs one slab
     * @throws RuntimeException that of the first slab that failed
     */
    public static void slabs(int things, Slab slab) {
        int parts = Math.min(things, threads());
        each(parts, part -> slab.run((int) ((long) things * part / parts), (int) ((long) things * (part + 1) / parts)));
    }
}
