package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.numeric.Sample;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.List;
import java.util.Optional;

/** Intensity-based statistics (UHIW): the intensities in the intensity mask as a sample; no discretisation. */
public final class IntensityStatistics implements FeatureFamily<Sample> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("intensity_statistics", "UHIW");

    /** The family; it has no settings. */
    public IntensityStatistics() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<IntensityStatisticsFeature> features() {
        return List.of(IntensityStatisticsFeature.values());
    }

    @Override
    public Optional<String> discretisation(PreparedRoi roi) {
        return Optional.empty();
    }

    @Override
    public List<Sample> measure(PreparedRoi roi, Aggregation aggregation) {
        return List.of(Sample.of(roi.intensities().region()));
    }
}
