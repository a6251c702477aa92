package io.github.radiomics4j.core.feature;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two sources as one.
 *
 * @param first measures first
 * @param second measures then
 * @param provenance the settings of both
 */
record JoinedSource(FeatureSource first, FeatureSource second, Provenance provenance) implements FeatureSource {

    @Override
    public FeatureVector extract(ScalarImage image, Mask mask) {
        FeatureVector a = first.extract(image, mask);
        FeatureVector b = second.extract(image, mask);
        List<FeatureKey> keys = new ArrayList<>(a.keys());
        keys.addAll(b.keys());
        double[] values = Arrays.copyOf(a.values(), keys.size());
        System.arraycopy(b.values(), 0, values, a.size(), b.size());
        return FeatureVector.of(keys, values, provenance);
    }
}
