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

    static void requireSize(BinaryOutcome outcome, int planned, String plan) {
        if (outcome.size() != planned) {
            throw new IllegalArgumentException(plan + " was made for " + planned + " cases but the outcome is of " + outcome.size());
        }
    }

    static void requireNumber(int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("resamples are numbered 0 to " + (count - 1) + ", was " + number);
        }
    }
}
