package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Wavelet scattering of one image, one thread, beside direct convolutions with the same filters at the same resolutions. The direct sums
 * take the image without its padding, which is less than the network's work; in space a {@value #SHARE}th of their output samples is
 * computed, so their time is to be multiplied by that. {@code benchmarks/peers/scattering.py} times Kymatio. With {@code -prof gc} the
 * rows {@code gc.alloc.rate.norm} are the bytes that one call allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScatteringBenchmark {
    /** What part of the direct sums in space is computed. */
    public static final int SHARE = 4096;

    private static final int EDGE = 64;
    private static final int PLANE_SCALES = 3;
    private static final int ANGLES = 8;
    private static final int SPACE_SCALES = 2;

    private final WaveletScattering plane = WaveletScattering.ofPlane(EDGE, PLANE_SCALES, ANGLES);
    private final WaveletScattering axes = WaveletScattering.ofSpace(EDGE, SPACE_SCALES, SpaceDirections.AXES);
    private final WaveletScattering neighbours = WaveletScattering.ofSpace(EDGE, SPACE_SCALES, SpaceDirections.NEIGHBOURS);
    private final float[] square = new float[EDGE * EDGE];
    private final float[] cube = new float[EDGE * EDGE * EDGE];

    /** Fills the images with noise. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (float[] image : new float[][] {square, cube}) {
            for (int i = 0; i < image.length; i++) {
                image[i] = (float) random.nextGaussian();
            }
        }
    }

    /** 64 × 64, 3 scales, 8 angles. */
    @Benchmark
    public Object plane() {
        return plane.coefficients(square);
    }

    /** 64 × 64 × 64, 2 scales, 3 directions. */
    @Benchmark
    public Object spaceAlongAxes() {
        return axes.coefficients(cube);
    }

    /** 64 × 64 × 64, 2 scales, 13 directions. */
    @Benchmark
    public Object spaceOfThirteenDirections() {
        return neighbours.coefficients(cube);
    }

    /** The wavelets of {@link #plane} by sums over all pairs of samples. */
    @Benchmark
    public double directPlane() {
        return direct(square, PLANE_SCALES, ANGLES, 2, 1);
    }

    /** A {@value #SHARE}th of the wavelets of {@link #spaceAlongAxes} by sums over all pairs of samples. */
    @Benchmark
    public double directSpaceAlongAxes() {
        return direct(cube, SPACE_SCALES, 3, 3, SHARE);
    }

    private static double direct(float[] image, int scales, int orientations, int dimensions, int share) {
        double sum = 0;
        for (int first = 0; first < scales; first++) {
            for (int orientation = 0; orientation < orientations; orientation++) {
                sum += convolution(image, samples(0, dimensions), samples(first, dimensions), share);
            }
            for (int second = first + 1; second < scales; second++) {
                for (int pair = 0; pair < orientations * orientations; pair++) {
                    sum += convolution(image, samples(first, dimensions), samples(second, dimensions), share);
                }
            }
        }
        return sum;
    }

    private static int samples(int scale, int dimensions) {
        return (int) Math.pow(EDGE >> scale, dimensions);
    }

    /** Real samples with a complex filter as long as they are; its values matter to nobody, reading them does. */
    private static double convolution(float[] image, int samples, int outputs, int share) {
        double[] re = new double[2 * samples];
        double[] im = new double[2 * samples];
        Arrays.fill(re, 1e-3);
        Arrays.fill(im, 1e-3);
        double sum = 0;
        int step = samples / outputs;
        for (int out = 0; out < samples; out += Math.multiplyExact(step, share)) {
            double sumRe = 0;
            double sumIm = 0;
            for (int i = 0; i < samples; i++) {
                sumRe += image[i] * re[out + i];
                sumIm += image[i] * im[out + i];
            }
            sum += Math.sqrt(sumRe * sumRe + sumIm * sumIm);
        }
        return sum;
    }
}
