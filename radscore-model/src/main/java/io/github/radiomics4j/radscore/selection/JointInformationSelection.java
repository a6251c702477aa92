package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.information.BinnedMutualInformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Forward selection by mutual information that looks at what the features chosen so far tell already. The first is the most
 * informative one; each further one maximises a {@link Criterion}, ties going to the earlier column. Features and outcome are binned,
 * estimates are plug-in. Constant features are dropped.
 *
 * @param criterion what is maximised
 * @param binning how features are binned
 * @param keep how many features are chosen at most, at least 1
 */
public record JointInformationSelection(Criterion criterion, BinnedMutualInformation binning, int keep) implements SelectionStep {

    /** What the next feature j maximises, s running over the features chosen so far. */
    public enum Criterion {
        /** mRMR, difference: {@code I(j;Y) − mean I(j;s)} (Peng, Long and Ding 2005). */
        MRMR_DIFFERENCE("mrmr_difference"),
        /** mRMR, quotient: {@code I(j;Y) / mean I(j;s)} (Ding and Peng 2005). */
        MRMR_QUOTIENT("mrmr_quotient"),
        /** Joint mutual information: {@code mean I(j,s;Y)} (Yang and Moody 1999). */
        JMI("jmi"),
        /** Conditional mutual information maximisation: the least of {@code I(j;Y)} and all {@code I(j;Y|s)} (Fleuret 2004). */
        CMIM("cmim");

        private final String label;

        Criterion(String label) {
            this.label = label;
        }

        /**
         * The name used in settings.
         *
         * @return lower case with underscores
         */
        public String label() {
            return label;
        }
    }

    /**
     * Checks the number of features.
     *
     * @param criterion what is maximised
     * @param binning how features are binned
     * @param keep how many features are chosen at most, at least 1
     */
    public JointInformationSelection {
        if (keep < 1) {
            throw new IllegalArgumentException("the number of features to keep must be at least 1, was " + keep);
        }
    }

    /**
     * A feature that was chosen.
     *
     * @param feature its name
     * @param score what it maximised: the criterion, for the first feature {@code I(j;Y)}, in nats (a quotient is a pure number)
     */
    public record Choice(String feature, double score) {
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
     * @return in the order in which they were made
     * @throws InvalidInputException as {@link #select}
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public List<Choice> choices(FeatureTable training, BinaryOutcome outcome) {
        return choose(training, outcome, new ArrayList<>());
    }

    private List<Choice> choose(FeatureTable training, BinaryOutcome outcome, List<Dropped> dropped) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        List<String> names = new ArrayList<>();
        List<int[]> binned = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            names.add(name);
            binned.add(binning.binsOf(values));
        });
        return ForwardSelection.of(names, keep, new Redundancy(criterion, binned, binning.bins(), outcome),
                "forward selection by " + criterion.label, dropped);
    }

    @Override
    public Map<String, String> settings() {
        return new TreeMap<>(Map.of("joint_information.criterion", criterion.label, "joint_information.binning", binning.label(),
                "joint_information.keep", Integer.toString(keep)));
    }
}
