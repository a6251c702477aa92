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

    /**
     * This source and another as one: radiomics beside deep features, say, in one table of a region.
     *
     * @param other measures the same regions; gives features of other keys
     * @return measures by this source, then by the other; its vectors hold the features of both in this order
     * @throws io.github.radiomics4j.core.InvalidInputException SETTINGS_MISMATCH where both have a setting of one name with different
     *     values
     */
    default FeatureSource and(FeatureSource other) {
        return new JoinedSource(this, other, provenance().beside(other.provenance()));
    }
}
