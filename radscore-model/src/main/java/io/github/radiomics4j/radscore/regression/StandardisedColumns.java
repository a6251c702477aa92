package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreTrainer.FittedTerms;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.ZScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** The columns of training rows as z-scores with the population's standard deviation, and the way back to terms. */
final class StandardisedColumns {
    private final List<String> names;
    private final List<ZScore> scaling;
    private final double[][] z;

    private StandardisedColumns(List<String> names, List<ZScore> scaling, double[][] z) {
        this.names = names;
        this.scaling = scaling;
        this.z = z;
    }

    static StandardisedColumns of(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        if (training.columnCount() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "there is no feature to learn from: the selection kept none");
        }
        List<ZScore> scaling = new ArrayList<>(training.columnCount());
        double[][] z = new double[training.columnCount()][];
        for (int c = 0; c < z.length; c++) {
            double[] values = TrainingRules.finiteColumn(training, c);
            if (StandardDeviation.isConstant(values)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "feature \"" + training.columns().get(c).name()
                        + "\" is constant in the training rows, always " + values[0]
                        + ", and has no z-score: drop it (a selection step that looks at the values does)");
            }
            scaling.add(ZScore.fit(values, StandardDeviation.POPULATION));
            z[c] = scaling.get(c).of(values);
        }
        return new StandardisedColumns(training.columnNames(), scaling, z);
    }

    List<String> names() {
        return names;
    }

    /** One array of z-scores per column; not copied. */
    double[][] z() {
        return z;
    }

    FittedTerms terms(double intercept, IntToDoubleFunction coefficient, Map<String, String> findings) {
        List<Radscore.Term> terms = new ArrayList<>(z.length);
        for (int c = 0; c < z.length; c++) {
            terms.add(new Radscore.Term(names.get(c), scaling.get(c).mean(), scaling.get(c).sd(), coefficient.applyAsDouble(c)));
        }
        return new FittedTerms(intercept, terms, findings);
    }

    /** The linear predictor of a row of a table with the same columns. */
    double linearPredictor(double intercept, int[] columns, double[] coefficients, FeatureTable table, int row) {
        double eta = intercept;
        for (int a = 0; a < columns.length; a++) {
            eta += coefficients[a] * scaling.get(columns[a]).of(table.value(row, columns[a]));
        }
        return eta;
    }
}
