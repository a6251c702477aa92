package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.TrainingRules;

/**
 * The columns of training rows, as estimators need them thousands of times: a resample is described by how many copies of each case of its
 * source it holds, with and without event, so that values need neither be copied nor sorted again.
 */
public final class TrainingFeatures {
    private final FeatureTable training;
    private final FeatureTable source;
    private final BinaryOutcome outcome;
    /** Rows of the source to the number of their copies in the training rows. */
    private final int[] negatives;
    private final int[] positives;

    private TrainingFeatures(FeatureTable training, BinaryOutcome outcome) {
        this.training = training;
        this.source = training.source();
        this.outcome = outcome;
        this.negatives = new int[source.caseCount()];
        this.positives = new int[source.caseCount()];
        int[] rows = training.sourceRows();
        for (int i = 0; i < rows.length; i++) {
            (outcome.isPositive(i) ? positives : negatives)[rows[i]]++;
        }
    }

    /**
     * The columns of a table.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the columns with that outcome
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where the outcome is of one class
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public static TrainingFeatures of(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        return new TrainingFeatures(training, outcome);
    }

    /**
     * One column.
     *
     * @param column from 0
     * @return the feature
     * @throws io.github.radiomics4j.core.InvalidInputException NONFINITE_VALUES where a value is NaN or infinite; the message names
     *     feature and case
     */
    public Feature feature(int column) {
        return new Feature(column);
    }

    /** A column with the outcome of its cases. */
    public final class Feature {
        private final int column;
        private final double[] values;
        private double smallest = Double.POSITIVE_INFINITY;
        private double largest = Double.NEGATIVE_INFINITY;

        private Feature(int column) {
            this.column = column;
            this.values = source.column(column);
            for (int i = 0; i < values.length; i++) {
                if (negatives[i] + positives[i] > 0) {
                    if (!(Math.abs(values[i]) <= Double.MAX_VALUE / 4)) {
                        TrainingRules.finiteColumn(training, column); // says which case it is
                    }
                    smallest = Math.min(smallest, values[i]);
                    largest = Math.max(largest, values[i]);
                }
            }
        }

        /**
         * Whether all values are equal.
         *
         * @return true where the smallest is the largest
         */
        public boolean isConstant() {
            return smallest == largest;
        }

        /**
         * The smallest value.
         *
         * @return in the unit of the feature
         */
        public double smallest() {
            return smallest;
        }

        double largest() {
            return largest;
        }

        BinaryOutcome outcome() {
            return outcome;
        }

        /** One value per training row. */
        double[] perRow() {
            return training.column(column);
        }

        /** One value per case of the source; those without copies do not count. */
        double[] values() {
            return values;
        }

        /** Copies without event of each case of the source. */
        int[] negatives() {
            return negatives;
        }

        /** Copies with event of each case of the source. */
        int[] positives() {
            return positives;
        }

        /** Cases of the source in rising order of their values. */
        int[] order() {
            return source.sourceOrder(column);
        }
    }
}
