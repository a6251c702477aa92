package io.github.radiomics4j.examples.cli.ibsi;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An agreed value: a row of {@code ibsi1/reference_values.csv}.
 *
 * @param configuration the data set
 * @param family the feature family, or {@code diagnostics_…} for a figure of the processing
 * @param aggregation how matrices are combined, in the words of IBSI; empty for diagnostics
 * @param aggregationId its IBSI code; empty for diagnostics
 * @param feature the feature's or figure's name
 * @param ibsiId its IBSI code, the narrower one where the table has two (volume fraction at 10 %, say); empty for diagnostics
 * @param tag the tag of the IBSI compliance spreadsheet, unique within a data set
 * @param value the agreed value, with the digits of the table
 * @param tolerance the largest difference that counts as met, at least 0
 * @param consensus moderate, strong or very strong
 */
public record ReferenceValue(Configuration configuration, String family, String aggregation, String aggregationId, String feature,
        String ibsiId, String tag, BigDecimal value, BigDecimal tolerance, String consensus) {
    private static final String DIAGNOSTICS = "diagnostics_";
    private static final int MOST_DIGITS = 40;
    private static final List<String> COLUMNS = List.of("dataset", "family", "aggregation", "aggregation_id", "feature", "ibsi_id",
            "ibsi_id_variant", "compliance_tag", "reference_value", "tolerance", "consensus");

    /**
     * Reads the table.
     *
     * @param file CSV with a header line, UTF-8
     * @return all rows, in their order, at least one
     * @throws InvalidInputException MISSING_FILE, or TABLE_INVALID where a column or a name is missing, a number is none, a data set is
     *     unknown, a tag occurs twice or there are no rows
     */
    public static List<ReferenceValue> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, "there is no table of reference values " + file
                    + "; the folder of IBSI data must hold ibsi1/reference_values.csv");
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get();
        List<ReferenceValue> values = new ArrayList<>();
        Set<String> tags = new HashSet<>();
        try (Reader in = Files.newBufferedReader(file); CSVParser parser = format.parse(in)) {
            Set<String> missing = new TreeSet<>(COLUMNS);
            parser.getHeaderNames().forEach(missing::remove);
            if (!missing.isEmpty()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "reference values " + file + " lack the columns " + missing);
            }
            for (CSVRecord row : parser) {
                ReferenceValue value = of(row, file);
                if (!tags.add(value.configuration + " " + value.tag)) {
                    throw invalid(file, row, "compliance tag " + value.tag + " occurs a second time for " + value.configuration.dataset());
                }
                values.add(value);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            // The last two are how the CSV reader reports a header or a quote that it does not understand.
            throw new InvalidInputException(Problem.TABLE_INVALID, "reference values " + file + " cannot be read as CSV in UTF-8: "
                    + e.getMessage(), e);
        }
        if (values.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "reference values " + file + " have no rows");
        }
        return values;
    }

    private static ReferenceValue of(CSVRecord row, Path file) {
        if (!row.isConsistent()) {
            throw invalid(file, row, "the row has " + row.size() + " fields, the header another number");
        }
        for (String column : List.of("family", "feature", "compliance_tag")) {
            if (row.get(column).isBlank()) {
                throw invalid(file, row, column + " is empty");
            }
        }
        Configuration configuration = Configuration.of(row.get("dataset")).orElseThrow(() -> invalid(file, row,
                "unknown data set \"" + row.get("dataset") + "\""));
        String narrower = row.get("ibsi_id_variant");
        BigDecimal tolerance = number(row, "tolerance", file);
        if (tolerance.signum() < 0) {
            throw invalid(file, row, "a tolerance is at least 0, was " + tolerance);
        }
        return new ReferenceValue(configuration, row.get("family"), row.get("aggregation"), row.get("aggregation_id"), row.get("feature"),
                narrower.isEmpty() ? row.get("ibsi_id") : narrower, row.get("compliance_tag"), number(row, "reference_value", file),
                tolerance, row.get("consensus"));
    }

    private static BigDecimal number(CSVRecord row, String column, Path file) {
        try {
            BigDecimal number = new BigDecimal(row.get(column));
            if (number.precision() + Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw invalid(file, row, column + " has more than " + MOST_DIGITS + " digits, which no agreed value has");
            }
            return number;
        } catch (NumberFormatException e) {
            throw invalid(file, row, column + " must be a number, was \"" + row.get(column) + "\"");
        }
    }

    private static InvalidInputException invalid(Path file, CSVRecord row, String what) {
        return new InvalidInputException(Problem.TABLE_INVALID, file + ", row " + row.getRecordNumber() + " below the header: " + what);
    }

    /**
     * Whether this is a figure of the processing and not a feature.
     *
     * @return true for the families {@code diagnostics_…}
     */
    public boolean isDiagnostic() {
        return family.startsWith(DIAGNOSTICS);
    }
}
