package io.github.radiomics4j.examples.lumbar;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the command line chooses. */
record StudyOptions(int cases, long seed, int threads, Path output, int bootstrapSamples, Deep deep) {
    static final String USAGE =
            "usage: LumbarStudy [--cases 170] [--seed 20260101] [--threads N] [--out lumbar-study-results] [--bootstrap 200]"
                    + " [--deep scattering]";

    /** Where deep features come from. */
    enum Deep {
        /** A wavelet scattering network, which has nothing to train. */
        SCATTERING,
        /** That, and further lines of results with an autoencoder trained on the cohort, inside the cross-validation. */
        COHORT
    }

    /** Below this there are too few events for folds. */
    private static final int FEWEST_CASES = 20;
    private static final int MOST_CASES = 10_000;
    private static final int MOST_THREADS = 1024;
    private static final int MOST_SAMPLES = 100_000;
    private static final List<String> KNOWN = List.of("--cases", "--seed", "--threads", "--out", "--bootstrap", "--deep");

    /**
     * Reads options of the form {@code --name value}, each at most once.
     *
     * @throws IllegalArgumentException in one line: what is wrong with which option
     */
    static StudyOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown option \"" + name + "\"; " + USAGE);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("option " + name + " needs a value; " + USAGE);
            }
            if (given.put(name, arguments[i + 1]) != null) {
                throw new IllegalArgumentException("option " + name + " is given twice");
            }
        }
        return new StudyOptions(
                (int) whole(given, "--cases", 170, FEWEST_CASES, MOST_CASES),
                whole(given, "--seed", 20260101, Long.MIN_VALUE, Long.MAX_VALUE),
                (int) whole(given, "--threads", Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), 1, MOST_THREADS),
                folder(given.getOrDefault("--out", "lumbar-study-results")),
                (int) whole(given, "--bootstrap", 200, 1, MOST_SAMPLES),
                deep(given.getOrDefault("--deep", "scattering")));
    }

    private static long whole(Map<String, String> given, String name, long otherwise, long least, long most) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("option " + name + " must be a whole number, was \"" + text + "\"", e);
        }
        throw new IllegalArgumentException("option " + name + " must be from " + least + " to " + most + ", was " + text);
    }

    private static Deep deep(String text) {
        return switch (text) {
            case "scattering" -> Deep.SCATTERING;
            case "cohort" -> Deep.COHORT;
            default -> throw new IllegalArgumentException("option --deep must be scattering or cohort, was \"" + text + "\"");
        };
    }

    private static Path folder(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("option --out must name a folder, was blank");
        }
        // InvalidPathException is an IllegalArgumentException that names text and reason
        return Path.of(text);
    }
}
