package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.table.FeatureTable;
import java.util.SortedMap;

/**
 * What validation refits: a way to learn a Radscore from training rows, all of it, selection, scaling and the choice of settings
 * included. A recipe knows no data; a fitted {@link Radscore} is no recipe, and so cannot be cross-validated. Implementations are
 * immutable, give the same score for the same rows, and learn from the rows they are given only.
 */
public interface Recipe {

    /**
     * Learns a Radscore.
     *
     * @param training the training rows, and no others; a bootstrap sample repeats cases
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the score, with the table's provenance
     * @throws io.github.radiomics4j.core.InvalidInputException where the rows cannot be learned from, with the reason
     */
    Radscore fit(FeatureTable training, BinaryOutcome outcome);

    /**
     * Everything that can change a fitted score, apart from the rows. Fits that are kept on disk are found by it and the recipe's class:
     * with a setting left out, the fit of another recipe would be taken for one of this.
     *
     * @return a fresh map of setting to value
     */
    SortedMap<String, String> settings();
}
