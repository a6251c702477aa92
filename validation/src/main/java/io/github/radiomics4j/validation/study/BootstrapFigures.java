package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;

/**
 * What the bootstrap says beside the corrected AUC.
 *
 * @param optimism of the apparent AUC
 * @param outOfBagAuc the mean AUC of the cases not drawn, of the samples that have both outcomes among them; NaN of none
 * @param outOfBagSamples how many these are
 * @param auc632 Efron's .632 estimate; NaN where the out-of-bag AUC is
 * @param auc632Plus the .632+ estimate; NaN where the out-of-bag AUC is
 * @param brierScore the apparent Brier score less its optimism
 * @param calibrationSlope the slope of the apparent scores less its optimism: by how much the score should be shrunk
 */
public record BootstrapFigures(double optimism, double outOfBagAuc, int outOfBagSamples, double auc632, double auc632Plus,
        double brierScore, Found<Double> calibrationSlope) {

    static BootstrapFigures of(Bootstrapped samples) {
        return new BootstrapFigures(samples.optimism(PerformanceMeasure.AUC), samples.outOfBagAuc(), samples.outOfBagSamples(),
                samples.auc632(), samples.auc632Plus(), samples.corrected(PerformanceMeasure.BRIER_SCORE),
                Found.of(() -> samples.corrected((scores, outcome) -> new Calibration(PredictedRisks.ofScores(scores, outcome)).line()
                        .slope().value())));
    }
}
