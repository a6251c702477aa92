package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;

/** Cross-validation with folds that were decided elsewhere: one fold per hospital, or the folds of another study. Immutable. */
public final class ExplicitFolds implements CrossValidation {
    private final int[][] foldOfCase;
    private final int folds;

    private ExplicitFolds(int[][] foldOfCase, int folds) {
        this.foldOfCase = foldOfCase;
        this.folds = folds;
    }

    /**
     * A plan of given folds.
     *
     * @param foldOfCase for each repeat one array, which holds for each case the number of its fold: 0 to k − 1, the same k in every
     *     repeat and no fold empty; copied
     * @return the plan
     * @throws IllegalArgumentException where there is no repeat, fewer than two folds, an empty fold, or a different number of cases or
     *     folds in another repeat
     */
    public static ExplicitFolds of(int[]... foldOfCase) {
        if (foldOfCase.length == 0) {
            throw new IllegalArgumentException("explicit folds need at least one repeat");
        }
        int folds = Arrays.stream(foldOfCase[0]).max().orElse(-1) + 1;
        if (folds < 2) {
            throw new IllegalArgumentException("cross-validation needs at least 2 folds, was " + folds);
        }
        int[][] copy = new int[foldOfCase.length][];
        for (int r = 0; r < copy.length; r++) {
            copy[r] = foldOfCase[r].clone();
            requireFolds(copy[r], r, folds, foldOfCase[0].length);
        }
        return new ExplicitFolds(copy, folds);
    }

    private static void requireFolds(int[] foldOfCase, int repeat, int folds, int cases) {
        if (foldOfCase.length != cases) {
            throw new IllegalArgumentException("repeat " + repeat + " has folds of " + foldOfCase.length + " cases, repeat 0 of " + cases);
        }
        boolean[] used = new boolean[folds];
        for (int row = 0; row < cases; row++) {
            if (foldOfCase[row] < 0 || foldOfCase[row] >= folds) {
                throw new IllegalArgumentException("folds are numbered 0 to " + (folds - 1) + ", was " + foldOfCase[row] + " for row " + row
                        + " of repeat " + repeat);
            }
            used[foldOfCase[row]] = true;
        }
        for (int fold = 0; fold < folds; fold++) {
            if (!used[fold]) {
                throw new IllegalArgumentException("fold " + fold + " of repeat " + repeat + " is empty");
            }
        }
    }

    @Override
    public int repeats() {
        return foldOfCase.length;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException TABLE_INVALID where all cases of a class lie in one fold: no case of it would then train
     */
    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requireSize(outcome, foldOfCase[0].length, "the explicit folds");
        for (int number = 0; number < folds * repeats(); number++) {
            Resample resample = resample(number, outcome);
            BinaryOutcome training = outcome.rows(resample.training());
            if (training.positives() == 0 || training.negatives() == 0) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "without " + resample + " there are " + training
                        + " left to train on: both classes are needed, join folds");
            }
        }
        return folds * repeats();
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, folds * repeats());
        int repeat = number / folds;
        int fold = number % folds;
        return Resample.ofFold(number, "fold " + fold + " of repeat " + repeat, foldOfCase[repeat], fold);
    }

    @Override
    public String toString() {
        return "ExplicitFolds[folds=" + folds + ", repeats=" + repeats() + "]";
    }
}
