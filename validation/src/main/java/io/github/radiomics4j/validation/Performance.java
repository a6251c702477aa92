package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;

/** Performance in parts of the cases, where a part may lack a class. */
final class Performance {

    private Performance() {
    }

    static boolean hasBothClasses(BinaryOutcome outcome) {
        return outcome.positives() > 0 && outcome.negatives() > 0;
    }

    static double aucOrUndefined(double[] scores, BinaryOutcome outcome) {
        return hasBothClasses(outcome) ? PerformanceMeasure.AUC.of(scores, outcome) : Double.NaN;
    }

    /** The mean of the values that are numbers, in their order; NaN where none is. */
    static double meanOfDefined(double[] values) {
        double sum = 0;
        int defined = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                defined++;
            }
        }
        return sum / defined;
    }

    static double[] at(double[] values, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return taken;
    }
}
