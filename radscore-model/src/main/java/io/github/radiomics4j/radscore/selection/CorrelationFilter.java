package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Drops features that nearly repeat an earlier one: columns are visited in order, and one is kept when its correlation
 * with every column kept so far satisfies {@code |r| ≤ threshold}. Of a pair the earlier column stays; after
 * {@link MutualInformationSelection} that is the more informative one. Features that are constant in the training rows are
 * dropped. Does not look at the outcome.
 *
 * @param threshold from 0 to 1; 0.9 is customary
 * @param correlation Pearson's or Spearman's
 */
public record CorrelationFilter(double threshold, Correlation correlation) implements SelectionStep {

    /**
     * Checks the threshold.
     *
     * @param threshold from 0 to 1; 0.9 is customary
     * @param correlation Pearson's or Spearman's
     */
    public CorrelationFilter {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold of |r| lies between 0 and 1, was " + threshold);
        }
    }

    /**
     * By Pearson's coefficient.
     *
     * @param threshold from 0 to 1; 0.9 is customary
     */
    public CorrelationFilter(double threshold) {
        this(threshold, Correlation.PEARSON);
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
        List<String> kept = new ArrayList<>();
        List<double[]> keptScores = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            double[] scores = correlation.prepared(values);
            int twin = firstAbove(keptScores, scores);
            if (twin < 0) {
                kept.add(name);
                keptScores.add(scores);
            } else {
                dropped.add(new Dropped(name, "correlation " + Correlation.ofStandardised(keptScores.get(twin), scores) + " with \""
                        + kept.get(twin) + "\", which was kept; |r| may be " + threshold + " at most"));
            }
        });
        return new Selection(kept, dropped);
    }

    private int firstAbove(List<double[]> kept, double[] scores) {
        for (int k = 0; k < kept.size(); k++) {
            if (Math.abs(Correlation.ofStandardised(kept.get(k), scores)) > threshold) {
                return k;
            }
        }
        return -1;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("correlation_filter.threshold", Double.toString(threshold),
                "correlation_filter.correlation", correlation.name().toLowerCase(Locale.ROOT));
    }
}
