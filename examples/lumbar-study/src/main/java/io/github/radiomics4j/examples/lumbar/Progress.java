package io.github.radiomics4j.examples.lumbar;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on the error stream how far the study is. */
final class Progress {
    private static final int LINES = 10;

    private final PrintStream err;
    private final int cases;
    private final AtomicInteger measured = new AtomicInteger();

    Progress(PrintStream err, int cases) {
        this.err = err;
        this.cases = cases;
    }

    void say(String what) {
        err.println(what);
    }

    /** Counts a case; about ten lines in all. */
    void oneMoreCase() {
        int done = measured.incrementAndGet();
        if (done * LINES / cases > (done - 1) * LINES / cases) {
            err.println("measured " + done + " of " + cases + " cases");
        }
    }
}
