package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how many reference numbers were matched, and writes one line per section for the build's log. */
public final class Conformance {
    private final Map<String, int[]> matchedOfTotal = new TreeMap<>();

    /** Compares within {@code tolerance · max(1, |expected|)}. */
    public void check(String section, String what, double expected, double actual, double tolerance) {
        int[] counts = matchedOfTotal.computeIfAbsent(section, s -> new int[2]);
        counts[1]++;
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
        counts[0]++;
    }

    public void check(String section, String what, Object expected, Object actual) {
        int[] counts = matchedOfTotal.computeIfAbsent(section, s -> new int[2]);
        counts[1]++;
        assertEquals(expected, actual, what);
        counts[0]++;
    }

    public void write(String file) {
        if (matchedOfTotal.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        matchedOfTotal.forEach((section, counts) -> lines.add(section + ": " + counts[0] + "/" + counts[1]));
        try {
            Path folder = Files.createDirectories(Path.of("target", "conformance"));
            Files.write(folder.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
