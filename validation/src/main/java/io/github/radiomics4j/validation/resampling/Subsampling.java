package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Repeated random halves, or other shares: in each sample a share of the cases of each class trains, drawn without replacement, and
 * the others are held out (Monte-Carlo cross-validation). Of a class with n cases {@code round(share · n)} train, at least one and at most
 * n − 1. Since no row repeats, this is the plan for mutual information by nearest neighbours, which the copies in a bootstrap sample
 * bias upwards; at the customary share of 0.632 the samples have as many distinct cases as a bootstrap's.
 *
 * @param share of the cases of each class that trains, between 0 and 1
 * @param samples the number of samples, at least 1
 * @param seed the same seed gives the same samples
 */
public record Subsampling(double share, int samples, long seed) implements Resampling {
    /** Expected share of distinct cases in a bootstrap sample, 1 − 1/e. */
    private static final double SHARE_OF_BOOTSTRAP = 0.632;

    /**
     * Checks the numbers.
     *
     * @param share of the cases of each class that trains, between 0 and 1
     * @param samples the number of samples, at least 1
     * @param seed the same seed gives the same samples
     */
    public Subsampling {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share of cases that trains lies between 0 and 1, was " + share);
        }
        Requirements.requireSamples(samples, "subsampling");
    }

    /**
     * Samples of the customary share, 0.632.
     *
     * @param samples the number of samples, at least 1
     * @param seed the same seed gives the same samples
     */
    public Subsampling(int samples, long seed) {
        this(SHARE_OF_BOOTSTRAP, samples, seed);
    }

    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requirePerClass(outcome, 2, "subsampling", "one of each class has to train and one to be held out");
        return samples;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        SplittableRandom random = SeededRows.generator(seed, number);
        int[] heldOut = IntStream.concat(heldOut(outcome, true, random), heldOut(outcome, false, random)).sorted().toArray();
        return Resample.ofHeldOut(number, "subsample " + number, heldOut, outcome.size());
    }

    private IntStream heldOut(BinaryOutcome outcome, boolean positive, SplittableRandom random) {
        int[] rows = IntStream.range(0, outcome.size()).filter(row -> outcome.isPositive(row) == positive).toArray();
        SeededRows.shuffle(rows, random);
        int training = Math.max(1, Math.min(rows.length - 1, (int) Math.round(share * rows.length)));
        return Arrays.stream(rows, training, rows.length);
    }
}
