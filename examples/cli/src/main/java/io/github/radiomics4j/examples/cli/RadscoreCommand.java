package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreJson;
import io.github.radiomics4j.validation.ChosenRecipe;
import io.github.radiomics4j.validation.InternalValidation;
import io.github.radiomics4j.validation.PermutationTest;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.calibration.RankGroups;
import io.github.radiomics4j.validation.report.CalibrationPlot;
import io.github.radiomics4j.validation.report.RocPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import net.imglib2.parallel.Parallelization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code radscore}: learns a Radscore from a table by a recipe, and validates the whole recipe. */
@Command(name = "radscore", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Fits a Radscore and validates the recipe that it was fitted by.", exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class RadscoreCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Option(names = "--table", required = true, paramLabel = "FILE",
            description = "The CSV table: a header line, a row per case. Every column but outcome, id, groups and "
                    + "--exclude is a candidate.")
    private Path tableFile;

    @Option(names = "--outcome", required = true, paramLabel = "COL", description = "The column of the outcome: 1 for an event, else 0.")
    private String outcomeColumn;

    @Option(names = "--id", paramLabel = "COL", description = "The column that names the cases; each name once.")
    private Optional<String> idColumn = Optional.empty();

    @Option(names = "--groups", paramLabel = "COL",
            description = "The column that says which rows belong together, such as a patient's id; grouped plans keep them so.")
    private Optional<String> groupColumn = Optional.empty();

    @Option(names = "--exclude", paramLabel = "A,B", description = "Columns that are no candidates.")
    private List<String> excludedColumns = List.of();

    @Option(names = "--recipe", required = true, paramLabel = "FILE", description = "How to select, fit and validate, see below.")
    private Path recipeFile;

    @Option(names = "--threads", paramLabel = "N",
            description = "How many threads validate; default: one per processor. The results are the same.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR",
            description = "The folder for radscore.json, validation.json, scores.csv, roc.svg and calibration.svg; made where it is not "
                    + "there. Files of these names are replaced once all is done.")
    private Path out;

    /**
     * Takes the command's description and completes its help with what recipes may hold.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, RecipeFile::help);
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        if (threads.isPresent() && threads.get() < 1) {
            throw new UsageException("--threads is at least 1, was " + threads.get());
        }
        CsvTable table = CsvTable.read(tableFile, idColumn, groupColumn.stream().toList());
        Optional<List<String>> groups = groupColumn.map(column -> table.groups(table.choice().one("--groups", column)));
        RecipeFile recipe = RecipeFile.read(recipeFile, new RecipeData(YamlText.folderOf(recipeFile), idColumn, table.cases(), groups));
        BinaryOutcome outcome = table.outcome(table.choice().one("--outcome", outcomeColumn));
        FeatureTable features = table.features(candidates(table));
        OutputFile radscore = output("radscore.json");
        OutputFile validation = output("validation.json");
        OutputFile scores = output("scores.csv");
        OutputFile roc = output("roc.svg");
        OutputFile calibration = output("calibration.svg");

        List<ValidationJson.Result> results = ExtractCommand.named("table " + tableFile, () -> validate(recipe, features, outcome));
        InternalValidation first = results.get(0).found();
        ObjectNode report = ExtractCommand.named("table " + tableFile, () -> report(recipe, features, outcome, results, groups));
        radscore.write(writer -> writer.write(RadscoreJson.write(first.radscore())));
        validation.write(writer -> JsonOutput.write(report, writer));
        scores.write(writer -> ScoresCsv.write(table.cases(), results, writer));
        String title = outcomeColumn + ": " + outcome.size() + " cases, " + outcome.positives() + " events";
        roc.write(writer -> writer.write(RocPlot.svg(title, RadscoreFigures.curves(results))));
        calibration.write(writer -> writer.write(CalibrationPlot.svg(title, RadscoreFigures.calibrations(results),
                new RankGroups(RadscoreFigures.GROUPS))));

        spec.commandLine().getErr().println(String.format(Locale.ROOT, "radiomics4j: %d of %d features in the Radscore of %d cases, "
                + "validated by %d %s in %.1f s, written to %s", first.radscore().terms().size(), features.columnCount(), outcome.size(),
                results.size(), results.size() == 1 ? "plan" : "plans", (System.nanoTime() - start) / 1e9, out));
        return 0;
    }

    private List<String> candidates(CsvTable table) {
        List<String> taken = new ArrayList<>(table.choice().some("--exclude", excludedColumns));
        taken.add(outcomeColumn);
        idColumn.ifPresent(taken::add);
        groupColumn.ifPresent(taken::add);
        return table.choice().someOrRest("--features", List.of(), taken);
    }

    private OutputFile output(String name) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UsageException("the folder " + out + " cannot be made: " + e, e);
        }
        OutputFile output = OutputFile.at(out.resolve(name));
        output.requireNot(tableFile, "--table");
        output.requireNot(recipeFile, "--recipe");
        return output;
    }

    private List<ValidationJson.Result> validate(RecipeFile recipe, FeatureTable features, BinaryOutcome outcome) {
        List<ValidationJson.Result> results = new ArrayList<>();
        recipe.validation().forEach(plan -> results.add(new ValidationJson.Result(plan,
                threaded(() -> Validation.internal(recipe.recipe(), features, outcome, plan.made())))));
        return results;
    }

    private ObjectNode report(RecipeFile recipe, FeatureTable features, BinaryOutcome outcome, List<ValidationJson.Result> results,
            Optional<List<String>> groups) {
        int fitted = recipe.candidates().size() == 1 ? 0 : ChosenRecipe.choiceOf(results.get(0).found().radscore());
        ObjectNode report = ValidationJson.of(outcomeColumn, recipe, recipe.candidates().get(fitted).select(features, outcome), results,
                groups);
        recipe.permutationTest().ifPresent(test -> ValidationJson.put(report, test, threaded(() -> PermutationTest.of(recipe.recipe(),
                features, outcome, test.plan().made(), test.permutations(), test.seed()))));
        return report;
    }

    /** Work that is a Runnable keeps its exceptions as they are; the executor would wrap those of a Callable. */
    private <T> T threaded(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        Runnable counted = () -> result.add(work.get());
        Parallelization.runWithNumThreads(threads.orElseGet(() -> Runtime.getRuntime().availableProcessors()), counted);
        return result.get(0);
    }
}
