package io.github.radiomics4j.core.ibsi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A row of {@code reference_values.csv}. */
record ReferenceValue(String dataset, String family, String aggregationId, String ibsiId, String feature, String value, String tolerance) {

    static List<ReferenceValue> of(String dataset) {
        return rows("/ibsi/reference_values.csv").stream().filter(r -> r.get("dataset").equals(dataset))
                .map(r -> new ReferenceValue(r.get("dataset"), r.get("family"), r.get("aggregation_id"), r.get("ibsi_id"), r.get("feature"),
                        r.get("value"), r.get("tolerance")))
                .toList();
    }

    static List<CSVRecord> rows(String resource) {
        CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();
        try (InputStream in = ReferenceValue.class.getResourceAsStream(resource);
                CSVParser parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rounded to 3 significant digits, the computed value lies within the tolerance; what IBSI calls a match. */
    boolean isMatchedBy(double computed) {
        if (!Double.isFinite(computed)) {
            return false;
        }
        BigDecimal rounded = new BigDecimal(computed).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return rounded.subtract(new BigDecimal(value)).abs().compareTo(new BigDecimal(tolerance)) <= 0;
    }

    @Override
    public String toString() {
        return dataset + " " + family + " " + aggregationId + " " + feature + " (" + ibsiId + ")";
    }
}
