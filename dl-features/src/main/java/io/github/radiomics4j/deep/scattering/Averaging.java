package io.github.radiomics4j.deep.scattering;

/**
 * The last step of every path: convolution with the Gaussian {@code φ(u) = Π exp(−uₐ² / (2σ²)) / (√(2π) σ)}, {@code σ = 0.8 · 2ᴶ⁻¹},
 * read at the coefficients' positions. φ is a product over axes, also when made periodic and cut to a level's frequencies, so each
 * axis is one product with a small matrix. Immutable.
 */
final class Averaging {
    private final PaddedGrid grid;
    private final double[][][] weights;

    Averaging(PaddedGrid grid) {
        this.grid = grid;
        double[] transform = Gabor.transform(grid.padded(), 0.8 * (1 << grid.scales() - 1), 0);
        this.weights = new double[grid.scales()][][];
        for (int level = 0; level < grid.scales(); level++) {
            double[] kernel = kernel(transform, grid.edgeAt(level));
            weights[level] = new double[grid.outputs()][kernel.length];
            for (int o = 0; o < grid.outputs(); o++) {
                for (int u = 0; u < kernel.length; u++) {
                    weights[level][o][u] = kernel[Math.floorMod(grid.position(o, level) - u, kernel.length)];
                }
            }
        }
    }

    private static double[] kernel(double[] transform, int n) {
        double[] kernel = new double[n];
        for (int u = 0; u < n; u++) {
            double sum = transform[0];
            for (int k = 1; k < n; k++) {
                sum += transform[k < n / 2 ? k : transform.length - n + k] * Math.cos(2 * Math.PI * ((long) k * u % n) / n);
            }
            kernel[u] = sum / n;
        }
        return kernel;
    }

    /** The coefficients of an image of a level. */
    double[] of(double[] image, int level) {
        int n = grid.edgeAt(level);
        int outer = 1;
        int inner = grid.sizeAt(level);
        double[] values = image;
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            inner /= n;
            values = contract(values, outer, n, inner, weights[level]);
            outer *= grid.outputs();
        }
        return values;
    }

    private static double[] contract(double[] values, int outer, int n, int inner, double[][] weights) {
        double[] sums = new double[outer * weights.length * inner];
        for (int a = 0; a < outer; a++) {
            for (int o = 0; o < weights.length; o++) {
                int to = (a * weights.length + o) * inner;
                for (int k = 0; k < n; k++) {
                    double w = weights[o][k];
                    int from = (a * n + k) * inner;
                    for (int i = 0; i < inner; i++) {
                        sums[to + i] += w * values[from + i];
                    }
                }
            }
        }
        return sums;
    }
}
