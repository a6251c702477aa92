package io.github.radiomics4j.deep;

/**
 * The maps of one layer for a batch of images: {@code images × channels × depth × height × width} numbers, with depth 1 for a network of
 * two dimensions. Immutable.
 */
public final class Activations {
    private final int images;
    private final int channels;
    private final int depth;
    private final int height;
    private final int width;
    private final float[] values;

    private Activations(int images, int channels, int depth, int height, int width, float[] values) {
        this.images = images;
        this.channels = channels;
        this.depth = depth;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /**
     * Maps from an array.
     *
     * @param images the number of images
     * @param channels maps per image
     * @param height rows of a map
     * @param width columns of a map
     * @param values in the order image, channel, row, column; copied
     * @return the activations
     * @throws IllegalArgumentException where a number is below 1 or the array's length is not their product
     */
    public static Activations of(int images, int channels, int height, int width, float[] values) {
        return of(images, channels, 1, height, width, values);
    }

    /**
     * Maps of three dimensions from an array.
     *
     * @param images the number of images
     * @param channels maps per image
     * @param depth slices of a map
     * @param height rows of a slice
     * @param width columns of a slice
     * @param values in the order image, channel, slice, row, column; copied
     * @return the activations
     * @throws IllegalArgumentException where a number is below 1 or the array's length is not their product
     */
    public static Activations of(int images, int channels, int depth, int height, int width, float[] values) {
        if (images < 1 || channels < 1 || depth < 1 || height < 1 || width < 1
                || values.length != (long) images * channels * depth * height * width) {
            throw new IllegalArgumentException("activations of " + images + " images × " + channels + " channels × " + depth + " slices × "
                    + height + " rows × " + width + " columns must have as many values, got " + values.length);
        }
        return new Activations(images, channels, depth, height, width, values.clone());
    }

    /**
     * The number of images.
     *
     * @return at least 1
     */
    public int images() {
        return images;
    }

    /**
     * The number of maps per image.
     *
     * @return at least 1
     */
    public int channels() {
        return channels;
    }

    /**
     * The slices of a map.
     *
     * @return at least 1; 1 for a network of two dimensions
     */
    public int depth() {
        return depth;
    }

    /**
     * The rows of a map.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * The columns of a map.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * One activation of the first slice, which is the only one of a network of two dimensions.
     *
     * @param image from 0
     * @param channel from 0
     * @param row from 0
     * @param column from 0
     * @return its value
     * @throws IndexOutOfBoundsException where an index is out of range
     */
    public float value(int image, int channel, int row, int column) {
        return value(image, channel, 0, row, column);
    }

    /**
     * One activation.
     *
     * @param image from 0
     * @param channel from 0
     * @param slice from 0
     * @param row from 0
     * @param column from 0
     * @return its value
     * @throws IndexOutOfBoundsException where an index is out of range
     */
    public float value(int image, int channel, int slice, int row, int column) {
        requireIndex(image, images, "image");
        requireIndex(channel, channels, "channel");
        requireIndex(slice, depth, "slice");
        requireIndex(row, height, "row");
        requireIndex(column, width, "column");
        return values[(((image * channels + channel) * depth + slice) * height + row) * width + column];
    }

    /** The statistic of one map over its positions. */
    double pooled(int image, int channel, SpatialPooling pooling) {
        int positions = depth * height * width;
        return pooling.over(values, (image * channels + channel) * positions, positions);
    }

    private static void requireIndex(int index, int end, String what) {
        if (index < 0 || index >= end) {
            throw new IndexOutOfBoundsException(what + " must be from 0 to " + (end - 1) + ", was " + index);
        }
    }

    @Override
    public String toString() {
        return "activations of " + images + " images × " + channels + " channels × " + (depth == 1 ? "" : depth + " × ") + height
                + " × " + width;
    }
}
