package io.github.radiomics4j.core.table;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.IbsiCode;
import io.github.radiomics4j.core.feature.Provenance;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A feature table as two CSV files (UTF-8, comma, {@code \n}): the table itself, whose first column {@code case} names the rows,
 * and beside it the data dictionary {@code NAME.dictionary.csv}, one row per column with codes, aggregation, discretisation and
 * unit, then one row per setting. Numbers are written so that reading gives the same bits; undefined values are {@code NaN}.
 */
public final class FeatureTableCsv {
    /** The header of the column that names the rows. */
    public static final String CASE = "case";

    private static final String[] DICTIONARY = {"column", "source", "family", "family_id", "feature", "ibsi_id", "aggregation",
        "aggregation_id", "discretisation", "unit"};
    private static final String SETTING = "#setting";
    private static final CSVFormat WRITTEN = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private FeatureTableCsv() {
    }

    /**
     * Where the dictionary of a table lies.
     *
     * @param table the table's file
     * @return the same name with {@code .dictionary.csv} in place of {@code .csv}
     */
    public static Path dictionaryOf(Path table) {
        return table.resolveSibling(table.getFileName().toString().replaceFirst("\\.csv$", "") + ".dictionary.csv");
    }

    /**
     * Writes the table and its dictionary.
     *
     * @param table what to write
     * @param file the table's file; overwritten
     * @throws UncheckedIOException where a file cannot be written
     */
    public static void write(FeatureTable table, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(table, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the feature table " + file, e);
        }
        Path dictionary = dictionaryOf(file);
        try (Writer out = Files.newBufferedWriter(dictionary, StandardCharsets.UTF_8)) {
            writeDictionary(table, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the data dictionary " + dictionary, e);
        }
    }

    /**
     * Writes the table without its dictionary, to somewhere that the caller chose.
     *
     * @param table what to write
     * @param out where to; flushed, not closed
     * @throws IOException where it cannot be written
     */
    public static void write(FeatureTable table, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, WRITTEN);
        csv.print(CASE);
        csv.printRecord(table.columnNames());
        for (int r = 0; r < table.caseCount(); r++) {
            csv.print(table.cases().get(r));
            for (int c = 0; c < table.columnCount(); c++) {
                csv.print(Double.toString(table.value(r, c)));
            }
            csv.println();
        }
        csv.flush();
    }

    /**
     * Writes the dictionary of a table, to somewhere that the caller chose.
     *
     * @param table whose columns and settings are written
     * @param out where to; flushed, not closed
     * @throws IOException where it cannot be written
     */
    public static void writeDictionary(FeatureTable table, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, WRITTEN);
        csv.printRecord((Object[]) DICTIONARY);
        for (FeatureColumn column : table.columns()) {
            if (column.key().isEmpty()) {
                csv.printRecord(column.name(), "", "", "", "", "", "", "", "", "");
                continue;
            }
            FeatureKey key = column.key().get();
            FeatureId id = key.feature();
            csv.printRecord(column.name(), key.source(), id.family().name(), text(id.family().ibsiCode()), id.name(),
                    text(id.ibsiCode()), key.aggregation().map(Aggregation::label).orElse(""),
                    text(key.aggregation().map(Aggregation::ibsiCode)), key.discretisation().orElse(""), id.unit());
        }
        for (Map.Entry<String, String> setting : table.provenance().settings().entrySet()) {
            csv.printRecord(SETTING, setting.getKey(), setting.getValue(), "", "", "", "", "", "", "");
        }
        csv.flush();
    }

    private static String text(Optional<IbsiCode> code) {
        return code.map(IbsiCode::value).orElse("");
    }

    /**
     * Reads a table and, where one lies beside it, its dictionary.
     *
     * @param file a CSV file whose first line names the columns and whose first column names the cases, whatever its header
     * @return the table; every column must hold numbers ({@code NaN} or an empty field where undefined)
     * @throws InvalidInputException MISSING_FILE or TABLE_INVALID, with line and column
     */
    public static FeatureTable read(Path file) {
        List<CSVRecord> records = records(file);
        if (records.isEmpty() || records.get(0).size() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, file + " has no header line with a case column and at least one feature");
        }
        CSVRecord header = records.get(0);
        int columnCount = header.size() - 1;
        double[][] values = new double[columnCount][records.size() - 1];
        List<String> cases = new ArrayList<>();
        for (int r = 1; r < records.size(); r++) {
            CSVRecord row = records.get(r);
            if (row.size() != header.size()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, file + " line " + (r + 1) + " has " + row.size()
                        + " fields, the header has " + header.size());
            }
            cases.add(row.get(0));
            for (int c = 0; c < columnCount; c++) {
                values[c][r - 1] = number(file, r + 1, header.get(c + 1), row.get(c + 1));
            }
        }
        Map<String, FeatureKey> keys = new HashMap<>();
        Provenance provenance = readDictionary(dictionaryOf(file), keys);
        List<FeatureColumn> columns = new ArrayList<>();
        for (int c = 0; c < columnCount; c++) {
            columns.add(new FeatureColumn(header.get(c + 1), Optional.ofNullable(keys.get(header.get(c + 1)))));
        }
        return FeatureTable.of(cases, columns, values, provenance);
    }

    private static double number(Path file, int line, String column, String text) {
        if (text.isBlank() || text.equals("NA")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Problem.TABLE_INVALID, file + " line " + line + ", column \"" + column + "\": \"" + text
                    + "\" is not a number", e);
        }
    }

    private static Provenance readDictionary(Path file, Map<String, FeatureKey> keys) {
        TreeMap<String, String> settings = new TreeMap<>();
        if (!Files.exists(file)) {
            return new Provenance(settings);
        }
        Map<String, Aggregation> aggregations = new HashMap<>();
        for (Aggregation a : Aggregation.values()) {
            aggregations.put(a.label(), a);
        }
        List<CSVRecord> records = records(file);
        for (CSVRecord row : records.subList(Math.min(1, records.size()), records.size())) {
            if (row.size() != DICTIONARY.length) {
                throw new InvalidInputException(Problem.TABLE_INVALID, file + " line " + row.getRecordNumber() + " has " + row.size()
                        + " fields, a data dictionary has " + DICTIONARY.length);
            }
            if (row.get(0).equals(SETTING)) {
                settings.put(row.get(1), row.get(2));
            } else if (!row.get(1).isEmpty()) {
                FamilyId family = new FamilyId(row.get(2), code(row.get(3)));
                FeatureId id = new FeatureId(family, row.get(4), code(row.get(5)), row.get(9));
                keys.put(row.get(0), new FeatureKey(row.get(1), id, Optional.ofNullable(aggregations.get(row.get(6))),
                        Optional.of(row.get(8)).filter(d -> !d.isEmpty())));
            }
        }
        return new Provenance(settings);
    }

    private static Optional<IbsiCode> code(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new IbsiCode(text));
    }

    private static List<CSVRecord> records(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, "there is no file " + file);
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8); CSVParser parser = format.parse(in)) {
            return parser.getRecords();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(Problem.TABLE_INVALID, file + " is not a readable UTF-8 CSV file: " + e.getMessage(), e);
        }
    }
}
