package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Drops features until no pair is correlated above a cut-off, as R's {@code caret::findCorrelation}: of a pair the one whose mean
 * absolute correlation with the others is larger goes. Exact: features are visited in falling order of that mean, which is taken again
 * over the features that are left (of row i, against the mean of the rest without row j). Inexact: means are taken once over all
 * features, and every pair above the cut-off loses one. Constant features are dropped. Does not look at the outcome. Holds the
 * {@code p (p − 1) / 2} correlations, 100 MB for 5000 features.
 *
 * @param cutoff from 0 to 1; 0.9 is customary
 * @param correlation Pearson's or Spearman's
 * @param exact whether means are taken again
 */
public record FindCorrelation(double cutoff, Correlation correlation, boolean exact) implements SelectionStep {

    /**
     * Checks the cut-off.
     *
     * @param cutoff from 0 to 1
     * @param correlation Pearson's or Spearman's
     * @param exact whether means are taken again
     */
    public FindCorrelation {
        if (!(cutoff >= 0 && cutoff <= 1)) {
            throw new IllegalArgumentException("a cut-off of |r| lies between 0 and 1, was " + cutoff);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException NONFINITE_VALUES where a feature is NaN or infinite for a case, which the message names
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            names.add(name);
            columns.add(correlation.prepared(values));
        });
        boolean[] gone = names.size() < 2 ? new boolean[names.size()] : gone(AbsoluteCorrelations.of(columns));
        List<String> kept = new ArrayList<>();
        for (int f = 0; f < gone.length; f++) {
            if (gone[f]) {
                dropped.add(new Dropped(names.get(f), "correlated above " + cutoff + " with another feature that is less correlated with"
                        + " the rest"));
            } else {
                kept.add(names.get(f));
            }
        }
        return new Selection(kept, dropped);
    }

    private boolean[] gone(AbsoluteCorrelations r) {
        return exact ? exactly(r) : inexactly(r);
    }

    private boolean[] exactly(AbsoluteCorrelations r) {
        int p = r.size();
        double[] sum = IntStream.range(0, p).mapToDouble(r::sumOfOthers).toArray();
        int[] order = IntStream.range(0, p).boxed().sorted(Comparator.comparingDouble((Integer f) -> sum[f]).reversed())
                .mapToInt(f -> f).toArray();
        boolean[] gone = new boolean[p];
        int left = p;
        double all = IntStream.of(order).mapToDouble(f -> sum[f]).sum();
        for (int a = 0; a < p - 1; a++) {
            int i = order[a];
            for (int b = a + 1; b < p && !gone[i]; b++) {
                int j = order[b];
                if (gone[j] || !(r.of(i, j) > cutoff)) {
                    continue;
                }
                // sums run over features that are left; one alone has no others
                double own = sum[i] / (left - 1);
                double rest = (all - sum[j]) / ((left - 1.0) * (left - 1));
                int out = own > rest ? i : j;
                gone[out] = true;
                left--;
                all -= 2 * sum[out];
                for (int f = 0; f < p; f++) {
                    sum[f] -= f == out ? 0 : r.of(f, out);
                }
            }
        }
        return gone;
    }

    private boolean[] inexactly(AbsoluteCorrelations r) {
        int p = r.size();
        double[] mean = IntStream.range(0, p).mapToDouble(f -> (r.sumOfOthers(f) + 1) / p).toArray();
        boolean[] gone = new boolean[p];
        for (int column = 1; column < p; column++) {
            for (int row = 0; row < column; row++) {
                if (r.of(row, column) > cutoff) {
                    gone[mean[column] > mean[row] ? column : row] = true;
                }
            }
        }
        return gone;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("find_correlation.cutoff", Double.toString(cutoff), "find_correlation.exact", Boolean.toString(exact),
                "find_correlation.correlation", correlation.name().toLowerCase(Locale.ROOT));
    }
}
