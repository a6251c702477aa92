package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how many reference numbers were matched and writes a line per section, which the build's log shows. */
public final class Conformance {
    private final Map<String, int[]> matchedOfTotal = new TreeMap<>();

    /** One number to compare: the row of a parameterised test. */
    public record Reference(String section, String what, double expected, double actual, double tolerance) {

        /** A number within a relative tolerance; of an expected 0 the tolerance is absolute. */
        public static Reference of(String section, String what, JsonNode expected, double actual, double tolerance) {
            if (!expected.isNumber()) {
                throw new IllegalStateException("no number expected for " + section + ", " + what);
            }
            double value = expected.doubleValue();
            return new Reference(section, what, value, actual, value == 0 ? tolerance : tolerance * Math.abs(value));
        }

        @Override
        public String toString() {
            return section + ": " + what;
        }
    }

    public void check(Reference reference) {
        int[] counts = matchedOfTotal.computeIfAbsent(reference.section(), s -> new int[2]);
        counts[1]++;
        assertEquals(reference.expected(), reference.actual(), reference.tolerance(), reference.toString());
        counts[0]++;
    }

    public void write(String file) {
        if (matchedOfTotal.isEmpty()) {
            return;
        }
        List<String> lines = matchedOfTotal.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue()[0] + "/" + e.getValue()[1]).toList();
        try {
            Files.write(Files.createDirectories(Path.of("target", "conformance")).resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
