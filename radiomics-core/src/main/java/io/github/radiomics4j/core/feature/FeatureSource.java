package io.github.radiomics4j.core.feature;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;

/**
 * Anything that turns an image and a region into named numbers: the radiomics extractor, a deep network, your own code.
 * Implementations are immutable and may be used by several threads at once.
 */
public interface FeatureSource {

    /**
     * Measures a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return the same keys in the same order for every input
     * @throws io.github.radiomics4j.core.InvalidInputException where the region cannot be measured, with the reason
     */
    FeatureVector extract(ScalarImage image, Mask mask);

    /**
     * The settings under which this source measures.
     *
     * @return equal for sources whose features may be compared
     */
    Provenance provenance();
}
