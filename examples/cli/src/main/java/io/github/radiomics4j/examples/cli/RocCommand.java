package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code roc}: how well scores that stand in a table tell events from the rest, and whether they differ in it. */
@Command(name = "roc", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "AUC of scores with DeLong's intervals, Youden's cut-off, and DeLong's test of each pair; by group Obuchowski's.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class RocCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--table", required = true, paramLabel = "FILE", description = "The CSV table: a header line, a row per case.")
    private Path tableFile;

    @Option(names = "--outcome", required = true, paramLabel = "COL", description = "The column of the outcome: 1 for an event, else 0.")
    private String outcomeColumn;

    @Option(names = "--scores", required = true, paramLabel = "A,B",
            description = "The columns of scores; the higher a score, the more likely an event.")
    private List<String> scoreColumns;

    @Option(names = "--id", paramLabel = "COL", description = "The column that names the cases, for messages; each name once.")
    private Optional<String> idColumn = Optional.empty();

    @Option(names = "--groups", paramLabel = "COL",
            description = "The column that says which rows belong together, such as the patient of several discs: intervals and tests are"
                + " then by group, after Obuchowski.")
    private Optional<String> groupColumn = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The JSON file to write. A file of that name is replaced.")
    private Path out;

    @Override
    public Integer call() {
        OutputFile output = OutputFile.at(out);
        output.requireNot(tableFile, "--table");
        CsvTable table = CsvTable.read(tableFile, idColumn, groupColumn.stream().toList());
        BinaryOutcome outcome = table.outcome(table.choice().one("--outcome", outcomeColumn));
        Map<String, double[]> scores = new LinkedHashMap<>();
        table.choice().some("--scores", scoreColumns).forEach(name -> scores.put(name, table.finite(name)));

        AucInference inference = new AucInference(outcome,
                groupColumn.map(column -> table.groups(table.choice().one("--groups", column))));
        ObjectNode root = ExtractCommand.named("table " + tableFile, () -> json(inference, scores));
        output.write(writer -> JsonOutput.write(root, writer));
        spec.commandLine().getErr().println("radiomics4j: " + scores.size() + (scores.size() == 1 ? " score" : " scores") + " of "
                + outcome.size() + " cases, written to " + out);
        return 0;
    }

    private ObjectNode json(AucInference inference, Map<String, double[]> scores) {
        BinaryOutcome outcome = inference.outcome();
        ObjectNode root = JsonOutput.file("roc").put("outcome", outcomeColumn).put("cases", outcome.size())
                .put("positives", outcome.positives()).put("negatives", outcome.negatives());
        ObjectNode each = root.putObject("scores");
        scores.forEach((name, values) -> inference.describe(each.putObject(name), values));
        ArrayNode pairs = root.putArray("pairs");
        List<String> names = List.copyOf(scores.keySet());
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                inference.compare(pairs.addObject().put("a", names.get(a)).put("b", names.get(b)), scores.get(names.get(a)),
                        scores.get(names.get(b)));
            }
        }
        return root;
    }
}
