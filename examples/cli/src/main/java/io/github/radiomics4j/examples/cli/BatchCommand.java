package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CaseFailure;
import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortExtraction;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.feature.FeatureSource;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code batch}: features of all structures of a cohort, as one table per structure. */
@Command(name = "batch", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Measures the structures of many cases, in a run that may be killed and goes on where it was.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, every structure that is there is in its table",
            "1:done, but some could not be measured; not-measured.csv says which and why; or a failure inside the program",
            "2:bad input or usage, or the disk is full; the message says what"})
final class BatchCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;
    private static final int FAILURES_SHOWN = 50;

    private CommandSpec spec;

    @Parameters(paramLabel = "CASES",
            description = "CSV with a row per case: case, STRUCTURE.image, STRUCTURE.mask and more, see docs/cohort.md.")
    private Path cases;

    @Option(names = "--settings", paramLabel = "FILE",
            description = "How to measure: as for extract, and under structures the keys that are others for a structure.")
    private Optional<Path> settings = Optional.empty();

    @Option(names = "--deep", paramLabel = "FILE", description = "Deep features, in place of --settings, as for extract.")
    private Optional<Path> deep = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the tables; made where it is missing.")
    private Path out;

    @Option(names = "--state", paramLabel = "DIR",
            description = "The folder of finished cases; by default state in the folder of the tables.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--resume", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "Take what an earlier run has finished, which is the default; with --no-resume all is measured again.")
    private boolean resume;

    @Option(names = "--threads", paramLabel = "N",
            description = "Cases measured at once, by default one for each processor; each takes the memory of its image. "
                    + "The tables have the same bytes whatever their number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", paramLabel = "NAMES", split = ",", defaultValue = "csv",
            description = "The tables as csv, as parquet, or both: csv,parquet; default ${DEFAULT-VALUE}.")
    private List<String> formats = List.of();

    @Option(names = "--progress", description = "Tell how far it is even where standard error is no terminal.")
    private boolean progress;

    @Mixin
    private BatchReading reading;

    /**
     * Takes the command's description and completes its help with what the library knows today.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, () -> {
            List<String> lines = new ArrayList<>(SettingsFile.help(ExtractCommand.HELP_WIDTH));
            lines.add("  structures: {disc: {discretisation: {fixedBinNumber: 64}}}");
            lines.add("      keys that are others for one structure of the cohort; default: none");
            return lines;
        });
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        if (settings.isPresent() == deep.isPresent()) {
            throw new UsageException("either --settings FILE or --deep FILE is needed, "
                    + (deep.isPresent() ? "found both" : "found neither. " + SettingsFile.whyDiscretisation()));
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("--threads must lie between 1 and " + MOST_THREADS + ", was " + threads);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out " + out + " is there and is not a folder; name a folder");
        }
        Set<TableFormat> chosen = TableFormat.of(formats);
        Cohort cohort = Cohort.read(cases);
        Optional<DeepSource> network = deep.map(DeepSettingsFile::read);
        try {
            CohortResult result = measure(cohort, network);
            TableFormat.write(chosen, result, out);
            report(result, (System.nanoTime() - start) / 1e9);
            return result.failures().isEmpty() ? 0 : 1;
        } catch (UncheckedIOException e) {
            throw new UsageException(e.getMessage() + ": " + e.getCause()
                    + "; what was finished is kept, so run the same again once this is put right", e);
        } finally {
            network.ifPresent(DeepSource::close);
        }
    }

    private CohortResult measure(Cohort cohort, Optional<DeepSource> network) {
        Map<String, FeatureSource> sources = new LinkedHashMap<>();
        settings.ifPresent(file -> BatchSettingsFile.read(file, cohort.structures())
                .forEach((structure, one) -> sources.put(structure, one.extractor())));
        network.ifPresent(source -> cohort.structures().forEach(structure -> sources.put(structure, source)));
        CohortExtraction extraction = CohortExtraction.of(sources).readBy(reading.reading());
        boolean terminal = ProgressLine.isTerminal();
        if (progress || terminal) {
            extraction = extraction.reportingTo(new ProgressLine(spec.commandLine().getErr(), terminal, System::nanoTime));
        }
        return (resume ? extraction : extraction.anew()).run(cohort, state.orElse(out.resolve("state")), threads);
    }

    private void report(CohortResult result, double seconds) {
        PrintWriter err = spec.commandLine().getErr();
        List<CaseFailure> failures = result.failures();
        failures.stream().limit(FAILURES_SHOWN).forEach(failure -> err.println("radiomics4j: failed: " + ErrorReport.printable(
                failure.toString())));
        if (failures.size() > FAILURES_SHOWN) {
            err.println("radiomics4j: and " + (failures.size() - FAILURES_SHOWN) + " more, see " + out.resolve("not-measured.csv"));
        }
        err.println(String.format(Locale.ROOT, "radiomics4j: %d cases, structures %s: %d measured, %d of an earlier run, "
                + "%d failed, %d missing, in %.1f s, written to %s", result.cohort().cases().size(),
                String.join(", ", result.cohort().structures()),
                result.measured(), result.taken(), failures.size(), result.missing().size(), seconds, out));
    }
}
