package io.github.radiomics4j.validation.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case of the study and its scores.
 *
 * @param id of the case
 * @param patient whom it is of; empty where the data name none
 * @param batch where it was scanned; empty where the data do not tell
 * @param event its outcome
 * @param scores one per model, in their order; copied
 */
public record CaseResult(String id, Optional<String> patient, Optional<String> batch, boolean event, List<Score> scores) {

    /**
     * Copies the list.
     *
     * @param id of the case
     * @param patient whom it is of
     * @param batch where it was scanned
     * @param event its outcome
     * @param scores one per model, in their order; copied
     */
    public CaseResult {
        scores = List.copyOf(scores);
    }

    /**
     * What a model says of the case.
     *
     * @param model its name
     * @param honest plan to out-of-sample score, of the cross-validation plans
     * @param fitted the score of the model that was fitted on all cases, this one included
     * @param risk {@code 1 / (1 + e^−fitted)}
     * @param contributions feature to what its term adds to {@code fitted}, in the order of terms; with the intercept they sum to it
     */
    public record Score(String model, Map<String, Double> honest, double fitted, double risk, Map<String, Double> contributions) {
    }
}
