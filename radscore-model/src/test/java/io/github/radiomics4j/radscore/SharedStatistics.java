package io.github.radiomics4j.radscore;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The reference data beside the project: tables, and numbers computed with R and scikit-learn. */
public final class SharedStatistics {
    private static final Path FOLDER = Path.of(System.getProperty("radiomics4j.shared", "shared-is-not-set"), "stats");

    private SharedStatistics() {
    }

    public static void assumePresent() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "skipped: no reference data at " + FOLDER
                + " (system property radiomics4j.shared)");
    }

    public static JsonNode expected(String section) {
        assumePresent();
        try {
            JsonNode node = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile()).get(section);
            if (node == null) {
                throw new IllegalStateException("expected.json has no section " + section);
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All columns of numbers; texts become NaN. Rows are named by their number from 0. */
    public static FeatureTable table(String file) {
        List<String> lines = lines(file);
        String[] header = lines.get(0).split(",");
        double[][] values = new double[header.length][lines.size() - 1];
        List<String> cases = new ArrayList<>();
        for (int r = 1; r < lines.size(); r++) {
            String[] fields = lines.get(r).split(",");
            cases.add("row" + (r - 1));
            for (int c = 0; c < header.length; c++) {
                values[c][r - 1] = fields[c].matches("-?[0-9.]+([eE][-+]?[0-9]+)?") ? Double.parseDouble(fields[c]) : Double.NaN;
            }
        }
        List<FeatureColumn> columns = new ArrayList<>();
        for (String name : header) {
            columns.add(FeatureColumn.named(name));
        }
        return FeatureTable.of(cases, columns, values, Provenance.of(Map.of()));
    }

    public static List<String> lines(String file) {
        assumePresent();
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FeatureTable columnsStartingWith(FeatureTable table, String prefix) {
        return table.select(table.columnNames().stream().filter(n -> n.startsWith(prefix)).toList());
    }

    public static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.textValue()));
        return texts;
    }
}
