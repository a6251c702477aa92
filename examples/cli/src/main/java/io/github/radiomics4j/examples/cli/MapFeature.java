package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.map.FeatureMaps;
import io.github.radiomics4j.core.table.NearestName;
import io.github.radiomics4j.core.texture.GlcmFeature;
import java.util.LinkedHashMap;
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
                + " Those of glcm and intensity_statistics can, by the names in the table that extract writes")).get();
    }
}
