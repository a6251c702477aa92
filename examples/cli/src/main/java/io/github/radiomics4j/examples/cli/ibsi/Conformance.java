package io.github.radiomics4j.examples.cli.ibsi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The outcome: all comparisons, in the order of the table of reference values. Immutable. */
public final class Conformance {
    private final List<Comparison> comparisons;

    private Conformance(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /**
     * An outcome.
     *
     * @param comparisons in the order of the table of reference values; copied
     * @return the outcome
     */
    public static Conformance of(List<Comparison> comparisons) {
        return new Conformance(comparisons);
    }

    /**
     * All comparisons.
     *
     * @return in the order of the table of reference values
     */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /**
     * The features.
     *
     * @return how many are met
     */
    public Tally features() {
        return Tally.of(where(c -> !c.reference().isDiagnostic()));
    }

    /**
     * The figures of the processing.
     *
     * @return how many are met
     */
    public Tally diagnostics() {
        return Tally.of(where(c -> c.reference().isDiagnostic()));
    }

    /**
     * What was not met.
     *
     * @return empty where all is well
     */
    public List<Comparison> misses() {
        return where(c -> !c.passes());
    }

    /**
     * The lines that sum it up.
     *
     * @return features, then diagnostics
     */
    public List<String> summary() {
        return List.of("IBSI-1 features: " + features(), "IBSI-1 diagnostics: " + diagnostics());
    }

    /**
     * The families, in the order of the table.
     *
     * @param diagnostics whether those of diagnostics are wanted, or those of features
     * @return each once
     */
    List<String> families(boolean diagnostics) {
        return comparisons.stream().map(Comparison::reference).filter(r -> r.isDiagnostic() == diagnostics).map(ReferenceValue::family)
                .distinct().toList();
    }

    /**
     * The configurations that occur.
     *
     * @return each once, in the order of the table
     */
    List<Configuration> configurations() {
        return comparisons.stream().map(c -> c.reference().configuration()).distinct().toList();
    }

    /**
     * The comparisons of one family and configuration.
     *
     * @param family its name
     * @param configuration the configuration
     * @return in the order of the table
     */
    List<Comparison> of(String family, Configuration configuration) {
        return where(c -> c.reference().family().equals(family) && c.reference().configuration() == configuration);
    }

    /**
     * A table of counts: a header, one row per family and one for all, columns for the configurations and for all.
     *
     * @param diagnostics whether of diagnostics or of features
     * @return rows of equal length; a configuration without values of the family has an en dash
     */
    List<List<String>> counts(boolean diagnostics) {
        Predicate<Comparison> wanted = c -> c.reference().isDiagnostic() == diagnostics;
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(diagnostics ? "Stage" : "Family", Configuration::title, "All"));
        for (String family : families(diagnostics)) {
            Predicate<Comparison> ofFamily = wanted.and(c -> c.reference().family().equals(family));
            rows.add(row(words(family), c -> count(ofFamily.and(x -> x.reference().configuration() == c)), count(ofFamily)));
        }
        rows.add(row("All", c -> count(wanted.and(x -> x.reference().configuration() == c)), count(wanted)));
        return rows;
    }

    private List<String> row(String head, Function<Configuration, String> cell, String last) {
        List<String> row = new ArrayList<>(List.of(head));
        configurations().forEach(configuration -> row.add(cell.apply(configuration)));
        row.add(last);
        return row;
    }

    private String count(Predicate<Comparison> wanted) {
        return Optional.of(Tally.of(where(wanted))).filter(tally -> tally.total() > 0).map(Tally::toString).orElse("–");
    }

    /**
     * A family's name for readers.
     *
     * @param family such as {@code intensity_statistics}, {@code glcm}, {@code diagnostics_initial_roi}
     * @return such as {@code Intensity statistics}, {@code GLCM}, {@code Initial ROI}
     */
    static String words(String family) {
        String name = family.replaceFirst("^diagnostics_", "");
        if (!name.contains("_") && (name.startsWith("gl") || name.startsWith("ng"))) {
            return name.toUpperCase(Locale.ROOT);
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ').replaceFirst("roi$", "ROI");
    }

    private List<Comparison> where(Predicate<Comparison> wanted) {
        return comparisons.stream().filter(wanted).toList();
    }
}
