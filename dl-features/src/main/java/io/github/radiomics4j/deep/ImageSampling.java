package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.util.List;

/** Which images of a region a network is given, its samples: squares ({@link RegionSampling}) or a cube ({@link CubeSampling}). */
public sealed interface ImageSampling permits RegionSampling, CubeSampling {
    /** No square may have more pixels along an edge. */
    int LARGEST_SQUARE = 4096;
    /** No cube may have more voxels along an edge. */
    int LARGEST_CUBE = 512;

    /**
     * How many axes the images have.
     *
     * @return 2 for squares, 3 for a cube
     */
    int dimensions();

    /**
     * Cuts, normalises and resizes.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @param normalisation how intensities become the network's input
     * @param size samples along each edge, from 1 to {@link #largestSize()}
     * @return at least one image of {@code size^dimensions} samples, x fastest (of other planes than x-y, columns)
     * @throws IllegalArgumentException where the size is out of range
     * @throws InvalidInputException as {@link DeepFeatureExtractor#extract}
     */
    List<float[]> images(ScalarImage image, Mask mask, IntensityNormalisation normalisation, int size);

    /**
     * The largest size of an image.
     *
     * @return samples along each edge
     */
    default int largestSize() {
        return dimensions() == 2 ? LARGEST_SQUARE : LARGEST_CUBE;
    }

    /**
     * Checks the size of images.
     *
     * @param size samples along each edge
     * @throws IllegalArgumentException where it is not from 1 to {@link #largestSize()}
     */
    default void requireSize(int size) {
        if (size < 1 || size > largestSize()) {
            throw new IllegalArgumentException("patches have 1 to " + largestSize() + " pixels along an edge, was " + size);
        }
    }

    /**
     * The name used in settings.
     *
     * @return all that decides about the images but normalisation and size
     */
    String label();
}
