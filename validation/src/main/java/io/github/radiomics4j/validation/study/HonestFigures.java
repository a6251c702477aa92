package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.util.List;

/**
 * What the out-of-sample scores of cross-validation say: scores of cases by fits that did not see them.
 *
 * @param scores one per case in the order of the study's cases, log odds, the mean over repeats; copied
 * @param calls for each case the share of repeats that call it positive at cut-offs chosen in training; copied
 * @param aucOfRepeats the AUC of each repeat; copied
 * @param meanFoldAuc the mean AUC within folds, where cases of one fit are compared only; NaN where no fold has both outcomes
 * @param roc the points of the curve; copied
 * @param cutOff the optimal cut-off
 * @param calibration whether the risks come true
 * @param decision net benefit at each threshold; copied
 */
public record HonestFigures(List<Double> scores, List<Double> calls, List<Double> aucOfRepeats, double meanFoldAuc, List<Roc.Point> roc,
        CutOffResult cutOff, CalibrationFigures calibration, List<DecisionCurve.Point> decision) {

    /**
     * Copies the lists.
     *
     * @param scores one per case in the order of the study's cases; copied
     * @param calls for each case the share of repeats that call it positive; copied
     * @param aucOfRepeats the AUC of each repeat; copied
     * @param meanFoldAuc the mean AUC within folds
     * @param roc the points of the curve; copied
     * @param cutOff the optimal cut-off
     * @param calibration whether the risks come true
     * @param decision net benefit at each threshold; copied
     */
    public HonestFigures {
        scores = List.copyOf(scores);
        calls = List.copyOf(calls);
        aucOfRepeats = List.copyOf(aucOfRepeats);
        roc = List.copyOf(roc);
        decision = List.copyOf(decision);
    }

    double[] scoreArray() {
        return scores.stream().mapToDouble(score -> score).toArray();
    }

    double[] callArray() {
        return calls.stream().mapToDouble(call -> call).toArray();
    }
}
