package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CohortProgress;
import io.github.radiomics4j.core.cohort.ProgressRate;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a batch is: on a terminal in one line that is written over, elsewhere line by line; not more often than one can read. */
final class ProgressLine implements Consumer<CohortProgress> {
    private static final long NANOS_BETWEEN = 500_000_000L;

    private final PrintWriter err;
    private final boolean over;
    private final LongSupplier clock;
    private final ProgressRate rate;
    private long next;

    /**
     * Starts the clock.
     *
     * @param err where to
     * @param over whether each line is written over the one before
     * @param clock in nanoseconds
     */
    ProgressLine(PrintWriter err, boolean over, LongSupplier clock) {
        this.err = err;
        this.over = over;
        this.clock = clock;
        this.rate = new ProgressRate(clock);
        this.next = clock.getAsLong();
    }

    /**
     * Whether someone sees the line at once.
     *
     * @return true on a terminal
     */
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there is a console without a terminal too, and a method to ask. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public void accept(CohortProgress progress) {
        boolean last = progress.done() == progress.total();
        if (clock.getAsLong() - next < 0 && !last) {
            return;
        }
        next = clock.getAsLong() + NANOS_BETWEEN;
        String line = line(progress);
        if (over) {
            err.print("\r" + line + "\u001b[K" + (last ? System.lineSeparator() : ""));
            err.flush();
        } else {
            err.println(line);
        }
    }

    private String line(CohortProgress progress) {
        StringBuilder line = new StringBuilder("radiomics4j: ").append(progress.done()).append(" of ").append(progress.total())
                .append(" cases");
        if (progress.taken() > 0) {
            line.append(", ").append(progress.taken()).append(" of an earlier run");
        }
        if (progress.failed() > 0) {
            line.append(", ").append(progress.failed()).append(" with failures");
        }
        rate.perSecond(progress).ifPresent(perSecond -> line.append(String.format(Locale.ROOT, ", %.3g a second", perSecond)));
        if (progress.done() < progress.total()) {
            rate.remaining(progress).ifPresent(left -> line.append(", ").append(words(left)).append(" left"));
        }
        return line.toString();
    }

    private static String words(Duration left) {
        if (left.toHours() > 0) {
            return left.toHours() + " h " + left.toMinutesPart() + " min";
        }
        return left.toMinutes() > 0 ? left.toMinutes() + " min " + left.toSecondsPart() + " s" : left.toSeconds() + " s";
    }
}
