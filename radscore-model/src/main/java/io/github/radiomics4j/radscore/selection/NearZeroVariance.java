package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Drops features that hardly vary, by the rule of R's {@code caret::nearZeroVar}: constant ones, and those whose most frequent value
 * occurs more than {@code frequencyRatio} times as often as the second and whose distinct values are at most {@code percentUnique} % of
 * the cases. Does not look at the outcome.
 *
 * @param frequencyRatio at least 1; caret takes 95 / 5 = 19
 * @param percentUnique from 0 to 100; caret takes 10
 */
public record NearZeroVariance(double frequencyRatio, double percentUnique) implements SelectionStep {

    /**
     * Checks the numbers.
     *
     * @param frequencyRatio at least 1
     * @param percentUnique from 0 to 100
     */
    public NearZeroVariance {
        if (!(frequencyRatio >= 1)) {
            throw new IllegalArgumentException("the ratio of the two most frequent values is at least 1, was " + frequencyRatio);
        }
        if (!(percentUnique >= 0 && percentUnique <= 100)) {
            throw new IllegalArgumentException("the percentage of distinct values lies between 0 and 100, was " + percentUnique);
        }
    }

    /** With caret's numbers, 19 and 10. */
    public NearZeroVariance() {
        this(19, 10);
    }

    /**
     * What the rule looks at.
     *
     * @param frequencyRatio the count of the most frequent value by that of the second; infinite for a constant
     * @param percentUnique distinct values in percent of cases
     */
    public record Variation(double frequencyRatio, double percentUnique) {

        /**
         * The variation of a feature.
         *
         * @param values one per case, at least one; not modified
         * @return the two numbers
         */
        public static Variation of(double[] values) {
            double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray(); // −0 and 0 are one value
            int most = 0;
            int second = 0;
            int distinct = 0;
            for (int start = 0; start < sorted.length;) {
                int end = start + 1;
                while (end < sorted.length && sorted[end] == sorted[start]) {
                    end++;
                }
                int times = end - start;
                second = Math.max(second, Math.min(most, times));
                most = Math.max(most, times);
                distinct++;
                start = end;
            }
            return new Variation(second == 0 ? Double.POSITIVE_INFINITY : (double) most / second, 100.0 * distinct / sorted.length);
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
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            Variation variation = Variation.of(values);
            if (variation.frequencyRatio > frequencyRatio && variation.percentUnique <= percentUnique) {
                dropped.add(new Dropped(name, "near-zero variance: its most frequent value occurs " + variation.frequencyRatio
                        + " times as often as the second, and " + variation.percentUnique + " % of values are distinct"));
            } else {
                kept.add(name);
            }
        });
        return new Selection(kept, dropped);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("near_zero_variance.frequency_ratio", Double.toString(frequencyRatio),
                "near_zero_variance.percent_unique", Double.toString(percentUnique));
    }
}
