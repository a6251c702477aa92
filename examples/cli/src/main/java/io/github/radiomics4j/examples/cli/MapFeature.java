package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.intensity.IntensityHistogram;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.map.FeatureMaps;
import io.github.radiomics4j.core.table.NearestName;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.Gldzm;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The features that can be mapped, by family and name. */
final class MapFeature {
    private static final Map<String, Supplier<FeatureMaps<?>>> KNOWN = new LinkedHashMap<>();

    static {
        for (GlcmFeature feature : GlcmFeature.values()) {
            KNOWN.put(feature.id().toString(), () -> FeatureMaps.glcm(feature));
        }
        for (IntensityStatisticsFeature feature : IntensityStatisticsFeature.values()) {
            KNOWN.put(feature.id().toString(), () -> FeatureMaps.intensityStatistics(feature));
        }
        for (FeatureFamily<?> family : List.of(new Glrlm(), new Glszm(), new Gldzm(), new Ngtdm(), new Ngldm(), new IntensityHistogram())) {
            know(family);
        }
    }

    private static <S> void know(FeatureFamily<S> family) {
        family.features().forEach(feature -> KNOWN.put(feature.id().toString(), () -> FeatureMaps.of(family, List.of(feature))));
    }

    private MapFeature() { }

    /**
     * The maps of a feature.
     *
     * @param name such as {@code glcm.contrast}
     * @return the maps of this feature alone
     * @throws UsageException where there is no such feature, or none that can be mapped
     */
    static FeatureMaps<?> named(String name) {
        return Optional.ofNullable(KNOWN.get(name)).orElseThrow(() -> new UsageException("--feature: no feature \"" + name
                + "\" can be mapped" + NearestName.to(name, KNOWN.keySet()).map(near -> "; did you mean \"" + near + "\"?").orElse(".")
                + " Those of the textures, intensity_statistics and intensity_histogram can, by the names in the table that extract"
                + " writes")).get();
    }
}
