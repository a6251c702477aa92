package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.InternalValidation;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures of the command {@code radscore} show. */
final class RadscoreFigures {
    /** How many groups of risk the calibration plot has. */
    static final int GROUPS = 10;

    private static final String APPARENT = "apparent";

    private RadscoreFigures() { }

    /**
     * The ROC curves.
     *
     * @param results one per plan, at least one
     * @return that of the cases which were learned from, and one of out-of-sample scores for each cross-validation
     */
    static Map<String, Roc> curves(List<ValidationJson.Result> results) {
        Map<String, Roc> curves = new LinkedHashMap<>();
        curves.put(APPARENT, results.get(0).found().apparentRoc());
        results.forEach(result -> {
            if (result.found() instanceof CrossValidated folds) {
                curves.put(result.title(), folds.roc());
            }
        });
        return curves;
    }

    /**
     * The calibrations.
     *
     * @param results one per plan, at least one
     * @return one of out-of-sample scores for each cross-validation; where there is none, that of the cases which were learned from
     */
    static Map<String, Calibration> calibrations(List<ValidationJson.Result> results) {
        Map<String, Calibration> models = new LinkedHashMap<>();
        results.forEach(result -> {
            if (result.found() instanceof CrossValidated folds) {
                models.put(result.title(), new Calibration(PredictedRisks.ofScores(folds.scores(), folds.outcome())));
            }
        });
        if (models.isEmpty()) {
            InternalValidation first = results.get(0).found();
            models.put(APPARENT, new Calibration(PredictedRisks.ofScores(first.apparentScores(), first.outcome())));
        }
        return models;
    }
}
