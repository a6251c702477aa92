package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * mRMR for continuous features without bins, as R's mRMRe (classic): information from Pearson's r, {@code I = −½ ln(1 − r²)} in nats,
 * also with the outcome as 0 and 1; the next feature maximises {@code I(j;Y) − mean I(j;s)} over the features s chosen so far, ties
 * going to the earlier column. De Jay et al. 2013, Bioinformatics 29:2365.
 *
 * @param keep how many features are chosen at most, at least 1
 */
public record CorrelationMrmr(int keep) implements SelectionStep {

    /**
     * Checks the number of features.
     *
     * @param keep how many features are chosen at most, at least 1
     */
    public CorrelationMrmr {
        if (keep < 1) {
            throw new IllegalArgumentException("the number of features to keep must be at least 1, was " + keep);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException NONFINITE_VALUES where a feature is NaN or infinite for a case; TABLE_INVALID where a class is missing
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        List<Dropped> dropped = new ArrayList<>();
        List<Choice> choices = choose(training, outcome, dropped);
        return new Selection(choices.stream().map(Choice::feature).toList(), dropped);
    }

    /**
     * The choices with their scores.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order
     * @return in the order in which they were made; the first one's score is {@code I(j;Y)}
     * @throws InvalidInputException as {@link #select}
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public List<Choice> choices(FeatureTable training, BinaryOutcome outcome) {
        return choose(training, outcome, new ArrayList<>());
    }

    private List<Choice> choose(FeatureTable training, BinaryOutcome outcome, List<Dropped> dropped) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        double[] y = new double[outcome.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = outcome.isPositive(i) ? 1 : 0;
        }
        double[] event = Correlation.standardised(y);
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<Double> relevance = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            names.add(name);
            columns.add(Correlation.standardised(values));
            relevance.add(information(columns.get(columns.size() - 1), event));
        });
        return ForwardSelection.of(names, keep, new RelevanceLessRedundancy(columns, relevance), "mRMR by correlation", dropped);
    }

    private static final class RelevanceLessRedundancy implements ForwardSelection.Scores {
        private final List<double[]> columns;
        private final List<Double> relevance;
        private final double[] redundancy;
        private int chosen;

        private RelevanceLessRedundancy(List<double[]> columns, List<Double> relevance) {
            this.columns = columns;
            this.relevance = relevance;
            this.redundancy = new double[columns.size()];
        }

        @Override
        public double score(int feature) {
            return relevance.get(feature) - (chosen == 0 ? 0 : redundancy[feature] / chosen);
        }

        @Override
        public void choose(int feature, boolean[] left) {
            chosen++;
            for (int j = 0; j < left.length; j++) {
                redundancy[j] += left[j] ? information(columns.get(j), columns.get(feature)) : 0;
            }
        }
    }

    /** A copy would be infinitely redundant, and infinities cannot be weighed against each other: 1 − r² counts as at least 2⁻⁵². */
    private static double information(double[] a, double[] b) {
        double r = Correlation.ofStandardised(a, b);
        return -0.5 * Math.log(Math.max(0x1p-52, 1 - r * r));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("correlation_mrmr.keep", Integer.toString(keep));
    }
}
