package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityHistogram;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Textures that all have the same grey levels, each as often; cases of two classes by a nearest centroid, cross-validated. */
class ScatteringTextureTest {
    private static final int CASES = 30;
    private static final int FOLDS = 5;
    private static final GridSize SQUARE = new GridSize(64, 64, 1);
    private static final GridSize CUBE = new GridSize(16, 16, 16);

    private final FeatureSource firstOrder = FeatureExtractor.discretisedBy(new FixedBinNumber(32))
            .withFamilies(List.of(new IntensityStatistics(), new IntensityHistogram(), new IntensityVolumeHistogram()));

    private interface Texture {
        double[] of(GridSize size, long seed);
    }

    @Test
    void firstOrderFeaturesDoNotSeeTextures() {
        double[][] rows = rows(firstOrder, SQUARE, (s, seed) -> smooth(s, seed, 2), (s, seed) -> smooth(s, seed, 3));
        for (int f = 0; f < rows[0].length; f++) {
            double first = rows[0][f];
            for (double[] row : rows) {
                assertEquals(first, row[f], 1e-9 * Math.max(1, Math.abs(first)), "feature " + f);
            }
        }
        for (double[] row : rows) {
            for (int f = 0; f < row.length; f++) {
                row[f] = (float) row[f];
            }
        }
        assertEquals(0.5, crossValidatedAuc(rows));
    }

    @Test
    void scatteringTellsTexturesOfDifferentSmoothness() {
        assertSeparated(ScatteringExtractor.plane(), SQUARE, (s, seed) -> smooth(s, seed, 2), (s, seed) -> smooth(s, seed, 3));
    }

    @Test
    void scatteringTellsSteadyFromPatchyNoiseOfTheSameSpectrum() {
        assertSeparated(ScatteringExtractor.plane(), SQUARE, ScatteringTextureTest::noise, ScatteringTextureTest::patchy);
    }

    @Test
    void aHandfulOfAveragesOverOrientationsTellsThemToo() {
        ScatteringExtractor few = ScatteringExtractor.plane().averagedOverOrientations().inLogarithms();
        assertSeparated(few, SQUARE, (s, seed) -> smooth(s, seed, 2), (s, seed) -> smooth(s, seed, 3));
        assertSeparated(few, SQUARE, ScatteringTextureTest::noise, ScatteringTextureTest::patchy);
    }

    @Test
    void scatteringInSpaceTellsThemToo() {
        ScatteringExtractor space = ScatteringExtractor.of(WaveletScattering.ofSpace(16, 2, SpaceDirections.AXES));
        assertSeparated(space, CUBE, (s, seed) -> smooth(s, seed, 2), (s, seed) -> smooth(s, seed, 3));
    }

    @Test
    void scatteringFindsNoDifferenceWhereThereIsNone() {
        double auc = crossValidatedAuc(rows(ScatteringExtractor.plane(), SQUARE, ScatteringTextureTest::noise,
                ScatteringTextureTest::noise));
        assertTrue(auc > 0.25 && auc < 0.75, "AUC " + auc);
    }

    private static void assertSeparated(FeatureSource source, GridSize size, Texture negative, Texture positive) {
        double auc = crossValidatedAuc(rows(source, size, negative, positive));
        assertTrue(auc >= 0.95, "AUC " + auc);
    }

    /** Negative and positive cases in turn. */
    private static double[][] rows(FeatureSource source, GridSize size, Texture negative,
            Texture positive) {
        Mask whole = Mask.of(ones(size), size);
        return IntStream.range(0, 2 * CASES).mapToObj(i -> {
            double[] texture = (i % 2 == 0 ? negative : positive).of(size, 1000 + i);
            return source.extract(ScalarImage.of(ranks(texture), size, ImageGeometry.of(VoxelSpacing.isotropic(1))), whole).values();
        }).toArray(double[][]::new);
    }

    private static byte[] ones(GridSize size) {
        byte[] ones = new byte[(int) size.voxels()];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    /** The rank of each value: every image has the numbers 0 to n − 1, each once. */
    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        for (int r = 0; r < order.length; r++) {
            ranks[order[r]] = r;
        }
        return ranks;
    }

    private static double[] noise(GridSize size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, (int) size.voxels()).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    /** Noise smoothed so many times with the weights 1, 2, 1 along each axis, periodically. */
    private static double[] smooth(GridSize size, long seed, int times) {
        double[] values = noise(size, seed);
        int[] steps = {1, size.x(), size.x() * size.y()};
        for (int t = 0; t < times; t++) {
            for (int axis = 0; axis < 3; axis++) {
                double[] from = values;
                int step = steps[axis];
                int period = step * size.along(axis);
                values = IntStream.range(0, from.length).mapToDouble(i -> {
                    int start = i / period * period;
                    int at = i - start;
                    return from[start + (at + step) % period] + 2 * from[i] + from[start + (at + period - step) % period];
                }).toArray();
            }
        }
        return values;
    }

    /** Independent signs make its spectrum flat; its size varies over some ten pixels. */
    private static double[] patchy(GridSize size, long seed) {
        double[] noise = noise(size, seed);
        double[] wide = smooth(size, seed + 1_000_000, 16);
        double deviation = Math.sqrt(Arrays.stream(wide).map(w -> w * w).average().orElseThrow());
        return IntStream.range(0, noise.length).mapToDouble(i -> noise[i] * Math.exp(wide[i] / deviation)).toArray();
    }

    private static double crossValidatedAuc(double[][] rows) {
        double[] scores = new double[rows.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            int[] training = IntStream.range(0, rows.length).filter(i -> i / 2 % FOLDS != held).toArray();
            int features = rows[0].length;
            for (int f = 0; f < features; f++) {
                int column = f;
                double negative = Arrays.stream(training).filter(i -> i % 2 == 0).mapToDouble(i -> rows[i][column]).average().orElseThrow();
                double positive = Arrays.stream(training).filter(i -> i % 2 == 1).mapToDouble(i -> rows[i][column]).average().orElseThrow();
                double variance = Arrays.stream(training).mapToDouble(i -> rows[i][column] - (i % 2 == 0 ? negative : positive))
                        .map(d -> d * d).average().orElseThrow();
                if (variance > 0) {
                    IntStream.range(0, rows.length).filter(i -> i / 2 % FOLDS == held).forEach(i -> scores[i]
                            += (positive - negative) * (rows[i][column] - (positive + negative) / 2) / variance / features);
                }
            }
        }
        double wins = 0;
        for (int n = 0; n < rows.length; n += 2) {
            for (int p = 1; p < rows.length; p += 2) {
                wins += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
            }
        }
        return wins / CASES / CASES;
    }
}
