package io.github.radiomics4j.radscore.selection;

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
import java.util.function.UnaryOperator;

/**
 * Several steps as one: each sees what the one before it kept. Serves where one step is asked for, such as
 * {@link io.github.radiomics4j.radscore.stability.StabilitySelection}, which then repeats all of them in every half. Where a step keeps
 * nothing, nothing is kept and later steps are not asked.
 *
 * @param steps at least one; copied
 */
public record StepsInOrder(List<SelectionStep> steps) implements SelectionStep {

    /**
     * Copies the list and checks that there is a step.
     *
     * @param steps at least one; copied
     */
    public StepsInOrder {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps in order need at least one step");
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.github.radiomics4j.core.InvalidInputException whatever a step finds
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        List<String> kept = training.columnNames();
        List<Dropped> dropped = new ArrayList<>();
        FeatureTable left = training;
        for (SelectionStep step : steps) {
            Selection selection = step.select(left, outcome);
            kept = selection.kept();
            dropped.addAll(selection.dropped());
            if (kept.isEmpty()) {
                break;
            }
            left = left.select(kept);
        }
        return new Selection(kept, dropped);
    }

    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return new StepsInOrder(steps.stream().map(step -> step.harmonisedBy(harmonisation)).toList());
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> all = new TreeMap<>();
        for (int s = 0; s < steps.size(); s++) {
            String prefix = "step." + (s + 1) + "/";
            PartSettings.of(steps.get(s)).forEach((name, value) -> all.put(prefix + name, value));
        }
        return all;
    }
}
