package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import org.junit.jupiter.api.Test;

class RegionCubeTest {
    private static final GridSize SIZE = new GridSize(6, 5, 4);
    private static final IntensityNormalisation AS_IS = IntensityNormalisation.window(0, 1000);

    private final double[] samples = new double[(int) SIZE.voxels()];
    private final byte[] inside = new byte[samples.length];

    RegionCubeTest() {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
    }

    @Test
    void aCubeOnVoxelsCopiesThem() {
        include(1, 2, 3, 4, 1, 2);
        assertCube(context(0), VoxelSpacing.isotropic(1), 2, 49, 50, 55, 56, 79, 80, 85, 86);
    }

    @Test
    void theCubeHasEqualEdgesInMillimetres() {
        include(1, 2, 3, 4, 1, 1);
        // slices of 2 mm: pixels 1 mm apart lie at 0.75 and 1.25 of the index
        assertCube(context(0), VoxelSpacing.mm(1, 1, 2), 2, 41.5, 42.5, 47.5, 48.5, 56.5, 57.5, 62.5, 63.5);
    }

    @Test
    void theMarginIsOnAllSides() {
        include(2, 2, 2, 2, 2, 2);
        float[] cube = cube(context(1), VoxelSpacing.isotropic(1), 3);
        assertEquals(74, 1000 * cube[13], 1e-4);
        assertEquals(74 - 1 - 6 - 30, 1000 * cube[0], 1e-4);
        assertEquals(74 + 1 + 6 + 30, 1000 * cube[26], 1e-4);
    }

    @Test
    void beyondTheBorderTheNearestVoxelStands() {
        include(1, 1, 1, 1, 0, 0);
        float[] cube = cube(context(1), VoxelSpacing.isotropic(1), 3);
        for (int i = 0; i < 9; i++) {
            assertEquals(cube[9 + i], cube[i]);
        }
    }

    @Test
    void maskingSetsEverythingOutsideTheRegionToZero() {
        include(5, 5, 4, 4, 3, 3);
        float[] cube = cube(new CubeSampling(1, Surroundings.MASKED), VoxelSpacing.isotropic(1), 3);
        for (int i = 0; i < 27; i++) {
            assertEquals(i == 13 ? 119 : 0, 1000 * cube[i], 1e-4);
        }
    }

    @Test
    void rulesOverTheImageAreMeasuredOnTheImage() {
        include(1, 2, 3, 4, 1, 2);
        assertNormalised(IntensityNormalisation.zScoreInImage(), (49 - 59.5) / Math.sqrt((120 * 120 - 1) / 12.0));
        assertNormalised(IntensityNormalisation.percentilesInImage(0, 100), 49.0 / 119);
        assertNormalised(IntensityNormalisation.percentilesInRegion(0, 100), 0);
    }

    private void assertNormalised(IntensityNormalisation rule, double expected) {
        float[] cube = RegionCube.of(ScalarImage.of(samples, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1))), Mask.of(inside, SIZE),
                context(0), rule, 2);
        assertEquals(expected, cube[0], 1e-6, rule.label());
    }

    @Test
    void aNonFiniteIntensityIsNamedWhereItIsShown() {
        include(1, 2, 1, 2, 1, 2);
        samples[3 + 6 * (2 + 5)] = Double.NaN;
        cube(context(0), VoxelSpacing.isotropic(1), 2);
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> cube(context(1), VoxelSpacing.isotropic(1), 4));
        assertEquals(Problem.NONFINITE_VALUES, error.problem());
        assertTrue(error.getMessage().contains("(3, 2, 1)"), error.getMessage());
    }

    @Test
    void anEmptyRegionIsRefused() {
        assertEquals(Problem.EMPTY_MASK, assertThrows(InvalidInputException.class,
                () -> cube(context(0), VoxelSpacing.isotropic(1), 2)).problem());
    }

    @Test
    void marginsMustMakeSense() {
        assertThrows(IllegalArgumentException.class, () -> context(-1));
        assertThrows(IllegalArgumentException.class, () -> context(Double.NaN));
    }

    private static CubeSampling context(double margin) {
        return new CubeSampling(margin, Surroundings.CONTEXT);
    }

    private void include(int minX, int maxX, int minY, int maxY, int minZ, int maxZ) {
        for (int z = minZ; z <= maxZ; z++) {
            for (int y = minY; y <= maxY; y++) {
                for (int x = minX; x <= maxX; x++) {
                    inside[x + SIZE.x() * (y + SIZE.y() * z)] = 1;
                }
            }
        }
    }

    private float[] cube(CubeSampling sampling, VoxelSpacing spacing, int size) {
        return RegionCube.of(ScalarImage.of(samples, SIZE, ImageGeometry.of(spacing)), Mask.of(inside, SIZE), sampling, AS_IS, size);
    }

    private void assertCube(CubeSampling sampling, VoxelSpacing spacing, int size, double... thousandths) {
        float[] cube = cube(sampling, spacing, size);
        double[] scaled = new double[cube.length];
        for (int i = 0; i < cube.length; i++) {
            scaled[i] = 1000 * cube[i];
        }
        assertArrayEquals(thousandths, scaled, 1e-4);
    }
}
