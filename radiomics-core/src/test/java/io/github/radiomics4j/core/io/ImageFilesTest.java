package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
    private static final String NRRD = "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 1 1\nspacings: 1 1 1\nencoding: raw\n\n\1\2";

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A format of one value: its files begin with "ONE". */
    private record One() implements ImageReader {

        @Override
        public String format() {
            return "One";
        }

        @Override
        public List<String> suffixes() {
            return List.of(".one");
        }

        @Override
        public boolean canRead(Path file, byte[] firstBytes) {
            return new String(firstBytes, StandardCharsets.ISO_8859_1).startsWith("ONE");
        }

        @Override
        public ScalarImage read(Path file) {
            return ScalarImage.of(new double[] {1}, new GridSize(1, 1, 1), ImageGeometry.of(VoxelSpacing.isotropic(1)));
        }
    }

    @Test
    void contentDecidesBeforeTheName() throws IOException {
        assertArrayEquals(new double[] {1, 2}, SharedFiles.values(ImageFiles.read(write("image.nii.gz", NRRD))));
    }

    /** DICOM leaves the first 128 bytes free, for a TIFF header among other things. */
    @Test
    void aDicomFileThatBeginsLikeATiffIsDicom() {
        byte[] bytes = new byte[200];
        System.arraycopy(new byte[] {'I', 'I', 42, 0}, 0, bytes, 0, 4);
        assertEquals(List.of("TIFF"), formats(bytes));
        System.arraycopy(new byte[] {'D', 'I', 'C', 'M'}, 0, bytes, 128, 4);
        assertEquals(List.of("DICOM"), formats(bytes));
        assertEquals(List.of("TIFF"), formats(Arrays.copyOf(bytes, 131)));
    }

    private static List<String> formats(byte[] firstBytes) {
        return ImageFiles.readers().stream().filter(reader -> reader.canRead(Path.of("a"), firstBytes)).map(ImageReader::format).toList();
    }

    @Test
    void anUnknownFormatListsTheKnownOnes() throws IOException {
        Path file = write("image.xyz", "hello");
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.read(file));
        assertEquals(Problem.NOT_THIS_FORMAT, refusal.problem());
        assertTrue(refusal.getMessage().contains("NIfTI (.nii, .nii.gz") && refusal.getMessage().contains("NRRD (.nrrd, .nhdr)"),
                refusal.getMessage());
    }

    @Test
    void aBrokenFileIsRefusedByTheFormatOfItsName() throws IOException {
        Path file = write("image.NRRD", "hello");
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.read(file));
        assertTrue(refusal.getMessage().contains("not NRRD"), refusal.getMessage());
    }

    @Test
    void readersCanBeAdded() throws IOException {
        ImageReader files = ImageFiles.with(List.of(new One()));
        assertArrayEquals(new double[] {1}, SharedFiles.values(files.read(write("a.dat", "ONE"))));
        assertArrayEquals(new double[] {1}, SharedFiles.values(files.read(write("a.one", "else"))));
        assertArrayEquals(new double[] {1, 2}, SharedFiles.values(files.read(write("a.nrrd", NRRD))));
        assertEquals("One, NIfTI, NRRD, MetaImage, DICOM, TIFF", files.format());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nowhere.nii");
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.read(file));
        assertEquals(Problem.MISSING_FILE, refusal.problem());
        assertTrue(refusal.getMessage().contains(file.toString()));
    }

    @Test
    void aRegionOfALabelMapIsReadInOneCallAndItsAbsenceNamesTheFile() throws IOException {
        Path file = write("labels.nrrd", NRRD);
        assertEquals(new GridSize(1, 1, 1), ImageFiles.readMask(file, 2).boundingBox().size());
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.readMask(file, 3));
        assertEquals(Problem.LABEL_ABSENT, refusal.problem());
        assertTrue(refusal.getMessage().contains(file.toString()) && refusal.getMessage().contains("1, 2"), refusal.getMessage());
    }

    @Test
    void voxelsKeepTheirStoredTypeInMemory() {
        GridSize size = new GridSize(2, 2, 2);
        assertInstanceOf(byte[].class, array(StoredVoxels.of(VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN, size)));
        assertInstanceOf(short[].class, array(StoredVoxels.of(VoxelType.UINT16, ByteOrder.LITTLE_ENDIAN, size)));
        assertInstanceOf(float[].class, array(StoredVoxels.of(VoxelType.FLOAT32, ByteOrder.LITTLE_ENDIAN, size)));
        assertInstanceOf(double[].class, array(StoredVoxels.of(VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN, size).scaled(2, 0)));
    }

    private static Object array(StoredVoxels voxels) {
        return voxels.readArray(FileBytes.inflated(Path.of("memory"), new byte[64]), ReadLimits.STANDARD);
    }

    @Test
    void nameDecidesWhatIsWritten() throws IOException {
        ScalarImage image = ScalarImage.of(new double[] {1, 2}, new GridSize(2, 1, 1), ImageGeometry.of(VoxelSpacing.isotropic(1)));
        for (String name : List.of("a.nii", "b.NII.GZ", "c.nrrd")) {
            Path file = folder.resolve(name);
            ImageFiles.write(image, VoxelType.UINT8, file);
            assertArrayEquals(new double[] {1, 2}, SharedFiles.values(ImageFiles.read(file)));
        }
        assertEquals(352 + 2, Files.size(folder.resolve("a.nii")));
        assertEquals(0x1f, Files.readAllBytes(folder.resolve("b.NII.GZ"))[0]);
        assertTrue(Files.readString(folder.resolve("c.nrrd"), StandardCharsets.ISO_8859_1).startsWith("NRRD"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> ImageFiles.write(image, VoxelType.UINT8, folder.resolve("d.mha")));
        assertTrue(refused.getMessage().contains("known are .nii, .nii.gz, .nrrd"), refused.getMessage());
    }

    @Test
    void maskWithoutAPlaceIsNotWritten() {
        Mask mask = Mask.of(new byte[] {1, 0}, new GridSize(2, 1, 1));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> ImageFiles.write(mask, folder.resolve("mask.nii.gz")));
        assertTrue(refused.getMessage().contains("mask.at(image.geometry())"), refused.getMessage());
    }
}
