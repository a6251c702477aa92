package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;

/** What plans ask of the cases, said once. */
final class Requirements {

    private Requirements() {
    }

    /** Leaving cases out must leave both classes in. */
    static void requirePerClass(BinaryOutcome outcome, int least, String plan, String remedy) {
        if (Math.min(outcome.positives(), outcome.negatives()) < least) {
            throw new InvalidInputException(Problem.TABLE_INVALID, plan + " needs at least " + least + " cases of each class, there are "
                    + outcome + ": " + remedy);
        }
    }

    static boolean lackAClass(int[] rows, BinaryOutcome outcome) {
        for (int row : rows) {
            if (outcome.isPositive(row) != outcome.isPositive(rows[0])) {
                return false;
            }
        }
        return true;
    }

    static void requireSize(BinaryOutcome outcome, int planned, String plan) {
        if (outcome.size() != planned) {
            throw new IllegalArgumentException(plan + " was made for " + planned + " cases but the outcome is of " + outcome.size());
        }
    }

    static void requireSamples(int samples, String plan) {
        if (samples < 1) {
            throw new IllegalArgumentException(plan + " needs at least 1 sample, was " + samples);
        }
    }

    static void requireFolds(int folds, int repeats) {
        if (folds < 2) {
            throw new IllegalArgumentException("cross-validation needs at least 2 folds, was " + folds);
        }
        if (repeats < 1 || (long) folds * repeats > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("folds must be drawn at least once, and folds × repeats be less than 2³¹; was " + folds
                    + " × " + repeats);
        }
    }

    static void requireNumber(int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("resamples are numbered 0 to " + (count - 1) + ", was " + number);
        }
    }
}
