package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.Activations;

/** Maps of some images, channels first, while they are gathered. */
final class Maps {
    private final int images;
    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    private Maps(int images, int channels, int height, int width, float[] values) {
        this.images = images;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /** An output of one run: four axes in the order of the input's, or two axes as maps of one position. */
    static Maps of(TensorValues output, ImageInput input) {
        long[] shape = output.shape();
        if (shape.length != 2 && shape.length != 4 || shape[0] != input.batch()) {
            throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "an output must have two or four axes, the first of them the "
                    + input.batch() + " images, but has " + new TensorShape("shape", true, shape));
        }
        if (shape.length == 2) {
            return new Maps(input.batch(), (int) shape[1], 1, 1, output.values());
        }
        int channels = (int) shape[input.channelsFirst() ? 1 : 3];
        int height = (int) shape[input.channelsFirst() ? 2 : 1];
        int width = (int) shape[input.channelsFirst() ? 3 : 2];
        float[] values = input.channelsFirst() ? output.values()
                : Axes.channelsFirst(output.values(), input.batch(), channels, height * width);
        return new Maps(input.batch(), channels, height, width, values);
    }

    int channels() {
        return channels;
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    /** Maps of the same shape for more images, all 0. */
    Maps room(int count) {
        return new Maps(count, channels, height, width, new float[Math.multiplyExact(count, channels * height * width)]);
    }

    void put(Maps some, int first, int used) {
        int length = channels * height * width;
        System.arraycopy(some.values, 0, values, first * length, used * length);
    }

    Activations activations() {
        return Activations.of(images, channels, height, width, values);
    }

    @Override
    public String toString() {
        return channels + " of " + height + " × " + width;
    }
}
