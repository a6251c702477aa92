package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;

/**
 * How a region becomes the images that a network is trained on. Features of the trained network are taken from images that are cut
 * the same way: {@link #extractor(Encoder)} sees to that.
 *
 * @param sampling which slices (or the cube), how much around the region
 * @param normalisation how intensities become the network's input
 * @param size pixels along each edge
 */
public record PatchCutting(ImageSampling sampling, IntensityNormalisation normalisation, int size) {

    /**
     * Checks the size.
     *
     * @param sampling which slices (or the cube), how much around the region
     * @param normalisation how intensities become the network's input
     * @param size pixels along each edge, from 1 to 4096 (of cubes 512)
     * @throws IllegalArgumentException where the size is out of range
     */
    public PatchCutting {
        sampling.requireSize(size);
    }

    /**
     * Cuts the patches of one region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return one patch per slice that the sampling chooses, or one cube
     * @throws InvalidInputException as {@link DeepFeatureExtractor#extract}
     */
    public Patches cut(ScalarImage image, Mask mask) {
        return Patches.of(this, sampling.images(image, mask, normalisation, size));
    }

    /**
     * An extractor that cuts as here, otherwise as {@link DeepFeatureExtractor#of}: the encoder's last layer, all poolings.
     *
     * @param encoder the network
     * @return the extractor
     * @throws IllegalArgumentException where the patches are smaller than the encoder's minimum, or have other dimensions
     */
    public DeepFeatureExtractor extractor(Encoder encoder) {
        return DeepFeatureExtractor.of(encoder).cutBy(this);
    }

    /**
     * The name used in settings.
     *
     * @return all three components
     */
    public String label() {
        return sampling.label() + "; " + normalisation.label() + "; " + shape() + " pixels";
    }

    /**
     * How many axes the patches have.
     *
     * @return 2 for squares, 3 for cubes
     */
    public int dimensions() {
        return sampling.dimensions();
    }

    /** The pixels of a patch. */
    int volume() {
        return Math.multiplyExact(size * size, dimensions() == 2 ? 1 : size);
    }

    /** Such as {@code 64 × 64}. */
    String shape() {
        return size + " × " + size + (dimensions() == 2 ? "" : " × " + size);
    }
}
