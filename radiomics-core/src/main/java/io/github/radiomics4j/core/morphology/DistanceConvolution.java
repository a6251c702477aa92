package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.numeric.FourierTransform;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sums {@code Σⱼ f(j) / |i − j|} over all voxels j ≠ i of a region, for every voxel i: a convolution with the inverse distance, done
 * by Fourier transforms of the region's box padded with zeros, and so exact but for rounding. The mask and the values are the real
 * and the imaginary part of one transform, which the kernel, being even, does not mix. Between the transforms along x only lines with
 * voxels of the region are stored, without padding along y and z, which a few frequencies along x at a time are given.
 */
final class DistanceConvolution {
    /** Lines along x transformed at once: with their padding they fit into a core's own cache. */
    private static final int LINES = 64;
    /** Frequencies along x taken at once at most. */
    private static final int MOST_COLUMNS = 48;
    private static final int SLABS_PER_THREAD = 4;

    private final BitGrid mask;
    private final GridSize size;
    private final FourierTransform alongX;
    private final FourierTransform alongY;
    private final FourierTransform alongZ;
    private final OccupiedLines lines;
    /** Rows of the transform along x, then lines. */
    private final double[][] re;
    private final double[][] im;

    private DistanceConvolution(BitGrid mask) {
        this.mask = mask;
        this.size = mask.size();
        this.alongX = new FourierTransform(padded(size.x()));
        this.alongY = new FourierTransform(padded(size.y()));
        this.alongZ = new FourierTransform(padded(size.z()));
        long most = (long) alongX.length() * alongY.length() * size.z();
        if (most > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, "Moran's I and Geary's C of a region in a box of " + size
                    + " need a transform of " + most + " numbers, more than an array holds: resample to larger voxels or leave the"
                    + " morphology family out");
        }
        this.lines = OccupiedLines.of(mask);
        this.re = new double[alongX.length()][lines.count()];
        this.im = new double[alongX.length()][lines.count()];
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
        double[][] sums = new double[2][values.length];
        SideBySide.slabs(c.lines.count(), SLABS_PER_THREAD, (from, to) -> c.forwardAlongX(from, to, values));
        c.convolve(DistanceKernel.of(c.alongX, c.alongY, c.alongZ, spacing));
        SideBySide.slabs(c.lines.count(), SLABS_PER_THREAD, (from, to) -> c.backAlongX(from, to, sums));
        return sums;
    }

    private void forwardAlongX(int from, int to, double[] values) {
        for (int first = from; first < to; first += LINES) {
            int end = Math.min(to, first + LINES);
            for (int line = first; line < end; line++) {
                int i = size.x() * lines.row(line);
                int k = lines.voxelsBefore(line);
                for (int x = 0; x < size.x(); x++) {
                    if (mask.contains(i + x)) {
                        re[x][line] = 1;
                        im[x][line] = values[k++];
                    }
                }
            }
            alongX.forward(re, im, first, end, size.x());
        }
    }

    private void backAlongX(int from, int to, double[][] sums) {
        double scale = 1.0 / ((double) alongX.length() * alongY.length() * alongZ.length());
        for (int first = from; first < to; first += LINES) {
            int end = Math.min(to, first + LINES);
            alongX.backward(re, im, first, end, size.x());
            for (int line = first; line < end; line++) {
                int i = size.x() * lines.row(line);
                int k = lines.voxelsBefore(line);
                for (int x = 0; x < size.x(); x++) {
                    if (mask.contains(i + x)) {
                        sums[0][k] = re[x][line] * scale;
                        sums[1][k++] = im[x][line] * scale;
                    }
                }
            }
        }
    }

    /** Along y and z. Blocks of columns are as many for each thread; each thread that comes takes working space or makes it. */
    private void convolve(DistanceKernel kernel) {
        int n = alongX.length();
        int threads = Math.min(n, SideBySide.threads());
        int blocks = Math.min(n, threads * ((n + threads * MOST_COLUMNS - 1) / (threads * MOST_COLUMNS)));
        Queue<FrequencyBlock> spare = new ConcurrentLinkedQueue<>();
        SideBySide.each(blocks, b -> {
            FrequencyBlock taken = spare.poll();
            FrequencyBlock block = taken != null ? taken
                    : new FrequencyBlock(size, alongX, alongY, alongZ, kernel, (n + blocks - 1) / blocks);
            block.convolve(re, im, lines, (int) ((long) n * b / blocks), (int) ((long) n * (b + 1) / blocks));
            spare.add(block);
        });
    }
}
