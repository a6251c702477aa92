package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * A number that says how well scores fit an outcome: a {@link PerformanceMeasure}, or any other, such as the slope of calibration or the
 * sensitivity at a cut-off. What the bootstrap can correct for optimism is not bound to a list.
 */
@FunctionalInterface
public interface ScoreMeasure {

    /**
     * The performance of some scores.
     *
     * @param scores one per case, log odds with {@code risk = 1 / (1 + e^−score)}; not modified
     * @param outcome the outcome of the same cases in the same order
     * @return the measure's value
     */
    double of(double[] scores, BinaryOutcome outcome);
}
