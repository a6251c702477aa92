package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import io.github.radiomics4j.deep.dl4j.TrainedEncoder;
import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A format of files that hold networks, told by the ending of a file's name: one constant here, and one row in {@code docs/cli.md}. */
enum NetworkFormat {
    /** One size or any is read from the file. */
    ONNX(".onnx", Engine.ONNX_RUNTIME) {
        @Override
        OpenNetwork read(Path file, OptionalInt madeFor) {
            if (madeFor.isPresent()) {
                throw new UsageException("an ONNX file says itself what size it was made for; leave the size out for " + file);
            }
            OnnxEncoder encoder = OnnxEncoder.of(file);
            return new OpenNetwork(encoder, encoder::close, Set.of());
        }
    },
    /** Written by DL4J's {@code ModelSerializer}, as {@code deep train} does. */
    DL4J_ZIP(".zip", Engine.DL4J) {
        @Override
        OpenNetwork read(Path file, OptionalInt madeFor) {
            return new OpenNetwork(load(file, madeFor), () -> { }, TrainedEncoder.casesOf(file));
        }
    },
    /** Written by Keras 2. */
    KERAS(".h5", Engine.KERAS_IMPORT) {
        @Override
        OpenNetwork read(Path file, OptionalInt madeFor) {
            return OpenNetwork.of(load(file, madeFor));
        }
    };

    private final String ending;
    private final Engine engine;

    NetworkFormat(String ending, Engine engine) {
        this.ending = ending;
        this.engine = engine;
    }

    private static Encoder load(Path file, OptionalInt madeFor) {
        return madeFor.isPresent() ? Dl4jEncoder.load(file, madeFor.getAsInt()) : Dl4jEncoder.load(file);
    }

    abstract OpenNetwork read(Path file, OptionalInt madeFor);

    /**
     * Reads a network.
     *
     * @param file its name ends as one of the formats does, in whatever case
     * @param madeFor the only size of its images, pixels along an edge, where the file does not say it; empty for any size
     * @return the network, to be closed
     * @throws UsageException where the ending is another, or the library for it is missing
     * @throws io.github.radiomics4j.core.InvalidInputException where the file cannot be read as such a network
     * @throws IllegalArgumentException where the size is below 1
     */
    static OpenNetwork open(Path file, OptionalInt madeFor) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        NetworkFormat format = Arrays.stream(values()).filter(f -> name.endsWith(f.ending)).findFirst().orElseThrow(
                () -> new UsageException("a network's file ends in one of " + endings() + ", was " + file));
        format.engine.require("network " + file);
        return format.read(file, madeFor);
    }

    /**
     * The endings of all formats.
     *
     * @return such as {@code .onnx, .zip}
     */
    static String endings() {
        return Arrays.stream(values()).map(f -> f.ending).collect(Collectors.joining(", "));
    }
}
