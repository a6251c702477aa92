package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.information.MutualInformation;
import io.github.radiomics4j.radscore.information.TrainingFeatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Keeps the features that tell most about the outcome, one by one (MIM: the highest {@code I(Xⱼ;Y)}). Kept features come in
 * falling order of information, equal ones in the order of columns, so that a {@link CorrelationFilter} after this step keeps the
 * more informative one of a pair. Redundancy among them is not looked at.
 *
 * <p>A feature that is constant in the training rows is dropped and takes no place. Where {@code keep} is not below the number of
 * features that vary, all of those are kept. A kept feature may have an information of 0 where too few have more.
 *
 * @param estimator how the information is estimated
 * @param keep how many features are kept at most, at least 1
 */
public record MutualInformationSelection(MutualInformation estimator, int keep) implements SelectionStep {

    /**
     * Checks the number of features.
     *
     * @param estimator how the information is estimated
     * @param keep how many features are kept at most, at least 1
     */
    public MutualInformationSelection {
        if (keep < 1) {
            throw new IllegalArgumentException("the number of features to keep must be at least 1, was " + keep);
        }
    }

    private record Scored(String feature, double information) {
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException NONFINITE_VALUES where a feature is NaN or infinite for a case, which the message names;
     *     TABLE_INVALID where a class is missing or too small, or where a case occurs twice and the estimator cannot bear it
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        TrainingFeatures features = TrainingFeatures.of(training, outcome);
        if (!estimator.allowsRepeatedCases()) {
            TrainingRules.requireDistinctCases(training, "nearest-neighbour mutual information");
        }
        List<Scored> scored = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (int c = 0; c < training.columnCount(); c++) {
            String name = training.columns().get(c).name();
            TrainingFeatures.Feature feature = features.feature(c);
            if (feature.isConstant()) {
                dropped.add(Dropped.constant(name, feature.smallest()));
            } else {
                scored.add(new Scored(name, estimator.estimate(feature)));
            }
        }
        // The sort is stable: equal information leaves the order of columns.
        scored.sort(Comparator.comparingDouble(Scored::information).reversed());
        int kept = Math.min(keep, scored.size());
        String limit = " nat is not among the " + kept + " highest, which end at "
                + (kept == 0 ? "none" : scored.get(kept - 1).information);
        for (Scored s : scored.subList(kept, scored.size())) {
            dropped.add(new Dropped(s.feature, "mutual information " + s.information + limit));
        }
        return new Selection(scored.subList(0, kept).stream().map(Scored::feature).toList(), dropped);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("mutual_information.estimator", estimator.label(), "mutual_information.keep", Integer.toString(keep));
    }
}
