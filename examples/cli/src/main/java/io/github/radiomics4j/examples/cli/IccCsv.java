package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Estimate;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of the command {@code icc}: one row per feature and form. */
final class IccCsv {
    private static final double LEVEL = 0.95;

    private IccCsv() { }

    /**
     * Writes the table as CSV (RFC 4180, but lines end in a line feed).
     *
     * @param features name to what was found, empty where all measurements are equal: its numbers are then {@code NaN}
     * @param cases their number
     * @param raters their number
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    static void write(Map<String, Optional<IntraclassCorrelation>> features, int cases, int raters, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord("feature", "cases", "raters", "form", "icc", "f", "df1", "df2", "p", "lower95", "upper95");
        for (Map.Entry<String, Optional<IntraclassCorrelation>> feature : features.entrySet()) {
            for (Form form : Form.values()) {
                List<Double> numbers = feature.getValue().map(found -> numbers(found.estimate(form, LEVEL)))
                        .orElse(List.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
                csv.print(feature.getKey());
                csv.print(cases);
                csv.print(raters);
                csv.print(form.label());
                csv.printRecord(numbers.stream().map(number -> Double.toString(number)).toList());
            }
        }
        csv.flush();
    }

    private static List<Double> numbers(Estimate estimate) {
        return Arrays.asList(estimate.value(), estimate.f(), estimate.degreesOfFreedom1(), estimate.degreesOfFreedom2(), estimate.p(),
                estimate.lower(), estimate.upper());
    }
}
