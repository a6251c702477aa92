package io.github.radiomics4j.deep;

/**
 * Linear interpolation along one axis, from voxels to pixels. Pixel i of N lies at {@code (n − 1) / 2 + (i + ½ − N / 2) · step}
 * in indices of the box of n voxels, with {@code step = edge / N}: the square's centre is the box's centre. A voxel k weighs
 * {@code max(0, 1 − |k − position| / max(1, step))}, scaled to sum 1: plain linear interpolation, and where pixels are larger
 * than voxels a tent as wide as the pixels' distance, so that no voxel is passed over.
 */
final class AxisWeights {
    private final int[] start;
    private final double[][] weights;

    private AxisWeights(int[] start, double[][] weights) {
        this.start = start;
        this.weights = weights;
    }

    /** Weights for a box of {@code voxels}, a square's edge of {@code edge} voxels (not whole) and {@code size} pixels. */
    static AxisWeights of(int voxels, double edge, int size) {
        double step = edge / size;
        double reach = Math.max(1, step);
        int[] start = new int[size];
        double[][] weights = new double[size][];
        for (int i = 0; i < size; i++) {
            double position = (voxels - 1) / 2.0 + (i + 0.5 - size / 2.0) * step;
            start[i] = (int) Math.floor(position - reach) + 1;
            int end = (int) Math.ceil(position + reach) - 1;
            weights[i] = new double[end - start[i] + 1];
            double sum = 0;
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] = 1 - Math.abs(start[i] + k - position) / reach;
                sum += weights[i][k];
            }
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] /= sum;
            }
        }
        return new AxisWeights(start, weights);
    }

    int size() {
        return start.length;
    }

    /** The first voxel of a pixel, counted from the box's first voxel; may be negative. */
    int start(int pixel) {
        return start[pixel];
    }

    /** The weights of the voxels from {@link #start} on; read only. */
    double[] weights(int pixel) {
        return weights[pixel];
    }

    int first() {
        return start[0];
    }

    int last() {
        return start[start.length - 1] + weights[start.length - 1].length - 1;
    }
}
