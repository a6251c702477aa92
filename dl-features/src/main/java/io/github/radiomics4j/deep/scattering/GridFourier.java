package io.github.radiomics4j.deep.scattering;

import io.github.radiomics4j.core.numeric.FourierTransform;

/**
 * Discrete Fourier transform of a square or a cube. Each pass transforms along the slowest axis and makes it the fastest one, so
 * that after as many passes as axes the order is the old one. It holds working space and so belongs to one thread.
 */
final class GridFourier {
    /** Lines transformed at once at most: long enough for vector instructions, few enough for a core's own cache. */
    private static final int MOST_LINES = 48;

    private final int edge;
    private final int dimensions;
    private final int size;
    private final int block;
    private final FourierTransform transform;
    private final double[] otherRe;
    private final double[] otherIm;
    /** Numbers of a line, then lines. */
    private final double[][] lineRe;
    private final double[][] lineIm;

    GridFourier(int edge, int dimensions) {
        this.edge = edge;
        this.dimensions = dimensions;
        this.size = PaddedGrid.power(edge, dimensions);
        int lines = size / edge;
        int blocks = (lines + MOST_LINES - 1) / MOST_LINES;
        this.block = (lines + blocks - 1) / blocks;
        this.transform = new FourierTransform(edge);
        this.otherRe = new double[size];
        this.otherIm = new double[size];
        this.lineRe = new double[edge][block];
        this.lineIm = new double[edge][block];
    }

    /** In place; the inverse, less its factor 1 / size, is the same with the two arrays exchanged. */
    void forward(double[] re, double[] im) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = otherRe;
        double[] toIm = otherIm;
        for (int axis = 0; axis < dimensions; axis++) {
            pass(fromRe, fromIm, toRe, toIm);
            double[] swapRe = fromRe;
            double[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, 0, re, 0, size);
            System.arraycopy(fromIm, 0, im, 0, size);
        }
    }

    private void pass(double[] fromRe, double[] fromIm, double[] toRe, double[] toIm) {
        int lines = size / edge;
        for (int first = 0; first < lines; first += block) {
            int count = Math.min(block, lines - first);
            for (int k = 0; k < edge; k++) {
                System.arraycopy(fromRe, first + lines * k, lineRe[k], 0, count);
                System.arraycopy(fromIm, first + lines * k, lineIm[k], 0, count);
            }
            transform.forward(lineRe, lineIm, 0, count, edge);
            for (int k = 0; k < edge; k++) {
                int row = transform.rowOf(k);
                spread(lineRe[row], toRe, edge * first + k, count);
                spread(lineIm[row], toIm, edge * first + k, count);
            }
        }
    }

    private void spread(double[] row, double[] target, int at, int count) {
        for (int c = 0; c < count; c++) {
            target[at + edge * c] = row[c];
        }
    }
}
