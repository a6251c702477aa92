package io.github.radiomics4j.core.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {
    private static final GridSize SIZE = new GridSize(9, 8, 7);

    private static ScalarImage image(double[] values) {
        return ScalarImage.of(values, SIZE, ImageGeometry.of(VoxelSpacing.mm(1, 1, 2)));
    }

    private static double[] random(long seed) {
        return new SplittableRandom(seed).doubles(SIZE.voxels(), -100, 100).toArray();
    }

    private static Mask whole() {
        byte[] inside = new byte[(int) SIZE.voxels()];
        Arrays.fill(inside, (byte) 1);
        return Mask.of(inside, SIZE);
    }

    private static PreparedRoi prepared(Resampling resampling, ScalarImage image, Mask mask) {
        return new RegionPreparation(Optional.of(resampling), Optional.empty(), new FixedBinNumber(8)).prepare(image, mask);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void sameSpacingKeepsEveryValue(Interpolation interpolation) {
        double[] values = random(7);
        PreparedRoi roi = prepared(Resampling.to(VoxelSpacing.mm(1, 1, 2)).withImage(interpolation), image(values.clone()), whole());
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], roi.intensities().at(i), 1e-10);
        }
    }

    @Test
    void newGridHasTheSizeOfTheStandard() {
        PreparedRoi roi = prepared(Resampling.to(VoxelSpacing.mm(2, 3, 1.5)), image(random(1)), whole());
        assertEquals(new GridSize(5, 3, 10), roi.intensities().size());
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 1e-3, 1e-3", "1e-12, 1, 1", "1, 1e-100, 1", "1e-7, 1e7, 1"})
    void spacingThatWouldTakeTooManyVoxelsIsRefusedAtOnce(double x, double y, double z) {
        InvalidInputException e = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(InvalidInputException.class,
                () -> prepared(Resampling.to(VoxelSpacing.mm(x, y, z)), image(random(1)), whole())));
        assertEquals(InvalidInputException.Problem.RESOURCE_LIMIT, e.problem());
    }

    @Test
    void resamplingInPlaneKeepsTheSlices() {
        PreparedRoi within = prepared(Resampling.inPlane(0.5, 0.8), image(random(3)), whole());
        PreparedRoi asVolume = prepared(Resampling.to(VoxelSpacing.mm(0.5, 0.8, 2)), image(random(3)), whole());
        assertEquals(new GridSize(18, 10, 7), within.intensities().size());
        assertEquals(VoxelSpacing.mm(0.5, 0.8, 2), within.spacing());
        assertArrayEquals(asVolume.intensities().region(), within.intensities().region());
    }

    @ParameterizedTest
    @EnumSource(value = Interpolation.class, names = {"LINEAR", "CUBIC_SPLINE"})
    void rampStaysARampAwayFromTheBorder(Interpolation interpolation) {
        double[] values = new double[(int) SIZE.voxels()];
        Arrays.setAll(values, i -> 3.0 * (i % 9));
        byte[] inside = new byte[values.length];
        inside[4 + 9 * (4 + 8 * 3)] = 1;
        inside[5 + 9 * (4 + 8 * 3)] = 1;
        PreparedRoi roi = prepared(Resampling.to(VoxelSpacing.mm(0.5, 1, 2)).withImage(interpolation), image(values), Mask.of(inside, SIZE));
        double[] region = roi.intensities().region();
        double tolerance = interpolation == Interpolation.LINEAR ? 1e-12 : 0.05;
        for (int i = 1; i < region.length; i++) {
            assertEquals(1.5, region[i] - region[i - 1], tolerance);
        }
    }

    @Test
    void splineReproducesACubicInTheInterior() {
        GridSize size = new GridSize(61, 1, 1);
        double[] values = new double[61];
        Arrays.setAll(values, i -> Math.pow((i - 30) / 10.0, 3));
        byte[] inside = new byte[61];
        Arrays.fill(inside, 26, 35, (byte) 1);
        PreparedRoi roi = prepared(Resampling.to(VoxelSpacing.mm(0.5, 1, 1)).withImage(Interpolation.CUBIC_SPLINE),
                ScalarImage.of(values, size, ImageGeometry.of(VoxelSpacing.isotropic(1))), Mask.of(inside, size));
        double[] region = roi.intensities().region();
        double middle = (region.length - 1) / 2.0;
        for (int i = 0; i < region.length; i++) {
            assertEquals(Math.pow((i - middle) * 0.5 / 10, 3), region[i], 1e-9);
        }
    }

    @Property(tries = 50)
    void regionsBoxGivesTheSameValuesAsTheWholeImage(@ForAll long seed, @ForAll @IntRange(min = 5, max = 19) int tenths) {
        double[] values = random(seed);
        byte[] inside = new byte[values.length];
        SplittableRandom random = new SplittableRandom(seed);
        int corner = random.nextInt(5) + 9 * (random.nextInt(4) + 8 * random.nextInt(4));
        for (int k = 0; k < 8; k++) {
            inside[corner + (k & 1) + 9 * (k >> 1 & 1) + 72 * (k >> 2)] = 1;
        }
        Resampling to = Resampling.to(VoxelSpacing.isotropic(tenths / 10.0)).withMask(Interpolation.LINEAR, 1e-3);
        double[] part = prepared(to, image(values.clone()), Mask.of(inside, SIZE)).intensities().region();
        byte[] all = new byte[values.length];
        Arrays.fill(all, (byte) 1);
        PreparedRoi everything = prepared(to, image(values.clone()), Mask.of(all, SIZE));
        for (double value : part) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double other : everything.intensities().region()) {
                nearest = Math.min(nearest, Math.abs(value - other));
            }
            assertEquals(0, nearest, 1e-10);
        }
    }
}
