package io.github.radiomics4j.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A run of the command line inside the test.
 *
 * @param exitCode how it ended
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int exitCode, String out, String err) {

    /**
     * Runs a command.
     *
     * @param arguments anything; written as text
     * @return what came of it
     */
    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new PrintWriter(out), new PrintWriter(err),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /**
     * The rows of a table.
     *
     * @param file a CSV file
     * @return all but the header line and lines that start with #, by column name
     * @throws IOException where it cannot be read
     */
    static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();
        try (Reader in = Files.newBufferedReader(file); CSVParser parser = format.parse(in)) {
            return parser.getRecords();
        }
    }

    /**
     * The value of a feature that occurs once for a case.
     *
     * @param rows of a table
     * @param caseName the case
     * @param feature its name
     * @param family its family's name
     * @return the number
     */
    static double value(List<CSVRecord> rows, String caseName, String family, String feature) {
        List<CSVRecord> found = rows.stream().filter(r -> r.get("case").equals(caseName) && r.get("family").equals(family)
                && r.get("feature").equals(feature)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + caseName + " " + family + " " + feature);
        }
        return Double.parseDouble(found.get(0).get("value"));
    }
}
