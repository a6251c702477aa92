package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The fields of a CSV file, read row by row into columns; of texts only those of the columns asked for are kept. */
final class CsvRows {
    private final Path file;
    private final List<String> header;
    private final List<CsvColumn> columns;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private int count;

    private CsvRows(Path file, List<String> header, Collection<String> kept) {
        this.file = file;
        this.header = header;
        this.columns = Stream.generate(CsvColumn::new).limit(header.size()).toList();
        header.stream().filter(kept::contains).forEach(column -> texts.put(column, new ArrayList<>()));
    }

    /**
     * Reads a file. Empty lines are passed over, and so is a byte order mark.
     *
     * @param file CSV in UTF-8 with a header line (RFC 4180)
     * @param kept columns whose texts are kept, where the file has them
     * @return its rows, at least one
     * @throws InvalidInputException MISSING_FILE; TABLE_INVALID where it cannot be read, or rows are not of the header's length
     */
    static CsvRows read(Path file, Collection<String> kept) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, "there is no table " + file);
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.mark(1);
            if (in.read() != '\uFEFF') {
                in.reset();
            }
            try (CSVParser parser = format.parse(in)) {
                return read(file, kept, parser);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // The last is how the CSV reader reports a quote that it does not understand.
            throw new InvalidInputException(Problem.TABLE_INVALID, "table " + file + " cannot be read as CSV in UTF-8: " + e.getMessage(),
                    e);
        }
    }

    private static CsvRows read(Path file, Collection<String> kept, Iterable<CSVRecord> records) {
        Optional<CsvRows> rows = Optional.empty();
        for (CSVRecord line : records) {
            if (rows.isEmpty()) {
                List<String> header = line.stream().map(String::strip).toList();
                rows = Optional.of(new CsvRows(file, header, kept));
            } else {
                rows.get().add(line);
            }
        }
        return rows.filter(r -> r.count > 0).orElseThrow(() -> new InvalidInputException(Problem.TABLE_INVALID, "table " + file
                + " needs a header line and at least one row below it"));
    }

    private void add(CSVRecord line) {
        count++;
        if (line.size() != columns.size()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, file + " row " + count + " has " + line.size()
                    + " fields, the header line has " + columns.size() + "; a field with a comma needs quotes");
        }
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).add(line.get(c));
        }
        texts.forEach((column, fields) -> fields.add(line.get(header.indexOf(column)).strip()));
    }

    /**
     * The header line, blanks around names taken away.
     *
     * @return the columns' names, as they are: a name may be empty, or occur twice
     */
    List<String> header() {
        return header;
    }

    /**
     * The columns.
     *
     * @return in the order of the header
     */
    List<CsvColumn> columns() {
        return columns;
    }

    /**
     * The texts of a column that was asked for.
     *
     * @param column its name; the first of that name
     * @return one per row; none where the file does not have that column
     */
    List<String> texts(String column) {
        return texts.getOrDefault(column, List.of());
    }

    /**
     * The number of rows.
     *
     * @return without the header
     */
    int count() {
        return count;
    }
}
