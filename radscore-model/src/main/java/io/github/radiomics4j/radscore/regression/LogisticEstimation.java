package io.github.radiomics4j.radscore.regression;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.numeric.InnerProduct;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreTrainer.FittedTerms;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.ZScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** What maximum likelihood and Firth's method have in common: checks, the fit, and its terms. */
final class LogisticEstimation {
    /** Linear predictors beyond this are looked at more closely: a fit that separates drifts there. */
    private static final double FAR = 15;

    private LogisticEstimation() {
    }

    static LogisticFit fit(Map<String, double[]> predictors, BinaryOutcome outcome, double[] offset, double[] weights,
            LogisticModel.Objective objective) {
        TrainingRules.requireSameSize(offset.length, outcome);
        TrainingRules.requireSameSize(weights.length, outcome);
        TrainingRules.requireBothClasses(outcome);
        requireFinite("the offset", offset);
        requireFinite("the weight", weights);
        requirePositive(weights);
        List<String> names = List.copyOf(predictors.keySet());
        double[][] columns = predictors.values().toArray(double[][]::new);
        for (int k = 0; k < columns.length; k++) {
            TrainingRules.requireSameSize(columns[k].length, outcome);
            requireFinite("predictor \"" + names.get(k) + "\"", columns[k]);
            requireVaries(names.get(k), columns[k]);
        }
        if (columns.length >= outcome.size()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "a logistic regression of " + columns.length + " predictors on "
                    + outcome.size() + " cases has no single solution: take fewer predictors, or a penalty (PenalisedLogistic)");
        }
        requireIndependent(names, columns);
        LogisticModel model = new LogisticModel(columns, outcome, offset, weights, objective);
        boolean[] intercept = new boolean[columns.length + 1];
        intercept[0] = true;
        boolean[] all = new boolean[columns.length + 1];
        Arrays.fill(all, true);
        try {
            LogisticModel.Maximum none = model.maximise(new double[columns.length + 1], intercept);
            LogisticModel.Maximum full = model.maximise(none.beta(), all);
            if (objective == LogisticModel.Objective.LIKELIHOOD && (!full.settled() || farthest(model, full) > FAR)) {
                requireOverlap(model, names);
            }
            if (!full.settled()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "the logistic regression of " + names.size() + " predictors on "
                        + outcome + " did not converge: drop strongly correlated predictors, or take a penalty (PenalisedLogistic)");
            }
            return new LogisticFit(names, model, full, none);
        } catch (NonPositiveDefiniteMatrixException singular) {
            requireOverlap(model, names);
            throw new InvalidInputException(Problem.TABLE_INVALID, "the information of the logistic regression of " + names.size()
                    + " predictors on " + outcome + " is singular: drop strongly correlated predictors", singular);
        }
    }

    /** A fit on z-scores, as terms. */
    static FittedTerms terms(FeatureTable training, BinaryOutcome outcome, ClassWeights weights, LogisticModel.Objective objective) {
        StandardisedColumns columns = StandardisedColumns.of(training, outcome);
        Map<String, double[]> predictors = new LinkedHashMap<>();
        for (int c = 0; c < columns.z().length; c++) {
            predictors.put(columns.names().get(c), columns.z()[c]);
        }
        double[] coefficients = fit(predictors, outcome, new double[outcome.size()], weights.of(outcome), objective).coefficients();
        return columns.terms(coefficients[0], c -> coefficients[c + 1], Map.of());
    }

    private static void requireFinite(String what, double[] values) {
        int bad = TrainingRules.firstUnusable(values);
        if (bad >= 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, what + " is " + values[bad] + " in row " + bad
                    + ", a regression needs a finite value for every case: leave out the case or the predictor");
        }
    }

    private static void requirePositive(double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "the weight is " + weights[i] + " in row " + i
                        + ", a case counts with a weight above 0: leave out cases that shall not count");
            }
        }
    }

    private static void requireVaries(String name, double[] values) {
        if (StandardDeviation.isConstant(values)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "predictor \"" + name + "\" is constant, always " + values[0]
                    + ", so its coefficient cannot be told from the intercept: drop it");
        }
    }

    /** Modified Gram-Schmidt: what remains of a centred column without its part in the earlier ones must not vanish. */
    private static void requireIndependent(List<String> names, double[][] columns) {
        List<double[]> basis = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
            double[] rest = ZScore.fit(columns[k], StandardDeviation.POPULATION).of(columns[k]);
            for (double[] direction : basis) {
                double part = InnerProduct.of(rest, direction);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= part * direction[i];
                }
            }
            double length = Math.sqrt(InnerProduct.of(rest, rest));
            if (length < 1e-7 * Math.sqrt(rest.length)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "predictor \"" + names.get(k)
                        + "\" is a linear combination of the " + k + " predictors before it (" + columns[k].length
                        + " cases), so the fit is not unique: drop it, or take a penalty (PenalisedLogistic)");
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] /= length;
            }
            basis.add(rest);
        }
    }

    private static double farthest(LogisticModel model, LogisticModel.Maximum full) {
        double farthest = 0;
        for (double p : model.new Point(full.beta()).probabilities()) {
            farthest = Math.max(farthest, Math.abs(Math.log(p / (1 - p))));
        }
        return farthest;
    }

    private static void requireOverlap(LogisticModel model, List<String> names) {
        Optional<List<Integer>> growing = Separation.direction(model);
        if (growing.isPresent()) {
            String which = growing.get().stream().filter(k -> k > 0).map(k -> "\"" + names.get(k - 1) + "\"")
                    .collect(Collectors.joining(", "));
            throw new InvalidInputException(Problem.TABLE_INVALID, "the maximum likelihood fit does not exist: " + which
                    + " separate the classes (complete or quasi-complete separation), so coefficients would grow without end; take"
                    + " Firth's method (FirthRegression), a penalty (PenalisedLogistic), or fewer predictors");
        }
    }
}
