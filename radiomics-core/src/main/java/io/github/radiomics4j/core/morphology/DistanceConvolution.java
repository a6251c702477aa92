package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.numeric.FourierTransform;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;

/**
 * Sums {@code Σⱼ f(j) / |i − j|} over all voxels j ≠ i of a region, for every voxel i: a convolution with the inverse distance, done
 * by Fourier transforms of the region's box padded with zeros, and so exact but for rounding. The mask and the values are the real
 * and the imaginary part of one transform, which the kernel, being even, does not mix. Padding along z, and along y of empty
 * slices, is never stored.
 */
final class DistanceConvolution {
    /** Lines transformed at once: neighbours in memory. */
    private static final int LINES = 16;

    private final BitGrid mask;
    private final GridSize size;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double[] re;
    private final double[] im;
    /** How many voxels of the mask lie before each slice. */
    private final int[] before;

    private DistanceConvolution(BitGrid mask) {
        this.mask = mask;
        this.size = mask.size();
        this.nx = padded(size.x());
        this.ny = padded(size.y());
        this.nz = padded(size.z());
        long stored = (long) nx * ny * size.z();
        if (stored > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, "Moran's I and Geary's C of a region in a box of " + size
                    + " need a transform of " + stored + " numbers, more than an array holds: resample to larger voxels or leave the"
                    + " morphology family out");
        }
        this.re = new double[(int) stored];
        this.im = new double[(int) stored];
        this.before = new int[size.z()];
        int plane = size.x() * size.y();
        for (int z = 1, i = 0; z < size.z(); z++) {
            before[z] = before[z - 1];
            for (; i < plane * z; i++) {
                before[z] += mask.contains(i) ? 1 : 0;
            }
        }
    }

    private static int padded(int n) {
        return FourierTransform.lengthFor(2 * n - 1);
    }

    /** The voxels of the padded box. */
    static long paddedVoxels(GridSize size) {
        return (long) padded(size.x()) * padded(size.y()) * padded(size.z());
    }

    /**
     * The sums.
     *
     * @param values f at the voxels of the mask, in index order
     * @return at the voxels of the mask: the sums for f = 1, and for the given values
     */
    static double[][] of(BitGrid mask, double[] values, VoxelSpacing spacing) {
        DistanceConvolution c = new DistanceConvolution(mask);
        int nz = c.size.z();
        double[][] sums = new double[2][values.length];
        SideBySide.slabs(nz, (from, to) -> c.new Lines().forwardAlongX(from, to, values));
        SideBySide.slabs(nz, (from, to) -> c.new Lines().alongY(from, to, false));
        double[] kernel = c.kernel(spacing);
        SideBySide.slabs(c.ny, (from, to) -> c.new Lines().multiplyAlongZ(from, to, kernel));
        SideBySide.slabs(nz, (from, to) -> c.new Lines().alongY(from, to, true));
        SideBySide.slabs(nz, (from, to) -> c.new Lines().backAlongX(from, to, sums));
        return sums;
    }

    /** The transform of the inverse distance, real and even along each axis: frequencies 0 … n/2 only. */
    private double[] kernel(VoxelSpacing spacing) {
        int hx = nx / 2 + 1;
        int hy = ny / 2 + 1;
        int hz = nz / 2 + 1;
        double[] kernel = new double[Math.multiplyExact(Math.multiplyExact(hx, hy), hz)];
        for (int z = 0, i = 0; z < hz; z++) {
            for (int y = 0; y < hy; y++) {
                double square = Math.pow(y * spacing.y(), 2) + Math.pow(z * spacing.z(), 2);
                for (int x = 0; x < hx; x++) {
                    kernel[i++] = 1 / Math.sqrt(square + x * spacing.x() * (x * spacing.x()));
                }
            }
        }
        kernel[0] = 0;
        transformEven(kernel, hx, 1, nx);
        transformEven(kernel, hy, hx, ny);
        transformEven(kernel, hz, hx * hy, nz);
        return kernel;
    }

    private void transformEven(double[] data, int half, int inner, int n) {
        int blocks = (data.length / half + 2 * LINES - 1) / (2 * LINES);
        SideBySide.slabs(blocks, (from, to) -> new Lines().transformEven(data, half, inner, n, 2 * LINES * from, 2 * LINES * to));
    }

    /** Working space for lines, of one thread. */
    private final class Lines {
        private final double[] lineRe = new double[Math.max(nx, Math.max(ny, nz)) * LINES];
        private final double[] lineIm = new double[lineRe.length];

        private void forwardAlongX(int fromSlice, int toSlice, double[] values) {
            FourierTransform alongX = new FourierTransform(nx, LINES);
            int k = before[fromSlice];
            int i = size.x() * size.y() * fromSlice;
            for (int z = fromSlice; z < toSlice; z++) {
                for (int y0 = 0; y0 < size.y(); y0 += LINES) {
                    int rows = Math.min(LINES, size.y() - y0);
                    clear(nx);
                    for (int r = 0; r < rows; r++) {
                        for (int x = 0; x < size.x(); x++) {
                            if (mask.contains(i++)) {
                                lineRe[r + LINES * x] = 1;
                                lineIm[r + LINES * x] = values[k++];
                            }
                        }
                    }
                    alongX.forward(lineRe, lineIm);
                    for (int r = 0; r < rows; r++) {
                        int row = nx * (y0 + r + ny * z);
                        for (int x = 0; x < nx; x++) {
                            re[row + x] = lineRe[r + LINES * x];
                            im[row + x] = lineIm[r + LINES * x];
                        }
                    }
                }
            }
        }

        private void backAlongX(int fromSlice, int toSlice, double[][] sums) {
            FourierTransform alongX = new FourierTransform(nx, LINES);
            double scale = 1.0 / ((double) nx * ny * nz);
            int k = before[fromSlice];
            int i = size.x() * size.y() * fromSlice;
            for (int z = fromSlice; z < toSlice; z++) {
                for (int y0 = 0; y0 < size.y(); y0 += LINES) {
                    int rows = Math.min(LINES, size.y() - y0);
                    clear(nx);
                    for (int r = 0; r < rows; r++) {
                        int row = nx * (y0 + r + ny * z);
                        for (int x = 0; x < nx; x++) {
                            lineRe[r + LINES * x] = re[row + x];
                            lineIm[r + LINES * x] = im[row + x];
                        }
                    }
                    alongX.forward(lineIm, lineRe);
                    for (int r = 0; r < rows; r++) {
                        for (int x = 0; x < size.x(); x++) {
                            if (mask.contains(i++)) {
                                sums[0][k] = lineRe[r + LINES * x] * scale;
                                sums[1][k++] = lineIm[r + LINES * x] * scale;
                            }
                        }
                    }
                }
            }
        }

        private void alongY(int fromSlice, int toSlice, boolean back) {
            FourierTransform alongY = new FourierTransform(ny, LINES);
            for (int z = fromSlice; z < toSlice; z++) {
                for (int x0 = 0; x0 < nx; x0 += LINES) {
                    int columns = Math.min(LINES, nx - x0);
                    int filled = back ? ny : size.y();
                    int first = x0 + nx * ny * z;
                    clear(ny);
                    gather(first, nx, filled, columns);
                    alongY.forward(back ? lineIm : lineRe, back ? lineRe : lineIm);
                    scatter(first, nx, back ? size.y() : ny, columns);
                }
            }
        }

        /** Forward along z, times the kernel, and back. */
        private void multiplyAlongZ(int fromRow, int toRow, double[] kernel) {
            FourierTransform alongZ = new FourierTransform(nz, LINES);
            int hx = nx / 2 + 1;
            int hy = ny / 2 + 1;
            int slice = nx * ny;
            for (int y = fromRow; y < toRow; y++) {
                int ky = Math.min(y, ny - y);
                for (int x0 = 0; x0 < nx; x0 += LINES) {
                    int columns = Math.min(LINES, nx - x0);
                    int first = x0 + nx * y;
                    clear(nz);
                    gather(first, slice, size.z(), columns);
                    alongZ.forward(lineRe, lineIm);
                    for (int z = 0; z < nz; z++) {
                        int plane = hx * (ky + hy * Math.min(z, nz - z));
                        for (int c = 0; c < columns; c++) {
                            double factor = kernel[plane + Math.min(x0 + c, nx - x0 - c)];
                            lineRe[LINES * z + c] *= factor;
                            lineIm[LINES * z + c] *= factor;
                        }
                    }
                    alongZ.forward(lineIm, lineRe);
                    scatter(first, slice, size.z(), columns);
                }
            }
        }

        private void clear(int n) {
            Arrays.fill(lineRe, 0, LINES * n, 0);
            Arrays.fill(lineIm, 0, LINES * n, 0);
        }

        private void gather(int first, int step, int n, int columns) {
            for (int k = 0; k < n; k++) {
                System.arraycopy(re, first + step * k, lineRe, LINES * k, columns);
                System.arraycopy(im, first + step * k, lineIm, LINES * k, columns);
            }
        }

        private void scatter(int first, int step, int n, int columns) {
            for (int k = 0; k < n; k++) {
                System.arraycopy(lineRe, LINES * k, re, first + step * k, columns);
                System.arraycopy(lineIm, LINES * k, im, first + step * k, columns);
            }
        }

        /** Transforms even lines given by their first half; two lines go as real and imaginary part of one. */
        private void transformEven(double[] data, int half, int inner, int n, int fromLine, int toLine) {
            FourierTransform transform = new FourierTransform(n, LINES);
            int lines = Math.min(toLine, data.length / half);
            for (int l0 = fromLine; l0 < lines; l0 += 2 * LINES) {
                int count = Math.min(2 * LINES, lines - l0);
                clear(n);
                for (int l = 0; l < count; l++) {
                    int first = (l0 + l) / inner * inner * half + (l0 + l) % inner;
                    double[] line = l < LINES ? lineRe : lineIm;
                    for (int k = 0; k < n; k++) {
                        line[l % LINES + LINES * k] = data[first + inner * Math.min(k, n - k)];
                    }
                }
                transform.forward(lineRe, lineIm);
                for (int l = 0; l < count; l++) {
                    int first = (l0 + l) / inner * inner * half + (l0 + l) % inner;
                    double[] line = l < LINES ? lineRe : lineIm;
                    for (int k = 0; k < half; k++) {
                        data[first + inner * k] = line[l % LINES + LINES * k];
                    }
                }
            }
        }
    }
}
