package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A CSV table of a user: a row per case, a column per measurement. Columns are looked at when they are asked for, so others may hold
 * anything. Messages name the table, the column and the row, counted from 1 below the header line.
 */
final class CsvTable {
    private static final int NAMES_SHOWN = 20;

    private final Path file;
    private final List<String> names;
    private final List<CsvColumn> columns;
    private final List<String> cases;
    private final List<String> groups;
    private final boolean named;

    private CsvTable(Path file, CsvRows rows, List<String> cases, boolean named) {
        this.file = file;
        this.names = rows.header();
        this.columns = rows.columns();
        this.groups = rows.groups();
        this.cases = Collections.unmodifiableList(cases);
        this.named = named;
    }

    /**
     * Reads a table.
     *
     * @param file CSV in UTF-8 with a header line (RFC 4180)
     * @param id the column that names the cases; empty where none does, the cases are then called {@code row 1} and so on
     * @return the table
     * @throws InvalidInputException MISSING_FILE; TABLE_INVALID where it is no such table, or a case has no name or that of another
     * @throws UsageException where there is no column of the id's name
     */
    static CsvTable read(Path file, Optional<String> id) {
        return read(file, id, Optional.empty());
    }

    /**
     * Reads a table whose rows may belong together.
     *
     * @param file CSV in UTF-8 with a header line (RFC 4180)
     * @param id the column that names the cases; empty where none does
     * @param group the column whose texts {@link #groups} tells; empty for none
     * @return the table
     * @throws InvalidInputException as the other method
     * @throws UsageException where there is no column of the id's name
     */
    static CsvTable read(Path file, Optional<String> id, Optional<String> group) {
        CsvRows rows = CsvRows.read(file, id, group);
        List<String> cases = rows.ids();
        if (id.isEmpty()) {
            cases = IntStream.rangeClosed(1, rows.count()).mapToObj(row -> "row " + row).toList();
        }
        CsvTable table = new CsvTable(file, rows, cases, id.isPresent());
        id.ifPresent(column -> table.requireNames(table.column("--id", column)));
        return table;
    }

    private void requireNames(String column) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isBlank()) {
                throw invalid("row " + (i + 1) + ", column \"" + column + "\": the case has no name; every row needs one of its own");
            }
            Integer before = rowOf.put(cases.get(i), i + 1);
            if (before != null) {
                throw invalid("rows " + before + " and " + (i + 1) + ", column \"" + column + "\": case \"" + cases.get(i)
                        + "\" occurs twice; keep one row per case");
            }
        }
    }

    /**
     * The cases' names.
     *
     * @return one per row, each once
     */
    List<String> cases() {
        return cases;
    }

    /**
     * The groups of the rows.
     *
     * @param column the column that was asked for
     * @return one name per row
     * @throws InvalidInputException TABLE_INVALID where a row is in no group
     */
    List<String> groups(String column) {
        int blank = groups.indexOf("");
        if (blank >= 0) {
            throw invalid(place(blank, column) + ": the row is in no group; give it one, if only of its own");
        }
        return groups;
    }

    /**
     * The header line.
     *
     * @return as it stands in the file
     */
    List<String> names() {
        return names;
    }

    /**
     * A column that the user names.
     *
     * @param option where
     * @param name the column's name
     * @return the name
     * @throws UsageException where there is no such column, or several
     */
    String column(String option, String name) {
        long count = names.stream().filter(name::equals).count();
        if (count == 0) {
            throw new UsageException(option + " names column \"" + name + "\", which " + file + " does not have" + hint(name));
        }
        if (count > 1) {
            throw new UsageException(option + " names column \"" + name + "\", of which " + file + " has " + count + "; rename them");
        }
        return name;
    }

    private String hint(String name) {
        if (names.size() == 1 && names.get(0).matches(".*[;\t].*")) {
            return "; its header line is one field, \"" + names.get(0) + "\": fields must be separated by commas";
        }
        Optional<String> near = NearestName.to(name, names);
        String known = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())))
                + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
        return near.map(n -> "; did you mean \"" + n + "\"? It has: ").orElse("; it has: ") + known;
    }

    /**
     * Columns that the user names, separated by commas. A column whose name has a comma can be named alone.
     *
     * @param option where
     * @param written what was written after the option, once for each time that it was given
     * @return their names in that order
     * @throws UsageException where one is not there, or is named twice
     */
    List<String> columns(String option, List<String> written) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : written) {
            for (String name : names.contains(text) ? List.of(text) : List.of(text.split(",", -1))) {
                if (!found.add(column(option, names.contains(name) ? name : name.strip()))) {
                    throw new UsageException(option + " names column \"" + name + "\" twice");
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** All other columns, which must have names and hold numbers. */
    private List<String> allBut(Collection<String> taken) {
        Set<String> rest = new LinkedHashSet<>();
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            if (taken.contains(name)) {
                continue;
            }
            if (name.isBlank()) {
                throw invalid("column " + (c + 1) + " has no name, and all columns are asked for: name it in the header line");
            }
            if (!rest.add(name)) {
                throw invalid("column \"" + name + "\" occurs twice in the header line: rename one");
            }
            requireNumbers(name, c, "; leave the column out with --exclude \"" + name + "\", or code it in numbers");
        }
        return new ArrayList<>(rest);
    }

    /**
     * The columns that the user chose, or all others.
     *
     * @param option where they were chosen
     * @param chosen what was written after it; none for all others
     * @param taken those that are no candidates
     * @return at least one, in the order of the option or of the table
     * @throws UsageException where a chosen one is not there, twice or taken, or none is left
     * @throws InvalidInputException TABLE_INVALID where one of all others has no name or the same as another, or holds text
     */
    List<String> chosenOrRest(String option, List<String> chosen, Collection<String> taken) {
        if (chosen.isEmpty()) {
            List<String> rest = allBut(taken);
            if (rest.isEmpty()) {
                throw new UsageException("no column of " + file + " is left: all are " + String.join(", ", taken));
            }
            return rest;
        }
        List<String> found = columns(option, chosen);
        found.stream().filter(taken::contains).findFirst().ifPresent(name -> {
            throw new UsageException(option + " names column \"" + name + "\", which is the outcome, the id or excluded");
        });
        return found;
    }

    /**
     * The columns that hold nothing but numbers and have a name of their own.
     *
     * @param taken one that is not meant
     * @return their names in the order of the table
     */
    List<String> numericBut(String taken) {
        return IntStream.range(0, names.size()).filter(c -> columns.get(c).firstText().isEmpty() && !names.get(c).isBlank()
                && names.indexOf(names.get(c)) == names.lastIndexOf(names.get(c))).mapToObj(names::get)
                .filter(name -> !name.equals(taken)).toList();
    }

    private void requireNumbers(String name, int column, String remedy) {
        columns.get(column).firstText().ifPresent(text -> {
            throw invalid("row " + text.row() + ", column \"" + name + "\": a number is needed, found \"" + text.content() + "\"" + remedy);
        });
    }

    /**
     * A column of numbers.
     *
     * @param name of a column that there is
     * @return one per row, NaN where the value is missing; may be infinite
     * @throws InvalidInputException TABLE_INVALID where a field is a text
     */
    double[] numbers(String name) {
        int at = names.indexOf(name);
        requireNumbers(name, at, "");
        return columns.get(at).values();
    }

    /**
     * A column of finite numbers.
     *
     * @param name of a column that there is
     * @return one per row
     * @throws InvalidInputException TABLE_INVALID where a field is a text or a value is missing, NONFINITE_VALUES where one is infinite
     */
    double[] finite(String name) {
        double[] values = numbers(name);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw invalid(place(i, name) + ": the value is missing; leave the case out of the table");
            }
            if (Double.isInfinite(values[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, file + " " + place(i, name) + ": the value is infinite, a finite "
                        + "number is needed; leave the case out of the table");
            }
        }
        return values;
    }

    /**
     * A column of zeros and ones.
     *
     * @param name of a column that there is
     * @return 1 as positive
     * @throws InvalidInputException TABLE_INVALID where a value is missing or another
     */
    BinaryOutcome outcome(String name) {
        double[] values = finite(name);
        boolean[] positive = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && values[i] != 1) {
                throw invalid(place(i, name) + ": an outcome is 0 or 1 (the event), was " + values[i]
                        + "; recode it or leave the case out");
            }
            positive[i] = values[i] == 1;
        }
        return BinaryOutcome.of(positive);
    }

    /**
     * Columns as features.
     *
     * @param features names of columns that there are, each once
     * @return the table of these; NaN where a value is missing; its provenance is empty
     * @throws InvalidInputException TABLE_INVALID where a field is a text
     */
    FeatureTable features(List<String> features) {
        double[][] values = features.stream().map(this::numbers).toArray(double[][]::new);
        return FeatureTable.of(cases, features.stream().map(FeatureColumn::named).toList(), values, Provenance.of(Map.of()));
    }

    private String place(int row, String column) {
        return "row " + (row + 1) + (named ? " (case \"" + cases.get(row) + "\")" : "") + ", column \"" + column + "\"";
    }

    private InvalidInputException invalid(String message) {
        return new InvalidInputException(Problem.TABLE_INVALID, file + " " + message);
    }
}
