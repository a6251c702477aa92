package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;

/**
 * How a region becomes the images that a network is trained on. Features of the trained network are taken from images that are cut
 * the same way: {@link #extractor(Encoder)} sees to that.
 *
 * @param sampling which slices, how much around the region
 * @param normalisation how intensities become the network's input
 * @param size pixels along each edge
 */
public record PatchCutting(RegionSampling sampling, IntensityNormalisation normalisation, int size) {

    /**
     * Checks the size.
     *
     * @param sampling which slices, how much around the region
     * @param normalisation how intensities become the network's input
     * @param size pixels along each edge, from 1 to 4096
     * @throws IllegalArgumentException where the size is out of range
     */
    public PatchCutting {
        if (size < 1 || size > DeepFeatureExtractor.LARGEST_SIZE) {
            throw new IllegalArgumentException("patches have 1 to " + DeepFeatureExtractor.LARGEST_SIZE + " pixels along an edge, was "
                    + size);
        }
    }

    /**
     * Cuts the patches of one region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return one patch per slice that the sampling chooses
     * @throws InvalidInputException as {@link DeepFeatureExtractor#extract}
     */
    public Patches cut(ScalarImage image, Mask mask) {
        return Patches.of(this, RegionSlices.of(image, mask, sampling, normalisation, size));
    }

    /**
     * An extractor that cuts as here, otherwise as {@link DeepFeatureExtractor#of}: the encoder's last layer, all poolings.
     *
     * @param encoder the network
     * @return the extractor
     * @throws IllegalArgumentException where the patches are smaller than the encoder's minimum
     */
    public DeepFeatureExtractor extractor(Encoder encoder) {
        return DeepFeatureExtractor.of(encoder).sampling(sampling).normalisedBy(normalisation).resizedTo(size);
    }

    /**
     * The name used in settings.
     *
     * @return all three components
     */
    public String label() {
        return sampling.label() + "; " + normalisation.label() + "; " + size + " × " + size + " pixels";
    }
}
