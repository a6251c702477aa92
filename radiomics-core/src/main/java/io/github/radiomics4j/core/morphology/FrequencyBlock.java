package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.numeric.FourierTransform;
import java.util.Arrays;

/**
 * Some frequencies along x of a box, the columns, transformed along y and z, multiplied by the kernel, and transformed back. Padding
 * along z is never stored. Frequencies k and n − k along y, which the kernel does not tell apart, stand side by side and go along z
 * together. Working space of one thread.
 */
final class FrequencyBlock {
    private final GridSize size;
    private final FourierTransform alongX;
    private final FourierTransform alongY;
    private final FourierTransform alongZ;
    private final DistanceKernel kernel;
    /** One slice: rows, columns. */
    private final double[][] sliceRe;
    private final double[][] sliceIm;
    /** Frequencies along y 0 to n/2, slices and then padding, which all share, columns of k and then of n − k. */
    private final double[][][] re;
    private final double[][][] im;
    private final double[][] factors;

    FrequencyBlock(GridSize size, FourierTransform alongX, FourierTransform alongY, FourierTransform alongZ, DistanceKernel kernel,
            int columns) {
        this.size = size;
        this.alongX = alongX;
        this.alongY = alongY;
        this.alongZ = alongZ;
        this.kernel = kernel;
        this.sliceRe = new double[alongY.length()][columns];
        this.sliceIm = new double[alongY.length()][columns];
        this.re = space(2 * columns);
        this.im = space(2 * columns);
        this.factors = new double[alongZ.length() / 2 + 1][2 * columns];
    }

    private double[][][] space(int columns) {
        double[][] padding = new double[alongZ.length() - size.z()][columns];
        double[][][] space = new double[alongY.length() / 2 + 1][alongZ.length()][];
        for (double[][] slices : space) {
            for (int z = 0; z < size.z(); z++) {
                slices[z] = new double[columns];
            }
            System.arraycopy(padding, 0, slices, size.z(), padding.length);
        }
        return space;
    }

    /**
     * Convolves in place.
     *
     * @param boxRe real parts: rows of the transform along x, then lines
     * @param boxIm imaginary parts, likewise
     * @param lines where the lines lie; others are zero and not wanted
     * @param from the first of the rows of the transform along x
     * @param to one beyond the last
     */
    void convolve(double[][] boxRe, double[][] boxIm, OccupiedLines lines, int from, int to) {
        int columns = to - from;
        for (int z = 0; z < size.z(); z++) {
            gather(boxRe, sliceRe, lines, z, from, columns);
            gather(boxIm, sliceIm, lines, z, from, columns);
            alongY.forward(sliceRe, sliceIm, 0, columns, size.y());
            for (int k = 0; k < alongY.length(); k++) {
                System.arraycopy(sliceRe[alongY.rowOf(k)], 0, re[even(k)][z], place(k, columns), columns);
                System.arraycopy(sliceIm[alongY.rowOf(k)], 0, im[even(k)][z], place(k, columns), columns);
            }
        }
        multiply(frequencies(from, to));
        for (int z = 0; z < size.z(); z++) {
            for (int k = 0; k < alongY.length(); k++) {
                System.arraycopy(re[even(k)][z], place(k, columns), sliceRe[alongY.rowOf(k)], 0, columns);
                System.arraycopy(im[even(k)][z], place(k, columns), sliceIm[alongY.rowOf(k)], 0, columns);
            }
            alongY.backward(sliceRe, sliceIm, 0, columns, size.y());
            scatter(sliceRe, boxRe, lines, z, from, columns);
            scatter(sliceIm, boxIm, lines, z, from, columns);
        }
    }

    private int even(int ky) {
        return Math.min(ky, alongY.length() - ky);
    }

    private int place(int ky, int columns) {
        return 2 * ky > alongY.length() ? columns : 0;
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
        int columns = frequencies.length;
        int n = alongZ.length();
        for (int ky = 0; ky < re.length; ky++) {
            int count = ky > 0 && 2 * ky < alongY.length() ? 2 * columns : columns;
            kernel.copyTo(ky, frequencies, factors);
            alongZ.forward(re[ky], im[ky], 0, count, size.z());
            for (int k = 0; k < n; k++) {
                double[] factor = factors[Math.min(k, n - k)];
                times(re[ky][alongZ.rowOf(k)], factor, count);
                times(im[ky][alongZ.rowOf(k)], factor, count);
            }
            alongZ.backward(re[ky], im[ky], 0, count, size.z());
        }
    }

    private static void times(double[] x, double[] factor, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= factor[i];
        }
    }

    private void gather(double[][] box, double[][] slice, OccupiedLines lines, int z, int from, int columns) {
        int first = lines.linesBefore(z);
        double[][] rows = rows(slice, lines, z);
        if (rows.length < size.y()) {
            for (int y = 0; y < size.y(); y++) {
                Arrays.fill(slice[y], 0, columns, 0);
            }
        }
        for (int c = 0; c < columns; c++) {
            double[] column = box[from + c];
            for (int l = 0; l < rows.length; l++) {
                rows[l][c] = column[first + l];
            }
        }
    }

    private void scatter(double[][] slice, double[][] box, OccupiedLines lines, int z, int from, int columns) {
        int first = lines.linesBefore(z);
        double[][] rows = rows(slice, lines, z);
        for (int c = 0; c < columns; c++) {
            double[] column = box[from + c];
            for (int l = 0; l < rows.length; l++) {
                column[first + l] = rows[l][c];
            }
        }
    }

    /** The rows of a slice that are lines of the region. */
    private static double[][] rows(double[][] slice, OccupiedLines lines, int z) {
        int first = lines.linesBefore(z);
        double[][] rows = new double[lines.linesBefore(z + 1) - first][];
        for (int l = 0; l < rows.length; l++) {
            rows[l] = slice[lines.y(first + l)];
        }
        return rows;
    }
}
