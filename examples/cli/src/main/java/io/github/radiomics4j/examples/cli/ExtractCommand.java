package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.region.Regions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code extract}: features of the regions of one image, as a long CSV table. */
@Command(name = "extract", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false, addMethodSubcommands = false,
        description = "Measures one or more regions of an image.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class ExtractCommand implements Callable<Integer> {
    /** Width of the help, in characters. */
    static final int HELP_WIDTH = 100;

    private static final int MOST_THREADS = 1024;
    private static final int LABELS_SHOWN = 10;

    private CommandSpec spec;

    @Mixin
    private ImageOptions image;

    @Mixin
    private RegionOptions regions;

    @Option(names = "--settings", paramLabel = "FILE", description = "How to measure, see below.")
    private Optional<Path> settings = Optional.empty();

    @Option(names = "--deep", paramLabel = "FILE",
            description = "Deep features too, or alone without --settings: which network, how it is fed; see below.")
    private Optional<Path> deep = Optional.empty();

    @Option(names = "--case", paramLabel = "NAME",
            description = "Name of the case in the table; default: the image's file name. With several labels, _labelN is added.")
    private Optional<String> caseName = Optional.empty();

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads that measure, by default one for each processor; the table has the same bits whatever their number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The CSV table to write, one row per feature. A file of that name is replaced once all is done.")
    private Path out;

    /**
     * Takes the command's description and completes its help with what the library knows today.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, () -> {
            List<String> lines = new ArrayList<>(SettingsFile.help(HELP_WIDTH));
            lines.addAll(DeepSettingsFile.help());
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
        requireThreads(threads);
        List<FeatureSource> sources = new ArrayList<>();
        settings.ifPresent(file -> sources.add(SettingsFile.read(file).extractor()));
        Optional<DeepSource> network = deep.map(DeepSettingsFile::read);
        try {
            network.ifPresent(sources::add);
            measure(sources, start);
        } finally {
            network.ifPresent(DeepSource::close);
        }
        return 0;
    }

    /**
     * Checks a number of threads.
     *
     * @param threads what was asked for
     * @throws UsageException where there cannot be so many
     */
    static void requireThreads(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("--threads must lie between 1 and " + MOST_THREADS + ", was " + threads);
        }
    }

    private void measure(List<FeatureSource> sources, long start) {
        LabelChoice choice = regions.choice();
        OutputFile output = OutputFile.at(out);
        output.requireNot(image.path(), "--image");
        output.requireNot(regions.path(), "--mask");
        settings.ifPresent(file -> output.requireNot(file, "--settings"));
        deep.ifPresent(file -> output.requireNot(file, "--deep"));

        Map<Integer, Mask> masks;
        Map<String, List<FeatureVector>> cases = new LinkedHashMap<>();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            // Beside the image; what is wrong with it is told first nevertheless.
            ForkJoinTask<Regions> opened = pool.submit(() -> regions.open(image));
            ImageOptions.Measured measured = image.read();
            masks = regions.read(choice, opened.join(), measured);
            masks.forEach((label, mask) -> cases.put(caseOf(label, masks.size()), named("label " + label + " of " + regions.path() + " in "
                    + image.path(), () -> pool.submit(() -> sources.stream().map(source -> source.extract(measured.image(), mask)).toList())
                            .join())));
        } finally {
            pool.shutdown();
        }
        output.write(writer -> FeatureRows.write(cases, writer));
        spec.commandLine().getErr().println(summary(List.copyOf(masks.keySet()), cases, (System.nanoTime() - start) / 1e9));
    }

    private String caseOf(int label, int labelCount) {
        String name = caseName.orElseGet(() -> CaseName.of(image.path()));
        return labelCount == 1 ? name : name + "_label" + label;
    }

    private String summary(List<Integer> chosen, Map<String, List<FeatureVector>> cases, double seconds) {
        int features = cases.values().iterator().next().stream().mapToInt(FeatureVector::size).sum();
        String regions = chosen.size() == 1 ? "label" : "each of " + chosen.size() + " labels";
        String named = chosen.size() > LABELS_SHOWN ? "" : chosen.stream().map(String::valueOf).collect(Collectors.joining(", ", " ", ""));
        return "radiomics4j: " + features + " features of " + regions + named + " in " + Math.round(10 * seconds) / 10.0
                + " s, written to " + out;
    }

    /**
     * Adds to a message of the library which of the user's files it is about.
     *
     * @param what the files
     * @param work what is done with them
     * @param <T> what comes of it
     * @return what comes of it
     * @throws InvalidInputException as the work throws it, the message begun with the files
     */
    static <T> T named(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problem(), what + ": " + e.getMessage(), e);
        }
    }
}
