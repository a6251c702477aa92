package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.List;
import java.util.Map;

/** The step of a recipe without selection: all features go to the trainer. Does not look at the outcome. */
record AllFeatures() implements SelectionStep {

    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        return new Selection(training.columnNames(), List.of());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("all_features", "true");
    }
}
