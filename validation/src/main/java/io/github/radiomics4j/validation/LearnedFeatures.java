package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * Features that are themselves learned, such as those of a network that was trained on the outcome: part of the recipe, so validation
 * learns them anew in every resample. An implementation holds the images of all cases, and no outcome but the one it is handed: it cannot
 * learn from a case that is held out. It is called by several threads at once, and gives the same table for the same rows.
 */
@FunctionalInterface
public interface LearnedFeatures {

    /**
     * Trains the source of features on some rows and applies it to all.
     *
     * @param trainingRows the rows to train on, indices from 0 into the rows of the table to return; a row stands there as often as a
     *     bootstrap drew it
     * @param trainingOutcome the outcome of those rows, in their order
     * @return the features of all cases, training rows or not; each time the same cases in the same order
     */
    FeatureTable learn(int[] trainingRows, BinaryOutcome trainingOutcome);

    /**
     * These features and others that need no training, such as radiomics.
     *
     * @param fixed a table of the same cases in the same order, with other column names
     * @return features whose table has the learned columns, then the fixed ones
     */
    default LearnedFeatures beside(FeatureTable fixed) {
        return (trainingRows, trainingOutcome) -> learn(trainingRows, trainingOutcome).beside(fixed);
    }
}
