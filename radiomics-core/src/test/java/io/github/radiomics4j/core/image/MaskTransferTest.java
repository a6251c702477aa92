package io.github.radiomics4j.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaskTransferTest {
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private static ScalarImage image(GridSize size, ImageGeometry geometry) {
        return ScalarImage.of(new double[(int) size.voxels()], size, geometry);
    }

    private static byte[] whole(Mask mask) {
        return mask.copy(IndexBox.whole(mask.size()));
    }

    private static byte[] random(GridSize size, long seed) {
        byte[] inside = new byte[(int) size.voxels()];
        Random random = new Random(seed);
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) random.nextInt(2);
        }
        return inside;
    }

    /** A rotation about an oblique axis, so that no direction is a round number. */
    private static double[][] oblique(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double[] u = {2.0 / 3, -1.0 / 3, 2.0 / 3};
        double[][] turn = new double[3][3];
        double[][] cross = {{0, -u[2], u[1]}, {u[2], 0, -u[0]}, {-u[1], u[0], 0}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                turn[i][j] = (i == j ? c : 0) + s * cross[i][j] + (1 - c) * u[i] * u[j];
            }
        }
        return turn;
    }

    /** The same region stored with axis {@code a} of the array being axis {@code order[a]} of the original, some turned round. */
    private static Mask stored(byte[] inside, GridSize size, ImageGeometry where, int[] order, int flips) {
        int[] n = {size.along(order[0]), size.along(order[1]), size.along(order[2])};
        GridSize newSize = new GridSize(n[0], n[1], n[2]);
        byte[] out = new byte[inside.length];
        double[] first = new double[3];
        double[][] direction = new double[3][3];
        double[] spacing = new double[3];
        for (int a = 0; a < 3; a++) {
            boolean turned = (flips >> a & 1) == 1;
            first[order[a]] = turned ? n[a] - 1 : 0;
            spacing[a] = where.spacing().along(order[a]);
            for (int row = 0; row < 3; row++) {
                direction[row][a] = (turned ? -1 : 1) * where.direction(row, order[a]);
            }
        }
        int at = 0;
        for (int z = 0; z < n[2]; z++) {
            for (int y = 0; y < n[1]; y++) {
                for (int x = 0; x < n[0]; x++) {
                    int[] index = {x, y, z};
                    int[] original = new int[3];
                    for (int a = 0; a < 3; a++) {
                        original[order[a]] = (flips >> a & 1) == 1 ? n[a] - 1 - index[a] : index[a];
                    }
                    out[at++] = inside[original[0] + size.x() * (original[1] + size.y() * original[2])];
                }
            }
        }
        return Mask.of(out, newSize).at(ImageGeometry.of(new VoxelSpacing(spacing[0], spacing[1], spacing[2]),
                where.toWorld(first[0], first[1], first[2]), direction));
    }

    @Property(tries = 500)
    void anyOrderAndDirectionOfAxesReturnsTheOriginalBitForBit(@ForAll @IntRange(max = 5) int order, @ForAll @IntRange(max = 7) int flips,
            @ForAll @IntRange(min = 1, max = 6) int nx, @ForAll @IntRange(min = 1, max = 6) int ny,
            @ForAll @IntRange(min = 1, max = 6) int nz, @ForAll @IntRange(max = 100) int degrees, @ForAll boolean cubic,
            @ForAll long seed) {
        GridSize size = new GridSize(nx, ny, nz);
        ImageGeometry where = ImageGeometry.of(cubic ? VoxelSpacing.isotropic(1.5) : VoxelSpacing.mm(0.7, 0.9, 3),
                new double[] {-120.5, 33, 7.25}, oblique(Math.toRadians(degrees)));
        byte[] inside = random(size, seed);
        Mask stored = stored(inside, size, where, ORDERS[order], flips);
        Mask back = MaskTransfer.reorderToImage(stored, image(size, where));
        assertEquals(size, back.size());
        assertArrayEquals(inside, whole(back));
        assertArrayEquals(inside, whole(MaskTransfer.resampleMaskToImage(stored, image(size, where))));
    }

    @Test
    void aMaskOnTheGridIsGivenBackAsItIs() {
        GridSize size = new GridSize(3, 2, 2);
        ImageGeometry where = ImageGeometry.of(VoxelSpacing.isotropic(2));
        Mask mask = Mask.of(random(size, 1), size);
        assertSame(mask, MaskTransfer.reorderToImage(mask, image(size, where)));
        Mask placed = mask.at(where);
        assertSame(placed, MaskTransfer.reorderToImage(placed, image(size, where)));
    }

    @Test
    void anotherGridIsRefusedWithBothGeometries() {
        GridSize size = new GridSize(4, 4, 4);
        ScalarImage image = image(size, ImageGeometry.of(VoxelSpacing.isotropic(2)));
        Mask finer = Mask.of(random(size, 2), size).at(ImageGeometry.of(VoxelSpacing.isotropic(1.25)));
        Mask turned = Mask.of(random(size, 2), size)
                .at(ImageGeometry.of(VoxelSpacing.isotropic(2), new double[3], oblique(Math.toRadians(45))));
        Mask larger = Mask.of(random(new GridSize(5, 4, 4), 2), new GridSize(5, 4, 4)).at(image.geometry());
        for (Mask mask : new Mask[] {finer, turned, larger}) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> MaskTransfer.reorderToImage(mask, image));
            assertEquals(Problem.GEOMETRY_MISMATCH, refusal.problem());
            assertTrue(refusal.getMessage().contains(image.geometry().toString())
                    && refusal.getMessage().contains(mask.geometry().orElseThrow().toString())
                    && refusal.getMessage().contains("0.02 mm"), refusal.getMessage());
        }
        InvalidInputException sizes = assertThrows(InvalidInputException.class, () -> MaskTransfer.reorderToImage(larger, image));
        assertTrue(sizes.getMessage().contains("5×4×4") && sizes.getMessage().contains("4×4×4"), sizes.getMessage());
    }

    @Test
    void aFinerMaskIsTakenAtTheVoxelCentresOfTheImage() {
        GridSize fine = new GridSize(6, 6, 6);
        byte[] inside = random(fine, 3);
        Mask mask = Mask.of(inside, fine).at(ImageGeometry.of(VoxelSpacing.isotropic(1)));
        GridSize coarse = new GridSize(2, 2, 2);
        // centres at 1 and 4 mm
        ScalarImage image = image(coarse, ImageGeometry.of(VoxelSpacing.isotropic(3), new double[] {1, 1, 1},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
        byte[] taken = whole(MaskTransfer.resampleMaskToImage(mask, image));
        for (int i = 0; i < 8; i++) {
            int x = 1 + 3 * (i & 1);
            int y = 1 + 3 * (i >> 1 & 1);
            int z = 1 + 3 * (i >> 2);
            assertEquals(inside[x + 6 * (y + 6 * z)], taken[i]);
        }
    }

    @Test
    void outsideTheMasksGridIsOutsideTheRegion() {
        GridSize size = new GridSize(3, 1, 1);
        Mask mask = Mask.of(new byte[] {1, 1, 1}, size).at(ImageGeometry.of(VoxelSpacing.isotropic(1), new double[] {2, 0, 0},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
        assertArrayEquals(new byte[] {0, 0, 1}, whole(MaskTransfer.resampleMaskToImage(mask, image(size,
                ImageGeometry.of(VoxelSpacing.isotropic(1))))));
    }

    @Test
    void gridsOfDifferentPlacesAreRefused() {
        GridSize size = new GridSize(3, 1, 1);
        ScalarImage image = image(size, ImageGeometry.of(VoxelSpacing.isotropic(1)));
        Mask mask = Mask.of(new byte[] {1, 1, 1}, size).at(ImageGeometry.of(VoxelSpacing.isotropic(1), new double[] {100, 0, 0},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> MaskTransfer.resampleMaskToImage(mask, image));
        assertEquals(Problem.GEOMETRY_MISMATCH, refusal.problem());
        assertThrows(IllegalArgumentException.class, () -> MaskTransfer.resampleMaskToImage(Mask.of(new byte[] {1, 1, 1}, size), image));
    }
}
