package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of batches: those of the oracle, and small ones from seeds. */
final class CombatTables {
    private CombatTables() {
    }

    static List<String[]> lines(String file) {
        try (InputStream in = CombatTables.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns batch, age, sex, f0 … f7; rows case0, case1 …. */
    static FeatureTable table(String file) {
        List<String[]> lines = lines(file);
        String[] header = lines.get(0);
        double[][] values = new double[header.length][lines.size() - 1];
        for (int r = 1; r < lines.size(); r++) {
            for (int c = 0; c < header.length; c++) {
                values[c][r - 1] = Double.parseDouble(lines.get(r)[c]);
            }
        }
        return of(header, values);
    }

    static FeatureTable of(String[] header, double[][] values) {
        return FeatureTable.of(IntStream.range(0, values[0].length).mapToObj(i -> "case" + i).toList(),
                Arrays.stream(header).map(FeatureColumn::named).toList(), values, Provenance.of(Map.of()));
    }

    /** Columns batch (1, 2, 3 in turn), age, f0 … of normal noise, shifted and stretched by batch. */
    static FeatureTable noise(int features, int rows, long seed) {
        Random random = new Random(seed);
        String[] header = new String[features + 2];
        double[][] values = new double[features + 2][rows];
        header[0] = "batch";
        header[1] = "age";
        for (int r = 0; r < rows; r++) {
            values[0][r] = 1 + r % 3;
            values[1][r] = 50 + 10 * random.nextGaussian();
        }
        for (int f = 0; f < features; f++) {
            header[f + 2] = "f" + f;
            for (int r = 0; r < rows; r++) {
                double batch = values[0][r];
                values[f + 2][r] = 100 + 3 * batch + 0.1 * values[1][r] + batch * random.nextGaussian();
            }
        }
        return of(header, values);
    }

    /** Every other case. */
    static BinaryOutcome alternating(int rows) {
        return BinaryOutcome.of(IntStream.range(0, rows).map(i -> i / 3 % 2).toArray());
    }

    /** The table with one value changed. */
    static FeatureTable with(FeatureTable table, String column, int row, double value) {
        double[][] values = IntStream.range(0, table.columnCount()).mapToObj(table::column).toArray(double[][]::new);
        values[table.indexOf(column)][row] = value;
        return of(table.columnNames().toArray(String[]::new), values);
    }
}
