package own.parts;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import java.util.List;
import java.util.Map;

/** Steps and a trainer as someone else writes them: without settings, in a package of their own. */
public final class OwnParts {
    private OwnParts() {
    }

    /** Keeps all. */
    public record All() implements SelectionStep {
        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            return new Selection(training.columnNames(), List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    /** Keeps the first column. */
    public record First() implements SelectionStep {
        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            return new Selection(training.columnNames().subList(0, 1), List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    /** Learns nothing. */
    public record Nothing() implements RadscoreTrainer {
        @Override
        public FittedTerms fit(FeatureTable training, BinaryOutcome outcome) {
            return new FittedTerms(0, List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }
}
