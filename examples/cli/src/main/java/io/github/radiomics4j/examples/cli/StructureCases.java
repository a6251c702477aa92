package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortCase;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.table.NearestName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** One structure of a cohort: the cases that have it, for commands that look at a single region of each case. */
final class StructureCases {
    private static final int CASES_SHOWN = 20;

    private final Path table;
    private final Cohort cohort;
    private final String structure;
    private final CaseReading reading;
    private final List<CohortCase> cases;

    private StructureCases(Path table, Cohort cohort, String structure, CaseReading reading) {
        this.table = table;
        this.cohort = cohort;
        this.structure = structure;
        this.reading = reading;
        this.cases = cohort.cases().stream().filter(this::isThere).toList();
    }

    /**
     * The cases that have a structure.
     *
     * @param table the cohort's file, for messages
     * @param cohort what it holds
     * @param asked the structure's name; empty for the only one that there is
     * @param reading how files are read
     * @return the cases
     * @throws UsageException where the name is not among the cohort's, or none is given and there are several
     * @throws InvalidInputException TABLE_INVALID where no case has the structure
     */
    static StructureCases of(Path table, Cohort cohort, Optional<String> asked, CaseReading reading) {
        StructureCases found = new StructureCases(table, cohort, chosen(table, cohort.structures(), asked), reading);
        if (found.cases.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, table + ": no case has structure " + found.structure
                    + ", its image or its mask is empty in every row");
        }
        return found;
    }

    private static String chosen(Path table, List<String> known, Optional<String> asked) {
        String names = String.join(", ", known);
        if (asked.isEmpty() && known.size() > 1) {
            throw new UsageException(table + " has " + known.size() + " structures: " + names + "; choose one with --structure");
        }
        String name = asked.orElse(known.get(0));
        if (!known.contains(name)) {
            throw new UsageException("--structure names \"" + name + "\", which " + table + " does not have"
                    + NearestName.to(name, known).map(near -> "; did you mean \"" + near + "\"? It has: ").orElse("; it has: ") + names);
        }
        return name;
    }

    private boolean isThere(CohortCase one) {
        return one.structures().containsKey(structure);
    }

    /**
     * The cohort's file.
     *
     * @return as the user named it
     */
    Path table() {
        return table;
    }

    /**
     * The structure.
     *
     * @return its name in the cohort
     */
    String structure() {
        return structure;
    }

    /**
     * What measures the structures of the cohort.
     *
     * @param file settings of the cohort: those of all structures, and what differs for one
     * @return the sources, to be closed
     * @throws SettingsException where the file is not there or not as documented; the message names the place
     */
    StructureSources sources(Path file) {
        return BatchSettingsFile.read(file, cohort.structures());
    }

    /**
     * Tells which cases of the cohort are not among these.
     *
     * @return a message; empty where every case has the structure
     */
    Optional<String> leftOut() {
        return Optional.of(cohort.cases().stream().filter(Predicate.not(this::isThere)).toList()).filter(some -> !some.isEmpty())
                .map(some -> "left out, without structure " + structure + ": " + names(some) + " (" + some.size() + " of "
                        + cohort.cases().size() + " cases)");
    }

    /**
     * What happened to the cases.
     *
     * @return case to whether the event occurred, in the order of the table
     * @throws InvalidInputException TABLE_INVALID where an outcome is not known; the message names all such cases
     */
    Map<String, Boolean> outcomes() {
        List<CohortCase> unknown = cases.stream().filter(one -> one.outcome().isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, table + ": every case needs an outcome, 1 for an event and 0 for none, "
                    + "and column \"outcome\" is empty or missing for " + names(unknown) + " (" + unknown.size() + " of " + cases.size()
                    + " cases); fill it in, or take these cases out");
        }
        Map<String, Boolean> outcomes = new LinkedHashMap<>();
        cases.forEach(one -> outcomes.put(one.id(), one.outcome().orElseThrow()));
        return outcomes;
    }

    private static String names(List<CohortCase> some) {
        return String.join(", ", some.stream().limit(CASES_SHOWN).map(CohortCase::id).toList())
                + (some.size() > CASES_SHOWN ? " and " + (some.size() - CASES_SHOWN) + " more" : "");
    }

    /**
     * Checks that nothing of the cohort would be overwritten: its table, and the images and masks that are read.
     *
     * @param output what will be written
     * @throws UsageException where it is one of these
     */
    void requireNotOverwrittenBy(OutputFile output) {
        output.requireNot(table, "--cases");
        cases.stream().map(one -> one.structures().get(structure)).forEach(input -> {
            output.requireNot(input.image(), "a file of --cases");
            output.requireNot(input.mask(), "a file of --cases");
        });
    }

    /**
     * Reads the images one by one and keeps what is made of each.
     *
     * @param work what is done with an image and its region
     * @param <T> what comes of it
     * @return case to that, in the order of the table
     * @throws InvalidInputException where an image or mask cannot be read, or the work finds it so; the message names the case
     */
    <T> Map<String, T> each(BiFunction<ScalarImage, Mask, T> work) {
        Map<String, T> made = new LinkedHashMap<>();
        cases.forEach(one -> made.put(one.id(), ExtractCommand.named("case \"" + one.id() + "\"",
                () -> reading.read(one.structures().get(structure), work))));
        return made;
    }
}
