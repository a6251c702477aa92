package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.numeric.Sample;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link IntensityStatistics}, over the N intensities x of the intensity mask. Moments divide by N, percentiles
 * interpolate linearly ({@link Sample}). One voxel, or equal intensities, have variance, skewness and excess kurtosis 0.
 */
public enum IntensityStatisticsFeature implements FeatureDefinition<Sample> {
    /** Mean intensity (Q4LE): {@code μ = Σ x / N}. */
    MEAN_INTENSITY("Q4LE", "intensity", Sample::mean),
    /** Intensity variance (ECT3): {@code Σ (x − μ)² / N}. */
    INTENSITY_VARIANCE("ECT3", "intensity^2", Sample::variance),
    /** Intensity skewness (KE2A): third central moment over variance to the power 3/2; 0 for equal intensities. */
    INTENSITY_SKEWNESS("KE2A", "1", Sample::skewness),
    /** Excess intensity kurtosis (IPH6): fourth central moment over squared variance, less 3; 0 for equal intensities. */
    INTENSITY_KURTOSIS("IPH6", "1", Sample::excessKurtosis),
    /** Median intensity (Y12H). */
    MEDIAN_INTENSITY("Y12H", "intensity", Sample::median),
    /** Minimum intensity (1GSF). */
    MINIMUM_INTENSITY("1GSF", "intensity", Sample::minimum),
    /** 10th intensity percentile (QG58). */
    INTENSITY_PERCENTILE_10("QG58", "intensity", s -> s.percentile(0.1)),
    /** 90th intensity percentile (8DWT). */
    INTENSITY_PERCENTILE_90("8DWT", "intensity", s -> s.percentile(0.9)),
    /** Maximum intensity (84IY). */
    MAXIMUM_INTENSITY("84IY", "intensity", Sample::maximum),
    /** Intensity interquartile range (SALO): 75th less 25th percentile. */
    INTENSITY_INTERQUARTILE_RANGE("SALO", "intensity", Sample::interquartileRange),
    /** Intensity range (2OJQ): maximum less minimum. */
    INTENSITY_RANGE("2OJQ", "intensity", s -> s.maximum() - s.minimum()),
    /** Mean absolute deviation (4FUA): {@code Σ |x − μ| / N}. */
    INTENSITY_MEAN_ABSOLUTE_DEVIATION("4FUA", "intensity", Sample::meanAbsoluteDeviation),
    /** Robust mean absolute deviation (1128): the same over intensities from the 10th to the 90th percentile. */
    INTENSITY_ROBUST_MEAN_ABSOLUTE_DEVIATION("1128", "intensity", Sample::robustMeanAbsoluteDeviation),
    /** Median absolute deviation (N72L): {@code Σ |x − median| / N}. */
    INTENSITY_MEDIAN_ABSOLUTE_DEVIATION("N72L", "intensity", Sample::meanAbsoluteDeviationFromMedian),
    /** Coefficient of variation (7TET): {@code √variance / μ}; NaN or infinite where μ = 0. */
    INTENSITY_COEFFICIENT_OF_VARIATION("7TET", "1", Sample::coefficientOfVariation),
    /** Quartile coefficient of dispersion (9S40): {@code (Q₃ − Q₁) / (Q₃ + Q₁)}; NaN or infinite where the quartiles sum to 0. */
    INTENSITY_QUARTILE_COEFFICIENT_OF_DISPERSION("9S40", "1", Sample::quartileCoefficientOfDispersion),
    /** Energy (N8CA): {@code Σ x²}. */
    INTENSITY_ENERGY("N8CA", "intensity^2", Sample::energy),
    /** Root mean square intensity (5ZWQ): {@code √(Σ x² / N)}. */
    ROOT_MEAN_SQUARE_INTENSITY("5ZWQ", "intensity", Sample::rootMeanSquare);

    private final FeatureId id;
    private final ToDoubleFunction<Sample> formula;

    IntensityStatisticsFeature(String code, String unit, ToDoubleFunction<Sample> formula) {
        this.id = FeatureId.standard(IntensityStatistics.ID, name(), code, unit);
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(Sample sample) {
        return formula.applyAsDouble(sample);
    }
}
