package io.github.radiomics4j.core.extraction;

import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.intensity.IntensityHistogram;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.intensity.LocalIntensity;
import io.github.radiomics4j.core.morphology.Morphology;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.Gldzm;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The families that exist. */
public final class FeatureFamilies {

    private FeatureFamilies() {
    }

    /**
     * The families of the IBSI manual that this library has, in the manual's order.
     *
     * @return morphology, local intensity, intensity statistics, intensity histogram, intensity-volume histogram, GLCM, GLRLM, GLSZM,
     *     GLDZM, NGTDM, NGLDM
     */
    public static List<FeatureFamily<?>> standard() {
        return List.of(new Morphology(), new LocalIntensity(), new IntensityStatistics(), new IntensityHistogram(),
                new IntensityVolumeHistogram(), new Glcm(), new Glrlm(), new Glszm(), new Gldzm(), new Ngtdm(), new Ngldm());
    }

    /**
     * Families that other jars offer as a service of type {@link FeatureFamily}. They are never used unless asked for: a jar on
     * the class path must not change a feature table.
     *
     * @return sorted by name
     * @throws IllegalStateException where two families have one name
     */
    public static List<FeatureFamily<?>> discovered() {
        List<FeatureFamily<?>> found = new ArrayList<>();
        for (FeatureFamily<?> family : ServiceLoader.load(FeatureFamily.class)) {
            found.add(family);
        }
        found.sort(Comparator.comparing(f -> f.id().name()));
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).id().name().equals(found.get(i - 1).id().name())) {
                throw new IllegalStateException("two families are called " + found.get(i).id() + ": " + found.get(i - 1).getClass().getName()
                        + " and " + found.get(i).getClass().getName());
            }
        }
        return found;
    }
}
