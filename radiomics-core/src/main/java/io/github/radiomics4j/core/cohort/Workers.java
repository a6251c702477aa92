package io.github.radiomics4j.core.cohort;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** Threads that take one case after another. Threads of a plain sort, not of a pool: a case is then measured by one of them alone. */
final class Workers {
    private final List<CohortCase> cases;
    private final CaseRun run;
    private final Consumer<CohortProgress> listener;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> end = new AtomicReference<>();
    private final AtomicReferenceArray<List<StructureOutcome>> outcomes;
    private int done;
    private int taken;
    private int failed;

    Workers(List<CohortCase> cases, CaseRun run, Consumer<CohortProgress> listener) {
        this.cases = cases;
        this.run = run;
        this.listener = listener;
        this.outcomes = new AtomicReferenceArray<>(cases.size());
    }

    /**
     * Does all cases, once.
     *
     * @param workers at least 1
     * @return the outcomes, in the order of cases
     */
    List<List<StructureOutcome>> run(int workers) {
        if (workers == 1) {
            work(Thread.currentThread());
        } else {
            Thread caller = Thread.currentThread();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < Math.min(workers, cases.size()); i++) {
                Thread thread = new Thread(() -> work(caller), "cohort-" + (i + 1));
                threads.add(thread);
                thread.start();
            }
            threads.forEach(this::join);
        }
        Optional.ofNullable(end.get()).ifPresent(Workers::rethrow);
        List<List<StructureOutcome>> all = new ArrayList<>();
        for (int i = 0; i < outcomes.length(); i++) {
            all.add(outcomes.get(i));
        }
        return all;
    }

    /** Waits to the end, since threads must not outlive the call; an interrupt is remembered and tells them to stop. */
    private void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                end.compareAndSet(null, cancelled());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Thread caller) {
        try {
            for (int i = next.getAndIncrement(); i < cases.size() && end.get() == null; i = next.getAndIncrement()) {
                if (caller.isInterrupted()) {
                    throw cancelled();
                }
                List<StructureOutcome> outcome = run.of(cases.get(i));
                if (caller.isInterrupted()) {
                    throw cancelled(); // reading fails in an interrupted thread: no failure of the case
                }
                outcomes.set(i, outcome);
                tell(outcome);
            }
        } catch (Throwable e) {
            end.compareAndSet(null, caller.isInterrupted() && e instanceof UncheckedIOException ? cancelled() : e);
        }
    }

    private synchronized void tell(List<StructureOutcome> outcome) {
        done++;
        taken += !outcome.isEmpty() && outcome.stream().allMatch(StructureOutcome::taken) ? 1 : 0;
        failed += outcome.stream().anyMatch(one -> one.failure().isPresent()) ? 1 : 0;
        listener.accept(new CohortProgress(done, taken, failed, cases.size()));
    }

    private static CancellationException cancelled() {
        return new CancellationException("interrupted; finished cases are kept");
    }

    private static void rethrow(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) e; // nothing here throws a checked one
    }
}
