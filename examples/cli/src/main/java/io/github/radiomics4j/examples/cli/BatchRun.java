package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CaseFailure;
import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortExtraction;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import io.github.radiomics4j.validation.KeptRefits;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commands measure a cohort: where finished cases are kept, how many at once, how files are read, what is told. */
final class BatchRun {
    private static final int MOST_THREADS = 1024;
    private static final int FAILURES_SHOWN = 50;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to; made where it is missing.")
    private Path out;

    @Option(names = "--state", paramLabel = "DIR",
            description = "The folder of finished cases; by default state in the folder that is written to.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--resume", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "Take what an earlier run has finished, which is the default; with --no-resume all is done again.")
    private boolean resume;

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads, by default one for each processor; each measures a case and takes the memory of its image. "
                    + "What is written has the same bytes whatever their number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--progress", description = "Tell how far it is even where standard error is no terminal.")
    private boolean progress;

    @Option(names = "--format", paramLabel = "NAMES", split = ",", defaultValue = "csv",
            description = "The tables as csv, as parquet, or both: csv,parquet; default ${DEFAULT-VALUE}.")
    private List<String> formats = List.of();

    @Mixin
    private BatchReading reading;

    /**
     * The folder to write to.
     *
     * @return as the user named it
     */
    Path out() {
        return out;
    }

    /**
     * How many threads were asked for.
     *
     * @return at least 1
     */
    int threads() {
        return threads;
    }

    /**
     * How files are read.
     *
     * @return the rules
     */
    CaseReading reading() {
        return reading.reading();
    }

    /**
     * Checks what was asked for before anything is read.
     *
     * @return the forms of the tables
     * @throws UsageException where a number is out of range, a form not known or the folder is none
     */
    Set<TableFormat> check() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("--threads must lie between 1 and " + MOST_THREADS + ", was " + threads);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out " + out + " is there and is not a folder; name a folder");
        }
        return TableFormat.of(formats);
    }

    /**
     * Measures.
     *
     * @param cohort the cases
     * @param sources structure to what measures it
     * @param err where progress is told
     * @return tables and what is not in them
     */
    CohortResult measure(Cohort cohort, Map<String, ? extends FeatureSource> sources, PrintWriter err) {
        return run(CohortExtraction.of(sources), cohort, err);
    }

    /**
     * Measures with changed masks.
     *
     * @param cohort the cases
     * @param sources structure to what measures it
     * @param change how every mask is changed
     * @param err where progress is told
     * @return tables and what is not in them
     */
    CohortResult measure(Cohort cohort, Map<String, ? extends FeatureSource> sources, MaskPerturbation change, PrintWriter err) {
        return run(CohortExtraction.of(sources).perturbedBy(change), cohort, err);
    }

    private CohortResult run(CohortExtraction planned, Cohort cohort, PrintWriter err) {
        CohortExtraction extraction = planned.readBy(reading());
        boolean terminal = ProgressLine.isTerminal();
        if (progress || terminal) {
            extraction = extraction.reportingTo(new ProgressLine(err, terminal, System::nanoTime));
        }
        return (resume ? extraction : extraction.anew()).run(cohort, state(), threads);
    }

    /**
     * Opens the folder of finished fits, which lies in that of finished cases.
     *
     * @return to be closed
     */
    KeptRefits refits() {
        Path folder = state().resolve("analysis");
        return resume ? KeptRefits.in(folder) : KeptRefits.anewIn(folder);
    }

    private Path state() {
        return state.orElse(out.resolve("state"));
    }

    /**
     * Does work that keeps what it has finished.
     *
     * @param work writes to disk
     * @param <T> what comes of it
     * @return what came of it
     * @throws UsageException where the disk failed
     */
    <T> T onDisk(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw new UsageException(e.getMessage() + ": " + e.getCause()
                    + "; what was finished is kept, so run the same again once this is put right", e);
        }
    }

    /**
     * Tells what was measured and what was not.
     *
     * @param result of the run
     * @param seconds that it took
     * @param err where to
     */
    void report(CohortResult result, double seconds, PrintWriter err) {
        List<CaseFailure> failures = result.failures();
        tell(failures, err);
        err.println(String.format(Locale.ROOT, "radiomics4j: %d cases, structures %s: %d measured, %d of an earlier run, "
                + "%d failed, %d missing, in %.1f s, written to %s", result.cohort().cases().size(),
                String.join(", ", result.cohort().structures()),
                result.measured(), result.taken(), failures.size(), result.missing().size(), seconds, out));
    }

    /**
     * Tells what could not be measured.
     *
     * @param failures all of them; the first are shown
     * @param err where to
     */
    void tell(List<CaseFailure> failures, PrintWriter err) {
        failures.stream().limit(FAILURES_SHOWN).forEach(failure -> err.println("radiomics4j: failed: " + ErrorReport.printable(
                failure.toString())));
        if (failures.size() > FAILURES_SHOWN) {
            err.println("radiomics4j: and " + (failures.size() - FAILURES_SHOWN) + " more, see " + out.resolve("not-measured.csv"));
        }
    }
}
