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
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionSlicesTest {
    /** Leaves the intensities 0 to 100 as they are, but for the factor. */
    private static final IntensityNormalisation AS_IS = IntensityNormalisation.window(0, 100);
    private static final GridSize SIZE = new GridSize(8, 6, 4);

    private final double[] samples = new double[(int) SIZE.voxels()];
    private final byte[] inside = new byte[samples.length];

    RegionSlicesTest() {
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++) {
                    samples[index(x, y, z)] = 20 * z + 3 * y + x;
                }
            }
        }
    }

    @Test
    void aSquareRegionOnSquarePixelsIsCopied() {
        include(2, 4, 1, 3, 1);
        assertPixels(slices(RegionSampling.largestSlice(0), 3), 0, 25, 26, 27, 28, 29, 30, 31, 32, 33);
    }

    @Test
    void theLargestSliceIsCutAndOfSeveralTheFirst() {
        include(2, 2, 1, 1, 0);
        include(2, 3, 1, 2, 2);
        include(2, 3, 1, 2, 3);
        List<float[]> slices = slices(RegionSampling.largestSlice(0), 2);
        assertEquals(1, slices.size());
        assertPixels(slices, 0, 45, 46, 48, 49);
    }

    @Test
    void eachSliceIsCutByOneCommonSquare() {
        include(2, 2, 1, 1, 0);
        include(3, 3, 2, 2, 2);
        List<float[]> slices = slices(RegionSampling.eachSlice(0), 2);
        assertEquals(2, slices.size());
        assertPixels(slices, 0, 5, 6, 8, 9);
        assertPixels(slices, 1, 45, 46, 48, 49);
    }

    @Test
    void slicesWithTooFewVoxelsAreLeftOut() {
        include(2, 2, 1, 1, 0);
        include(2, 3, 1, 2, 2);
        assertEquals(1, slices(RegionSampling.eachSlice(0).slicesOfAtLeast(2), 2).size());
    }

    @Test
    void aRegionThatIsTooSmallIsRefused() {
        include(2, 3, 1, 2, 2);
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> slices(RegionSampling.largestSlice(0).slicesOfAtLeast(5), 2));
        assertEquals(Problem.EMPTY_MASK, error.problem());
        assertTrue(error.getMessage().contains("at least 5 of its voxels, the largest one holds 4"), error.getMessage());
    }

    @Test
    void anEmptyMaskIsRefused() {
        assertEquals(Problem.EMPTY_MASK,
                assertThrows(InvalidInputException.class, () -> slices(RegionSampling.largestSlice(0), 2)).problem());
    }

    @Test
    void aMaskOnAnotherGridIsRefused() {
        include(2, 3, 1, 2, 2);
        ScalarImage other = ScalarImage.of(new double[8 * 6 * 3], new GridSize(8, 6, 3), ImageGeometry.of(VoxelSpacing.isotropic(1)));
        assertEquals(Problem.GEOMETRY_MISMATCH, assertThrows(InvalidInputException.class,
                () -> RegionSlices.of(other, Mask.of(inside, SIZE), RegionSampling.largestSlice(0), AS_IS, 2)).problem());
    }

    @Test
    void theMarginIsInMillimetres() {
        include(3, 3, 2, 2, 0);
        List<float[]> slices = slices(RegionSampling.largestSlice(0.5), VoxelSpacing.mm(0.5, 0.5, 1), 3);
        assertPixels(slices, 0, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    }

    @Test
    void theSquareHasEqualEdgesInMillimetres() {
        include(2, 5, 2, 3, 0);
        List<float[]> slices = slices(RegionSampling.largestSlice(0), VoxelSpacing.mm(1, 2, 1), 4);
        // columns on voxels 2 to 5; rows 1 mm apart on voxels of 2 mm: at 1.75, 2.25, 2.75 and 3.25 of the index
        assertPixels(slices, 0, 7.25, 8.25, 9.25, 10.25, 8.75, 9.75, 10.75, 11.75, 10.25, 11.25, 12.25, 13.25, 11.75, 12.75, 13.75, 14.75);
    }

    @Test
    void maskingSetsEverythingOutsideTheRegionToZero() {
        include(2, 3, 1, 2, 1);
        inside[index(3, 2, 1)] = 0;
        assertPixels(slices(RegionSampling.largestSlice(1).masked(), 4), 0, 0, 0, 0, 0, 0, 25, 26, 0, 0, 28, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void beyondTheBorderTheNearestVoxelStands() {
        include(0, 0, 0, 0, 1);
        assertPixels(slices(RegionSampling.largestSlice(1), 3), 0, 20, 20, 21, 20, 20, 21, 23, 23, 24);
    }

    @Test
    void aMaskedRegionAtTheBorderDoesNotSpillOver() {
        include(0, 0, 0, 0, 1);
        assertPixels(slices(RegionSampling.largestSlice(1).masked(), 3), 0, 0, 0, 0, 0, 20, 0, 0, 0, 0);
    }

    @Test
    void orthogonalPlanesAreThoseOfMostVoxelsAndShareOneScale() {
        include(2, 4, 1, 3, 1);
        include(3, 4, 2, 3, 2);
        List<float[]> planes = slices(RegionSampling.orthogonalPlanes(0), 3);
        assertEquals(3, planes.size());
        assertPixels(planes, 0, 25, 26, 27, 28, 29, 30, 31, 32, 33);
        // y 2: x 2 to 4; z 1 and 2 are centred, so the rows of pixels lie at z 0.5, 1.5 and 2.5
        assertPixels(planes, 1, 18, 19, 20, 38, 39, 40, 58, 59, 60);
        // x 3: y 1 to 3
        assertPixels(planes, 2, 16, 19, 22, 36, 39, 42, 56, 59, 62);
    }

    @Test
    void orthogonalPlanesHaveEqualEdgesInMillimetres() {
        include(2, 5, 2, 2, 1);
        include(2, 5, 2, 2, 2);
        // x-y: rows 1 mm apart on voxels of 0.5 mm; x-z: on voxels of 2 mm; y-z: columns as the rows of x-y, rows as in x-z
        List<float[]> planes = slices(RegionSampling.orthogonalPlanes(0), VoxelSpacing.mm(1, 0.5, 2), 4);
        assertPixels(planes, 1, 20 * 0.75 + 8, 20 * 0.75 + 9, 20 * 0.75 + 10, 20 * 0.75 + 11, 20 * 1.25 + 8, 20 * 1.25 + 9,
                20 * 1.25 + 10, 20 * 1.25 + 11, 20 * 1.75 + 8, 20 * 1.75 + 9, 20 * 1.75 + 10, 20 * 1.75 + 11, 20 * 2.25 + 8,
                20 * 2.25 + 9, 20 * 2.25 + 10, 20 * 2.25 + 11);
        // y of the pixels' centres: -1, 1, 3, 5; beyond the border the nearest voxel; weights ¼ ½ ¼
        double[] y = {0, 1, 3, 4.75};
        assertEquals(2 + 20 + 3 * y[1], 100 * planes.get(0)[4], 1e-5);
        assertEquals(2 + 20 * 0.75 + 3 * y[0], 100 * planes.get(2)[0], 1e-5);
        assertEquals(2 + 20 * 2.25 + 3 * y[2], 100 * planes.get(2)[14], 1e-5);
        assertEquals(2 + 20 * 2.25 + 3 * y[3], 100 * planes.get(2)[15], 1e-5);
    }

    @Test
    void aMarginIsOnAllSidesOfEachPlane() {
        include(3, 3, 2, 2, 1);
        for (float[] plane : slices(RegionSampling.orthogonalPlanes(1).masked(), 3)) {
            float[] expected = new float[9];
            expected[4] = 0.29f;
            assertArrayEquals(expected, plane);
        }
    }

    @Test
    void aPlaneThatHoldsTooLittleOfTheRegionIsRefused() {
        include(2, 4, 1, 3, 1);
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> slices(RegionSampling.orthogonalPlanes(0).slicesOfAtLeast(4), 3));
        assertEquals(Problem.EMPTY_MASK, error.problem());
        assertTrue(error.getMessage().contains("at least 4 of its voxels, the largest one of its planes XZ holds 3"), error.getMessage());
    }

    @Test
    void aNonFiniteIntensityInAnotherPlaneIsNamedByItsPlaceInTheImage() {
        include(2, 4, 1, 3, 1);
        samples[index(2, 2, 2)] = Double.NaN;
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> slices(RegionSampling.orthogonalPlanes(0), 3));
        assertTrue(error.getMessage().contains("NaN at voxel (2, 2, 2)"), error.getMessage());
    }

    @Test
    void aNonFiniteIntensityInTheRegionIsNamed() {
        include(2, 3, 1, 2, 2);
        samples[index(3, 2, 2)] = Double.NaN;
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> slices(RegionSampling.largestSlice(0).masked(), 2));
        assertEquals(Problem.NONFINITE_VALUES, error.problem());
        assertTrue(error.getMessage().contains("NaN at voxel (3, 2, 2)"), error.getMessage());
    }

    @Test
    void aNonFiniteIntensityOutsideMattersOnlyWhereItIsShown() {
        include(2, 3, 1, 2, 2);
        samples[index(4, 2, 2)] = Double.POSITIVE_INFINITY;
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> slices(RegionSampling.largestSlice(1), 4));
        assertTrue(error.getMessage().contains("surroundings") && error.getMessage().contains("(4, 2, 2)"), error.getMessage());
        assertPixels(slices(RegionSampling.largestSlice(0).masked(), 2), 0, 45, 46, 48, 49);
        assertPixels(slices(RegionSampling.largestSlice(0), 2), 0, 45, 46, 48, 49);
    }

    @Test
    void marginsAndVoxelCountsMustMakeSense() {
        assertThrows(IllegalArgumentException.class, () -> RegionSampling.largestSlice(-1));
        assertThrows(IllegalArgumentException.class, () -> RegionSampling.largestSlice(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> RegionSampling.eachSlice(0).slicesOfAtLeast(0));
    }

    private static int index(int x, int y, int z) {
        return x + SIZE.x() * (y + SIZE.y() * z);
    }

    private void include(int minX, int maxX, int minY, int maxY, int z) {
        for (int y = minY; y <= maxY; y++) {
            for (int x = minX; x <= maxX; x++) {
                inside[index(x, y, z)] = 1;
            }
        }
    }

    private List<float[]> slices(RegionSampling sampling, int size) {
        return slices(sampling, VoxelSpacing.isotropic(1), size);
    }

    private List<float[]> slices(RegionSampling sampling, VoxelSpacing spacing, int size) {
        return RegionSlices.of(ScalarImage.of(samples, SIZE, ImageGeometry.of(spacing)), Mask.of(inside, SIZE), sampling, AS_IS, size);
    }

    private static void assertPixels(List<float[]> slices, int slice, double... hundredths) {
        float[] found = slices.get(slice);
        double[] scaled = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            scaled[i] = 100 * found[i];
        }
        assertArrayEquals(hundredths, scaled, 1e-5);
    }
}
