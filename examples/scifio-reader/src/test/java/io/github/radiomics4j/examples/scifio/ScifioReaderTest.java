package io.github.radiomics4j.examples.scifio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.nrrd.NrrdWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScifioReaderTest {
    private static ScifioReader reader;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        reader = new ScifioReader();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    private static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    /** ICS 1.0: a header as text, pixels beside it. */
    private Path ics(String order, String sizes, String scales, String units, short... voxels) throws IOException {
        String tab = "\t";
        String header = String.join("\n", tab, "ics_version\t1.0", "filename\timage", "layout\tparameters\t" + order.split(tab).length,
                "layout\torder\t" + order, "layout\tsizes\t" + sizes, "layout\tcoordinates\tvideo", "layout\tsignificant_bits\t16",
                "representation\tformat\tinteger", "representation\tsign\tsigned", "representation\tcompression\tuncompressed",
                "representation\tbyte_order\t1\t2", "parameter\tscale\t" + scales, "parameter\tunits\t" + units, "end", "");
        ByteBuffer bytes = ByteBuffer.allocate(2 * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(voxels);
        Files.write(folder.resolve("image.ids"), bytes.array());
        return Files.writeString(folder.resolve("image.ics"), header, StandardCharsets.ISO_8859_1);
    }

    @Test
    void icsGivesItsPixelsAndTheSpacingOfItsAxes() throws IOException {
        short[] voxels = new short[24];
        double[] expected = new double[24];
        for (int i = 0; i < 24; i++) {
            voxels[i] = (short) (1000 * i - 12000);
            expected[i] = voxels[i];
        }
        ScifioImage opened = reader.open(ics("bits\tx\ty\tz", "16\t2\t3\t4", "1\t0.5\t0.25\t2", "bits\tmm\tmm\tmm", voxels));
        assertEquals(Optional.of(VoxelSpacing.mm(0.5, 0.25, 2)), opened.spacing());
        ImageGeometry geometry = ImageGeometry.of(opened.spacing().orElseThrow(), new double[] {1, 2, 3},
                new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}});
        ScalarImage image = opened.at(geometry);
        assertEquals(new GridSize(2, 3, 4), image.size());
        assertEquals(geometry, image.geometry());
        assertArrayEquals(expected, values(image));
    }

    @Test
    void micrometresBecomeMillimetresAndPixelsNoSpacing() throws IOException {
        short[] voxels = new short[8];
        ScifioImage small = reader.open(ics("bits\tx\ty\tz", "16\t2\t2\t2", "1\t500\t250\t2000",
                "bits\tmicrometers\tmicrometers\tmicrometers", voxels));
        assertEquals(0.25, small.spacingAlong(1).orElseThrow(), 1e-15);
        ScifioImage pixels = reader.open(ics("bits\tx\ty\tz", "16\t2\t2\t2", "1\t1\t1\t1", "bits\tpixels\tpixels\tpixels", voxels));
        assertEquals(Optional.empty(), pixels.spacing());
    }

    @Test
    void axesInAnotherOrderAreTurnedToXyz() throws IOException {
        short[] voxels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};   // z fastest: index z + 3 (x + 2 y)
        ScifioImage opened = reader.open(ics("bits\tz\tx\ty", "16\t3\t2\t2", "1\t3\t1\t2", "bits\tmm\tmm\tmm", voxels));
        assertEquals(Optional.of(VoxelSpacing.mm(1, 2, 3)), opened.spacing());
        ScalarImage image = opened.at(ImageGeometry.of(VoxelSpacing.mm(1, 2, 3)));
        assertEquals(new GridSize(2, 2, 3), image.size());
        assertArrayEquals(new double[] {0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11}, values(image));
    }

    @Test
    void severalChannelsAreRefused() throws IOException {
        Path file = ics("bits\tx\ty\tch", "16\t2\t2\t3", "1\t1\t1\t1", "bits\tmm\tmm\tno", new short[12]);
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> reader.open(file));
        assertEquals(Problem.UNSUPPORTED_DIMENSION, refused.problem());
        assertTrue(refused.getMessage().contains("Channel has 3 entries"), refused.getMessage());
    }

    @Test
    void tiffOfOnePlaneIsOneSlice() throws IOException {
        BufferedImage plane = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
        plane.getRaster().setPixels(0, 0, 3, 2, new int[] {0, 1, 2, 40000, 65535, 5});
        Path file = folder.resolve("plane.tif");
        assertTrue(ImageIO.write(plane, "tiff", file.toFile()));
        ScifioImage opened = reader.open(file);
        assertEquals(OptionalDouble.empty(), opened.spacingAlong(2));
        ScalarImage image = opened.at(ImageGeometry.of(VoxelSpacing.isotropic(1)));
        assertEquals(new GridSize(3, 2, 1), image.size());
        assertArrayEquals(new double[] {0, 1, 2, 40000, 65535, 5}, values(image));
    }

    @Test
    void cellsHaveTheValuesThatAreKnownOfThem() {
        String shared = System.getProperty("radiomics4j.shared", "");
        Path cells = Path.of(shared).resolve("images/cells-2d-tiff/cells.ome.tif");
        Assumptions.assumeTrue(!shared.isEmpty() && Files.isRegularFile(cells), cells + " is not there: set -Dradiomics4j.shared");
        double[] values = values(reader.open(cells).at(ImageGeometry.of(VoxelSpacing.isotropic(1))));
        assertEquals(256 * 256, values.length);
        assertEquals(0, Arrays.stream(values).min().orElseThrow());
        assertEquals(65519, Arrays.stream(values).max().orElseThrow());
        assertEquals(13329.06572, Arrays.stream(values).average().orElseThrow(), 5e-6);   // README of the folder, by numpy
    }

    @Test
    void nrrdAndDicomArePointedToOurReaders() throws IOException {
        Path nrrd = folder.resolve("x.nrrd");
        NrrdWriter.raw().write(ScalarImage.of(new double[] {1, 2}, new GridSize(2, 1, 1), ImageGeometry.of(VoxelSpacing.isotropic(1))),
                VoxelType.INT16, nrrd);
        for (Path file : new Path[] {nrrd, Files.write(folder.resolve("x.dcm"), dicom())}) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, () -> reader.open(file));
            assertEquals(Problem.NOT_THIS_FORMAT, refused.problem());
            assertTrue(refused.getMessage().contains("ImageFiles of radiomics-core"), refused.getMessage());
        }
    }

    /** Preamble, magic text and the start of a file meta group. */
    private static byte[] dicom() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {2, 0, 0, 0, 'U', 'L', 4, 0, 0, 0, 0, 0});
        return out.toByteArray();
    }

    @Test
    void missingAndUnknownFilesAreNamed() throws IOException {
        assertEquals(Problem.MISSING_FILE, assertThrows(InvalidInputException.class, () -> reader.open(folder.resolve("none"))).problem());
        Path unknown = Files.writeString(folder.resolve("x.unknown"), "no image");
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> reader.open(unknown));
        assertEquals(Problem.NOT_THIS_FORMAT, refused.problem(), refused.getMessage());
    }
}
