package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.InternalValidation;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code scores.csv}: the score of each case by the final fit, and by fits that did not see the case. */
final class ScoresCsv {

    private ScoresCsv() { }

    /**
     * Writes the table: {@code case}, {@code outcome}, {@code apparent_score}, {@code apparent_risk}, and for each cross-validation
     * its out-of-sample scores under {@code score_} and the plan's number and name, such as {@code score_1_kFold}.
     *
     * @param cases names of rows
     * @param results one per plan, at least one
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    static void write(List<String> cases, List<ValidationJson.Result> results, Writer out) throws IOException {
        InternalValidation first = results.get(0).found();
        Radscore radscore = first.radscore();
        double[] apparent = first.apparentScores();
        List<String> header = new ArrayList<>(List.of("case", "outcome", "apparent_score", "apparent_risk"));
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).found() instanceof CrossValidated folds) {
                header.add("score_" + (i + 1) + "_" + results.get(i).plan().name());
                columns.add(folds.scores());
            }
        }
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(header);
        for (int row = 0; row < apparent.length; row++) {
            List<String> fields = new ArrayList<>(List.of(cases.get(row), first.outcome().isPositive(row) ? "1" : "0",
                    Double.toString(apparent[row]), Double.toString(radscore.risk(apparent[row]))));
            for (double[] column : columns) {
                fields.add(Double.toString(column[row]));
            }
            csv.printRecord(fields);
        }
        csv.flush();
    }
}
