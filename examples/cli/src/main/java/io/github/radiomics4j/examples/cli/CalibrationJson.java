package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.CalibrationCurve;
import io.github.radiomics4j.validation.calibration.CalibrationLine;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.Estimate;

/** What {@code validation.json} says of calibration. */
final class CalibrationJson {

    private CalibrationJson() { }

    /**
     * Puts the calibration of scores that did not learn from these cases.
     *
     * @param node where to
     * @param scores log odds, one per case
     * @param outcome of the same cases
     */
    static void put(ObjectNode node, double[] scores, BinaryOutcome outcome) {
        Calibration calibration = new Calibration(PredictedRisks.ofScores(scores, outcome));
        try {
            // All of these are defined, or none is written: a line needs scores that differ and do not separate the classes.
            Estimate inTheLarge = calibration.inTheLarge();
            CalibrationLine line = calibration.line();
            put(node, "in_the_large", inTheLarge);
            put(node, "intercept", line.intercept());
            put(node, "slope", line.slope());
        } catch (InvalidInputException e) {
            node.put("line_undefined", e.getMessage());
        }
        CalibrationCurve curve = calibration.curve();
        JsonOutput.put(node, "ici", curve.integratedCalibrationIndex());
        JsonOutput.put(node, "e50", curve.e50());
        JsonOutput.put(node, "e90", curve.e90());
        JsonOutput.put(node, "emax", curve.eMax());
        JsonOutput.put(node, "expected_over_observed", calibration.expectedOverObserved());
        JsonOutput.put(node, "scaled_brier_score", calibration.brier().scaled());
        Estimate spiegelhalter = calibration.spiegelhalter();
        JsonOutput.put(node, "spiegelhalter_z", spiegelhalter.z());
        JsonOutput.put(node, "spiegelhalter_p", spiegelhalter.pValue());
    }

    private static void put(ObjectNode node, String key, Estimate estimate) {
        JsonOutput.put(node, key, estimate.value());
        JsonOutput.put(node, key + "_se", estimate.standardError());
    }
}
