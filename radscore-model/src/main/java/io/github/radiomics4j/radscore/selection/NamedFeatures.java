package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Features that were chosen before the data were seen, by name: a published signature, say. Does not look at the outcome.
 *
 * @param features names of columns, each once, in the order of the terms; at least one; copied
 */
public record NamedFeatures(List<String> features) implements SelectionStep {

    /**
     * Copies the names and checks that each occurs once.
     *
     * @param features names of columns, each once, in the order of the terms; at least one; copied
     */
    public NamedFeatures {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("at least one feature must be named");
        }
        Set<String> seen = new HashSet<>();
        for (String feature : features) {
            if (!seen.add(feature)) {
                throw new IllegalArgumentException("feature \"" + feature + "\" is named twice");
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException TABLE_INVALID where the table lacks a named feature
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        List<String> missing = features.stream().filter(f -> !training.has(f)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the table lacks " + missing.size() + " of the " + features.size()
                    + " named features: " + missing);
        }
        Set<String> named = new HashSet<>(features);
        List<Dropped> dropped = new ArrayList<>();
        for (String column : training.columnNames()) {
            if (!named.contains(column)) {
                dropped.add(new Dropped(column, "not among the features named beforehand"));
            }
        }
        return new Selection(features, dropped);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("named_features", PartSettings.ofNames(features));
    }
}
