package io.github.radiomics4j.core.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.ibsi.DigitalPhantom;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarchingCubesTest {
    private static final VoxelSpacing UNIT = VoxelSpacing.isotropic(1);

    private static Solid mesh(BitGrid mask, VoxelSpacing spacing) {
        return MarchingCubes.mesh(MarchingCubes.count(mask), spacing);
    }

    private static void assertSame(Solid expected, Solid actual) {
        assertEquals(expected.volume(), actual.volume());
        assertEquals(expected.area(), actual.area(), 1e-12 * expected.area());
    }

    @Test
    void digitalPhantomHasThePublishedVolumeAndArea() {
        GridSize size = DigitalPhantom.image().size();
        Solid mesh = mesh(BitGrid.of(size, DigitalPhantom.mask().copy(IndexBox.whole(size))), VoxelSpacing.isotropic(2));
        assertEquals(556.33, mesh.volume(), 0.005);
        assertEquals(388.07, mesh.area(), 0.005);
    }

    @Test
    void oneVoxelIsAnOctahedron() {
        Solid mesh = mesh(BitGrid.of(new GridSize(1, 1, 1), new byte[] {1}), UNIT);
        assertEquals(1.0 / 6, mesh.volume(), 1e-15);
        assertEquals(Math.sqrt(3), mesh.area(), 1e-15);
    }

    @Property(tries = 200)
    void meshIsClosedAndOrientedAlike(@ForAll long seed) {
        int[] mesh = RandomMask.mesh(RandomMask.of(seed));
        Map<List<List<Integer>>, Integer> edges = new HashMap<>();
        for (int t = 0; t < mesh.length; t += 9) {
            for (int k = 0; k < 9; k += 3) {
                List<Integer> from = vertex(mesh, t + k);
                List<Integer> to = vertex(mesh, t + (k + 3) % 9);
                edges.merge(List.of(from, to), 1, Integer::sum);
                edges.merge(List.of(to, from), -1, Integer::sum);
            }
        }
        edges.forEach((edge, balance) -> assertEquals(0, balance, () -> "edge " + edge + " has a side without a triangle"));
    }

    private static List<Integer> vertex(int[] mesh, int at) {
        return Arrays.stream(mesh, at, at + 3).boxed().toList();
    }

    @Property(tries = 200)
    void volumeAndAreaAreThoseOfTheTriangles(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        VoxelSpacing spacing = VoxelSpacing.mm(0.7, 1.3, 2.9);
        int[] m = RandomMask.mesh(mask);
        long volume = 0;
        double area = 0;
        for (int t = 0; t < m.length; t += 9) {
            volume += (long) m[t] * (m[t + 4] * m[t + 8] - m[t + 5] * m[t + 7])
                    + (long) m[t + 1] * (m[t + 5] * m[t + 6] - m[t + 3] * m[t + 8])
                    + (long) m[t + 2] * (m[t + 3] * m[t + 7] - m[t + 4] * m[t + 6]);
            area += MarchingCubes.area(m, t, t + 3, t + 6, spacing);
        }
        Solid mesh = mesh(mask, spacing);
        assertEquals(volume / 48.0 * spacing.voxelVolume(), mesh.volume(), 1e-12 * mesh.volume());
        assertEquals(area, mesh.area(), 1e-12 * area);
    }

    @Property(tries = 200)
    void meshDoesNotChangeWhenTheMaskIsFlipped(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        BitGrid mask = RandomMask.of(seed);
        assertSame(mesh(mask, UNIT), mesh(RandomMask.flipped(mask, axis), UNIT));
    }

    @Property(tries = 200)
    void meshDoesNotChangeWhenTheMaskIsTurned(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        BitGrid mask = RandomMask.of(seed);
        assertSame(mesh(mask, UNIT), mesh(RandomMask.turned(mask, axis), UNIT));
    }

    @Property(tries = 100)
    void meshDoesNotChangeWhenTheMaskIsShifted(@ForAll long seed, @ForAll @IntRange(max = 3) int by) {
        BitGrid mask = RandomMask.of(seed);
        assertSame(mesh(mask, UNIT), mesh(RandomMask.shifted(mask, by, 1, 2 * by), UNIT));
    }

    @Property(tries = 100)
    void volumeScalesWithTheCubeOfTheSpacingAndAreaWithItsSquare(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int tenths) {
        BitGrid mask = RandomMask.of(seed);
        double s = tenths / 10.0;
        Solid unit = mesh(mask, UNIT);
        Solid scaled = mesh(mask, VoxelSpacing.isotropic(s));
        assertEquals(unit.volume() * s * s * s, scaled.volume(), 1e-12 * scaled.volume());
        assertEquals(unit.area() * s * s, scaled.area(), 1e-12 * scaled.area());
    }

    @Test
    void volumeOfADigitisedBallConvergesToThatOfTheBall() {
        for (double radius : new double[] {5.3, 10.6, 21.2, 42.4, 60.1}) {
            double error = Math.abs(mesh(RandomMask.ball(radius), UNIT).volume() / (4 * Math.PI / 3 * Math.pow(radius, 3)) - 1);
            assertTrue(error < 0.25 / radius, () -> "radius " + radius + " is off by " + error);
        }
    }
}
