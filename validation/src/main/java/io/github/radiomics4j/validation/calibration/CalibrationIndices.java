package io.github.radiomics4j.validation.calibration;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Miller's, Hui's and Tierney's likelihood-ratio indices of predictions on new cases (Stat Med 1991), as {@code rms::val.prob} prints
 * them, from three deviances {@code −2 ln L}: of the share of positives as a risk for all, of the risks as they are, and of the risks
 * after {@link CalibrationLine}.
 *
 * @param cases the number n of cases
 * @param nullDeviance of the share of positives
 * @param deviance of the risks
 * @param recalibratedDeviance of the recalibrated risks
 */
public record CalibrationIndices(int cases, double nullDeviance, double deviance, double recalibratedDeviance) {

    /**
     * What the risks know beyond the share of positives.
     *
     * @return {@code nullDeviance − deviance}; negative for risks that are worse than that share
     */
    public double discriminationChiSquared() {
        return nullDeviance - deviance;
    }

    /**
     * The discrimination index D.
     *
     * @return {@code (discriminationChiSquared − 1) / n}
     */
    public double discrimination() {
        return (discriminationChiSquared() - 1) / cases;
    }

    /**
     * What recalibration would gain: the likelihood-ratio statistic of intercept 0 and slope 1.
     *
     * @return {@code deviance − recalibratedDeviance}; not negative but for rounding
     */
    public double unreliabilityChiSquared() {
        return deviance - recalibratedDeviance;
    }

    /**
     * The probability of so large a gain where the risks are true.
     *
     * @return of the chi-squared distribution with 2 degrees of freedom
     */
    public double unreliabilityPValue() {
        return ChiSquaredDistribution.of(2).survivalProbability(Math.max(0, unreliabilityChiSquared()));
    }

    /**
     * The unreliability index U.
     *
     * @return {@code (unreliabilityChiSquared − 2) / n}
     */
    public double unreliability() {
        return (unreliabilityChiSquared() - 2) / cases;
    }

    /**
     * The quality index Q.
     *
     * @return {@code D − U}
     */
    public double quality() {
        return discrimination() - unreliability();
    }

    /**
     * Nagelkerke's R² (Biometrika 1991) of the risks as they are.
     *
     * @return {@code (1 − exp(−discriminationChiSquared / n)) / (1 − exp(−nullDeviance / n))}, at most 1; negative for risks that are
     *     worse than the share of positives
     */
    public double nagelkerke() {
        return Math.expm1(-discriminationChiSquared() / cases) / Math.expm1(-nullDeviance / cases);
    }
}
