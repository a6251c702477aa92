package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
        return select(training, outcome, structure -> step);
    }

    private Selection select(FeatureTable training, BinaryOutcome outcome, Function<String, SelectionStep> stepOf) {
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (String structure : structures) {
            Selection selection = stepOf.apply(structure).select(training.part(structure), outcome);
            selection.kept().forEach(name -> kept.add(structure + ":" + name));
            selection.dropped().forEach(one -> dropped.add(new Dropped(structure + ":" + one.feature(), one.reason())));
        }
        training.columnNames().stream().filter(name -> structures.stream().noneMatch(s -> name.startsWith(s + ":")))
                .forEach(name -> dropped.add(new Dropped(name, "of none of the structures " + structures)));
        return new Selection(kept, dropped);
    }

    /** Measurements that the step holds bear a structure's own names, what was learned from the training rows those with prefix. */
    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return new Harmonised(this, harmonisation);
    }

    private record Harmonised(SelectionPerStructure all, UnaryOperator<FeatureTable> harmonisation) implements SelectionStep {
        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            return all.select(training, outcome, structure -> all.step.harmonisedBy(
                    repeats -> harmonisation.apply(repeats.prefixed(structure)).part(structure)));
        }

        @Override
        public Map<String, String> settings() {
            return all.settings();
        }
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        PartSettings.of(step).forEach((name, value) -> settings.put(name.startsWith(SETTING) ? SETTING + "/" + name : name, value));
        settings.put(SETTING, PartSettings.ofNames(structures));
        return settings;
    }
}
