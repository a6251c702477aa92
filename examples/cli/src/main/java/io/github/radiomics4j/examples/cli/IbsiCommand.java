package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.examples.cli.ibsi.Comparison;
import io.github.radiomics4j.examples.cli.ibsi.Configuration;
import io.github.radiomics4j.examples.cli.ibsi.Conformance;
import io.github.radiomics4j.examples.cli.ibsi.ConformanceCsv;
import io.github.radiomics4j.examples.cli.ibsi.ConformanceHtml;
import io.github.radiomics4j.examples.cli.ibsi.ConformanceMarkdown;
import io.github.radiomics4j.examples.cli.ibsi.Diagnostics;
import io.github.radiomics4j.examples.cli.ibsi.ReferenceValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code ibsi}: every agreed value of IBSI chapter 1, recomputed by what {@code extract} runs, and compared. */
@Command(name = "ibsi", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Recomputes the reference values of IBSI chapter 1 and compares them.", exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every value is met", "1:a value is missed, or a failure inside the program",
            "2:bad input or usage; the message says what"})
final class IbsiCommand implements Callable<Integer> {
    private static final int MISSES_SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR",
            description = "The folder of IBSI data: it holds ibsi1 with reference_values.csv, digital_phantom and ct_phantom.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR",
            description = "The folder for ibsi1.csv and ibsi1.html; made where it is not there. Files of these names are replaced.")
    private Path out;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the counts as a Markdown page, a file that ends in .md.")
    private Optional<Path> markdown = Optional.empty();

    @Override
    public Integer call() {
        long start = System.nanoTime();
        List<ReferenceValue> references = ReferenceValue.read(Configuration.references(data));
        Map<Configuration, Region> regions = regions(references);
        makeFolder();
        OutputFile csv = OutputFile.at(out.resolve("ibsi1.csv"));
        OutputFile html = OutputFile.at(out.resolve("ibsi1.html"));
        Optional<OutputFile> page = markdown.map(IbsiCommand::markdownFile);

        Conformance conformance = conformance(references, regions);
        csv.write(writer -> ConformanceCsv.write(conformance, writer));
        html.write(writer -> ConformanceHtml.write(conformance, writer));
        page.ifPresent(file -> file.write(writer -> ConformanceMarkdown.write(conformance, writer)));

        print(conformance);
        spec.commandLine().getErr().println(String.format(Locale.ROOT, "radiomics4j: %d values in %.1f s, written to %s and %s",
                references.size(), (System.nanoTime() - start) / 1e9, out.resolve("ibsi1.csv"), out.resolve("ibsi1.html")));
        return conformance.misses().isEmpty() ? 0 : 1;
    }

    private record Region(ScalarImage image, Mask mask) {
    }

    /** All images are read before anything is measured, each once, so that a missing file is told at once. */
    private Map<Configuration, Region> regions(List<ReferenceValue> references) {
        Map<Path, Region> read = new HashMap<>();
        Map<Configuration, Region> regions = new EnumMap<>(Configuration.class);
        for (ReferenceValue reference : references) {
            regions.computeIfAbsent(reference.configuration(), configuration -> read.computeIfAbsent(configuration.image(data),
                    image -> new Region(ImageFiles.read(image), ImageFiles.readMask(configuration.mask(data), Configuration.LABEL))));
        }
        return regions;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UsageException("the folder " + out + " cannot be made: " + e, e);
        }
    }

    private static OutputFile markdownFile(Path file) {
        if (!file.toString().endsWith(".md")) {
            throw new UsageException("--markdown names a file that ends in .md, was " + file);
        }
        return OutputFile.at(file);
    }

    private Conformance conformance(List<ReferenceValue> references, Map<Configuration, Region> regions) {
        Map<ReferenceValue, Comparison> comparisons = new HashMap<>();
        regions.forEach((configuration, region) -> {
            FeatureExtractor extractor = SettingsFile.parse(configuration.settings(), configuration.settingsName()).extractor();
            List<ReferenceValue> own = references.stream().filter(r -> r.configuration() == configuration).toList();
            String what = "label " + Configuration.LABEL + " of " + configuration.mask(data) + " in " + configuration.image(data);
            FeatureVector features = ExtractCommand.named(what, () -> extractor.extract(region.image(), region.mask()));
            Map<String, Double> diagnostics = own.stream().noneMatch(ReferenceValue::isDiagnostic) ? Map.of()
                    : ExtractCommand.named(what, () -> Diagnostics.of(region.image(), region.mask(), extractor.preparation()));
            Comparison.of(own, features, diagnostics).forEach(comparison -> comparisons.put(comparison.reference(), comparison));
        });
        List<Comparison> inOrder = new ArrayList<>();
        references.forEach(reference -> inOrder.add(comparisons.get(reference)));
        return Conformance.of(inOrder);
    }

    private void print(Conformance conformance) {
        PrintWriter console = spec.commandLine().getOut();
        conformance.summary().forEach(console::println);
        List<Comparison> misses = conformance.misses();
        misses.stream().limit(MISSES_SHOWN).forEach(miss -> console.println("missed: " + miss));
        if (misses.size() > MISSES_SHOWN) {
            console.println("and " + (misses.size() - MISSES_SHOWN) + " more, all listed in " + out.resolve("ibsi1.html"));
        }
    }
}
