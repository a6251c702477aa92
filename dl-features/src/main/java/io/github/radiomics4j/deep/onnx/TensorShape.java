package io.github.radiomics4j.deep.onnx;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An input or output as the model declares it. Axes of a free length are −1. */
final class TensorShape {
    private final String name;
    private final boolean singlePrecision;
    private final long[] axes;

    TensorShape(String name, boolean singlePrecision, long[] axes) {
        this.name = name;
        this.singlePrecision = singlePrecision;
        this.axes = axes.clone();
    }

    String name() {
        return name;
    }

    boolean singlePrecision() {
        return singlePrecision;
    }

    int rank() {
        return axes.length;
    }

    long axis(int index) {
        return axes[index];
    }

    @Override
    public String toString() {
        return name + " " + (singlePrecision
                ? Arrays.stream(axes).mapToObj(a -> a < 0 ? "?" : Long.toString(a)).collect(Collectors.joining(" × ", "(", ")"))
                : "(not single precision)");
    }
}
