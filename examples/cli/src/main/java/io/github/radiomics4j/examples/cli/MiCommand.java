package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.information.BinnedMutualInformation;
import io.github.radiomics4j.radscore.information.MillerMadow;
import io.github.radiomics4j.radscore.information.MutualInformation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code mi}: what each feature of a table tells about the outcome, in nats, the most informative first. */
@Command(name = "mi", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Ranks features by their mutual information with the outcome, in nats.", exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class MiCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--table", required = true, paramLabel = "FILE", description = "The CSV table: a header line, a row per case.")
    private Path tableFile;

    @Option(names = "--outcome", required = true, paramLabel = "COL", description = "The column of the outcome: 1 for an event, else 0.")
    private String outcomeColumn;

    @Option(names = "--id", paramLabel = "COL", description = "The column that names the cases; each name once.")
    private Optional<String> idColumn = Optional.empty();

    @Option(names = "--features", paramLabel = "A,B", description = "The columns to rank; default: all but outcome, id and --exclude.")
    private List<String> featureColumns = List.of();

    @Option(names = "--exclude", paramLabel = "A,B", description = "Columns that are no features.")
    private List<String> excludedColumns = List.of();

    @Option(names = "--estimator", paramLabel = "NAME", defaultValue = "knn",
            description = "knn (nearest neighbours, Ross 2014; the default), equal-width or equal-frequency (plug-in on bins).")
    private String estimatorName;

    @Option(names = "--neighbours", paramLabel = "K", description = "Neighbours of knn; default: 3.")
    private Optional<Integer> neighbours = Optional.empty();

    @Option(names = "--bins", paramLabel = "B", description = "Bins of the other estimators; default: 5.")
    private Optional<Integer> bins = Optional.empty();

    @Option(names = "--miller-madow", description = "Correct binned estimates after Miller and Madow.")
    private boolean corrected;

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The file to write, its name ending in .json or .csv. A file of that name is replaced.")
    private Path out;

    private record Ranked(String feature, double information) {
    }

    @Override
    public Integer call() {
        MutualInformation estimator = estimator();
        boolean json = out.toString().endsWith(".json");
        if (!json && !out.toString().endsWith(".csv")) {
            throw new UsageException("--out names a file that ends in .json or .csv, was " + out);
        }
        OutputFile output = OutputFile.at(out);
        output.requireNot(tableFile, "--table");
        CsvTable table = CsvTable.read(tableFile, idColumn);
        BinaryOutcome outcome = table.outcome(table.choice().one("--outcome", outcomeColumn));
        List<Ranked> ranking = ranking(table, features(table), outcome, estimator);
        output.write(writer -> {
            if (json) {
                JsonOutput.write(json(ranking, outcome, estimator), writer);
            } else {
                writeCsv(ranking, writer);
            }
        });
        spec.commandLine().getErr().println("radiomics4j: " + ranking.size() + " features of " + outcome.size() + " cases by "
                + estimator.label() + ", written to " + out);
        return 0;
    }

    private MutualInformation estimator() {
        MiEstimator chosen = MiEstimator.named(estimatorName).orElseThrow(() -> new UsageException("--estimator is one of "
                + String.join(", ", MiEstimator.labels()) + ", was " + estimatorName));
        boolean byNeighbours = chosen == MiEstimator.KNN;
        if ((byNeighbours ? bins : neighbours).isPresent()) {
            throw new UsageException((byNeighbours ? "--bins" : "--neighbours") + " means nothing to the estimator " + chosen.label()
                    + ", which has --" + chosen.parameter());
        }
        if (byNeighbours && corrected) {
            throw new UsageException("--miller-madow corrects estimates on bins; the estimator knn has none");
        }
        try {
            MutualInformation plain = chosen.of((byNeighbours ? neighbours : bins).orElse(chosen.usual()));
            return corrected ? new MillerMadow((BinnedMutualInformation) plain) : plain;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + chosen.parameter() + ": " + e.getMessage(), e);
        }
    }

    private List<String> features(CsvTable table) {
        List<String> taken = new ArrayList<>(table.choice().some("--exclude", excludedColumns));
        taken.add(outcomeColumn);
        idColumn.ifPresent(taken::add);
        return table.choice().someOrRest("--features", featureColumns, taken);
    }

    private List<Ranked> ranking(CsvTable table, List<String> features, BinaryOutcome outcome, MutualInformation estimator) {
        List<Ranked> ranking = new ArrayList<>();
        for (String feature : features) {
            double[] values = table.finite(feature);
            ranking.add(ExtractCommand.named("column \"" + feature + "\" of " + tableFile,
                    () -> new Ranked(feature, estimator.estimate(values, outcome))));
        }
        // The sort is stable: equal information leaves the order asked for.
        ranking.sort(Comparator.comparingDouble(Ranked::information).reversed());
        return ranking;
    }

    private ObjectNode json(List<Ranked> ranking, BinaryOutcome outcome, MutualInformation estimator) {
        ObjectNode root = JsonOutput.file("mi").put("outcome", outcomeColumn).put("cases", outcome.size())
                .put("positives", outcome.positives()).put("negatives", outcome.negatives()).put("estimator", estimator.label())
                .put("unit", "nat");
        ArrayNode rows = root.putArray("ranking");
        for (int i = 0; i < ranking.size(); i++) {
            ObjectNode row = rows.addObject().put("rank", i + 1).put("feature", ranking.get(i).feature);
            JsonOutput.put(row, "mutual_information", ranking.get(i).information);
        }
        return root;
    }

    private static void writeCsv(List<Ranked> ranking, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord("rank", "feature", "mutual_information");
        for (int i = 0; i < ranking.size(); i++) {
            csv.printRecord(i + 1, ranking.get(i).feature, Double.toString(ranking.get(i).information));
        }
        csv.flush();
    }
}
