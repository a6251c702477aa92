package io.github.radiomics4j.core.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaskPerturbationTest {
    private static final GridSize SIZE = new GridSize(7, 6, 5);
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(0.5, 0.8, 2);
    private static final VoxelSpacing ONE = VoxelSpacing.isotropic(1);

    @Provide
    Arbitrary<Mask> masks() {
        Arbitrary<Double> edge = Arbitraries.of(0.1, 0.3, 0.5, 0.8, 1.0, 2.0, 3.3);
        return Combinators.combine(Arbitraries.longs(), edge, edge, edge, Arbitraries.integers().between(1, 5)).as((seed, x, y, z, nz) ->
                SmallMasks.random(new GridSize(7, 6, nz), VoxelSpacing.mm(x, y, z), seed));
    }

    /** What is left, or empty where nothing is. */
    private static Optional<Mask> left(MaskPerturbation perturbation, Mask mask) {
        try {
            return Optional.of(perturbation.apply(mask));
        } catch (InvalidInputException e) {
            assertEquals(Problem.EMPTY_MASK, e.problem());
            return Optional.empty();
        }
    }

    private static double squared(Mask mask, int a, int b) {
        int nx = mask.size().x();
        int ny = mask.size().y();
        VoxelSpacing s = mask.geometry().orElseThrow().spacing();
        double x = (a % nx - b % nx) * s.x();
        double y = (a / nx % ny - b / nx % ny) * s.y();
        double z = (a / nx / ny - b / nx / ny) * s.z();
        return x * x + y * y + z * z;
    }

    @Property(tries = 200)
    void dilationAgreesWithAllPairs(@ForAll("masks") Mask mask, @ForAll @DoubleRange(max = 5) double r) {
        byte[] inside = SmallMasks.voxels(mask);
        byte[] expected = new byte[inside.length];
        for (int a = 0; a < inside.length; a++) {
            for (int b = 0; b < inside.length; b++) {
                expected[a] |= inside[b] == 1 && squared(mask, a, b) <= r * r * (1 + 1e-9) ? (byte) 1 : 0;
            }
        }
        assertArrayEquals(expected, SmallMasks.voxels(new Dilation(r).apply(mask)));
    }

    /** Beyond the grid is outside: the brute force looks at a frame of three voxels around it, unless the axis has one voxel. */
    @Property(tries = 200)
    void erosionAgreesWithAllPairs(@ForAll("masks") Mask mask, @ForAll @DoubleRange(max = 5) double r) {
        byte[] inside = SmallMasks.voxels(mask);
        VoxelSpacing s = mask.geometry().orElseThrow().spacing();
        GridSize n = mask.size();
        byte[] expected = inside.clone();
        int frame = n.z() == 1 ? 0 : 3;
        for (int a = 0; a < inside.length; a++) {
            for (int z = -frame; z < n.z() + frame; z++) {
                for (int y = -3; y < n.y() + 3; y++) {
                    for (int x = -3; x < n.x() + 3; x++) {
                        boolean isIn = x >= 0 && x < n.x() && y >= 0 && y < n.y() && z >= 0 && z < n.z()
                                && inside[x + n.x() * (y + n.y() * z)] == 1;
                        double dx = (a % n.x() - x) * s.x();
                        double dy = (a / n.x() % n.y() - y) * s.y();
                        double dz = (a / n.x() / n.y() - z) * s.z();
                        if (!isIn && dx * dx + dy * dy + dz * dz <= r * r * (1 + 1e-9)) {
                            expected[a] = 0;
                        }
                    }
                }
            }
        }
        byte[] found = left(new Erosion(r), mask).map(SmallMasks::voxels).orElse(new byte[inside.length]);
        assertArrayEquals(expected, found);
    }

    @Property(tries = 100)
    void noLengthChangesNothing(@ForAll("masks") Mask mask) {
        for (MaskPerturbation none : List.of(new Dilation(0), new Erosion(0), new Translation(0, 0, 0), new Rotation(0))) {
            assertArrayEquals(SmallMasks.voxels(mask), SmallMasks.voxels(none.apply(mask)), none.name());
        }
    }

    @Property(tries = 200)
    void whatIsErodedAndDilatedLiesWithinTheRegion(@ForAll("masks") Mask mask, @ForAll @DoubleRange(max = 3) double r) {
        left(new PerturbationsInOrder(List.of(new Erosion(r), new Dilation(r))), mask)
                .ifPresent(opened -> assertTrue(SmallMasks.isWithin(opened, mask)));
    }

    @Property(tries = 200)
    void rimsGrowWithTheirLength(@ForAll("masks") Mask mask, @ForAll @DoubleRange(max = 3) double r,
            @ForAll @DoubleRange(max = 3) double more) {
        assertTrue(SmallMasks.isWithin(mask, new Dilation(r).apply(mask)));
        assertTrue(SmallMasks.isWithin(new Dilation(r).apply(mask), new Dilation(r + more).apply(mask)));
        left(new Erosion(r), mask).ifPresent(eroded -> {
            assertTrue(SmallMasks.isWithin(eroded, mask));
            left(new Erosion(r + more), mask).ifPresent(further -> assertTrue(SmallMasks.isWithin(further, eroded)));
        });
    }

    @Property(tries = 200)
    void wholeVoxelsAreShiftedToTheBit(@ForAll("masks") Mask mask, @ForAll @IntRange(min = -3, max = 3) int dx,
            @ForAll @IntRange(min = -3, max = 3) int dy, @ForAll @IntRange(min = -2, max = 2) int dz) {
        VoxelSpacing s = mask.geometry().orElseThrow().spacing();
        GridSize n = mask.size();
        byte[] inside = SmallMasks.voxels(mask);
        byte[] expected = new byte[inside.length];
        for (int i = 0; i < expected.length; i++) {
            int x = i % n.x() - dx;
            int y = i / n.x() % n.y() - dy;
            int z = i / n.x() / n.y() - dz;
            expected[i] = x >= 0 && x < n.x() && y >= 0 && y < n.y() && z >= 0 && z < n.z() ? inside[x + n.x() * (y + n.y() * z)] : 0;
        }
        byte[] found = left(new Translation(dx * s.x(), dy * s.y(), dz * s.z()), mask).map(SmallMasks::voxels)
                .orElse(new byte[inside.length]);
        assertArrayEquals(expected, found);
    }

    @Property(tries = 100)
    void aMoveOfLessThanHalfAVoxelAlongAnAxisIsNone(@ForAll("masks") Mask mask, @ForAll @DoubleRange(min = -0.5, max = 0.5) double part) {
        VoxelSpacing s = mask.geometry().orElseThrow().spacing();
        assertArrayEquals(SmallMasks.voxels(mask), SmallMasks.voxels(new Translation(part * s.x(), 0, 0).apply(mask)));
    }

    @Property(tries = 100)
    void noiseLiesBetweenErosionAndDilationByThreeDeviations(@ForAll("masks") Mask mask, @ForAll long seed,
            @ForAll @DoubleRange(min = 0.05, max = 1) double deviation, @ForAll @DoubleRange(min = 0.1, max = 5) double length) {
        left(new ContourNoise(deviation, length, seed), mask).ifPresent(moved -> {
            assertTrue(SmallMasks.isWithin(moved, new Dilation(3 * deviation).apply(mask)));
            left(new Erosion(3 * deviation), mask).ifPresent(core -> assertTrue(SmallMasks.isWithin(core, moved)));
        });
    }

    /** By hand: a 3 × 3 square in a slice; the corners have no neighbour at 1 mm but at √2. */
    @Test
    void aSquareByHand() {
        Mask square = plane(1, 1, 2, 1, 3, 1, 1, 2, 2, 2, 3, 2, 1, 3, 2, 3, 3, 3);
        assertEquals(9 + 12, SmallMasks.count(new Dilation(1).apply(square)));
        assertEquals(25, SmallMasks.count(new Dilation(1.4143).apply(square)));
        assertEquals(1, SmallMasks.count(new Erosion(1).apply(square)));
        assertArrayEquals(SmallMasks.voxels(square), SmallMasks.voxels(new Rotation(90).apply(square)));
        assertArrayEquals(SmallMasks.voxels(square), SmallMasks.voxels(new Rotation(-5).apply(square)));
    }

    /** By hand, around (2, 2): x turns into y, y into −x. */
    @Test
    void aQuarterTurnByHand() {
        Mask hook = plane(1, 2, 2, 2, 3, 2, 1, 1, 3, 3);
        assertArrayEquals(SmallMasks.voxels(plane(2, 1, 2, 2, 2, 3, 3, 1, 1, 3)), SmallMasks.voxels(new Rotation(90).apply(hook)));
        assertArrayEquals(SmallMasks.voxels(plane(2, 3, 2, 2, 2, 1, 1, 3, 3, 1)), SmallMasks.voxels(new Rotation(-90).apply(hook)));
    }

    /** A plane of 5 × 5 voxels of 1 mm, those at the given columns and rows inside. */
    private static Mask plane(int... columnsAndRows) {
        byte[] inside = new byte[25];
        for (int i = 0; i < columnsAndRows.length; i += 2) {
            inside[columnsAndRows[i] + 5 * columnsAndRows[i + 1]] = 1;
        }
        return SmallMasks.of(new GridSize(5, 5, 1), ONE, inside);
    }

    /** Slices 2 mm apart: a rim of 1 mm goes within slices, one of 2 mm across. */
    @Test
    void lengthsAreMillimetresAlongEachAxis() {
        byte[] inside = new byte[(int) SIZE.voxels()];
        inside[3 + 7 * (3 + 6 * 2)] = 1;
        Mask voxel = SmallMasks.of(SIZE, SPACING, inside);
        assertEquals(5 + 2 + 2 * 2, SmallMasks.count(new Dilation(1).apply(voxel)), "±2 columns, ±1 row, and ±1 column of these rows");
        assertTrue(SmallMasks.voxels(new Dilation(2).apply(voxel))[3 + 7 * (3 + 6 * 3)] == 1);
        assertFalse(SmallMasks.voxels(new Dilation(1.99).apply(voxel))[3 + 7 * (3 + 6 * 3)] == 1);
    }

    @Test
    void stepsOfATenthAddUp() {
        byte[] inside = new byte[7];
        inside[0] = 1;
        assertEquals(4, SmallMasks.count(new Dilation(0.3).apply(SmallMasks.of(new GridSize(7, 1, 1), VoxelSpacing.isotropic(0.1),
                inside))));
    }

    @Test
    void aBallTurnsIntoItselfAndMovesWhole() {
        Mask ball = SmallMasks.ball(21, 6.3, ONE);
        assertArrayEquals(SmallMasks.voxels(ball), SmallMasks.voxels(new Rotation(180).apply(ball)));
        assertEquals(SmallMasks.count(ball), SmallMasks.count(new Translation(0.9, -1.2, 0.6).apply(ball)), SmallMasks.count(ball) * 0.03);
    }

    @Test
    void aSeedIsAReader() {
        Mask ball = SmallMasks.ball(21, 6.3, ONE);
        byte[] first = SmallMasks.voxels(new ContourNoise(1, 3, 1).apply(ball));
        assertArrayEquals(first, SmallMasks.voxels(new ContourNoise(1, 3, 1).apply(ball)));
        byte[] second = SmallMasks.voxels(new ContourNoise(1, 3, 2).apply(ball));
        assertFalse(Arrays.equals(first, second));
        assertFalse(Arrays.equals(first, SmallMasks.voxels(ball)));
    }

    @Test
    void theGridStays() {
        Mask ball = SmallMasks.ball(9, 3, SPACING);
        Mask moved = new Translation(1, 0, 0).apply(ball);
        assertEquals(ball.size(), moved.size());
        assertEquals(SPACING, moved.geometry().orElseThrow().spacing());
    }

    @Test
    void namesAreThoseOfFiles() {
        assertEquals("erosion_1mm", new Erosion(1).name());
        assertEquals("dilation_0.5mm", new Dilation(0.5).name());
        assertEquals("translation_0.5_0_-2mm", new Translation(0.5, -0.0, -2).name());
        assertEquals("rotation_-5deg", new Rotation(-5).name());
        assertEquals("contour_noise_0.5mm_over_3mm_seed_7", new ContourNoise(0.5, 3, 7).name());
        assertEquals("rotation_5deg-erosion_1mm", new PerturbationsInOrder(List.of(new Rotation(5), new Erosion(1))).name());
    }

    @Test
    void nothingLeftIsNamed() {
        byte[] inside = new byte[(int) SIZE.voxels()];
        inside[0] = 1;
        inside[1] = 1;
        Mask two = SmallMasks.of(SIZE, SPACING, inside);
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> new Erosion(1).apply(two));
        assertEquals(Problem.EMPTY_MASK, refused.problem());
        assertTrue(refused.getMessage()
                .startsWith("erosion_1mm leaves no voxel of the region: 0 mm³ of 1.60000 mm³ (2 voxels of 0.5 × 0.8 × 2.0"
                + " mm) are left"), refused.getMessage());
        assertTrue(assertThrows(InvalidInputException.class, () -> new Translation(-90, 0, 0).apply(two)).getMessage()
                .startsWith("translation_-90_0_0mm leaves no voxel"));
    }

    @Test
    void aMaskWithoutAPlaceHasNoMillimetres() {
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> new Dilation(1).apply(Mask.of(new byte[] {1}, new GridSize(1, 1, 1))));
        assertEquals(Problem.NO_GEOMETRY, refused.problem());
        assertTrue(refused.getMessage().contains("mask.at(image.geometry())"), refused.getMessage());
    }

    @Test
    void lengthsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new Erosion(-1));
        assertThrows(IllegalArgumentException.class, () -> new Dilation(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Translation(0, Double.POSITIVE_INFINITY, 0));
        assertThrows(IllegalArgumentException.class, () -> new Rotation(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ContourNoise(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PerturbationsInOrder(List.of()));
    }
}
