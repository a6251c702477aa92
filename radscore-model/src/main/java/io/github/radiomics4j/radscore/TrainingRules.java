package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What every use of training rows asks of them, said once: for selection steps and trainers, those of others included.
 */
public final class TrainingRules {

    private TrainingRules() {
    }

    /**
     * Values and outcome must be of the same cases.
     *
     * @param values the number of cases that have values
     * @param outcome the outcome of the same cases in the same order
     * @throws IllegalArgumentException where the numbers differ
     */
    public static void requireSameSize(int values, BinaryOutcome outcome) {
        if (values != outcome.size()) {
            throw new IllegalArgumentException("there are " + values + " cases but the outcome is of " + outcome.size()
                    + ": both must hold the same cases in the same order");
        }
    }

    /**
     * An outcome that is learned from must have both classes.
     *
     * @param outcome the outcome of the training rows
     * @throws InvalidInputException TABLE_INVALID where it is of one class
     */
    public static void requireBothClasses(BinaryOutcome outcome) {
        if (outcome.positives() == 0 || outcome.negatives() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "an outcome of one class cannot be learned from: there are "
                    + outcome + "; training rows of both classes are needed (stratify the resampling, or take a larger cohort)");
        }
    }

    /**
     * The values of a column, all of them numbers whose spread is a number too.
     *
     * @param table training rows
     * @param column from 0
     * @return one value per row, a fresh array
     * @throws InvalidInputException NONFINITE_VALUES where a value is NaN, infinite or above a quarter of the largest number; the
     *     message names feature and case
     */
    public static double[] finiteColumn(FeatureTable table, int column) {
        double[] values = table.column(column);
        int bad = firstUnusable(values);
        if (bad >= 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "feature \"" + table.columns().get(column).name() + "\" is "
                    + values[bad]
                    + " for case \"" + table.cases().get(bad)
                    + "\", training needs a finite value for every case: leave out the case or the feature");
        }
        return values;
    }

    /**
     * The first row whose value is not finite, or too large to subtract from another.
     *
     * @param values one per row
     * @return its index, or −1 where there is none
     */
    public static int firstUnusable(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE / 4)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What every estimator of mutual information asks of one feature and an outcome.
     *
     * @param feature one value per case
     * @param outcome the outcome of the same cases in the same order
     * @throws InvalidInputException NONFINITE_VALUES where a value is not finite, TABLE_INVALID where the outcome is of one class
     * @throws IllegalArgumentException where feature and outcome are not of one length
     */
    public static void requireInformative(double[] feature, BinaryOutcome outcome) {
        requireSameSize(feature.length, outcome);
        requireBothClasses(outcome);
        int bad = firstUnusable(feature);
        if (bad >= 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "mutual information needs a finite value for every case, row " + bad
                    + " holds " + feature[bad]);
        }
    }

    /**
     * No case may stand in two rows, as in a bootstrap sample: for what mistakes copies of a case for evidence.
     *
     * @param training the training rows
     * @param what cannot bear it, for the message
     * @throws InvalidInputException TABLE_INVALID where a case occurs more than once
     */
    public static void requireDistinctCases(FeatureTable training, String what) {
        Set<String> seen = new HashSet<>();
        for (String id : training.cases()) {
            if (!seen.add(id)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "case \"" + id + "\" occurs more than once in the training rows: "
                        + what + " takes its copy for evidence and is biased upwards; take binned mutual information (EqualWidthBins,"
                        + " EqualFrequencyBins), or validate by cross-validation or subsampling instead of a bootstrap");
            }
        }
    }

    /**
     * The columns that vary, one after the other; constant ones are put on record.
     *
     * @param training the training rows
     * @param constant where features that have one value in all rows are added, with that reason
     * @param use what is done with each other column: its name, and one finite value per row in a fresh array
     * @throws InvalidInputException NONFINITE_VALUES as {@link #finiteColumn}
     */
    public static void forEachVarying(FeatureTable training, List<Dropped> constant, BiConsumer<String, double[]> use) {
        for (int c = 0; c < training.columnCount(); c++) {
            String name = training.columns().get(c).name();
            double[] values = finiteColumn(training, c);
            if (StandardDeviation.isConstant(values)) {
                constant.add(Dropped.constant(name, values[0]));
            } else {
                use.accept(name, values);
            }
        }
    }
}
