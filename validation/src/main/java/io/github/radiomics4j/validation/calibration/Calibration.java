package io.github.radiomics4j.validation.calibration;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.discrimination.Estimate;
import java.util.Map;

/**
 * Whether predicted risks come true: of cases with a predicted risk of 0.3, do 30 % have the event? Each number is computed when asked
 * for. Immutable.
 *
 * @param risks risks and outcome
 */
public record Calibration(PredictedRisks risks) {
    private static final Lowess SMOOTHER = new Lowess(2 / 3.0, 0);

    /**
     * Calibration in the large: the intercept a of {@code logit π = a + logit risk}, the slope fixed at 1.
     *
     * @return 0 where as many cases are positive as the risks announce, positive where more are
     * @throws InvalidInputException TABLE_INVALID where a risk is exactly 0 or 1 or the outcome is of one class
     */
    public Estimate inTheLarge() {
        LogisticFit fit = LogisticRegression.estimate(Map.of(), risks.outcome(), risks.logOdds());
        return estimate(fit, 0);
    }

    /**
     * Intercept and slope of {@code logit π = intercept + slope · logit risk}, fitted together.
     *
     * @return the line
     * @throws InvalidInputException TABLE_INVALID where a risk is exactly 0 or 1, the outcome is of one class, all risks are the same,
     *     or the risks separate the classes completely: there is no largest likelihood then
     */
    public CalibrationLine line() {
        LogisticFit fit = fittedLine();
        return new CalibrationLine(estimate(fit, 0), estimate(fit, 1));
    }

    private LogisticFit fittedLine() {
        return LogisticRegression.estimate(Map.of("log odds of the predicted risk", risks.logOdds()), risks.outcome());
    }

    private static Estimate estimate(LogisticFit fit, int coefficient) {
        return new Estimate(fit.coefficients()[coefficient], fit.standardErrors()[coefficient]);
    }

    /**
     * The likelihood-ratio indices of {@code rms::val.prob}.
     *
     * @return discrimination, unreliability, quality
     * @throws InvalidInputException as {@link #line()}
     */
    public CalibrationIndices indices() {
        LogisticFit fit = fittedLine();
        double deviance = 2 * risks.size() * PerformanceMeasure.LOG_LOSS.of(risks.logOdds(), risks.outcome());
        return new CalibrationIndices(risks.size(), -2 * fit.nullLogLikelihood(), deviance, -2 * fit.logLikelihood());
    }

    /**
     * The smoothed curve, {@code lowess(risk, outcome, f = 2/3, iter = 0, delta = 0)} of R.
     *
     * @return curve, ICI, E50, E90 and Emax
     */
    public CalibrationCurve curve() {
        return curve(SMOOTHER);
    }

    /**
     * The smoothed curve.
     *
     * @param lowess how to smooth; {@code rms::val.prob} has a delta of 0.01 of the range of the risks
     * @return curve, ICI, E50, E90 and Emax
     */
    public CalibrationCurve curve(Lowess lowess) {
        return CalibrationCurve.of(risks, lowess);
    }

    /**
     * The Brier score and its parts.
     *
     * @return lower is better
     */
    public BrierScore brier() {
        return BrierScore.of(risks);
    }

    /**
     * Spiegelhalter's test (Stat Med 1986) that the risks are true: the Brier score less the one expected of true risks,
     * {@code Σ (y − risk)(1 − 2 risk) / n}, with standard error {@code √(Σ (1 − 2 risk)² risk (1 − risk)) / n}. Risks of exactly 0 and 1
     * count in the difference and have no spread.
     *
     * @return the difference; z and p are its {@link Estimate#z()} and {@link Estimate#pValue()}, NaN where all risks are 0, ½ or 1
     */
    public Estimate spiegelhalter() {
        double difference = 0;
        double variance = 0;
        for (int i = 0; i < risks.size(); i++) {
            double risk = risks.risk(i);
            double weight = 1 - 2 * risk;
            difference += (risks.observed(i) - risk) * weight;
            variance += weight * weight * risk * (1 - risk);
        }
        return new Estimate(difference / risks.size(), Math.sqrt(variance) / risks.size());
    }

    /**
     * Hosmer and Lemeshow's test.
     *
     * @param grouping how cases are put into groups; the value depends on it
     * @return groups, statistic and p
     */
    public HosmerLemeshow hosmerLemeshow(RiskGrouping grouping) {
        return HosmerLemeshow.of(risks, grouping);
    }

    /**
     * The number of positive cases that the risks announce over the number there are.
     *
     * @return 1 where they are the same, above 1 for risks too high; infinite without positive cases, NaN where
     *     the risks announce none either
     */
    public double expectedOverObserved() {
        return risks.expected() / risks.outcome().positives();
    }
}
