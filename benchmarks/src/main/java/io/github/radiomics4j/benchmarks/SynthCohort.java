package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A cohort defined by integers alone, so that every language makes the same numbers. Feature j of case i is the sum of four uniform
 * numbers of 24 bits, {@code Σ_{s=10..13} (hash(i, j, 0, s) >>> 8) / 2²⁴ − 2}, nearly normal, without ties. Events are the cases in
 * which the sum of the first five features and of feature {@code features} (which the table does not hold) is largest.
 */
final class SynthCohort {
    private static final int INFORMATIVE = 5;

    private SynthCohort() {
    }

    static FeatureTable table(int cases, int features) {
        double[][] values = new double[features][cases];
        for (int j = 0; j < features; j++) {
            for (int i = 0; i < cases; i++) {
                values[j][i] = value(i, j);
            }
        }
        List<FeatureColumn> columns = IntStream.range(0, features).mapToObj(j -> FeatureColumn.named("f" + j)).toList();
        List<String> ids = IntStream.range(0, cases).mapToObj(i -> "case" + i).toList();
        return FeatureTable.of(ids, columns, values, Provenance.of(Map.of("cohort", "synthetic")));
    }

    static BinaryOutcome outcome(int cases, int features, int events) {
        double[] latent = new double[cases];
        for (int i = 0; i < cases; i++) {
            latent[i] = value(i, features);
            for (int j = 0; j < INFORMATIVE; j++) {
                latent[i] += value(i, j);
            }
        }
        boolean[] event = new boolean[cases];
        IntStream.range(0, cases).boxed().sorted(Comparator.comparingDouble((Integer i) -> latent[i]).reversed())
                .limit(events).forEach(i -> event[i] = true);
        return BinaryOutcome.of(event);
    }

    private static double value(int i, int j) {
        long sum = 0;
        for (int s = 10; s < 14; s++) {
            sum += SynthVolume.hash(i, j, 0, s) >>> 8;
        }
        return sum / (double) (1 << 24) - 2;
    }
}
