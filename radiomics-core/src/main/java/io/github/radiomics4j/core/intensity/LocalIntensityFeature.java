package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link LocalIntensity}. A voxel's peak is {@code Σ x / n} over the n voxels of the image, in the region or not,
 * whose centres are at most {@code (3 / (4π))^(1/3)} cm away from its own.
 */
public enum LocalIntensityFeature implements FeatureDefinition<LocalIntensity.Peaks> {
    /** Local intensity peak (VJGA): the peak of the voxel of highest intensity in the region; of several the highest peak. */
    LOCAL_INTENSITY_PEAK("VJGA", LocalIntensity.Peaks::local),
    /** Global intensity peak (0F91): the highest peak of all voxels of the region. */
    GLOBAL_INTENSITY_PEAK("0F91", LocalIntensity.Peaks::global);

    private final FeatureId id;
    private final ToDoubleFunction<LocalIntensity.Peaks> formula;

    LocalIntensityFeature(String code, ToDoubleFunction<LocalIntensity.Peaks> formula) {
        this.id = FeatureId.standard(LocalIntensity.ID, name(), code, "intensity");
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(LocalIntensity.Peaks peaks) {
        return formula.applyAsDouble(peaks);
    }
}
