package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private CommandSpec spec;

    @Parameters(paramLabel = "CASES",
            description = "CSV with a row per case: case, STRUCTURE.image, STRUCTURE.mask and more, see docs/cohort.md.")
    private Path cases;

    @Option(names = "--settings", paramLabel = "FILE",
            description = "How to measure: as for extract, and under structures the keys that are others for a structure.")
    private Optional<Path> settings = Optional.empty();

    @Option(names = "--deep", paramLabel = "FILE",
            description = "Deep features of all structures too, or alone without --settings, as for extract.")
    private Optional<Path> deep = Optional.empty();

    @Mixin
    private BatchRun run;

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
            lines.add("  deep: {network: scattering}");
            lines.add("      deep features too, or alone where there is no other key; as for extract --deep; default: none");
            lines.add("  structures: {disc: {discretisation: {fixedBinNumber: 64}}}");
            lines.add("      keys that are others for one structure of the cohort; default: none");
            return lines;
        });
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        if (settings.isEmpty() && deep.isEmpty()) {
            throw new UsageException("--settings FILE is missing. " + SettingsFile.whyDiscretisation()
                    + "; or give --deep FILE, of which the smallest is: " + DeepSettingsFile.MINIMAL);
        }
        Set<TableFormat> chosen = run.check();
        Cohort cohort = Cohort.read(cases);
        try (StructureSources sources = sources(cohort.structures())) {
            CohortResult result = run.onDisk(() -> {
                CohortResult measured = run.measure(cohort, sources.ofStructure(), spec.commandLine().getErr());
                TableFormat.write(chosen, measured, run.out());
                return measured;
            });
            run.report(result, (System.nanoTime() - start) / 1e9, spec.commandLine().getErr());
            return result.failures().isEmpty() ? 0 : 1;
        }
    }

    private StructureSources sources(List<String> structures) {
        if (settings.isEmpty()) {
            return StructureSources.of(structures, DeepSettingsFile.read(deep.orElseThrow()));
        }
        StructureSources sources = BatchSettingsFile.read(settings.get(), structures);
        return deep.map(file -> sources.beside(() -> DeepSettingsFile.read(file))).orElse(sources);
    }
}
