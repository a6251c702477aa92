package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Small tables and random problems, from seeds. */
public final class Tables {
    private Tables() {
    }

    /** Columns {@code a, b, c …} of cases {@code case0, case1 …}. */
    public static FeatureTable of(double[]... columns) {
        List<FeatureColumn> names = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            names.add(FeatureColumn.named(columns.length <= 26 ? String.valueOf((char) ('a' + c)) : "f" + c));
        }
        List<String> cases = IntStream.range(0, columns[0].length).mapToObj(i -> "case" + i).toList();
        return FeatureTable.of(cases, names, columns, Provenance.of(Map.of()));
    }

    public static double[][] gaussian(int columns, int rows, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[columns][rows];
        for (double[] column : values) {
            for (int i = 0; i < rows; i++) {
                column[i] = random.nextGaussian();
            }
        }
        return values;
    }

    /** An outcome that depends on the first column, with both classes. */
    public static BinaryOutcome noisyOutcome(double[] first, long seed) {
        Random random = new Random(seed);
        int[] outcome = new int[first.length];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = first[i] + 2 * random.nextGaussian() > 0 ? 1 : 0;
        }
        outcome[0] = 1;
        outcome[1] = 0;
        outcome[2] = 1;
        outcome[3] = 0;
        return BinaryOutcome.of(outcome);
    }
}
