package io.github.radiomics4j.validation.calibration;

import io.github.radiomics4j.validation.discrimination.Estimate;

/**
 * Cox's recalibration (Biometrika 1958): the logistic regression of the outcome on the predicted log odds,
 * {@code logit π = intercept + slope · logit risk}.
 *
 * @param intercept 0 where slope and risks are right; not to be read without the slope
 * @param slope 1 for risks as spread as they should be, below 1 for risks too extreme, as those of an overfitted model
 */
public record CalibrationLine(Estimate intercept, Estimate slope) {
}
