package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Applies a selection step to the columns of each region apart, so that the stronger region cannot crowd the other out of a combined
 * score. Columns are told apart by the prefix that {@link FeatureTable#prefixed} gives them.
 *
 * @param prefixes the regions, in the order in which their features are kept
 * @param step what selects within a region
 */
record SelectionPerRegion(List<String> prefixes, SelectionStep step) implements SelectionStep {

    SelectionPerRegion {
        prefixes = List.copyOf(prefixes);
    }

    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (String prefix : prefixes) {
            List<String> own = training.columnNames().stream().filter(name -> name.startsWith(prefix + ":")).toList();
            Selection selection = step.select(training.select(own), outcome);
            kept.addAll(selection.kept());
            dropped.addAll(selection.dropped());
        }
        return new Selection(kept, dropped);
    }

    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return new SelectionPerRegion(prefixes, step.harmonisedBy(harmonisation));
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(step.settings());
        settings.put("per_region", String.join(" ", prefixes));
        return settings;
    }
}
