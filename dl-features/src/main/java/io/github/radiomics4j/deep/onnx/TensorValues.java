package io.github.radiomics4j.deep.onnx;

/** Numbers and their axes, last axis fastest. Owns neither array alone: for use within one call. */
final class TensorValues {
    private final float[] values;
    private final long[] shape;

    TensorValues(float[] values, long... shape) {
        this.values = values;
        this.shape = shape;
    }

    float[] values() {
        return values;
    }

    long[] shape() {
        return shape;
    }

    static long product(long[] shape) {
        long product = 1;
        for (long axis : shape) {
            product = Math.multiplyExact(product, axis);
        }
        return product;
    }
}
