package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.deep.Encoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code deep layers}: what a network's file takes and which of its layers can give features. */
@Command(name = "layers", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Prints what a network takes, and its layers with their numbers of channels.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class DeepLayersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The network's file: .onnx, a .zip of DL4J, or .h5 of Keras 2.")
    private Path model;

    @Option(names = "--made-for", paramLabel = "N",
            description = "The only size of a zip's images, pixels along an edge: shows the layers that know one size only, too.")
    private Optional<Integer> madeFor = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (OpenNetwork network = NetworkFormat.open(model, madeFor.map(OptionalInt::of).orElse(OptionalInt.empty()))) {
            if (json) {
                JsonOutput.write(json(network.encoder()), spec.commandLine().getOut());
            } else {
                print(network.encoder(), spec.commandLine().getOut());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--made-for: " + e.getMessage(), e);
        }
        return 0;
    }

    private static void print(Encoder encoder, PrintWriter out) {
        int minimum = encoder.minimumSize();
        List<String> lines = List.of("network   " + encoder.name(), "engine    " + encoder.settings().get("engine"),
                "input     " + encoder.settings().get("input"),
                "size      " + (encoder.fixedSize().isPresent() ? minimum + " pixels along an edge, no other"
                        : "from " + minimum + " pixels along an edge"),
                "weights   SHA-256 " + encoder.weightsSha256(), "channels  layer");
        lines.forEach(out::println);
        for (String layer : encoder.layers()) {
            out.println(String.format(Locale.ROOT, "%8d  %s", encoder.channels(layer), layer));
        }
    }

    private static ObjectNode json(Encoder encoder) {
        ObjectNode root = JsonOutput.file("layers").put("network", encoder.name()).put("engine", encoder.settings().get("engine"))
                .put("input", encoder.settings().get("input")).put("input_channels", encoder.inputChannels())
                .put("smallest_size", encoder.minimumSize());
        if (encoder.fixedSize().isPresent()) {
            root.put("only_size", encoder.fixedSize().getAsInt());
        } else {
            root.putNull("only_size");
        }
        root.put("weights_sha256", encoder.weightsSha256());
        ArrayNode layers = root.putArray("layers");
        encoder.layers().forEach(layer -> layers.addObject().put("name", layer).put("channels", encoder.channels(layer)));
        return root;
    }
}
