package io.github.radiomics4j.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VoxelArrayTest {
    private static final GridSize SIZE = new GridSize(3, 2, 2);
    private static final ImageGeometry GEOMETRY = ImageGeometry.of(VoxelSpacing.mm(1, 1, 1));

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(VoxelArray.signed(new byte[] {-128, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), -128, -1),
                Arguments.of(VoxelArray.unsigned(new byte[] {-128, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), 128, 255),
                Arguments.of(VoxelArray.signed(new short[] {-32768, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), -32768, -1),
                Arguments.of(VoxelArray.unsigned(new short[] {-32768, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), 32768, 65535),
                Arguments.of(VoxelArray.signed(new int[] {-70000, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), -70000, -1),
                Arguments.of(VoxelArray.unsigned(new int[] {Integer.MIN_VALUE, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), 0x1p31, 0x1p32 - 1),
                Arguments.of(VoxelArray.signed(new long[] {1L << 53, -1, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), 0x1p53, -1),
                Arguments.of(VoxelArray.of(new float[] {0.1f, Float.NaN, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), 0.1f, Double.NaN),
                Arguments.of(VoxelArray.of(new double[] {0.1, -0.0, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, SIZE), 0.1, -0.0));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void everyTypeIsWidenedToTheValueThatItStandsFor(VoxelArray array, double first, double second) {
        double[] values = ScalarImage.of(array, GEOMETRY).copy(IndexBox.whole(SIZE));
        assertArrayEquals(new double[] {first, second, 0, 1, 127, 2, 3, 4, 5, 6, 7, 8}, values);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void theViewAndTheCopyOfABoxAgree(VoxelArray array) {
        ScalarImage image = ScalarImage.of(array, GEOMETRY);
        double[] box = image.copy(new IndexBox(1, 0, 0, 2, 1, 1));
        RandomAccess<DoubleType> view = image.samples().randomAccess();
        int at = 0;
        for (int z = 0; z <= 1; z++) {
            for (int y = 0; y <= 1; y++) {
                for (int x = 1; x <= 2; x++) {
                    assertEquals(view.setPositionAndGet(x, y, z).get(), box[at++]);
                }
            }
        }
    }

    @Test
    void aBoxBeyondTheImageIsRefusedAndNotReadFromTheNextRow() {
        ScalarImage image = ScalarImage.of(VoxelArray.signed(new short[12], SIZE), GEOMETRY);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> image.copy(new IndexBox(0, 0, 0, 3, 0, 0)));
        assertTrue(e.getMessage().startsWith("box must lie inside the image of 3×2×2"), e.getMessage());
        Mask mask = Mask.of(new byte[12], SIZE);
        assertThrows(IllegalArgumentException.class, () -> mask.copy(new IndexBox(0, 0, 0, 0, 2, 0)));
    }

    @Test
    void anArrayOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> VoxelArray.of(new float[11], SIZE));
    }

    @Test
    void masksOverArraysAndLabelsCopyWhatTheirViewsShow() {
        byte[] labels = {0, 1, 2, 2, 0, 0, 2, 0, 1, 2, 2, 0};
        Mask two = Mask.ofLabel(ScalarImage.of(VoxelArray.unsigned(labels, SIZE), GEOMETRY), 2);
        assertArrayEquals(new byte[] {0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0}, two.copy(IndexBox.whole(SIZE)));
        assertEquals(1, two.inside().randomAccess().setPositionAndGet(2, 0, 0).get());
        assertEquals(new IndexBox(0, 0, 0, 2, 1, 1), two.boundingBox());
        Mask any = Mask.of(labels, SIZE);
        assertArrayEquals(new byte[] {1, 1, 0, 0}, any.copy(new IndexBox(1, 0, 0, 2, 1, 0)));
    }
}
