package io.github.radiomics4j.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The reference data beside the project: tables, and numbers computed with R and Python packages (see the README there). */
public final class ReferenceData {
    private static final Path FOLDER = Path.of(System.getProperty("radiomics4j.shared", "not-set"), "stats");

    /** The name of {@link #isPresent} for {@code @EnabledIf}. */
    public static final String IS_PRESENT = "io.github.radiomics4j.validation.ReferenceData#isPresent";
    /** Why a class is skipped. */
    public static final String ABSENT = "there is no folder stats in the folder of reference data (system property radiomics4j.shared)";

    private ReferenceData() {
    }

    /** The condition under which tests of these data run; without them the class is counted as skipped. */
    public static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    /** A part of expected.json: names of members, numbers of elements. */
    public static JsonNode expected(Object... path) {
        JsonNode node = Expected.ALL;
        for (Object step : path) {
            node = step instanceof Integer i ? node.path(i) : node.path(step.toString());
        }
        if (node.isMissingNode()) {
            throw new IllegalStateException("expected.json has no " + Arrays.toString(path));
        }
        return node;
    }

    /** Read once, when first asked for. */
    private static final class Expected {
        private static final JsonNode ALL = read();

        private static JsonNode read() {
            try {
                return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of numbers whose names match; the cases are called by their row. */
    public static FeatureTable table(String file, String columns) {
        List<String[]> rows = rows(file);
        List<FeatureColumn> kept = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int c = 0; c < rows.get(0).length; c++) {
            if (rows.get(0)[c].matches(columns)) {
                int column = c;
                kept.add(FeatureColumn.named(rows.get(0)[c]));
                values.add(rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row[column])).toArray());
            }
        }
        List<String> cases = new ArrayList<>();
        for (int r = 0; r < rows.size() - 1; r++) {
            cases.add("row" + r);
        }
        return FeatureTable.of(cases, kept, values.toArray(double[][]::new), Provenance.of(Map.of()));
    }

    public static double[] column(String file, String name) {
        return table(file, name).column(0);
    }
}
