package io.github.radiomics4j.core.feature;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Under which settings numbers were obtained. Two vectors may be compared, and a score applied, only when their provenances
 * have the same {@link #fingerprint()}.
 *
 * @param settings every setting that can change a value, by name, such as {@code resampling.spacing → 2.0 × 2.0 × 2.0 mm}; copied
 */
public record Provenance(SortedMap<String, String> settings) {

    /**
     * Copies the settings.
     *
     * @param settings every setting that can change a value, by name, such as {@code resampling.spacing → 2.0 × 2.0 × 2.0 mm}; copied
     */
    public Provenance {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * A provenance of named settings.
     *
     * @param settings name to value
     * @return the provenance
     */
    public static Provenance of(Map<String, String> settings) {
        return new Provenance(new TreeMap<>(settings));
    }

    /**
     * The settings of several sources whose features stand in one table, each set under a name of its own.
     *
     * @param parts name to provenance
     * @return all settings, prefixed by their part's name and a slash
     */
    public static Provenance combined(Map<String, Provenance> parts) {
        SortedMap<String, String> all = new TreeMap<>();
        parts.forEach((part, provenance) -> provenance.settings.forEach((name, value) -> all.put(part + "/" + name, value)));
        return new Provenance(all);
    }

    /**
     * The settings of one of several sources: what {@link #combined} put under its name.
     *
     * @param part the source's name
     * @return the settings whose names begin with the name and a slash, without it; none where there are no such
     */
    public Provenance part(String part) {
        SortedMap<String, String> own = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(part + "/")) {
                own.put(name.substring(part.length() + 1), value);
            }
        });
        return new Provenance(own);
    }

    /**
     * The settings of two sources whose features stand in one table under the same names of settings.
     *
     * @param other the second source's
     * @return all settings of both
     * @throws InvalidInputException SETTINGS_MISMATCH where a setting of both has different values
     */
    public Provenance beside(Provenance other) {
        SortedMap<String, String> all = new TreeMap<>(settings);
        other.settings.forEach((name, value) -> {
            String before = all.put(name, value);
            if (before != null && !before.equals(value)) {
                throw new InvalidInputException(Problem.SETTINGS_MISMATCH, "setting " + name + " is " + before + " in one table and "
                        + value + " in the other: give each table a prefix (prefixed) before they stand side by side");
            }
        });
        return new Provenance(all);
    }

    /**
     * What differs from other settings, in words.
     *
     * @param other what these are compared with
     * @param most how many differences are told; of the others the number
     * @return such as {@code discretisation was fbn32 in training and is fbn64}, joined by semicolons; empty where nothing differs
     */
    public String differences(Provenance other, int most) {
        Set<String> names = new TreeSet<>(settings.keySet());
        names.addAll(other.settings.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String here = settings.getOrDefault(name, "(absent)");
            String there = other.settings.getOrDefault(name, "(absent)");
            if (!here.equals(there)) {
                differences.add(name + " was " + here + " in training and is " + there);
            }
        }
        int shown = Math.min(most, differences.size());
        return String.join("; ", differences.subList(0, shown))
                + (differences.size() > shown ? "; and " + (differences.size() - shown) + " more" : "");
    }

    /**
     * A short name of the settings.
     *
     * @return the first 16 hexadecimal digits of the SHA-256 of all settings, one {@code name=value} per line in order of names
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
