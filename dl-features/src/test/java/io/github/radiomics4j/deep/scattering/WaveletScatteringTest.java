package io.github.radiomics4j.deep.scattering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.deep.scattering.ScatteringPath.Wavelet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WaveletScatteringTest {

    @Test
    void inThePlaneItIsTheSumOverAllPairsOfSamples() {
        assertDirect(WaveletScattering.ofPlane(8, 2, 4), DirectScattering.ofPlane(2, 4, true), new PaddedGrid(8, 2, 2), 1e-13);
        assertDirect(WaveletScattering.ofPlane(9, 2, 3), DirectScattering.ofPlane(2, 3, true), new PaddedGrid(9, 2, 2), 1e-13);
        assertDirect(WaveletScattering.ofPlane(8, 3, 2), DirectScattering.ofPlane(3, 2, true), new PaddedGrid(8, 2, 3), 1e-13);
    }

    @Test
    void inSpaceItIsTheSumOverAllPairsOfSamples() {
        assertDirect(WaveletScattering.ofSpace(4, 2, SpaceDirections.AXES), DirectScattering.ofSpace(2, SpaceDirections.AXES, true),
                new PaddedGrid(4, 3, 2), 1e-13);
        assertDirect(WaveletScattering.ofSpace(5, 1, SpaceDirections.NEIGHBOURS),
                DirectScattering.ofSpace(1, SpaceDirections.NEIGHBOURS, true), new PaddedGrid(5, 3, 1), 1e-13);
    }

    @Test
    void layersOnFewerSamplesDifferLittleFromTheDefinition() {
        assertDirect(WaveletScattering.ofPlane(16, 2, 8), DirectScattering.ofPlane(2, 8, false), new PaddedGrid(16, 2, 2), 0.03);
    }

    @Test
    void aConstantImageHasOnlyItsAverage() {
        for (WaveletScattering network : List.of(WaveletScattering.ofPlane(20, 2, 8),
                WaveletScattering.ofSpace(8, 2, SpaceDirections.NEIGHBOURS))) {
            float[] constant = new float[PaddedGrid.power(network.edge(), network.dimensions())];
            Arrays.fill(constant, -7.5f);
            double[][] found = network.coefficients(constant);
            for (double average : found[0]) {
                assertEquals(-7.5, average, 1e-10);
            }
            for (int path = 1; path < found.length; path++) {
                for (double coefficient : found[path]) {
                    assertEquals(0, coefficient, 1e-10, "path " + network.paths().get(path));
                }
            }
        }
    }

    @Property(tries = 20)
    void distancesDoNotGrow(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.95) double smoothness) {
        assertContraction(WaveletScattering.ofPlane(16, 2, 8), new PaddedGrid(16, 2, 2), seed, smoothness);
    }

    @Property(tries = 3)
    void distancesInSpaceDoNotGrow(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.95) double smoothness) {
        assertContraction(WaveletScattering.ofSpace(8, 2, SpaceDirections.NEIGHBOURS), new PaddedGrid(8, 3, 2), seed, smoothness);
    }

    @Test
    void theSquaresOfAllFiltersSumToOneAtMost() {
        assertTrue(littlewoodPaley(new PaddedGrid(64, 2, 3), new PlaneWavelets(80, 3, 8)) < 1.0201);
        for (SpaceDirections directions : SpaceDirections.values()) {
            for (int scales = 2; scales <= 3; scales++) {
                PaddedGrid grid = new PaddedGrid(40, 3, scales);
                double largest = littlewoodPaley(grid, new SpaceWavelets(grid.padded(), scales, directions));
                assertTrue(largest < 1 + 1e-8, directions + ", " + scales + " scales: " + largest);
            }
        }
    }

    @Property(tries = 10)
    void aTransposedImageHasItsAnglesExchanged(@ForAll long seed) {
        WaveletScattering network = WaveletScattering.ofPlane(16, 2, 8);
        float[] image = image(16 * 16, seed, 0);
        float[] transposed = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            transposed[i / 16 + 16 * (i % 16)] = image[i];
        }
        double[][] expected = network.coefficients(image);
        double[][] found = network.coefficients(transposed);
        for (int path = 0; path < expected.length; path++) {
            List<Wavelet> exchanged = network.paths().get(path).wavelets().stream()
                    .map(w -> new Wavelet(w.scale(), Math.floorMod(2 - w.orientation(), 8))).toList();
            int other = network.paths().indexOf(new ScatteringPath(exchanged));
            for (int i = 0; i < 16; i++) {
                assertEquals(expected[path][i], found[other][i / 4 + 4 * (i % 4)], 1e-12);
            }
        }
    }

    @Property(tries = 10)
    void twiceTheImageHasTwiceTheCoefficients(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int edge) {
        WaveletScattering network = WaveletScattering.ofPlane(edge, 1, 3);
        float[] image = image(edge * edge, seed, 0);
        float[] twice = new float[image.length];
        float[] negative = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            twice[i] = 2 * image[i];
            negative[i] = -image[i];
        }
        double[][] once = network.coefficients(image);
        double[][] doubled = network.coefficients(twice);
        double[][] turned = network.coefficients(negative);
        for (int path = 1; path < once.length; path++) {
            assertArrayEquals(Arrays.stream(once[path]).map(c -> 2 * c).toArray(), doubled[path]);
            assertArrayEquals(once[path], turned[path]);
        }
    }

    @Test
    void aMovedTextureHasNearlyTheSameCoefficients() {
        float[] wide = image(70 * 70, 5, 0.5);
        WaveletScattering network = WaveletScattering.ofPlane(64, 3, 8);
        double[] here = pooled(network.coefficients(window(wide, 70, 2, 3, 64)));
        double[] moved = pooled(network.coefficients(window(wide, 70, 4, 2, 64)));
        double[] other = pooled(network.coefficients(window(image(70 * 70, 6, 0), 70, 0, 0, 64)));
        assertTrue(distance(here, moved) < 0.02 * norm(here), distance(here, moved) + " of " + norm(here));
        assertTrue(distance(here, other) > 0.25 * norm(here), distance(here, other) + " of " + norm(here));
    }

    @Test
    void pathsComeByOrderScaleAndOrientation() {
        WaveletScattering network = WaveletScattering.ofPlane(32, 3, 8);
        assertEquals(217, network.paths().size());
        assertEquals(0, network.paths().get(0).order());
        assertEquals(List.of(new Wavelet(0, 7)), network.paths().get(8).wavelets());
        assertEquals(List.of(new Wavelet(0, 0), new Wavelet(1, 0)), network.paths().get(25).wavelets());
        assertEquals(List.of(new Wavelet(1, 7), new Wavelet(2, 7)), network.paths().get(216).wavelets());
        assertEquals(4, network.outputs());
    }

    @Test
    void imagesThatDoNotFitAreRefused() {
        WaveletScattering network = WaveletScattering.ofPlane(8, 1, 2);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> network.coefficients(new float[63])).getMessage().contains("64"));
        float[] broken = new float[64];
        broken[5] = Float.NaN;
        assertTrue(assertThrows(IllegalArgumentException.class, () -> network.coefficients(broken)).getMessage().contains("index 5"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> WaveletScattering.ofPlane(7, 3, 8)).getMessage().contains("was 7"));
        assertThrows(IllegalArgumentException.class, () -> WaveletScattering.ofPlane(8, 0, 8));
        assertThrows(IllegalArgumentException.class, () -> WaveletScattering.ofPlane(8, 1, 0));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> WaveletScattering.ofPlane(4096, 3, 8)).getMessage().contains("MB"));
        assertThrows(IllegalArgumentException.class, () -> WaveletScattering.ofSpace(257, 1, SpaceDirections.AXES));
    }

    @Test
    void aPathsSecondWaveletIsOfALargerScale() {
        assertEquals(2, new ScatteringPath(List.of(new Wavelet(0, 1), new Wavelet(1, 0))).order());
        assertThrows(IllegalArgumentException.class, () -> new ScatteringPath(List.of(new Wavelet(1, 1), new Wavelet(1, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Wavelet(-1, 0));
    }

    @Test
    void aPaddedLengthWithALargePrimeFactorIsExtendedOnBothSides() {
        PaddedGrid grid = new PaddedGrid(96, 2, 3); // 112 = 16 · 7 samples otherwise, with 8 before the image
        assertEquals(120, grid.padded());
        assertEquals(8, grid.position(0, 0));
        grid = new PaddedGrid(256, 2, 3); // 272 = 16 · 17 otherwise; then two steps of 8 more
        assertEquals(288, grid.padded());
        assertEquals(16, grid.position(0, 0));
        float[] image = image(256 * 256, 1, 0);
        double[] padded = new double[288 * 288];
        grid.pad(image, padded);
        assertEquals(image[0], padded[16 + 288 * 16]);
        assertEquals(image[1 + 256 * 2], padded[15 + 288 * 14]);
    }

    @Test
    void thirteenDirectionsAreHalfOfTheNeighboursEachOnce() {
        List<SpaceDirections.Step> steps = SpaceDirections.NEIGHBOURS.steps();
        assertEquals(13, steps.size());
        long withOpposites = steps.stream().flatMap(s -> List.of(s, new SpaceDirections.Step(-s.x(), -s.y(), -s.z())).stream())
                .distinct().count();
        assertEquals(26, withOpposites);
    }

    private static void assertDirect(WaveletScattering network, DirectScattering direct, PaddedGrid grid, double relative) {
        float[] image = image(PaddedGrid.power(grid.edge(), grid.dimensions()), 3, 0.3);
        double[] padded = new double[grid.sizeAt(0)];
        grid.pad(image, padded);
        List<double[]> expected = direct.of(padded, grid.padded());
        double[][] found = network.coefficients(image);
        assertEquals(expected.size(), found.length);
        int all = grid.padded() >> grid.scales();
        double largest = 0;
        double scale = 0;
        for (int path = 0; path < found.length; path++) {
            for (int i = 0; i < found[path].length; i++) {
                int at = 0;
                for (int a = grid.dimensions() - 1; a >= 0; a--) {
                    at = at * all + i / PaddedGrid.power(grid.outputs(), a) % grid.outputs() + grid.position(0, grid.scales());
                }
                largest = Math.max(largest, Math.abs(expected.get(path)[at] - found[path][i]));
                scale = Math.max(scale, path == 0 ? 0 : Math.abs(expected.get(path)[at]));
            }
        }
        assertTrue(largest <= relative * scale, "largest difference " + largest + " where the largest coefficient is " + scale);
    }

    private static void assertContraction(WaveletScattering network, PaddedGrid grid, long seed, double smoothness) {
        int size = PaddedGrid.power(grid.edge(), grid.dimensions());
        float[] f = image(size, seed, smoothness);
        float[] g = image(size, seed + 1, smoothness);
        double[] padded = new double[grid.sizeAt(0)];
        float[] difference = new float[size];
        for (int i = 0; i < size; i++) {
            difference[i] = f[i] - g[i];
        }
        grid.pad(difference, padded);
        double[][] ofF = network.coefficients(f);
        double[][] ofG = network.coefficients(g);
        double squares = 0;
        for (int path = 0; path < ofF.length; path++) {
            squares += Math.pow(distance(ofF[path], ofG[path]), 2);
        }
        double between = Math.sqrt(squares * PaddedGrid.power(1 << grid.scales(), grid.dimensions()));
        assertTrue(between <= 1.03 * norm(padded), between + " from " + norm(padded));
    }

    private static double littlewoodPaley(PaddedGrid grid, WaveletBank bank) {
        int n = grid.padded();
        int slices = grid.dimensions() == 3 ? n : 1;
        double[] low = Gabor.transform(n, 0.8 * (1 << grid.scales() - 1), 0);
        double[] sums = new double[grid.sizeAt(0)];
        double[] row = new double[n];
        for (int w = 0; w < grid.scales() * bank.orientations(); w++) {
            for (int z = 0; z < slices; z++) {
                for (int y = 0; y < n; y++) {
                    bank.row(w / bank.orientations(), w % bank.orientations(), 0, y, z, row);
                    for (int x = 0; x < n; x++) {
                        sums[x + n * (y + n * z)] += row[x] * row[x] / 2;
                        sums[(n - x) % n + n * ((n - y) % n + n * ((slices - z) % slices))] += row[x] * row[x] / 2;
                    }
                }
            }
        }
        double largest = 0;
        for (int i = 0; i < sums.length; i++) {
            double phi = low[i % n] * low[i / n % n] * (slices > 1 ? low[i / n / n] : 1);
            largest = Math.max(largest, sums[i] + phi * phi);
        }
        return largest;
    }

    private static double[] pooled(double[][] coefficients) {
        return Arrays.stream(coefficients).skip(1).mapToDouble(c -> Arrays.stream(c).average().orElseThrow()).toArray();
    }

    private static float[] window(float[] wide, int n, int x, int y, int edge) {
        float[] window = new float[edge * edge];
        for (int r = 0; r < edge; r++) {
            System.arraycopy(wide, (y + r) * n + x, window, r * edge, edge);
        }
        return window;
    }

    /** Noise that runs on along rows: each sample keeps a part of the one before. */
    private static float[] image(int size, long seed, double smoothness) {
        Random random = new Random(seed);
        float[] image = new float[size];
        double last = 0;
        for (int i = 0; i < size; i++) {
            last = smoothness * last + random.nextGaussian();
            image[i] = (float) last;
        }
        return image;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] a) {
        return distance(a, new double[a.length]);
    }
}
