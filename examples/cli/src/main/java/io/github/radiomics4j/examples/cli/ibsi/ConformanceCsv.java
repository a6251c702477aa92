package io.github.radiomics4j.examples.cli.ibsi;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The outcome as a table, one row per agreed value. */
public final class ConformanceCsv {
    /** The names of the columns, in order. */
    public static final List<String> COLUMNS = List.of("dataset", "family", "aggregation", "feature", "ibsi_id", "compliance_tag",
            "computed", "reference", "tolerance", "consensus", "pass");

    private ConformanceCsv() { }

    /**
     * Writes CSV (RFC 4180, but lines end in a line feed). Computed values have all their digits, agreed ones those of their table.
     *
     * @param conformance the outcome
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    public static void write(Conformance conformance, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(COLUMNS);
        for (Comparison comparison : conformance.comparisons()) {
            ReferenceValue reference = comparison.reference();
            csv.printRecord(reference.configuration().dataset(), reference.family(), reference.aggregation(), reference.feature(),
                    reference.ibsiId(), reference.tag(), comparison.computedText(), reference.value().toPlainString(),
                    reference.tolerance().toPlainString(), reference.consensus(), comparison.passes());
        }
        csv.flush();
    }
}
