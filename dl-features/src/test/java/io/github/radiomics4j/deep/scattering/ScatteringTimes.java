package io.github.radiomics4j.deep.scattering;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * A program, not a test: medians of the processor time per image on one thread, what a call allocates, and the time of direct
 * convolutions of the same numbers of samples (over all pairs, without making the filters). Kymatio's time on the same machine:
 * src/test/python/kymatio_times.py. To be run with the test class path.
 */
final class ScatteringTimes {

    private ScatteringTimes() {
    }

    public static void main(String[] arguments) {
        WaveletScattering plane = WaveletScattering.ofPlane(64, 3, 8);
        report("64 × 64, 3 scales, 8 angles", plane, 60);
        PaddedGrid grid = new PaddedGrid(64, 2, 3);
        long start = processorTime();
        double check = direct(grid, 8);
        report("direct convolutions of the same", processorTime() - start);
        System.out.println("  (" + pairs(grid, 8) + " pairs of samples; " + check + ")");
        report("64 × 64 × 64, 2 scales, 3 directions", WaveletScattering.ofSpace(64, 2, SpaceDirections.AXES), 9);
        report("64 × 64 × 64, 2 scales, 13 directions", WaveletScattering.ofSpace(64, 2, SpaceDirections.NEIGHBOURS), 5);
        report("64 × 64 × 64, 3 scales, 13 directions", WaveletScattering.ofSpace(64, 3, SpaceDirections.NEIGHBOURS), 3);
        System.out.println("  (" + pairs(new PaddedGrid(64, 3, 2), 13) + " and " + pairs(new PaddedGrid(64, 3, 3), 13)
                + " pairs of samples with 13 directions)");
        report("32 × 32 × 32, 2 scales, 13 directions", WaveletScattering.ofSpace(32, 2, SpaceDirections.NEIGHBOURS), 9);
    }

    private static void report(String what, WaveletScattering network, int runs) {
        float[] image = new float[PaddedGrid.power(network.edge(), network.dimensions())];
        Random random = new Random(1);
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextGaussian();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] times = new long[runs];
        long allocated = 0;
        for (int i = -runs; i < runs; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = processorTime();
            network.coefficients(image);
            times[Math.max(i, 0)] = processorTime() - start;
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(times);
        report(what, times[runs / 2]);
        System.out.printf(Locale.ROOT, "  %.1f MB allocated by a call%n", allocated / 1e6);
    }

    private static void report(String what, long nanoseconds) {
        System.out.printf(Locale.ROOT, "%s: %.2f ms%n", what, nanoseconds / 1e6);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long pairs(PaddedGrid grid, int orientations) {
        long pairs = 0;
        for (int j = 0; j < grid.scales(); j++) {
            pairs += (long) grid.sizeAt(0) * grid.sizeAt(j) * orientations;
            for (int k = j + 1; k < grid.scales(); k++) {
                pairs += (long) grid.sizeAt(j) * grid.sizeAt(k) * orientations * orientations;
            }
        }
        return pairs;
    }

    private static double direct(PaddedGrid grid, int orientations) {
        double sum = 0;
        for (int j = 0; j < grid.scales(); j++) {
            for (int o = 0; o < orientations; o++) {
                sum += convolution(grid.edgeAt(0), grid.edgeAt(j));
                for (int k = j + 1; k < grid.scales(); k++) {
                    for (int p = 0; p < orientations; p++) {
                        sum += convolution(grid.edgeAt(j), grid.edgeAt(k));
                    }
                }
            }
        }
        return sum;
    }

    /** A real image with a complex filter, periodic, read at every {@code n / m}-th sample; the filter's rows stand twice. */
    private static double convolution(int n, int m) {
        double[] image = new double[n * n];
        double[] re = new double[2 * n * n];
        double[] im = new double[2 * n * n];
        Arrays.fill(image, 1e-3);
        Arrays.fill(re, 1e-3);
        Arrays.fill(im, 1e-3);
        double sum = 0;
        for (int y = 0; y < n; y += n / m) {
            for (int x = 0; x < n; x += n / m) {
                double sumRe = 0;
                double sumIm = 0;
                for (int v = 0; v < n; v++) {
                    int row = 2 * n * ((y + v) % n) + x;
                    for (int u = 0; u < n; u++) {
                        sumRe += image[v * n + u] * re[row + u];
                        sumIm += image[v * n + u] * im[row + u];
                    }
                }
                sum += Math.sqrt(sumRe * sumRe + sumIm * sumIm);
            }
        }
        return sum;
    }
}
