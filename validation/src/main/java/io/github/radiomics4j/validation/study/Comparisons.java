package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.validation.discrimination.Obuchowski;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Models beside clinical columns and beside each other. */
final class Comparisons {
    private final IndependentUnits units;
    private final double level;

    Comparisons(IndependentUnits units, double level) {
        this.units = units;
        this.level = level;
    }

    List<ClinicalScore> clinical(Map<String, double[]> comparators) {
        List<ClinicalScore> scores = new ArrayList<>();
        comparators.forEach((name, values) -> {
            int[] rows = known(name, values);
            scores.add(new ClinicalScore(name, rows.length, AucEstimate.of(at(values, rows), units.rows(rows), level)));
        });
        return scores;
    }

    /** The rows with a value of a clinical column. */
    private int[] known(String name, double[] values) {
        int[] rows = IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).toArray();
        IndependentUnits left = units.rows(rows);
        if (left.ofRarerOutcome() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "clinical column \"" + name + "\" has values of " + left.outcome()
                    + " only, a comparison needs at least 2 of each outcome" + (units.haveSeveralCases() ? ", of different patients" : "")
                    + ": choose the comparators by comparedWith");
        }
        return rows;
    }

    List<Comparison> of(List<ModelResult> models, Map<String, double[]> comparators, List<String> plans) {
        List<Comparison> comparisons = new ArrayList<>();
        for (String plan : plans) {
            for (ModelResult model : models) {
                double[] scores = honest(model, plan);
                comparators.forEach((name, values) -> {
                    int[] rows = known(name, values);
                    comparisons.add(comparison(model, plan, name, false, at(scores, rows), at(values, rows), units.rows(rows)));
                });
            }
            for (int a = 0; a < models.size(); a++) {
                for (int b = 0; b < a; b++) {
                    comparisons.add(comparison(models.get(a), plan, models.get(b).name(), true, honest(models.get(a), plan),
                            honest(models.get(b), plan), units));
                }
            }
        }
        return comparisons;
    }

    private Comparison comparison(ModelResult model, String plan, String comparator, boolean ofModels, double[] scores, double[] others,
            IndependentUnits both) {
        PairedAucTest test = Obuchowski.pairedTest(scores, others, both.outcome(), both.unitOfCase());
        return new Comparison(model.name(), plan, comparator, ofModels, scores.length, test, test.differenceInterval(level));
    }

    private static double[] honest(ModelResult model, String plan) {
        return model.plan(plan).honest().orElseThrow().scoreArray();
    }

    private static double[] at(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }
}
