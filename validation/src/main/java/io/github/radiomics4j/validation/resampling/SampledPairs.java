package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;

/**
 * Leave-pair-out of pairs drawn at random, each pair of a positive and a negative case with the same probability, with replacement:
 * an unbiased estimate of {@link LeavePairOut} where that takes too many fits. Its standard error from drawing alone is
 * {@code √(AUC (1 − AUC) / pairs)}, 0.014 for an AUC of 0.75 and 1000 pairs.
 *
 * @param pairs how many are drawn, at least 1
 * @param seed the same seed gives the same pairs
 */
public record SampledPairs(int pairs, long seed) implements PairSampling {

    /**
     * Checks the number.
     *
     * @param pairs how many are drawn, at least 1
     * @param seed the same seed gives the same pairs
     */
    public SampledPairs {
        if (pairs < 1) {
            throw new IllegalArgumentException("leave-pair-out needs at least 1 pair, was " + pairs);
        }
    }

    @Override
    public int count(BinaryOutcome outcome) {
        LeavePairOut.requirePairs(outcome);
        return pairs;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        return LeavePairOut.pair(number, SeededRows.generator(seed, number).nextLong(LeavePairOut.pairs(outcome)), outcome);
    }
}
