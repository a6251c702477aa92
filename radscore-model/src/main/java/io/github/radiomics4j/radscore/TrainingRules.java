package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;

/** What every use of training rows asks of them, said once. */
final class TrainingRules {

    private TrainingRules() {
    }

    static void requireSameSize(int values, BinaryOutcome outcome) {
        if (values != outcome.size()) {
            throw new IllegalArgumentException("there are " + values + " cases but the outcome is of " + outcome.size()
                    + ": both must hold the same cases in the same order");
        }
    }

    static void requireBothClasses(BinaryOutcome outcome) {
        if (outcome.positives() == 0 || outcome.negatives() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "an outcome of one class cannot be learned from: there are "
                    + outcome + "; training rows of both classes are needed (stratify the resampling, or take a larger cohort)");
        }
    }

    /** The values of a column, all of them numbers whose spread is a number too. */
    static double[] finiteColumn(FeatureTable table, int column) {
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

    /** The first row whose value is not finite, or too large to subtract from another; −1 where there is none. */
    static int firstUnusable(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE / 4)) {
                return i;
            }
        }
        return -1;
    }

    /** What every estimator of mutual information asks of one feature. */
    static void requireInformative(double[] feature, BinaryOutcome outcome) {
        requireSameSize(feature.length, outcome);
        requireBothClasses(outcome);
        int bad = firstUnusable(feature);
        if (bad >= 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "mutual information needs a finite value for every case, row " + bad
                    + " holds " + feature[bad]);
        }
    }

    static Dropped constant(String feature, double value) {
        return new Dropped(feature, "constant in the training rows, always " + value);
    }
}
