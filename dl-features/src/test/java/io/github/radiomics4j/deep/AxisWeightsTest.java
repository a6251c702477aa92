package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxisWeightsTest {

    @Test
    void pixelsOnVoxelsCopyThem() {
        AxisWeights weights = AxisWeights.of(6, 6, 6);
        for (int i = 0; i < 6; i++) {
            assertEquals(i, weights.start(i));
            assertArrayEquals(new double[] {1}, weights.weights(i));
        }
    }

    @Test
    void twiceAsManyPixelsLieAtQuartersBetweenVoxels() {
        AxisWeights weights = AxisWeights.of(2, 2, 4);
        assertEquals(-1, weights.start(0));
        assertArrayEquals(new double[] {0.25, 0.75}, weights.weights(0));
        assertEquals(0, weights.start(1));
        assertArrayEquals(new double[] {0.75, 0.25}, weights.weights(1));
        assertEquals(-1, weights.first());
        assertEquals(2, weights.last());
    }

    @Test
    void halfAsManyPixelsAverageWithATentOfTheirWidth() {
        AxisWeights weights = AxisWeights.of(4, 4, 2);
        assertEquals(-1, weights.start(0));
        assertArrayEquals(new double[] {0.125, 0.375, 0.375, 0.125}, weights.weights(0), 1e-15);
    }

    @Property(tries = 300)
    void aRampStaysARampAndWeightsSumToOne(@ForAll @IntRange(min = 1, max = 50) int voxels,
            @ForAll @DoubleRange(min = 0.3, max = 90) double edge, @ForAll @IntRange(min = 1, max = 70) int size) {
        AxisWeights weights = AxisWeights.of(voxels, edge, size);
        double step = edge / size;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double value = 0;
            double[] w = weights.weights(i);
            for (int k = 0; k < w.length; k++) {
                assertTrue(w[k] > 0 && w[k] <= 1);
                sum += w[k];
                value += w[k] * (weights.start(i) + k);
            }
            assertEquals(1, sum, 1e-12);
            if (step <= 1) {
                assertEquals((voxels - 1) / 2.0 + (i + 0.5 - size / 2.0) * step, value, 1e-9, "pixel " + i);
            }
        }
    }

    @Property(tries = 300)
    void noVoxelOfTheSquareIsPassedOver(@ForAll @IntRange(min = 1, max = 200) int voxels, @ForAll @IntRange(min = 1, max = 30) int size) {
        AxisWeights weights = AxisWeights.of(voxels, voxels, size);
        boolean[] seen = new boolean[voxels];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < weights.weights(i).length; k++) {
                int voxel = weights.start(i) + k;
                if (voxel >= 0 && voxel < voxels) {
                    seen[voxel] = true;
                }
            }
        }
        if (size < voxels) {
            assertEquals(voxels, count(seen), "of voxels " + Arrays.toString(seen));
        }
    }

    private static int count(boolean[] flags) {
        int n = 0;
        for (boolean flag : flags) {
            n += flag ? 1 : 0;
        }
        return n;
    }
}
