package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Every pair of a positive and a negative case is held out once and all others train: positives × negatives fits, 5109 of them for 39
 * and 131. Needs no seed; {@link SampledPairs} takes some of the pairs where all are too many. Pair number k is of positive
 * {@code k / negatives} and negative {@code k mod negatives}, each counted in the order of rows.
 *
 * <p>Source: Airola et al. 2011, An experimental comparison of cross-validation techniques for estimating the area under the ROC curve,
 * Computational Statistics &amp; Data Analysis 55:1828.
 */
public record LeavePairOut() implements PairSampling {

    @Override
    public int count(BinaryOutcome outcome) {
        requirePairs(outcome);
        long pairs = pairs(outcome);
        if (pairs > Integer.MAX_VALUE) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "leave-pair-out would need " + pairs + " fits for " + outcome
                    + ", which is 2³¹ or more: take some of the pairs (SampledPairs)");
        }
        return (int) pairs;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        return pair(number, number, outcome);
    }

    static void requirePairs(BinaryOutcome outcome) {
        Requirements.requirePerClass(outcome, 2, "leave-pair-out", "with one case of a class no training set without it has both classes");
    }

    static long pairs(BinaryOutcome outcome) {
        return (long) outcome.positives() * outcome.negatives();
    }

    static Resample pair(int number, long pair, BinaryOutcome outcome) {
        int positive = row((int) (pair / outcome.negatives()), outcome.size(), outcome::isPositive);
        int negative = row((int) (pair % outcome.negatives()), outcome.size(), row -> !outcome.isPositive(row));
        return Resample.ofHeldOut(number, "the resample without rows " + positive + " and " + negative,
                new int[] {Math.min(positive, negative), Math.max(positive, negative)}, outcome.size());
    }

    private static int row(int rank, int rows, IntPredicate ofClass) {
        return IntStream.range(0, rows).filter(ofClass).skip(rank).findFirst().orElseThrow();
    }
}
