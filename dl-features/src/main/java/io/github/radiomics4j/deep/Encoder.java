package io.github.radiomics4j.deep;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * A network whose inner maps serve as features: square images (or cubes) in, the activations of a named layer out. Whoever computes the
 * network implements this; the extractor knows nothing else of it.
 *
 * <p>Implementations are immutable as seen from outside and may be used by several threads at once. Equal input gives equal
 * bits, whichever thread asks and however often.
 */
public interface Encoder {

    /**
     * The network's name, part of the features' names.
     *
     * @return lower case letters, digits, {@code _} and {@code -}, such as {@code small2d}
     */
    String name();

    /**
     * How many axes the images have.
     *
     * @return 2 for squares, 3 for cubes
     */
    default int dimensions() {
        return 2;
    }

    /**
     * The layers whose activations can be asked for.
     *
     * @return their names from input to output, each of lower case letters, digits, {@code _} and {@code -}; at least one
     */
    List<String> layers();

    /**
     * The number of maps of a layer.
     *
     * @param layer one of {@link #layers()}
     * @return at least 1
     * @throws IllegalArgumentException where there is no such layer; the message lists those there are
     */
    int channels(String layer);

    /**
     * The number of channels of an input image.
     *
     * @return 1 for grey values; networks made for colour have 3
     */
    int inputChannels();

    /**
     * The smallest image that leaves at least one position in every layer.
     *
     * @return pixels along an edge
     */
    int minimumSize();

    /**
     * The only size of image that the network takes, where it was made for one size.
     *
     * @return pixels along an edge, then the same as {@link #minimumSize()}; empty where every size from there on will do
     */
    default OptionalInt fixedSize() {
        return OptionalInt.empty();
    }

    /**
     * Everything but the weights that decides about the activations: architecture, initialisation, seed, engine.
     *
     * @return name to value
     */
    SortedMap<String, String> settings();

    /**
     * A fingerprint of the weights.
     *
     * @return the SHA-256 of all weights, 64 hexadecimal digits
     */
    String weightsSha256();

    /**
     * The activations of a layer, after its non-linearity where it has one.
     *
     * @param images pixels in the order image, channel, (slice,) row, column; length {@code count · inputChannels · size^dimensions}; not
     *     modified
     * @param count the number of images
     * @param size pixels along each edge of an image, at least {@link #minimumSize()}, exactly {@link #fixedSize()} where there is one
     * @param layer one of {@link #layers()}
     * @return the layer's maps for each image
     * @throws IllegalArgumentException where the array's length or the size does not fit, or there is no such layer
     */
    Activations activations(float[] images, int count, int size, String layer);

    /**
     * Checks that there is a layer of a name.
     *
     * @param layer the name
     * @throws IllegalArgumentException where there is none; the message lists those there are
     */
    default void requireLayer(String layer) {
        if (!layers().contains(layer)) {
            throw new IllegalArgumentException("encoder " + name() + " has no layer \"" + layer + "\"; it has "
                    + String.join(", ", layers()));
        }
    }

    /**
     * Checks that images are what the network takes.
     *
     * @param images pixels in the order image, channel, (slice,) row, column
     * @param count the number of images
     * @param size pixels along each edge of an image
     * @throws IllegalArgumentException where the count is below 1, the size is none that the network takes, or the array has another
     *     length
     */
    default void requireImages(float[] images, int count, int size) {
        if (count < 1 || size < minimumSize() || size != fixedSize().orElse(size)
                || images.length != (long) count * inputChannels() * size * size * (dimensions() == 2 ? 1 : size)) {
            throw new IllegalArgumentException("encoder " + name() + " needs at least 1 image of " + inputChannels()
                    + " × size × size" + (dimensions() == 2 ? "" : " × size") + " pixels with size "
                    + (fixedSize().isPresent() ? "" : "at least ") + minimumSize() + ", was " + count
                    + " images of size " + size + " in " + images.length + " values");
        }
    }
}
