package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;

/**
 * How much the likelihood of a case counts, by its class. Weights other than 1 move the intercept, so that risks no longer are
 * frequencies: recalibrate before using them as such. They do not sum to the number of cases unless said.
 */
public sealed interface ClassWeights {

    /** Every case counts 1. */
    record Equal() implements ClassWeights {
        @Override
        public double weight(boolean positive, BinaryOutcome outcome) {
            return 1;
        }

        @Override
        public String label() {
            return "equal";
        }
    }

    /**
     * Each class counts the same in all: {@code n / (2 n_class)} for a case, as in scikit-learn's {@code balanced}. The weights sum to
     * the number of cases.
     */
    record Balanced() implements ClassWeights {
        @Override
        public double weight(boolean positive, BinaryOutcome outcome) {
            return outcome.size() / (2.0 * (positive ? outcome.positives() : outcome.negatives()));
        }

        @Override
        public String label() {
            return "balanced";
        }
    }

    /**
     * Weights that are given.
     *
     * @param positive of a case with event, above 0
     * @param negative of a case without, above 0
     */
    record Given(double positive, double negative) implements ClassWeights {

        /**
         * Checks the weights.
         *
         * @param positive of a case with event, above 0
         * @param negative of a case without, above 0
         */
        public Given {
            if (!(positive > 0 && negative > 0 && Double.isFinite(positive) && Double.isFinite(negative))) {
                throw new IllegalArgumentException("class weights are finite and above 0, were " + positive + " and " + negative);
            }
        }

        @Override
        public double weight(boolean isPositive, BinaryOutcome outcome) {
            return isPositive ? positive : negative;
        }

        @Override
        public String label() {
            return "positive " + positive + ", negative " + negative;
        }
    }

    /**
     * The weight of a case.
     *
     * @param positive the class of the case
     * @param outcome the outcome of all training cases, of both classes
     * @return above 0
     */
    double weight(boolean positive, BinaryOutcome outcome);

    /**
     * The rule in a word, for settings.
     *
     * @return such as {@code balanced}
     */
    String label();

    /**
     * The weights of all cases.
     *
     * @param outcome the outcome of the training cases, of both classes
     * @return one per case, in the order of rows
     */
    default double[] of(BinaryOutcome outcome) {
        double positive = weight(true, outcome);
        double negative = weight(false, outcome);
        double[] weights = new double[outcome.size()];
        Arrays.setAll(weights, i -> outcome.isPositive(i) ? positive : negative);
        return weights;
    }
}
