package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * Each case is held out once and all others train. Needs no seed.
 *
 * <p>The AUC of the pooled leave-one-out scores is biased downwards when the signal is weak: leaving a positive case out lowers the
 * share of positives in training, and with it the score of that very case. {@link LeavePairOut} does not have this bias.
 */
public record LeaveOneOut() implements CrossValidation {

    @Override
    public int repeats() {
        return 1;
    }

    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requirePerClass(outcome, 2, "leave-one-out", "with one case of a class no training set without it has both classes");
        return outcome.size();
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, outcome.size());
        return Resample.ofHeldOut(number, "the resample without row " + number, new int[] {number}, outcome.size());
    }
}
