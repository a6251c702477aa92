package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.NetworkFile;
import io.github.radiomics4j.deep.TrainingEpoch;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a trained encoder's file tells beside the network: Java properties in UTF-8, one a line, sorted, with the SHA-256 of all lines
 * before it in the last one. An entry of the zip that DL4J does not know.
 */
record TrainingRecord(String name, ConvolutionChain chain, String weightsSha256, SortedMap<String, String> settings,
        TreeSet<String> trainedOn, List<TrainingEpoch> epochs) {
    static final String ENTRY = "radiomics4j-training.properties";
    private static final String FORMAT = "1";
    private static final String DIGEST = "sha256=";

    /** The chain must be one of {@link ConvolutionChain#halving}. */
    byte[] bytes() {
        Properties all = new Properties();
        all.setProperty("format", FORMAT);
        all.setProperty("name", name);
        all.setProperty("dimensions", Integer.toString(chain.dimensions()));
        all.setProperty("channels", chain.stages().stream().map(s -> Integer.toString(s.outputs())).collect(Collectors.joining(",")));
        all.setProperty("last_layer", chain.names().get(chain.names().size() - 1));
        all.setProperty("weights_sha256", weightsSha256);
        settings.forEach((setting, value) -> all.setProperty("setting." + setting, value));
        int c = 0;
        for (String one : trainedOn) {
            all.setProperty(numbered("case", c++), one);
        }
        for (TrainingEpoch epoch : epochs) {
            all.setProperty(numbered("epoch", epoch.number()), epoch.planned() + " " + epoch.trainingLoss() + " "
                    + epoch.holdOutLoss() + " " + epoch.best());
        }
        String lines = lines(all);
        return (lines + DIGEST + digest(lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String numbered(String what, int number) {
        return String.format(Locale.ROOT, "%s.%07d", what, number);
    }

    /** Without the comment that Properties put first, which holds the time. */
    private static String lines(Properties all) {
        StringWriter out = new StringWriter();
        try {
            all.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        return Arrays.stream(out.toString().split(System.lineSeparator())).filter(line -> !line.startsWith("#")).sorted()
                .map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String digest(String lines) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What {@link #bytes} has written; NOT_THIS_FORMAT where there is no such entry, or it was changed. */
    static TrainingRecord of(NetworkFile file) {
        Optional<byte[]> entry = ZipContent.entry(file, ENTRY);
        if (entry.isEmpty()) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + " must hold " + ENTRY + ", where TrainedEncoder.save tells what"
                    + " the network was trained on, but has no such entry: Dl4jEncoder.load reads it as a network"
                    + " whose training nobody knows");
        }
        String text = new String(entry.get(), StandardCharsets.UTF_8);
        int end = text.lastIndexOf(DIGEST);
        if (end < 0 || !text.substring(end).equals(DIGEST + digest(text.substring(0, end)) + "\n")) {
            throw damaged(file, "its last line must be the SHA-256 of all others");
        }
        Properties all = new Properties();
        try {
            all.load(new StringReader(text.substring(0, end)));
            return of(all);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e.getMessage());
        }
    }

    private static TrainingRecord of(Properties all) {
        if (!FORMAT.equals(all.getProperty("format"))) {
            throw new IllegalArgumentException("format must be " + FORMAT + ", was " + all.getProperty("format"));
        }
        List<Integer> channels = Arrays.stream(value(all, "channels").split(",")).map(Integer::valueOf).toList();
        ConvolutionChain chain = ConvolutionChain.halving(Integer.parseInt(value(all, "dimensions")), channels, value(all, "last_layer"));
        SortedMap<String, String> settings = new TreeMap<>();
        TreeSet<String> cases = new TreeSet<>();
        List<TrainingEpoch> epochs = new ArrayList<>();
        for (String key : new TreeSet<>(all.stringPropertyNames())) {
            if (key.startsWith("setting.")) {
                settings.put(key.substring("setting.".length()), value(all, key));
            } else if (key.startsWith("case.")) {
                cases.add(value(all, key));
            } else if (key.startsWith("epoch.")) {
                epochs.add(epoch(Integer.parseInt(key.substring("epoch.".length())), value(all, key).split(" ", -1)));
            }
        }
        return new TrainingRecord(value(all, "name"), chain, value(all, "weights_sha256"), settings, cases, List.copyOf(epochs));
    }

    private static TrainingEpoch epoch(int number, String[] parts) {
        if (parts.length != 4) {
            throw new IllegalArgumentException("an epoch has 4 parts, was " + Arrays.toString(parts));
        }
        return new TrainingEpoch(number, Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
                Boolean.parseBoolean(parts[3]));
    }

    private static String value(Properties all, String key) {
        return Optional.ofNullable(all.getProperty(key)).orElseThrow(() -> new IllegalArgumentException("there is no " + key));
    }

    static InvalidInputException damaged(NetworkFile file, String reason) {
        return new InvalidInputException(Problem.NOT_THIS_FORMAT, "the record of the training in " + file + " (" + ENTRY + ") is damaged or"
                + " was changed: " + reason + "; take the file that TrainedEncoder.save wrote");
    }
}
