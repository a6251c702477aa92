package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Applies a selection step to the columns of each structure apart, so that the stronger structure cannot crowd the other out of a combined
 * score. Columns are told apart by the prefix that {@link FeatureTable#prefixed} gives them; the step sees them without it.
 *
 * @param structures the prefixes, in the order in which their features are kept; columns of others are dropped; copied
 * @param step what selects within a structure
 */
public record SelectionPerStructure(List<String> structures, SelectionStep step) implements SelectionStep {
    private static final String SETTING = "per_structure";

    /**
     * Copies the list.
     *
     * @param structures the prefixes, in the order in which their features are kept; at least one; copied
     * @param step what selects within a structure
     */
    public SelectionPerStructure {
        if (structures.isEmpty()) {
            throw new IllegalArgumentException("a selection per structure needs at least one structure");
        }
        structures = List.copyOf(structures);
    }

    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        return each().select(training, outcome);
    }

    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return each().harmonisedBy(harmonisation);
    }

    private StepsByStructure each() {
        return new StepsByStructure(structures.stream().collect(LinkedHashMap::new, (map, name) -> map.put(name, step), Map::putAll));
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        PartSettings.of(step).forEach((name, value) -> settings.put(name.startsWith(SETTING) ? SETTING + "/" + name : name, value));
        settings.put(SETTING, PartSettings.ofNames(structures));
        return settings;
    }
}
