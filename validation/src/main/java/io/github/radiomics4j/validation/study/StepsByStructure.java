package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A selection step for each structure of a wide table; steps see a structure's columns without its prefix.
 *
 * @param steps structure to its step, in the order in which features are kept; columns of other structures are dropped; copied
 */
record StepsByStructure(Map<String, SelectionStep> steps) implements SelectionStep {

    StepsByStructure {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Some structures with steps of their own; of the others all features are kept. */
    static StepsByStructure of(List<String> structures, Map<String, SelectionStep> some) {
        Map<String, SelectionStep> steps = new LinkedHashMap<>();
        structures.forEach(structure -> steps.put(structure, some.getOrDefault(structure, new All())));
        return new StepsByStructure(steps);
    }

    /** Keeps everything. */
    private record All() implements SelectionStep {
        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            return new Selection(training.columnNames(), List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        steps.forEach((structure, step) -> {
            Selection selection = step.select(training.part(structure), outcome);
            selection.kept().forEach(name -> kept.add(structure + ":" + name));
            selection.dropped().forEach(one -> dropped.add(new Dropped(structure + ":" + one.feature(), one.reason())));
        });
        training.columnNames().stream().filter(name -> steps.keySet().stream().noneMatch(s -> name.startsWith(s + ":")))
                .forEach(name -> dropped.add(new Dropped(name, "of none of the structures " + steps.keySet())));
        return new Selection(kept, dropped);
    }

    /** Measurements that a step holds bear a structure's own names, what was learned from the training rows those with prefix. */
    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        Map<String, SelectionStep> harmonised = new LinkedHashMap<>();
        steps.forEach((structure, step) -> harmonised.put(structure,
                step.harmonisedBy(repeats -> harmonisation.apply(repeats.prefixed(structure)).part(structure))));
        return new StepsByStructure(harmonised);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        steps.forEach((structure, step) -> PartSettings.of(step).forEach((name, value) -> settings.put(structure + "." + name, value)));
        return settings;
    }
}
