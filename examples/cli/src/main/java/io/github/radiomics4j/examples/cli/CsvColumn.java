package io.github.radiomics4j.examples.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A column while a table is read: its numbers, and the first field that is none. Texts are not kept: tables may be large. */
final class CsvColumn {
    private static final Set<String> MISSING = Set.of("", "NA", "NaN");
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?Inf(inity)?");

    private double[] values = new double[64];
    private int size;
    private Optional<Text> text = Optional.empty();

    /**
     * A field that is no number.
     *
     * @param row from 1
     * @param content what stands there
     */
    record Text(int row, String content) {
    }

    /**
     * Takes the next row's field. Blanks around it do not count; empty, {@code NA} and {@code NaN} are missing values.
     *
     * @param written the field
     */
    void add(String written) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        String field = written.strip();
        double value = Double.NaN;
        if (NUMBER.matcher(field).matches()) {
            value = Double.parseDouble(field);
        } else if (INFINITE.matcher(field).matches()) {
            value = field.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        } else if (!MISSING.contains(field) && text.isEmpty()) {
            text = Optional.of(new Text(size + 1, field));
        }
        values[size++] = value;
    }

    /**
     * The first field that is neither a number nor missing.
     *
     * @return empty where all are
     */
    Optional<Text> firstText() {
        return text;
    }

    /**
     * The numbers.
     *
     * @return one per row, NaN where missing or a text; a fresh array
     */
    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
