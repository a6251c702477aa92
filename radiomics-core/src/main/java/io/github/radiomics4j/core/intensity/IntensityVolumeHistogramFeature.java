package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link IntensityVolumeHistogram}. The manual gives fractions BC2M, intensities GBPN and their differences DDTU and
 * CNV2 as features with a parameter; these are the variants at 10 % and 90 % with codes of their own. A region of equal intensities
 * has volume fraction 1 everywhere. The unit of intensities is that of the chosen axis: intensity, or bin number.
 */
public enum IntensityVolumeHistogramFeature implements FeatureDefinition<IntensityVolumeHistogram.Curve> {
    /** Volume fraction at 10 % intensity (BC2M, NK6P): ν at the lowest level with {@code γ ≥ 0.1}. */
    VOLUME_FRACTION_AT_10_PERCENT_INTENSITY("NK6P", "1", c -> c.volumeFractionAt(0.1)),
    /** Volume fraction at 90 % intensity (BC2M, 4279): ν at the lowest level with {@code γ ≥ 0.9}. */
    VOLUME_FRACTION_AT_90_PERCENT_INTENSITY("4279", "1", c -> c.volumeFractionAt(0.9)),
    /** Intensity at 10 % volume (GBPN, PWN1): the lowest level with {@code ν ≤ 0.1}. */
    INTENSITY_AT_10_PERCENT_VOLUME("PWN1", "intensity", c -> c.intensityAt(0.1)),
    /** Intensity at 90 % volume (GBPN, BOHI): the lowest level with {@code ν ≤ 0.9}. */
    INTENSITY_AT_90_PERCENT_VOLUME("BOHI", "intensity", c -> c.intensityAt(0.9)),
    /** Volume fraction difference between 10 % and 90 % intensity (DDTU, WITY). */
    VOLUME_FRACTION_DIFFERENCE("WITY", "1", c -> c.volumeFractionAt(0.1) - c.volumeFractionAt(0.9)),
    /** Intensity difference between 10 % and 90 % volume (CNV2, JXJA). */
    INTENSITY_DIFFERENCE("JXJA", "intensity", c -> c.intensityAt(0.1) - c.intensityAt(0.9));

    private final FeatureId id;
    private final ToDoubleFunction<IntensityVolumeHistogram.Curve> formula;

    IntensityVolumeHistogramFeature(String code, String unit, ToDoubleFunction<IntensityVolumeHistogram.Curve> formula) {
        this.id = FeatureId.standard(IntensityVolumeHistogram.ID, name(), code, unit);
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(IntensityVolumeHistogram.Curve curve) {
        return formula.applyAsDouble(curve);
    }
}
