package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.Recipe;

/** How the scores of several structures become one. Whatever is chosen is refitted in every resample. */
public sealed interface Combination {

    /**
     * A logistic regression weighs the structures' scores, by out-of-sample scores of folds inside the training rows, see
     * {@link io.github.radiomics4j.validation.StackedRecipe}.
     *
     * @param folds inside the training rows, at least 2
     * @param repeats of these folds, at least 1
     */
    record OfScores(int folds, int repeats) implements Combination {

        /**
         * Checks the numbers.
         *
         * @param folds inside the training rows, at least 2
         * @param repeats of these folds, at least 1
         */
        public OfScores {
            if (folds < 2 || repeats < 1) {
                throw new IllegalArgumentException("at least 2 folds and 1 repeat are needed inside the training rows, were " + folds
                        + " and " + repeats);
            }
        }
    }

    /**
     * One recipe learns from the features of all structures, which stand side by side under {@code structure:feature}; the columns that a
     * {@link io.github.radiomics4j.radscore.RadscoreRecipe} harmonises by stand once, under their own name. With
     * {@link SelectionPerStructure} the stronger structure cannot crowd the others out.
     *
     * @param recipe unfitted
     */
    record OfFeatures(Recipe recipe) implements Combination {
    }

    /** There is no combined score. */
    record None() implements Combination {
    }
}
