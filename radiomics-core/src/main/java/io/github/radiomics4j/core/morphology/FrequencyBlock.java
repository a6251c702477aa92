package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.numeric.FourierTransform;
import java.util.Arrays;

/**
 * Some frequencies along x of a box, the columns, transformed along y and z, multiplied by the kernel, and transformed back. Padding
 * along z is never stored. Working space of one thread.
 */
final class FrequencyBlock {
    private final GridSize size;
    private final FourierTransform alongX;
    private final FourierTransform alongY;
    private final FourierTransform alongZ;
    private final DistanceKernel kernel;
    /** Slices, rows, columns. */
    private final double[][][] re;
    private final double[][][] im;
    /** One row of all slices, then padding. */
    private final double[][] lineRe;
    private final double[][] lineIm;
    private final double[][] factors;

    FrequencyBlock(GridSize size, FourierTransform alongX, FourierTransform alongY, FourierTransform alongZ, DistanceKernel kernel,
            int columns) {
        this.size = size;
        this.alongX = alongX;
        this.alongY = alongY;
        this.alongZ = alongZ;
        this.kernel = kernel;
        this.re = new double[size.z()][alongY.length()][columns];
        this.im = new double[size.z()][alongY.length()][columns];
        this.lineRe = new double[alongZ.length()][columns];
        this.lineIm = new double[alongZ.length()][columns];
        this.factors = new double[alongZ.length() / 2 + 1][columns];
    }

    /**
     * Convolves in place.
     *
     * @param boxRe real parts: rows of the transform along x, then stored lines
     * @param boxIm imaginary parts, likewise
     * @param stored which stored line each row of the box is, x left out and y the fastest; -1 where it is zero and not wanted
     * @param from the first of the rows of the transform along x
     * @param to one beyond the last
     */
    void convolve(double[][] boxRe, double[][] boxIm, int[] stored, int from, int to) {
        int columns = to - from;
        gather(boxRe, re, stored, from, columns);
        gather(boxIm, im, stored, from, columns);
        for (int z = 0; z < size.z(); z++) {
            alongY.forward(re[z], im[z], 0, columns, size.y());
        }
        multiply(frequencies(from, to));
        for (int z = 0; z < size.z(); z++) {
            alongY.backward(re[z], im[z], 0, columns, size.y());
        }
        scatter(re, boxRe, stored, from, columns);
        scatter(im, boxIm, stored, from, columns);
    }

    /** The frequencies along x of rows, without their sign. */
    private int[] frequencies(int from, int to) {
        int n = alongX.length();
        int[] frequencies = new int[to - from];
        for (int k = 0; k < n; k++) {
            int row = alongX.rowOf(k);
            if (row >= from && row < to) {
                frequencies[row - from] = Math.min(k, n - k);
            }
        }
        return frequencies;
    }

    private void multiply(int[] frequencies) {
        int n = alongY.length();
        for (int ky = 0; ky <= n / 2; ky++) {
            kernel.copyTo(ky, frequencies, factors);
            multiplyRow(alongY.rowOf(ky), frequencies.length);
            if (ky > 0 && 2 * ky < n) {
                multiplyRow(alongY.rowOf(n - ky), frequencies.length);
            }
        }
    }

    private void multiplyRow(int y, int columns) {
        for (int z = 0; z < size.z(); z++) {
            lineRe[z] = re[z][y];
            lineIm[z] = im[z][y];
        }
        alongZ.forward(lineRe, lineIm, 0, columns, size.z());
        int n = alongZ.length();
        for (int k = 0; k < n; k++) {
            double[] factor = factors[Math.min(k, n - k)];
            int row = alongZ.rowOf(k);
            times(lineRe[row], factor, columns);
            times(lineIm[row], factor, columns);
        }
        alongZ.backward(lineRe, lineIm, 0, columns, size.z());
    }

    private static void times(double[] x, double[] factor, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= factor[i];
        }
    }

    private void gather(double[][] box, double[][][] block, int[] stored, int from, int columns) {
        for (int z = 0, i = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                double[] row = block[z][y];
                int line = stored[i++];
                if (line < 0) {
                    Arrays.fill(row, 0, columns, 0);
                } else {
                    for (int c = 0; c < columns; c++) {
                        row[c] = box[from + c][line];
                    }
                }
            }
        }
    }

    private void scatter(double[][][] block, double[][] box, int[] stored, int from, int columns) {
        for (int z = 0, i = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                double[] row = block[z][y];
                int line = stored[i++];
                if (line >= 0) {
                    for (int c = 0; c < columns; c++) {
                        box[from + c][line] = row[c];
                    }
                }
            }
        }
    }
}
