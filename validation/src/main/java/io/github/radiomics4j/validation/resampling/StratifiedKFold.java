package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;

/**
 * Cross-validation with k folds that all have nearly the same share of positive cases, repeated with new folds. In each repeat the
 * cases of each class are put into a random order and dealt to the folds in turn; sizes of folds, and numbers of positives in them,
 * differ by one at most.
 *
 * @param folds the number k of folds, at least 2; not more than there are cases of the rarer class
 * @param repeats how often the folds are drawn anew, at least 1
 * @param seed the same seed gives the same folds
 */
public record StratifiedKFold(int folds, int repeats, long seed) implements CrossValidation {

    /**
     * Checks the numbers.
     *
     * @param folds the number k of folds, at least 2; not more than there are cases of the rarer class
     * @param repeats how often the folds are drawn anew, at least 1
     * @param seed the same seed gives the same folds
     */
    public StratifiedKFold {
        Requirements.requireFolds(folds, repeats);
    }

    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requirePerClass(outcome, folds, folds + "-fold cross-validation",
                "take fewer folds, so that each has a case of both classes");
        return folds * repeats;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        int repeat = number / folds;
        int fold = number % folds;
        return Resample.ofFold(number, "fold " + fold + " of repeat " + repeat,
                SeededRows.stratifiedFolds(outcome, folds, SeededRows.generator(seed, repeat)), fold);
    }
}
