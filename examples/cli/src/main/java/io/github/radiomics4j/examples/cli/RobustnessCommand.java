package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.perturbation.RepeatedMeasurement;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code robustness}: the features of a cohort, measured again with changed masks, a wide table per change. */
@Command(name = "robustness", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Measures a structure of a cohort with its masks as they are and with each of some small changes, one table each; "
            + "icc and the step reliability of a recipe compare these.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class RobustnessCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Mixin
    private StructureOptions structure;

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "How to measure, as for batch.")
    private Path settings;

    @Option(names = "--perturbations", required = true, paramLabel = "FILE", description = "How masks are changed, see below.")
    private Path perturbations;

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads that measure, by default one for each processor; the tables have the same bits whatever their number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", required = true, paramLabel = "DIR",
            description = "The folder for original.csv and a table per perturbation, called by it, such as erosion_1mm.csv; made where it "
                + "is not there. Files of these names are replaced once all is measured.")
    private Path out;

    @Mixin
    private BatchReading reading;

    /**
     * Takes the command's description and completes its help.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, PerturbationsFile::help);
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        ExtractCommand.requireThreads(threads);
        StructureCases cases = structure.read(reading.reading(), spec.commandLine().getErr());
        try (StructureSources sources = cases.sources(settings)) {
            run(cases, repeated(sources.ofStructure().get(cases.structure())), start);
        }
        return 0;
    }

    private void run(StructureCases cases, RepeatedMeasurement repeated, long start) {
        Map<String, OutputFile> outputs = outputs(repeated, cases);
        Map<String, Map<String, FeatureVector>> measured = measure(repeated, cases);
        Map<String, FeatureTable> tables = ExtractCommand.named("table " + cases.table(), () -> RepeatedMeasurement.tables(measured));
        tables.forEach((name, table) -> outputs.get(name).writeBy(file -> FeatureTableCsv.write(table, file)));
        spec.commandLine().getErr().println(String.format(Locale.ROOT, "radiomics4j: %d features of %d cases, measured %d times in %.1f s, "
                + "written to %s", tables.get(RepeatedMeasurement.ORIGINAL).columnCount(), measured.size(), tables.size(),
                (System.nanoTime() - start) / 1e9, out));
    }

    private RepeatedMeasurement repeated(FeatureSource source) {
        try {
            return new RepeatedMeasurement(source, PerturbationsFile.read(perturbations));
        } catch (IllegalArgumentException e) {
            throw new UsageException(perturbations + ": " + e.getMessage(), e);
        }
    }

    private Map<String, OutputFile> outputs(RepeatedMeasurement repeated, StructureCases cases) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UsageException("the folder " + out + " cannot be made: " + e, e);
        }
        List<String> names = new ArrayList<>(List.of(RepeatedMeasurement.ORIGINAL));
        repeated.perturbations().forEach(perturbation -> names.add(perturbation.name()));
        Map<String, OutputFile> outputs = new LinkedHashMap<>();
        for (String name : names) {
            OutputFile output = OutputFile.at(out.resolve(name + ".csv"));
            output.requireNot(settings, "--settings");
            output.requireNot(perturbations, "--perturbations");
            cases.requireNotOverwrittenBy(output);
            outputs.put(name, output);
        }
        return outputs;
    }

    private Map<String, Map<String, FeatureVector>> measure(RepeatedMeasurement repeated, StructureCases cases) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return cases.each((image, mask) -> pool.submit(() -> repeated.measure(image, mask)).join());
        } finally {
            pool.shutdown();
        }
    }
}
