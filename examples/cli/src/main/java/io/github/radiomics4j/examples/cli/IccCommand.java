package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code icc}: how well the features of several tables agree, one table per rater. */
@Command(name = "icc", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Intraclass correlations of features that were measured more than once, one table per rater.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class IccCommand implements Callable<Integer> {
    private static final String TABLES = "--tables";

    @Spec
    private CommandSpec spec;

    @Option(names = TABLES, required = true, paramLabel = "A,B",
            description = "The CSV tables, at least two: header lines, a row per case, the same cases and features in each.")
    private List<String> written;

    @Option(names = "--id", paramLabel = "COL",
            description = "The column that names the cases; rows are then matched by it. Default: by their order.")
    private Optional<String> idColumn = Optional.empty();

    @Option(names = "--features", paramLabel = "A,B",
            description = "The columns to compare; default: all columns of the first table but id and --exclude.")
    private List<String> featureColumns = List.of();

    @Option(names = "--exclude", paramLabel = "A,B", description = "Columns that are no features.")
    private List<String> excludedColumns = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The CSV table to write, six rows per feature. A file of that name is replaced.")
    private Path out;

    @Override
    public Integer call() {
        List<Path> files = files();
        OutputFile output = OutputFile.at(out);
        files.forEach(file -> output.requireNot(file, TABLES));
        List<CsvTable> tables = new ArrayList<>();
        files.forEach(file -> tables.add(CsvTable.read(file, idColumn)));
        List<String> features = features(tables.get(0));
        List<int[]> rows = new ArrayList<>();
        for (int t = 0; t < files.size(); t++) {
            rows.add(rows(tables.get(0), files.get(0), tables.get(t), files.get(t)));
            for (String feature : features) {
                tables.get(t).choice().one(TABLES, feature);
            }
        }

        Map<String, Optional<IntraclassCorrelation>> found = new LinkedHashMap<>();
        features.forEach(feature -> found.put(feature, correlation(feature, tables, rows)));
        output.write(writer -> IccCsv.write(found, tables.get(0).cases().size(), tables.size(), writer));
        long undefined = found.values().stream().filter(Optional::isEmpty).count();
        spec.commandLine().getErr().println("radiomics4j: " + features.size() + " features of " + tables.get(0).cases().size() + " cases, "
                + tables.size() + " raters" + (undefined == 0 ? "" : ", " + undefined + " undefined since all measurements are equal")
                + ", written to " + out);
        return 0;
    }

    /** A file whose name has a comma can be named alone. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String text : written) {
            for (String name : Files.exists(Path.of(text)) ? List.of(text) : List.of(text.split(",", -1))) {
                if (name.isBlank() || files.contains(Path.of(name))) {
                    throw new UsageException(TABLES + " names " + (name.isBlank() ? "a table without a name" : "table " + name + " twice"));
                }
                files.add(Path.of(name));
            }
        }
        if (files.size() < 2) {
            throw new UsageException(TABLES + " names " + files + "; at least two are compared, such as " + TABLES + " a.csv,b.csv");
        }
        return files;
    }

    private List<String> features(CsvTable first) {
        List<String> taken = new ArrayList<>(first.choice().some("--exclude", excludedColumns));
        idColumn.ifPresent(taken::add);
        return first.choice().someOrRest("--features", featureColumns, taken);
    }

    /** The row of each case of the first table in another. */
    private int[] rows(CsvTable first, Path firstFile, CsvTable other, Path otherFile) {
        if (first.cases().size() != other.cases().size()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "table " + firstFile + " has " + first.cases().size() + " rows, "
                    + otherFile + " has " + other.cases().size() + ": every rater must have measured every case");
        }
        Map<String, Integer> place = new LinkedHashMap<>();
        IntStream.range(0, other.cases().size()).forEach(row -> place.put(other.cases().get(row), row));
        return first.cases().stream().mapToInt(name -> Optional.ofNullable(place.get(name)).orElseThrow(
                () -> new InvalidInputException(Problem.TABLE_INVALID, "case \"" + name + "\" of " + firstFile + " is not in " + otherFile
                        + ": every rater must have measured every case"))).toArray();
    }

    private static Optional<IntraclassCorrelation> correlation(String feature, List<CsvTable> tables, List<int[]> rows) {
        double[][] ratings = new double[rows.get(0).length][tables.size()];
        for (int t = 0; t < tables.size(); t++) {
            double[] values = tables.get(t).finite(feature);
            for (int i = 0; i < ratings.length; i++) {
                ratings[i][t] = values[rows.get(t)[i]];
            }
        }
        boolean varies = Arrays.stream(ratings).flatMapToDouble(Arrays::stream).distinct().limit(2).count() > 1;
        return varies ? Optional.of(ExtractCommand.named("column \"" + feature + "\"", () -> IntraclassCorrelation.of(ratings)))
                : Optional.empty();
    }
}
