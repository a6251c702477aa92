package io.github.radiomics4j.core.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageWriter;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.WrittenImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiftiWriterTest {
    @TempDir
    private Path folder;

    private static ScalarImage image(GridSize size, ImageGeometry geometry) {
        return ScalarImage.of(new double[Math.toIntExact(size.voxels())], size, geometry);
    }

    @Property(tries = 500)
    void qformAloneSaysTheSamePlace(@ForAll boolean version2, @ForAll long seed) {
        ImageGeometry written = WrittenImages.anywhere(new Random(seed));
        byte[] header = HeaderBytes.of(image(new GridSize(2, 3, 4), written), VoxelType.UINT8, version2, Path.of("x.nii"));
        Arrays.fill(header, version2 ? 348 : 254, version2 ? 352 : 256, (byte) 0);   // sform_code
        ImageGeometry read = NiftiHeader.parse(Path.of("x.nii"), header).geometry();
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(written.spacing().along(axis), read.spacing().along(axis), 1e-6);
            assertEquals(written.origin()[axis], read.origin()[axis], 1e-4);
            for (int row = 0; row < 3; row++) {
                assertEquals(written.direction(row, axis), read.direction(row, axis), 1e-3);
            }
        }
    }

    @Test
    void headerSaysMillimetresScannerCoordinatesAndNoRescaling() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(VoxelSpacing.mm(1, 2, 3), new double[] {10, 20, 30},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        Path file = folder.resolve("x.nii");
        NiftiWriter.version1().write(image(new GridSize(4, 5, 6), geometry), VoxelType.INT16, file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(352 + 240, bytes.capacity());
        assertEquals("4 16 2 1 1", bytes.getShort(70) + " " + bytes.getShort(72) + " " + bytes.get(123) + " " + bytes.getShort(252) + " "
                + bytes.getShort(254));
        assertEquals(List.of(1f, 0f, 352f), List.of(bytes.getFloat(112), bytes.getFloat(116), bytes.getFloat(108)));
        float[] affine = new float[12];
        bytes.position(280).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(affine);
        assertArrayEquals(new float[] {-1, 0, 0, -10, 0, -2, 0, -20, 0, 0, 3, 30}, affine);
    }

    @Test
    void sameImageGivesTheSameBytesWithoutATimeStamp() throws IOException {
        ScalarImage image = image(new GridSize(9, 8, 7), WrittenImages.anywhere(new Random(1)));
        Path first = folder.resolve("a.nii.gz");
        Path second = folder.resolve("b.nii.gz");
        NiftiWriter.version1().write(image, VoxelType.UINT8, first);
        NiftiWriter.version1().write(image, VoxelType.UINT8, second);
        byte[] bytes = Files.readAllBytes(first);
        assertArrayEquals(bytes, Files.readAllBytes(second));
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0}, Arrays.copyOfRange(bytes, 3, 8));   // no name, no time
    }

    @Test
    void whatSinglePrecisionWouldMoveIsLeftToVersion2() {
        ImageGeometry fine = ImageGeometry.of(VoxelSpacing.isotropic(1e-5), new double[] {300.1, 0, 0},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        ImageGeometry huge = ImageGeometry.of(VoxelSpacing.isotropic(1), new double[] {1e39, 0, 0},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        refusedByVersion1(image(new GridSize(2, 2, 2), fine), "moves a corner voxel");
        refusedByVersion1(image(new GridSize(2, 2, 2), huge), "moves a corner voxel");
        refusedByVersion1(image(new GridSize(2, 2, 2), ImageGeometry.of(VoxelSpacing.isotropic(1e-60))), "moves a corner voxel");
    }

    @Test
    void longAxesAreLeftToVersion2() {
        refusedByVersion1(image(new GridSize(1, 32768, 1), ImageGeometry.of(VoxelSpacing.isotropic(1))), "at most 32767 voxels");
    }

    private void refusedByVersion1(ScalarImage image, String why) {
        Path file = folder.resolve("x.nii");
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> NiftiWriter.version1().write(image, VoxelType.UINT8, file));
        assertEquals(Problem.NOT_REPRESENTABLE, refused.problem());
        assertTrue(refused.getMessage().contains(why) && refused.getMessage().contains("NIfTI-2"), refused.getMessage());
        NiftiWriter.version2().write(image, VoxelType.UINT8, file);
        ScalarImage read = new NiftiReader().read(file);
        assertEquals(image.size(), read.size());
        assertEquals(image.geometry(), read.geometry());
    }

    @Test
    void nameOfAnotherFormatIsRefused() {
        ImageWriter writer = NiftiWriter.version1();
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> writer.write(
                image(new GridSize(1, 1, 1), ImageGeometry.of(VoxelSpacing.isotropic(1))), VoxelType.UINT8, folder.resolve("x.img")));
        assertTrue(refused.getMessage().contains(".nii or .nii.gz"), refused.getMessage());
    }
}
