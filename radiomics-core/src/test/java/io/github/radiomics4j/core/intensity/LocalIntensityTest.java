package io.github.radiomics4j.core.intensity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.Interpolation;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalIntensityTest {
    private static final GridSize SIZE = new GridSize(14, 13, 9);
    private static final int VOXELS = 14 * 13 * 9;
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(1.3, 1.7, 2.9);
    private static final FeatureExtractor PEAKS = FeatureExtractor.discretisedBy(new FixedBinNumber(8))
            .withFamilies(List.of(new LocalIntensity()));

    private static double[] random(long seed) {
        return new SplittableRandom(seed).doubles(VOXELS, -100, 100).toArray();
    }

    private static Mask randomMask(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] low = {random.nextInt(7), random.nextInt(6), random.nextInt(4)};
        byte[] inside = new byte[VOXELS];
        for (int i = 0; i < VOXELS; i++) {
            int[] at = {i % 14, i / 14 % 13, i / 182};
            boolean box = at[0] >= low[0] && at[0] < low[0] + 7 && at[1] >= low[1] && at[1] < low[1] + 7
                    && at[2] >= low[2] && at[2] < low[2] + 5;
            inside[i] = (byte) (box && random.nextInt(3) == 0 ? 1 : 0);
        }
        inside[low[0] + 14 * (low[1] + 13 * low[2])] = 1;
        return Mask.of(inside, SIZE);
    }

    private static byte[] inside(Mask mask) {
        return mask.copy(new IndexBox(0, 0, 0, 13, 12, 8));
    }

    private static Mask mask(int... voxels) {
        byte[] inside = new byte[VOXELS];
        for (int v : voxels) {
            inside[v] = 1;
        }
        return Mask.of(inside, SIZE);
    }

    private static ScalarImage image(double[] values) {
        return ScalarImage.of(values, SIZE, ImageGeometry.of(SPACING));
    }

    private static int at(int x, int y, int z) {
        return x + 14 * (y + 13 * z);
    }

    /** The mean over the sphere by its definition; voxels that are not finite are left out. */
    private static double peak(double[] values, int centre) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < VOXELS; i++) {
            double dx = (i % 14 - centre % 14) * SPACING.x();
            double dy = (i / 14 % 13 - centre / 14 % 13) * SPACING.y();
            double dz = (i / 182 - centre / 182) * SPACING.z();
            if (Math.sqrt(dx * dx + dy * dy + dz * dz) <= 6.2035049089940001667 && Double.isFinite(values[i])) {
                sum += values[i];
                n++;
            }
        }
        return sum / n;
    }

    private static void assertPeaks(double[] values, Mask mask) {
        byte[] inside = inside(mask);
        double highest = Double.NEGATIVE_INFINITY;
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < VOXELS; i++) {
            if (inside[i] != 0) {
                double mean = peak(values, i);
                global = Math.max(global, mean);
                local = values[i] > highest ? mean : values[i] == highest ? Math.max(local, mean) : local;
                highest = Math.max(highest, values[i]);
            }
        }
        FeatureVector v = PEAKS.extract(image(values), mask);
        assertEquals(local, v.get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK), 1e-12);
        assertEquals(global, v.get(LocalIntensityFeature.GLOBAL_INTENSITY_PEAK), 1e-12);
    }

    @Property(tries = 100)
    void peaksAreTheMeansOfTheirDefinition(@ForAll long seed) {
        assertPeaks(random(seed), randomMask(seed));
    }

    @Property(tries = 100)
    void ofSeveralHighestVoxelsTheHighestPeakCounts(@ForAll long seed) {
        double[] values = random(seed);
        Arrays.setAll(values, i -> Math.rint(values[i] / 40));
        assertPeaks(values, randomMask(seed));
    }

    @Property(tries = 60)
    void voxelsAroundTheRegionWithoutAFiniteIntensityAreLeftOut(@ForAll long seed) {
        double[] values = random(seed);
        Mask mask = randomMask(seed);
        byte[] inside = inside(mask);
        SplittableRandom random = new SplittableRandom(~seed);
        for (int i = 0; i < VOXELS; i++) {
            if (inside[i] == 0 && random.nextInt(4) == 0) {
                values[i] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
            }
        }
        assertPeaks(values, mask);
    }

    @Test
    void sphereHasOneCubicCentimetre() {
        assertEquals(1000, 4 * Math.PI / 3 * Math.pow(LocalIntensity.RADIUS, 3), 1e-9);
    }

    @Test
    void voxelJustInsideTheRadiusCountsAndOneBeyondDoesNot() {
        double[] values = new double[VOXELS];
        values[at(4, 6, 4)] = 1;
        double with = PEAKS.extract(image(values), mask(at(8, 6, 4))).get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK);
        double without = PEAKS.extract(image(values), mask(at(9, 6, 4))).get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK);
        assertTrue(with > 0);
        assertEquals(0, without);
    }

    @Test
    void resegmentedVoxelsStillCountInTheMeansButAreNoCentres() {
        double[] values = new double[VOXELS];
        int spike = at(7, 6, 4);
        values[spike] = 1000;
        values[at(8, 6, 4)] = 10;
        FeatureVector v = PEAKS.resegmentedBy(Resegmentation.range(0, 100)).extract(image(values), mask(spike, at(8, 6, 4), at(9, 6, 4)));
        assertEquals(peak(values, at(8, 6, 4)), v.get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK), 1e-12);
        assertTrue(v.get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK) > 1);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void resampledSurroundingsAreTheResampledImage(Interpolation interpolation) {
        ScalarImage image = image(random(5));
        Resampling to = Resampling.to(VoxelSpacing.mm(2, 1.5, 2)).withImage(interpolation).withRoundedIntensities();
        byte[] all = new byte[VOXELS];
        Arrays.fill(all, (byte) 1);
        PreparedRoi everything = PEAKS.resampledBy(to).prepare(image, Mask.of(all, SIZE));
        Surroundings whole = everything.surroundings().orElseThrow();
        Surroundings part = PEAKS.resampledBy(to).prepare(image, mask(at(1, 6, 4), at(2, 6, 4))).surroundings().orElseThrow();
        int[] offset = offset(part, whole);
        int compared = 0;
        for (int i = 0; i < part.size().voxels(); i++) {
            int x = i % part.size().x() + offset[0];
            int y = i / part.size().x() % part.size().y() + offset[1];
            int z = i / part.size().x() / part.size().y() + offset[2];
            boolean exists = x >= whole.margin(0) && x < whole.size().x() - whole.margin(0) && y >= whole.margin(1)
                    && y < whole.size().y() - whole.margin(1) && z >= whole.margin(2) && z < whole.size().z() - whole.margin(2);
            assertEquals(exists, part.present().contains(i));
            if (exists) {
                assertEquals(whole.at(x + whole.size().x() * (y + whole.size().y() * z)), part.at(i));
                compared++;
            }
        }
        assertTrue(compared > 100 && compared < part.size().voxels(), "the part reaches over the image's border");
    }

    /** Where the part's first voxel lies in the whole: the only place where all its present voxels agree. */
    private static int[] offset(Surroundings part, Surroundings whole) {
        for (int z = -part.size().z(); z < whole.size().z(); z++) {
            for (int y = -part.size().y(); y < whole.size().y(); y++) {
                for (int x = -part.size().x(); x < whole.size().x(); x++) {
                    if (agree(part, whole, x, y, z)) {
                        return new int[] {x, y, z};
                    }
                }
            }
        }
        throw new AssertionError("the part's intensities are nowhere in the whole");
    }

    private static boolean agree(Surroundings part, Surroundings whole, int ox, int oy, int oz) {
        int agreeing = 0;
        for (int i = 0; i < part.size().voxels(); i++) {
            if (part.present().contains(i)) {
                int x = i % part.size().x() + ox;
                int y = i / part.size().x() % part.size().y() + oy;
                int z = i / part.size().x() / part.size().y() + oz;
                if (x < 0 || y < 0 || z < 0 || x >= whole.size().x() || y >= whole.size().y() || z >= whole.size().z()
                        || whole.at(x + whole.size().x() * (y + whole.size().y() * z)) != part.at(i)) {
                    return false;
                }
                agreeing++;
            }
        }
        return agreeing > 0;
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void regionIsTheSameForEveryReach(Interpolation interpolation) {
        FeatureExtractor near = PEAKS.resampledBy(Resampling.to(VoxelSpacing.isotropic(1.1)).withImage(interpolation))
                .withFamilies(List.of(new IntensityStatistics()));
        FeatureExtractor far = near.withFamilies(List.of(new IntensityStatistics(), new LocalIntensity()));
        FeatureVector alone = near.extract(image(random(3)), randomMask(3));
        FeatureVector together = far.extract(image(random(3)), randomMask(3));
        alone.forEach((key, value) -> assertEquals(value, together.get(key), key.columnName()));
    }

    @Test
    void nanAroundTheRegionIsLeftOutByLinearInterpolation() {
        double[] values = random(8);
        values[at(10, 6, 4)] = Double.NaN;
        FeatureExtractor linear = PEAKS.resampledBy(Resampling.to(VoxelSpacing.mm(1.3, 1.7, 2)));
        assertTrue(Double.isFinite(linear.extract(image(values), mask(at(7, 6, 4))).get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK)));
    }

    @Test
    void nanThatOnlyTheSplineOfTheSurroundingsNeedsIsRefusedWithItsPlaceAndTheReach() {
        GridSize row = new GridSize(60, 1, 1);
        double[] values = new double[60];
        values[43] = Double.NaN;
        byte[] inside = new byte[60];
        inside[5] = 1;
        inside[6] = 1;
        ScalarImage image = ScalarImage.of(values, row, ImageGeometry.of(VoxelSpacing.isotropic(1.3)));
        FeatureExtractor spline = PEAKS.resampledBy(Resampling.to(VoxelSpacing.mm(1, 1.3, 1.3)).withImage(Interpolation.CUBIC_SPLINE));
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> spline.extract(image, Mask.of(inside, row)));
        assertEquals(Problem.NONFINITE_VALUES, e.problem());
        assertTrue(e.getMessage().contains("(43, 0, 0)") && e.getMessage().contains("6.2"), e.getMessage());
        FeatureExtractor within = spline.withFamilies(List.of(new IntensityStatistics()));
        assertEquals(0, within.extract(image, Mask.of(inside, row)).get(IntensityStatisticsFeature.MAXIMUM_INTENSITY));
    }

    @Test
    void regionPreparedWithoutItsSurroundingsIsRefused() {
        PreparedRoi bare = PEAKS.preparation().prepare(image(random(1)), mask(at(3, 3, 3)));
        assertTrue(bare.surroundings().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> PEAKS.measure(bare));
    }

    @Test
    void negativeReachIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PEAKS.preparation().prepare(image(random(1)), mask(at(3, 3, 3)), -1));
    }

    @Property(tries = 30)
    void repeatsGiveTheSameBits(@ForAll @IntRange(max = 1000) int seed) {
        assertEquals(PEAKS.extract(image(random(seed)), randomMask(seed)), PEAKS.extract(image(random(seed)), randomMask(seed)));
    }

    @Test
    void globalPeakNeedNotBeAroundTheHighestVoxel() {
        double[] values = new double[VOXELS];
        values[at(1, 1, 1)] = 50;
        for (int x = 9; x < 13; x++) {
            values[at(x, 9, 6)] = 40;
        }
        FeatureVector v = PEAKS.extract(image(values), mask(at(1, 1, 1), at(11, 9, 6)));
        assertNotEquals(v.get(LocalIntensityFeature.LOCAL_INTENSITY_PEAK), v.get(LocalIntensityFeature.GLOBAL_INTENSITY_PEAK));
    }
}
