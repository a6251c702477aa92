package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of a table by the words of the user: named in an option, or all others. */
final class ColumnChoice {
    private static final int NAMES_SHOWN = 20;

    private final Path file;
    private final List<String> names;
    private final List<CsvColumn> columns;

    /**
     * The columns of a table.
     *
     * @param file the table, for messages
     * @param names the header line; a name may be empty, or occur twice
     * @param columns in the same order
     */
    ColumnChoice(Path file, List<String> names, List<CsvColumn> columns) {
        this.file = file;
        this.names = names;
        this.columns = columns;
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
    String one(String option, String name) {
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
    List<String> some(String option, List<String> written) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : written) {
            for (String name : names.contains(text) ? List.of(text) : List.of(text.split(",", -1))) {
                if (!found.add(one(option, names.contains(name) ? name : name.strip()))) {
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
    List<String> someOrRest(String option, List<String> chosen, Collection<String> taken) {
        if (chosen.isEmpty()) {
            List<String> rest = allBut(taken);
            if (rest.isEmpty()) {
                throw new UsageException("no column of " + file + " is left: all are " + String.join(", ", taken));
            }
            return rest;
        }
        List<String> found = some(option, chosen);
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
     * @return the column
     * @throws InvalidInputException TABLE_INVALID where a field is a text
     */
    CsvColumn numbers(String name) {
        int at = names.indexOf(name);
        requireNumbers(name, at, "");
        return columns.get(at);
    }

    private InvalidInputException invalid(String message) {
        return new InvalidInputException(Problem.TABLE_INVALID, file + " " + message);
    }
}
