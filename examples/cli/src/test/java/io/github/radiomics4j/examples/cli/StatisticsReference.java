package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reference numbers of R and Python packages, compared with what a command wrote, and counted. */
final class StatisticsReference {
    /** The name of {@link #isPresent} for {@code @EnabledIf}. */
    static final String IS_PRESENT = "io.github.radiomics4j.examples.cli.StatisticsReference#isPresent";
    /** Why a class is skipped. */
    static final String ABSENT = "there is no folder stats in the folder of reference data (system property radiomics4j.shared)";

    private static final Path FOLDER = Path.of(System.getProperty("radiomics4j.shared", "../shared"), "stats");

    private final String section;
    private final List<String> misses = new ArrayList<>();
    private int total;

    StatisticsReference(String section) {
        this.section = section;
    }

    static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of expected.json: names of members, numbers of elements. */
    static JsonNode expected(Object... path) {
        JsonNode node = json(file("expected.json"));
        for (Object step : path) {
            node = step instanceof Integer i ? node.path(i) : node.path(step.toString());
        }
        if (node.isMissingNode()) {
            throw new IllegalStateException("expected.json has no " + Arrays.toString(path));
        }
        return node;
    }

    /** Compares numbers, or lists of numbers, within a relative tolerance; where 0 is expected it is absolute. */
    StatisticsReference compare(String what, JsonNode expected, JsonNode actual, double tolerance) {
        if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(what + " " + i, expected.get(i), actual.path(i), tolerance);
            }
            return this;
        }
        total++;
        double difference = Math.abs(expected.doubleValue() - actual.doubleValue());
        double allowed = expected.doubleValue() == 0 ? tolerance : tolerance * Math.abs(expected.doubleValue());
        if (!expected.isNumber() || !actual.isNumber() || !(difference <= allowed)) {
            misses.add(what + ": " + actual + " for " + expected);
        }
        return this;
    }

    /** Writes the count for the build's log, and fails where a number was missed. */
    void finish(String file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "conformance"));
        Files.writeString(folder.resolve(file), section + ": " + (total - misses.size()) + "/" + total + "\n");
        if (!misses.isEmpty() || total == 0) {
            throw new AssertionError(section + " missed " + misses.size() + " of " + total + ":\n" + String.join("\n", misses));
        }
    }
}
