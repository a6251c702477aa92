package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.numeric.FourierTransform;
import io.github.radiomics4j.core.numeric.SideBySide;

/**
 * The transform of the inverse distance from a voxel, 0 at the voxel itself, on a periodic grid. It is real and even along each axis,
 * so frequencies 0 to n/2 are all, and two lines go as real and imaginary part of one.
 */
final class DistanceKernel {
    /** Lines transformed at once at most. */
    private static final int LINES = 96;
    private static final int SLABS_PER_THREAD = 4;

    private final FourierTransform alongX;
    private final FourierTransform alongY;
    private final FourierTransform alongZ;
    private final int hx;
    private final int hy;
    private final int hz;
    /** By frequency along y; in a plane x is the fastest. */
    private final double[][] planes;

    private DistanceKernel(FourierTransform alongX, FourierTransform alongY, FourierTransform alongZ) {
        this.alongX = alongX;
        this.alongY = alongY;
        this.alongZ = alongZ;
        this.hx = alongX.length() / 2 + 1;
        this.hy = alongY.length() / 2 + 1;
        this.hz = alongZ.length() / 2 + 1;
        this.planes = new double[hy][Math.multiplyExact(hx, hz)];
    }

    /** The kernel of a grid whose axes have the lengths of the transforms. */
    static DistanceKernel of(FourierTransform alongX, FourierTransform alongY, FourierTransform alongZ, VoxelSpacing spacing) {
        DistanceKernel kernel = new DistanceKernel(alongX, alongY, alongZ);
        int blocks = (kernel.hx * kernel.hz + 2 * LINES - 1) / (2 * LINES);
        SideBySide.slabs(blocks, SLABS_PER_THREAD, (from, to) -> kernel.transformAlongY(2 * LINES * from, 2 * LINES * to, spacing));
        SideBySide.slabs(kernel.hy, SLABS_PER_THREAD, kernel::transformPlanes);
        return kernel;
    }

    /**
     * The values at all frequencies along z of some columns.
     *
     * @param ky frequency along y, 0 to n/2
     * @param kx frequencies along x, 0 to n/2
     * @param factors is filled: frequencies along z 0 to n/2, then columns, twice
     */
    void copyTo(int ky, int[] kx, double[][] factors) {
        double[] plane = planes[ky];
        for (int z = 0; z < hz; z++) {
            double[] row = factors[z];
            for (int c = 0; c < kx.length; c++) {
                row[c] = plane[kx[c] + hx * z];
            }
            System.arraycopy(row, 0, row, kx.length, kx.length);
        }
    }

    private void transformAlongY(int from, int to, VoxelSpacing spacing) {
        EvenLines lines = new EvenLines(alongY);
        double[] squares = new double[2 * LINES];
        for (int l0 = from; l0 < Math.min(to, hx * hz); l0 += 2 * LINES) {
            int count = Math.min(2 * LINES, hx * hz - l0);
            for (int l = 0; l < count; l++) {
                double x = (l0 + l) % hx * spacing.x();
                double z = (l0 + l) / hx * spacing.z();
                squares[l] = x * x + z * z;
            }
            for (int y = 0; y < hy; y++) {
                fillInverseDistances(planes[y], l0, count, squares, y * spacing.y());
            }
            if (l0 == 0) {
                planes[0][0] = 0;
            }
            for (int y = 0; y < hy; y++) {
                lines.put(y, planes[y], l0, count);
            }
            lines.transform(count);
            for (int y = 0; y < hy; y++) {
                lines.take(y, planes[y], l0, count);
            }
        }
    }

    private static void fillInverseDistances(double[] target, int first, int count, double[] squares, double y) {
        double square = y * y;
        for (int l = 0; l < count; l++) {
            target[first + l] = 1 / Math.sqrt(squares[l] + square);
        }
    }

    private void transformPlanes(int from, int to) {
        EvenLines linesZ = new EvenLines(alongZ);
        EvenLines linesX = new EvenLines(alongX);
        double[] turned = new double[hx * hz];
        for (int y = from; y < to; y++) {
            transformRows(linesZ, planes[y], hz, hx);
            transpose(planes[y], turned, hx, hz);
            transformRows(linesX, turned, hx, hz);
            transpose(turned, planes[y], hz, hx);
        }
    }

    private static void transformRows(EvenLines lines, double[] plane, int rows, int columns) {
        int blocks = (columns + 2 * LINES - 1) / (2 * LINES);
        for (int b = 0; b < blocks; b++) {
            int first = columns * b / blocks;
            int count = columns * (b + 1) / blocks - first;
            for (int k = 0; k < rows; k++) {
                lines.put(k, plane, first + columns * k, count);
            }
            lines.transform(count);
            for (int k = 0; k < rows; k++) {
                lines.take(k, plane, first + columns * k, count);
            }
        }
    }

    private static void transpose(double[] from, double[] to, int columns, int rows) {
        for (int c0 = 0; c0 < columns; c0 += 8) {
            int c1 = Math.min(columns, c0 + 8);
            for (int r = 0; r < rows; r++) {
                for (int c = c0; c < c1; c++) {
                    to[r + rows * c] = from[c + columns * r];
                }
            }
        }
    }

    /** Even lines given by their first half: the first half of them are real parts, the others imaginary ones. */
    private static final class EvenLines {
        private final FourierTransform transform;
        private final double[][] re;
        private final double[][] im;

        EvenLines(FourierTransform transform) {
            this.transform = transform;
            this.re = new double[transform.length()][LINES];
            this.im = new double[transform.length()][LINES];
        }

        void put(int k, double[] source, int first, int count) {
            int half = (count + 1) / 2;
            System.arraycopy(source, first, re[k], 0, half);
            System.arraycopy(source, first + half, im[k], 0, count - half);
            if (half > count - half) {
                im[k][half - 1] = 0;
            }
        }

        void transform(int count) {
            int n = transform.length();
            int half = (count + 1) / 2;
            for (int k = n / 2 + 1; k < n; k++) {
                System.arraycopy(re[n - k], 0, re[k], 0, half);
                System.arraycopy(im[n - k], 0, im[k], 0, half);
            }
            transform.forward(re, im, 0, half, n);
        }

        void take(int k, double[] target, int first, int count) {
            int row = transform.rowOf(k);
            int half = (count + 1) / 2;
            System.arraycopy(re[row], 0, target, first, half);
            System.arraycopy(im[row], 0, target, first + half, count - half);
        }
    }
}
