package io.github.radiomics4j.core.io.metaimage;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaImageReaderTest {
    private static final String GRID = "ObjectType = Image\nNDims = 3\nDimSize = 2 3 1\n";
    private static final String SHORTS = GRID + "ElementType = MET_SHORT\n";
    private static final double[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};

    @TempDir
    private Path folder;

    private static byte[] oneToSix(int bytesEach, boolean floating, ByteOrder order) {
        ByteBuffer out = ByteBuffer.allocate(6 * bytesEach).order(order);
        for (int value = 1; value <= 6; value++) {
            switch (bytesEach) {
                case 1 -> out.put((byte) value);
                case 2 -> out.putShort((short) value);
                case 4 -> {
                    if (floating) {
                        out.putFloat(value);
                    } else {
                        out.putInt(value);
                    }
                }
                default -> {
                    if (floating) {
                        out.putDouble(value);
                    } else {
                        out.putLong(value);
                    }
                }
            }
        }
        return out.array();
    }

    private static byte[] shorts() {
        return oneToSix(2, false, ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] zlib(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private ScalarImage read(String header, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(data);
        try {
            return new MetaImageReader().read(Files.write(folder.resolve("image.mha"), out.toByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ScalarImage local(String header, byte[] data) {
        return read(header + "ElementDataFile = LOCAL\n", data);
    }

    private static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    private static void refuses(Problem problem, org.junit.jupiter.api.function.Executable reading) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, reading);
        assertEquals(problem, refusal.problem(), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"MET_CHAR,1,false", "MET_UCHAR,1,false", "MET_SHORT,2,false", "MET_USHORT,2,false", "MET_INT,4,false", "MET_UINT,4,false",
        "MET_LONG,4,false", "MET_ULONG,4,false", "MET_LONG_LONG,8,false", "MET_ULONG_LONG,8,false", "MET_FLOAT,4,true",
        "MET_DOUBLE,8,true"})
    void everyScalarTypeIsReadInBothByteOrders(String type, int bytes, boolean floating) throws IOException {
        for (boolean big : new boolean[] {false, true}) {
            byte[] data = oneToSix(bytes, floating, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            String header = GRID + "ElementType = " + type + "\nBinaryDataByteOrderMSB = " + (big ? "True" : "False") + "\n";
            assertArrayEquals(ONE_TO_SIX, values(local(header, data)));
            assertArrayEquals(ONE_TO_SIX, values(local(header + "CompressedData = True\n", zlib(data))));
        }
    }

    @Test
    void signednessIsThatOfTheType() {
        byte[] data = new byte[6];
        data[0] = -1;
        assertEquals(-1, values(local(GRID + "ElementType = MET_CHAR\n", data))[0]);
        assertEquals(255, values(local(GRID + "ElementType = MET_UCHAR\n", data))[0]);
    }

    @Test
    void textIsRead() {
        byte[] text = "1 2 3 4\n5 6\n".getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(ONE_TO_SIX, values(local(SHORTS + "BinaryData = False\n", text)));
    }

    @ParameterizedTest
    @CsvSource({"ElementSpacing,Offset,TransformMatrix", "ElementSize,Position,Rotation", "ElementSize,Origin,Orientation"})
    void rowsOfTheMatrixAreTheDirectionsOfTheAxes(String spacing, String offset, String matrix) {
        ScalarImage image = local(SHORTS + spacing + " = 2 3 4\n" + offset + " = 10 20 30\n" + matrix + " = 0 1 0 0 0 -1 -1 0 0\n",
                shorts());
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[] {10, 20, 30},
                new double[][] {{0, 0, -1}, {1, 0, 0}, {0, -1, 0}}), image.geometry());
        assertArrayEquals(new double[] {10, 22, 30}, image.geometry().toWorld(1, 0, 0));
    }

    @Test
    void twoAxesAreOneSlice() {
        ScalarImage image = local("NDims = 2\nDimSize = 2 3\nElementSpacing = 0.5 0.25\nOffset = 1 2\nTransformMatrix = 0 1 1 0\n"
                + "ElementType = MET_SHORT\n", shorts());
        assertEquals(new GridSize(2, 3, 1), image.size());
        assertEquals(VoxelSpacing.mm(0.5, 0.25, 1), image.geometry().spacing());
        assertArrayEquals(new double[] {1, 2.5, 0}, image.geometry().toWorld(1, 0, 0));
    }

    @Test
    void axesBeyondTheThirdOfSizeOneAreLeftOut() {
        ScalarImage image = local("NDims = 4\nDimSize = 2 3 1 1\nElementSpacing = 2 3 4 9\nOffset = 10 20 30 40\n"
                + "TransformMatrix = 0 1 0 0 1 0 0 0 0 0 1 0 0 0 0 1\nElementType = MET_SHORT\n", shorts());
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[] {10, 20, 30},
                new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}), image.geometry());
        assertArrayEquals(ONE_TO_SIX, values(image));
    }

    @Test
    void oneThingUnderTwoNamesIsComparedAsNumbers() {
        String twice = "Offset = 1 2 -0.0\nPosition = 1.0 2e0 0\nBinaryDataByteOrderMSB = False\nElementByteOrderMSB = false\n";
        assertArrayEquals(new double[] {1, 2, 0}, local(SHORTS + twice + "DistanceUnits = mm\n", shorts()).geometry().origin());
    }

    @Test
    void theIntensityFunctionIsApplied() {
        assertArrayEquals(Arrays.stream(ONE_TO_SIX).map(v -> 0.5 * v - 10).toArray(), values(local(
                SHORTS + "ElementToIntensityFunctionSlope = 0.5\nElementToIntensityFunctionOffset = -10\n", shorts())));
        refuses(Problem.HEADER_INVALID, () -> local(SHORTS + "ElementToIntensityFunctionSlope = 0\n", shorts()));
    }

    @Test
    void aDataFileBesideTheHeaderIsReadBehindItsOwnHeader() throws IOException {
        byte[] raw = new byte[5 + 12];
        System.arraycopy(shorts(), 0, raw, 5, 12);
        Files.write(folder.resolve("image.raw"), raw);
        for (int headerSize : new int[] {5, -1}) {
            assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "HeaderSize = " + headerSize + "\nElementDataFile = image.raw\n",
                    new byte[0])));
        }
        refuses(Problem.TRUNCATED, () -> read(SHORTS + "HeaderSize = 6\nElementDataFile = image.raw\n", new byte[0]));
        refuses(Problem.HEADER_INVALID, () -> read(SHORTS + "HeaderSize = -2\nElementDataFile = image.raw\n", new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({"LIST,UNSUPPORTED_ENCODING", "LIST 2,UNSUPPORTED_ENCODING", "slice%03d.raw 1 5 1,UNSUPPORTED_ENCODING",
        "../image.raw,UNSAFE_PATH", "/etc/hostname,UNSAFE_PATH", "nowhere.raw,MISSING_FILE"})
    void otherDataFilesAreRefused(String name, Problem problem) {
        refuses(problem, () -> read(SHORTS + "ElementDataFile = " + name + "\n", new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NDims = 11 | UNSUPPORTED_DIMENSION", "NDims = 1 | UNSUPPORTED_DIMENSION",
        "NDims = 4, DimSize = 2 3 1 2 | UNSUPPORTED_DIMENSION", "NDims = 4, DimSize = 2 3 1 0 | UNSUPPORTED_DIMENSION",
        "NDims = 4, DimSize = 2 3 1 | HEADER_INVALID", "NDims = 3, DimSize = 2 3 1, DistanceUnits = um | GEOMETRY_INVALID",
        "NDims = 3, DimSize = 2 3 1, TransformMatrix = 1 0 0 0 1 0 0 0 2 | GEOMETRY_INVALID",
        "NDims = 3, DimSize = 2 3 1, Rotation = 1 0 0 0 1 0 0 0 1, Orientation = 0 1 0 1 0 0 0 0 1 | HEADER_INVALID",
        "NDims = 3, ElementNumberOfChannels = 2 | UNSUPPORTED_DIMENSION",
        "NDims = 3, DimSize = 2 3 | HEADER_INVALID", "NDims = 3, DimSize = 2 0 1 | HEADER_INVALID",
        "NDims = 3, DimSize = 2 -3 1 | HEADER_INVALID",
        "NDims = 3, ElementType = MET_SHORT, DimSize = 99999999999 99999999999 3 | RESOURCE_LIMIT",
        "NDims = 3, DimSize = 2 3 1, ElementType = MET_SHORT_ARRAY | UNSUPPORTED_DATATYPE",
        "NDims = 3, DimSize = 2 3 1, ElementSpacing = 1 nan 1 | GEOMETRY_INVALID",
        "NDims = 3, DimSize = 2 3 1, ElementSpacing = 1 -1 1 | GEOMETRY_INVALID",
        "NDims = 3, DimSize = 2 3 1, Offset = 1 2 | GEOMETRY_INVALID",
        "NDims = 3, DimSize = 2 3 1, Offset = 1 2 3, Position = 1 2 4 | HEADER_INVALID",
        "NDims = 3, NDims = 3 | HEADER_INVALID", "ObjectType = Tube | NOT_THIS_FORMAT", "DimSize = 2 | HEADER_INVALID",
        "NDims = 3, DimSize = 2 3 1, ElementType = MET_SHORT, CompressedData = Maybe | HEADER_INVALID",
        "NDims = 3, DimSize = 2 3 1, ElementType = MET_SHORT, CompressedData = True | TRUNCATED"})
    void aWrongHeaderIsRefusedByItsProblem(String fields, Problem problem) {
        refuses(problem, () -> local(fields.replace(", ", "\n") + "\n", shorts()));
    }

    @Test
    void compressedDataThatEndEarlyAreRefused() throws IOException {
        byte[] whole = zlib(shorts());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            refuses(Problem.TRUNCATED, () -> local(SHORTS + "CompressedData = True\n", part));
        }
        whole[whole.length - 1] ^= 1;
        refuses(Problem.TRUNCATED, () -> local(SHORTS + "CompressedData = True\n", whole));
    }

    @Test
    void theFormatIsKnownByItsFirstLine() {
        MetaImageReader reader = new MetaImageReader();
        assertTrue(reader.canRead(folder, SHORTS.getBytes(StandardCharsets.US_ASCII)));
        assertTrue(!reader.canRead(folder, "ObjectType = Tube\n".getBytes(StandardCharsets.US_ASCII)));
    }
}
