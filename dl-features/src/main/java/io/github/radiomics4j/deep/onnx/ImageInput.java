package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a network wants to be given: the one input of its model, four axes of single precision.
 *
 * @param name the input's name in the model
 * @param channelsFirst whether the axes are image, channel, row, column; otherwise image, row, column, channel
 * @param channels of an image
 * @param size rows and columns where they are fixed
 * @param batch images of one run; 1 where it is free
 */
record ImageInput(String name, boolean channelsFirst, int channels, OptionalInt size, int batch) {
    private static final int LARGEST = 4096;

    /**
     * Channels come first unless only the other order has a fixed number of channels and square images: ONNX defines its
     * convolutions channels first, and converters from TensorFlow may leave a transposition in the model.
     */
    static ImageInput of(List<TensorShape> inputs, String file) {
        if (inputs.size() != 1 || !inputs.get(0).singlePrecision() || inputs.get(0).rank() != 4) {
            throw refused(inputs, file);
        }
        TensorShape input = inputs.get(0);
        boolean first = isImage(input.axis(1), input.axis(2), input.axis(3));
        if (!first && !isImage(input.axis(3), input.axis(1), input.axis(2)) || input.axis(0) > LARGEST) {
            throw refused(inputs, file);
        }
        int channels = (int) input.axis(first ? 1 : 3);
        long edge = input.axis(2);
        return new ImageInput(input.name(), first, channels, edge > 0 ? OptionalInt.of((int) edge) : OptionalInt.empty(),
                (int) Math.max(1, input.axis(0)));
    }

    private static boolean isImage(long channels, long rows, long columns) {
        return channels > 0 && channels <= LARGEST && rows == columns && rows <= LARGEST && rows != 0;
    }

    private static InvalidInputException refused(List<TensorShape> inputs, String file) {
        return new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "the network in " + file + " must have one input of single precision"
                + " with axes image, channel, row, column or image, row, column, channel, a fixed number of channels, and rows and columns"
                + " both free or equal, at most " + LARGEST + "; it has " + inputs);
    }

    /** A batch for one run: {@code used} images from {@code first} on, the rest blank. */
    TensorValues batch(float[] images, int first, int used, int edge) {
        int pixels = edge * edge;
        float[] values = new float[Math.multiplyExact(batch * channels, pixels)];
        System.arraycopy(images, first * channels * pixels, values, 0, used * channels * pixels);
        return channelsFirst ? new TensorValues(values, batch, channels, edge, edge)
                : new TensorValues(Axes.channelsLast(values, batch, channels, pixels), batch, edge, edge, channels);
    }

    String label() {
        return name + ": " + channels + (channels == 1 ? " channel, " : " channels, ") + (channelsFirst ? "first" : "last") + ", "
                + (size.isPresent() ? size.getAsInt() + " × " + size.getAsInt() + " pixels" : "any size")
                + (batch == 1 ? "" : ", " + batch + " images at a time");
    }
}
