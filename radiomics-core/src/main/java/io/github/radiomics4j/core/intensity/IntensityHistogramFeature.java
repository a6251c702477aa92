package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link IntensityHistogram}, over the grey levels of the region's N voxels; conventions as in
 * {@link IntensityStatisticsFeature}. Empty levels below the highest count with frequency 0.
 */
public enum IntensityHistogramFeature implements FeatureDefinition<IntensityHistogram.Levels> {
    /** Mean discretised intensity (X6K6). */
    MEAN_DISCRETISED_INTENSITY("X6K6", "level", h -> h.sample().mean()),
    /** Discretised intensity variance (CH89). */
    DISCRETISED_INTENSITY_VARIANCE("CH89", "level^2", h -> h.sample().variance()),
    /** Discretised intensity skewness (88K1); 0 for one level. */
    DISCRETISED_INTENSITY_SKEWNESS("88K1", "1", h -> h.sample().skewness()),
    /** Excess discretised intensity kurtosis (C3I7); 0 for one level. */
    DISCRETISED_INTENSITY_KURTOSIS("C3I7", "1", h -> h.sample().excessKurtosis()),
    /** Median discretised intensity (WIFQ). */
    MEDIAN_DISCRETISED_INTENSITY("WIFQ", "level", h -> h.sample().median()),
    /** Minimum discretised intensity (1PR8). */
    MINIMUM_DISCRETISED_INTENSITY("1PR8", "level", h -> h.sample().minimum()),
    /** 10th discretised intensity percentile (GPMT). */
    DISCRETISED_INTENSITY_PERCENTILE_10("GPMT", "level", h -> h.sample().percentile(0.1)),
    /** 90th discretised intensity percentile (OZ0C). */
    DISCRETISED_INTENSITY_PERCENTILE_90("OZ0C", "level", h -> h.sample().percentile(0.9)),
    /** Maximum discretised intensity (3NCY). */
    MAXIMUM_DISCRETISED_INTENSITY("3NCY", "level", h -> h.sample().maximum()),
    /** Intensity histogram mode (AMMC): the most frequent level, of several the one nearest to the mean. */
    INTENSITY_HISTOGRAM_MODE("AMMC", "level", h -> h.mode()),
    /** Discretised intensity interquartile range (WR0O). */
    DISCRETISED_INTENSITY_INTERQUARTILE_RANGE("WR0O", "level", h -> h.sample().interquartileRange()),
    /** Discretised intensity range (5Z3W). */
    DISCRETISED_INTENSITY_RANGE("5Z3W", "level", h -> h.sample().maximum() - h.sample().minimum()),
    /** Mean absolute deviation (D2ZX). */
    INTENSITY_HISTOGRAM_MEAN_ABSOLUTE_DEVIATION("D2ZX", "level", h -> h.sample().meanAbsoluteDeviation()),
    /** Robust mean absolute deviation (WRZB). */
    INTENSITY_HISTOGRAM_ROBUST_MEAN_ABSOLUTE_DEVIATION("WRZB", "level", h -> h.sample().robustMeanAbsoluteDeviation()),
    /** Median absolute deviation (4RNL). */
    INTENSITY_HISTOGRAM_MEDIAN_ABSOLUTE_DEVIATION("4RNL", "level", h -> h.sample().meanAbsoluteDeviationFromMedian()),
    /** Coefficient of variation (CWYJ). */
    INTENSITY_HISTOGRAM_COEFFICIENT_OF_VARIATION("CWYJ", "1", h -> h.sample().coefficientOfVariation()),
    /** Quartile coefficient of dispersion (SLWD). */
    INTENSITY_HISTOGRAM_QUARTILE_COEFFICIENT_OF_DISPERSION("SLWD", "1", h -> h.sample().quartileCoefficientOfDispersion()),
    /** Discretised intensity entropy (TLU2): {@code −Σ p log₂ p}; 0 for one level. */
    DISCRETISED_INTENSITY_ENTROPY("TLU2", "bit", h -> h.distribution().entropy()),
    /** Discretised intensity uniformity (BJ5W): {@code Σ p²}; 1 for one level. */
    DISCRETISED_INTENSITY_UNIFORMITY("BJ5W", "1", h -> h.distribution().energy()),
    /** Maximum histogram gradient (12CE); 0 for one level. */
    MAXIMUM_HISTOGRAM_GRADIENT("12CE", "voxel", h -> h.gradient(h.steepestAscent())),
    /** Maximum histogram gradient intensity (8E6O): the lowest level that has the maximum gradient. */
    MAXIMUM_HISTOGRAM_GRADIENT_INTENSITY("8E6O", "level", h -> h.steepestAscent()),
    /** Minimum histogram gradient (VQB3); 0 for one level. */
    MINIMUM_HISTOGRAM_GRADIENT("VQB3", "voxel", h -> h.gradient(h.steepestDescent())),
    /** Minimum histogram gradient intensity (RHQZ): the lowest level that has the minimum gradient. */
    MINIMUM_HISTOGRAM_GRADIENT_INTENSITY("RHQZ", "level", h -> h.steepestDescent());

    private final FeatureId id;
    private final ToDoubleFunction<IntensityHistogram.Levels> formula;

    IntensityHistogramFeature(String code, String unit, ToDoubleFunction<IntensityHistogram.Levels> formula) {
        this.id = FeatureId.standard(IntensityHistogram.ID, name(), code, unit);
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(IntensityHistogram.Levels levels) {
        return formula.applyAsDouble(levels);
    }
}
