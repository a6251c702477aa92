package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;

/** Scores split by outcome, in the order of rows, after the checks that every measure of discrimination needs. */
final class ScoredCases {
    private final double[] positive;
    private final double[] negative;

    private ScoredCases(double[] positive, double[] negative) {
        this.positive = positive;
        this.negative = negative;
    }

    static ScoredCases of(double[] scores, BinaryOutcome outcome) {
        if (scores.length != outcome.size()) {
            throw new IllegalArgumentException("there are " + scores.length + " scores but the outcome is of " + outcome.size()
                    + " cases: both must hold the same cases in the same order");
        }
        if (outcome.positives() == 0 || outcome.negatives() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "discrimination needs cases of both classes, there are " + outcome
                    + ": take more cases, or larger folds");
        }
        double[] positive = new double[outcome.positives()];
        double[] negative = new double[outcome.negatives()];
        int p = 0;
        int n = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "the score in row " + i + " is " + scores[i]
                        + ", discrimination needs a finite score for every case: leave out the case, or find out why it has none");
            }
            if (outcome.isPositive(i)) {
                positive[p++] = scores[i];
            } else {
                negative[n++] = scores[i];
            }
        }
        return new ScoredCases(positive, negative);
    }

    /** The scores of some rows, in their order. */
    static double[] at(double[] scores, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = scores[rows[i]];
        }
        return taken;
    }

    int positives() {
        return positive.length;
    }

    int negatives() {
        return negative.length;
    }

    double[] sortedPositive() {
        return sorted(positive);
    }

    double[] sortedNegative() {
        return sorted(negative);
    }

    /** For each positive case, in the order of rows: twice the number of negative cases below it, those level with it once. */
    long[] negativesBelow() {
        double[] others = sortedNegative();
        long[] twice = new long[positive.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = (long) countBelow(others, positive[i]) + countUpTo(others, positive[i]);
        }
        return twice;
    }

    /** For each negative case, in the order of rows: twice the number of positive cases above it, those level with it once. */
    long[] positivesAbove() {
        double[] others = sortedPositive();
        long[] twice = new long[negative.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = 2L * others.length - countBelow(others, negative[i]) - countUpTo(others, negative[i]);
        }
        return twice;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // −0 becomes 0, so that order and equality agree
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many values lie below one. */
    static int countBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many values lie at one or below it. */
    static int countUpTo(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
