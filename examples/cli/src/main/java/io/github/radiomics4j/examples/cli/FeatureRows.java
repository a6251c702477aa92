package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.IbsiCode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The long table of features: one row per case and feature, everything about a value in its row. */
final class FeatureRows {
    /** The names of the columns, in order. */
    static final List<String> COLUMNS = List.of("case", "source", "family", "family_id", "feature", "ibsi_id", "aggregation",
            "aggregation_id", "discretisation", "value", "unit");

    private FeatureRows() { }

    /**
     * Writes the table as CSV (RFC 4180, but lines end in a line feed). Numbers have all their digits, whatever the locale.
     *
     * @param cases case name to features of one or more sources, in the order of the rows
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    static void write(Map<String, List<FeatureVector>> cases, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(COLUMNS);
        for (Map.Entry<String, List<FeatureVector>> region : cases.entrySet()) {
            for (FeatureVector features : region.getValue()) {
                print(csv, region.getKey(), features);
            }
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, String caseName, FeatureVector features) throws IOException {
        List<FeatureKey> keys = features.keys();
        double[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            FeatureKey key = keys.get(i);
            FeatureId id = key.feature();
            csv.printRecord(caseName, key.source(), id.family().name(), text(id.family().ibsiCode()), id.name(), text(id.ibsiCode()),
                    key.aggregation().map(Aggregation::label).orElse(""), text(key.aggregation().map(Aggregation::ibsiCode)),
                    key.discretisation().orElse(""), Double.toString(values[i]), id.unit());
        }
    }

    private static String text(Optional<IbsiCode> code) {
        return code.map(IbsiCode::value).orElse("");
    }
}
