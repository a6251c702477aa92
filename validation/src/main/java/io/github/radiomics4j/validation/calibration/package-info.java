/** Whether predicted risks come true: calibration intercept, slope and curve, Brier score, tests. */
package io.github.radiomics4j.validation.calibration;
