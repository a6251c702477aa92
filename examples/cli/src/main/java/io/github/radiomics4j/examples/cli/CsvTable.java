package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A CSV table of a user: a row per case, a column per measurement. Columns are looked at when they are asked for, so others may hold
 * anything. Messages name the table, the column and the row, counted from 1 below the header line.
 */
final class CsvTable {
    private final Path file;
    private final ColumnChoice choice;
    private final List<String> cases;
    private final CsvRows rows;
    private final boolean named;

    private CsvTable(Path file, CsvRows rows, List<String> cases, boolean named) {
        this.file = file;
        this.choice = new ColumnChoice(file, rows.header(), rows.columns());
        this.rows = rows;
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
        return read(file, id, List.of());
    }

    /**
     * Reads a table some columns of which hold texts.
     *
     * @param file CSV in UTF-8 with a header line (RFC 4180)
     * @param id the column that names the cases; empty where none does
     * @param texts the columns that {@link #groups} tells, where the table has them
     * @return the table
     * @throws InvalidInputException as the other method
     * @throws UsageException where there is no column of the id's name
     */
    static CsvTable read(Path file, Optional<String> id, List<String> texts) {
        CsvRows rows = CsvRows.read(file, Stream.concat(id.stream(), texts.stream()).toList());
        List<String> cases = id.map(rows::texts).orElseGet(
                () -> IntStream.rangeClosed(1, rows.count()).mapToObj(row -> "row " + row).toList());
        CsvTable table = new CsvTable(file, rows, cases, id.isPresent());
        id.ifPresent(column -> table.requireNames(table.choice.one("--id", column)));
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
     * @param column one that was asked for
     * @return one name per row
     * @throws InvalidInputException TABLE_INVALID where a row is in no group
     */
    List<String> groups(String column) {
        int blank = rows.texts(column).indexOf("");
        if (blank >= 0) {
            throw invalid(place(blank, column) + ": the row is in no group; give it one, if only of its own");
        }
        return rows.texts(column);
    }

    /**
     * The columns by the words of the user.
     *
     * @return their choice
     */
    ColumnChoice choice() {
        return choice;
    }

    /**
     * A column of numbers.
     *
     * @param name of a column that there is
     * @return one per row, NaN where the value is missing; may be infinite
     * @throws InvalidInputException TABLE_INVALID where a field is a text
     */
    double[] numbers(String name) {
        return choice.numbers(name).values();
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
