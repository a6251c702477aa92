package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.util.Set;

/**
 * Deep features as a settings file asks for them.
 *
 * @param features measures a region
 * @param closing frees what the network holds outside the Java heap
 * @param trainedOn the cases that the network's file says it has learned from; none where it does not say
 */
record DeepSource(FeatureSource features, Runnable closing, Set<String> trainedOn) implements FeatureSource, AutoCloseable {

    /**
     * {@inheritDoc}
     *
     * @throws UsageException where the settings do not fit the network, which some networks tell only when they compute
     */
    @Override
    public FeatureVector extract(ScalarImage image, Mask mask) {
        try {
            return features.extract(image, mask);
        } catch (IllegalArgumentException e) {
            throw new UsageException("the deep settings do not fit the network: " + e.getMessage(), e);
        }
    }

    @Override
    public Provenance provenance() {
        return features.provenance();
    }

    @Override
    public void close() {
        closing.run();
    }
}
