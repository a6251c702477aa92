package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * A plan in which every case is held out exactly once per repeat, so that each case gets an out-of-sample score. The resamples of
 * repeat r are numbered from {@code r · count / repeats}.
 */
public sealed interface CrossValidation extends Resampling permits LeaveOneOut, StratifiedKFold, GroupedKFold, ExplicitFolds {

    /**
     * How often every case is held out.
     *
     * @return at least 1
     */
    int repeats();

    /**
     * How many folds each repeat has.
     *
     * @param outcome the outcome of the cases
     * @return at least 2
     */
    default int foldsPerRepeat(BinaryOutcome outcome) {
        return count(outcome) / repeats();
    }
}
