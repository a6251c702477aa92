package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.table.FeatureTable;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One step of feature selection. It sees training rows only: a {@link RadscoreRecipe} hands it those, and validation repeats it
 * in every resample. Implementations are immutable and give the same answer for the same rows.
 */
public interface SelectionStep {

    /**
     * Decides which features go on.
     *
     * @param training the training rows, with the features that earlier steps kept
     * @param outcome the outcome of the same cases in the same order
     * @return names of the table's columns, and why the others were dropped
     * @throws io.github.radiomics4j.core.InvalidInputException where the rows cannot be judged, with the reason
     */
    Selection select(FeatureTable training, BinaryOutcome outcome);

    /**
     * The step for training rows whose values were harmonised. Only a step that holds measurements of its own, or another step, differs:
     * what it compares the training rows with must be harmonised like these.
     *
     * @param harmonisation harmonises a table of further measurements by what was learned from the training rows; of its rows those of
     *     other cases are left out
     * @return this step, unless it holds measurements or steps
     */
    default SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return this;
    }

    /**
     * Everything that can change the decision.
     *
     * @return setting to value, such as {@code mutual_information.keep → 10}
     */
    Map<String, String> settings();
}
