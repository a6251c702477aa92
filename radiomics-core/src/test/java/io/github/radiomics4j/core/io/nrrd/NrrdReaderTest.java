package io.github.radiomics4j.core.io.nrrd;

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
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NrrdReaderTest {
    private static final String GRID = "dimension: 3\nsizes: 2 3 1\nspace: left-posterior-superior\n"
            + "space directions: (2,0,0) (0,3,0) (0,0,4)\nspace origin: (10,20,30)\n";
    private static final String SHORTS = GRID + "type: short\nendian: little\n";
    private static final String ONE_VOXEL = "dimension: 3\nsizes: 1 1 1\nspacings: 1 1 1\n";
    private static final double[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};

    @TempDir
    private Path folder;

    private static byte[] shorts(ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(order);
        for (int value = 1; value <= 6; value++) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] little() {
        return shorts(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] file(String fields, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("NRRD0004\n" + fields + "\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(data);
        return out.toByteArray();
    }

    private ScalarImage read(byte[] bytes) {
        try {
            return new NrrdReader().read(Files.write(folder.resolve("image.nrrd"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ScalarImage read(String fields, byte[] data) {
        return read(file(fields, data));
    }

    private InvalidInputException refused(Problem problem, String part, String fields, byte[] data) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> read(fields, data));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(part) && refusal.getMessage().contains("image.nrrd"), refusal.getMessage());
        return refusal;
    }

    private static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    @Test
    void rawDataAreReadInBothByteOrders() {
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: raw\n", little())));
        assertArrayEquals(ONE_TO_SIX, values(read(GRID + "type: int16\nendian: big\nencoding: raw\n", shorts(ByteOrder.BIG_ENDIAN))));
    }

    @Test
    void gzipHexAndAsciiDataAreTheSame() {
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: gz\n", gzip(little()))));
        String hex = HexFormat.of().formatHex(little());
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: hex\n", ascii(hex.substring(0, 7) + "\n " + hex.substring(7)))));
        assertArrayEquals(ONE_TO_SIX, values(read(GRID + "type: short\nencoding: ascii\n", ascii("1 2\n3,4\t5 6"))));
    }

    @ParameterizedTest
    @CsvSource({"signed char, -128", "uint8, 255", "short, -32768", "unsigned short, 65535", "int, -2147483648", "uint, 4294967295",
        "longlong, -9007199254740992", "uint64_t, 9007199254740992", "float, 1.5", "double, -0.1"})
    void everyTypeIsReadFromText(String type, double value) {
        String text = type.equals("float") || type.equals("double") ? Double.toString(value) : Long.toString((long) value);
        assertArrayEquals(new double[] {value}, values(read("type: " + type + "\nencoding: txt\n" + ONE_VOXEL, ascii(text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "-1", "1.5", "one", "0x10", ""})
    void textThatIsNoNumberOfTheTypeIsRefused(String text) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> read("type: uint8\nencoding: txt\n" + ONE_VOXEL, ascii(text)));
        assertEquals(text.isEmpty() ? Problem.TRUNCATED : Problem.HEADER_INVALID, refusal.problem(), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"left-posterior-superior, 1, 1", "LPS, 1, 1", "right-anterior-superior, -1, -1", "RAS, -1, -1",
        "left-anterior-superior, 1, -1", "LAS, 1, -1"})
    void spacesAreTurnedToLps(String space, double left, double posterior) {
        ScalarImage image = read("type: short\nendian: little\nencoding: raw\n" + GRID.replace("left-posterior-superior", space), little());
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[] {left * 10, posterior * 20, 30},
                new double[][] {{left, 0, 0}, {0, posterior, 0}, {0, 0, 1}}), image.geometry());
        assertArrayEquals(ONE_TO_SIX, values(image));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scanner-xyz", "3D-left-handed", "somewhere"})
    void spacesWithoutPatientAxesAreRefused(String space) {
        refused(Problem.GEOMETRY_INVALID, space.toLowerCase(Locale.ROOT),
                SHORTS.replace("left-posterior-superior", space) + "encoding: raw\n", little());
    }

    @Test
    void spacingsAloneLieAtTheOrigin() {
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4)),
                read("type: short\nendian: little\nencoding: raw\ndimension: 3\nsizes: 2 3 1\nspacings: 2 3 4\n", little()).geometry());
    }

    @Test
    void headersWithoutAVoxelSizeAreRefused() {
        String bare = "type: short\nendian: little\nencoding: raw\ndimension: 3\nsizes: 2 3 1\n";
        refused(Problem.GEOMETRY_INVALID, "voxel size", bare, little());
        refused(Problem.GEOMETRY_INVALID, "voxel size", bare + "spacings: 2 nan 4\n", little());
        refused(Problem.GEOMETRY_INVALID, "voxel size", bare + "spacings: 2 0 4\n", little());
    }

    @Test
    void positionsStatedAsAxisMinsAreRefusedRatherThanLost() {
        refused(Problem.GEOMETRY_INVALID, "axis mins",
                "type: short\nendian: little\nencoding: raw\ndimension: 3\nsizes: 2 3 1\nspacings: 2 3 4\naxis mins: 5 6 7\n", little());
    }

    @Test
    void lengthsBecomeMillimetres() {
        assertEquals(VoxelSpacing.mm(20, 30, 40),
                read(SHORTS + "encoding: raw\nspace units: \"cm\" \"cm\" \"cm\"\n", little()).geometry().spacing());
        refused(Problem.GEOMETRY_INVALID, "furlong", SHORTS + "encoding: raw\nspace units: \"mm\" \"furlong\" \"mm\"\n", little());
    }

    @Test
    void aFourthAxisOfSizeOneIsLeftOut() {
        ScalarImage image = read("type: short\nendian: little\nencoding: raw\ndimension: 4\nsizes: 1 2 3 1\n"
                + "kinds: list domain domain domain\nspace: LPS\nspace directions: none (2,0,0) (0,3,0) (0,0,4)\n"
                + "space origin: (0,0,0)\n", little());
        assertEquals(new GridSize(2, 3, 1), image.size());
        assertArrayEquals(ONE_TO_SIX, values(image));
    }

    @Test
    void colourTimeAndFlatImagesAreRefused() {
        String rest = "type: short\nendian: little\nencoding: raw\n";
        refused(Problem.UNSUPPORTED_DIMENSION, "axis 0",
                rest + "dimension: 3\nsizes: 3 2 1\nkinds: RGB-color domain domain\nspacings: nan 1 1\n", little());
        refused(Problem.UNSUPPORTED_DIMENSION, "axis 3",
                rest + "dimension: 4\nsizes: 1 1 1 6\nkinds: domain domain domain time\nspacings: 1 1 1 1\n", little());
        refused(Problem.UNSUPPORTED_DIMENSION, "three axes", rest + "dimension: 4\nsizes: 3 2 2 2\nspacings: 1 1 1 1\n", little());
        refused(Problem.UNSUPPORTED_DIMENSION, "three axes", rest + "dimension: 2\nsizes: 3 2\nspacings: 1 1\n", little());
    }

    @Test
    void commentsAndKeyValuePairsAreSkippedWindowsLineEndsToo() {
        assertArrayEquals(ONE_TO_SIX, values(read(("# made by hand\n" + SHORTS + "encoding: raw\nSegment0_Name:=disc: L4\n")
                .replace("\n", "\r\n") + "\r", little())));
    }

    @Test
    void unknownAndRepeatedFieldsAndOtherLinesAreRefused() {
        refused(Problem.HEADER_INVALID, "byte skp", SHORTS + "encoding: raw\nbyte skp: 100\n", little());
        refused(Problem.HEADER_INVALID, "twice", SHORTS + "encoding: raw\nencoding: raw\n", little());
        refused(Problem.HEADER_INVALID, "hello", SHORTS + "encoding: raw\nhello\n", little());
    }

    @Test
    void headersAreBounded() {
        byte[] long1 = new byte[(1 << 20) + 100];
        Arrays.fill(long1, (byte) 'x');
        refused(Problem.HEADER_INVALID, "longer", "# ", long1);
    }

    @Test
    void everyCutOfAFileIsTruncatedOrAHeaderWithoutEnd() {
        for (String encoding : new String[] {"raw", "gzip"}) {
            byte[] data = encoding.equals("raw") ? little() : gzip(little());
            byte[] whole = file(SHORTS + "encoding: " + encoding + "\n", data);
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> read(cut));
                if (length >= whole.length - data.length) {
                    assertEquals(Problem.TRUNCATED, refusal.problem(), refusal.getMessage());
                }
            }
        }
    }

    @Test
    void noSingleDamagedByteLeadsToAnythingButAnImageOrARefusal() {
        Random random = new Random(7);
        byte[] sound = file(SHORTS + "kinds: domain domain domain\nspacings: nan nan nan\nline skip: 0\nbyte skip: 0\nencoding: gzip\n",
                gzip(little()));
        assertArrayEquals(ONE_TO_SIX, values(read(sound)));
        for (int at = 0; at < sound.length; at++) {
            for (int trial = 0; trial < 4; trial++) {
                byte[] damaged = sound.clone();
                damaged[at] = (byte) (trial < 2 ? random.nextInt(256) : "-9 (,)\n:.n".charAt(random.nextInt(10)));
                try {
                    assertTrue(read(damaged).size().voxels() > 0);
                } catch (InvalidInputException e) {
                    assertTrue(e.getMessage().contains("image.nrrd"), e.getMessage());
                }
            }
        }
    }

    @Test
    void linesAndBytesAreSkipped() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("one\ntwo\nxyz".getBytes(StandardCharsets.US_ASCII));
        data.writeBytes(little());
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: raw\nline skip: 2\nbyte skip: 3\n", data.toByteArray())));
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: raw\nbyteskip: -1\n", data.toByteArray())));
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        inside.writeBytes(new byte[5]);
        inside.writeBytes(little());
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: gzip\nbyte skip: 5\n", gzip(inside.toByteArray()))));
        refused(Problem.HEADER_INVALID, "byte skip", SHORTS + "encoding: gzip\nbyte skip: -1\n", gzip(little()));
        refused(Problem.TRUNCATED, "ends", SHORTS + "encoding: raw\nline skip: 9\n", data.toByteArray());
        refused(Problem.TRUNCATED, "can hold", SHORTS + "encoding: raw\nbyte skip: 999999999999\n", little());
    }

    @Test
    void detachedDataAreReadFromTheFolderOrBelow() throws IOException {
        Files.write(folder.resolve("data.raw"), little());
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: raw\ndata file: data.raw\n", new byte[0])));
        Files.write(Files.createDirectory(folder.resolve("sub")).resolve("data.raw"), little());
        assertArrayEquals(ONE_TO_SIX, values(read(SHORTS + "encoding: raw\ndatafile: ./sub/data.raw\n", new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../data.raw", "sub/../../data.raw", "C:\\data.raw", "\\\\server\\data.raw", ".."})
    void dataFilesThatLeaveTheFolderAreRefusedUnopened(String name) {
        refused(Problem.UNSAFE_PATH, "folder", SHORTS + "encoding: raw\ndata file: " + name + "\n", new byte[0]);
    }

    @Test
    void symbolicLinksOutOfTheFolderAreRefused(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.write(elsewhere.resolve("secret.raw"), little());
        try {
            Files.createSymbolicLink(folder.resolve("link.raw"), secret);
        } catch (UnsupportedOperationException | IOException e) {
            Assumptions.abort("this file system has no symbolic links: " + e);
        }
        refused(Problem.UNSAFE_PATH, "folder", SHORTS + "encoding: raw\ndata file: link.raw\n", new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "LIST 2", "part%03d.raw 1 3 1"})
    void severalDataFilesAreRefusedByName(String name) {
        refused(Problem.UNSUPPORTED_ENCODING, "several", SHORTS + "encoding: raw\ndata file: " + name + "\n", new byte[0]);
    }

    @Test
    void laterVersionsAreRefusedByName() {
        byte[] bytes = file(SHORTS + "encoding: raw\n", little());
        bytes[7] = '6';
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> read(bytes));
        assertEquals(Problem.UNSUPPORTED_ENCODING, refusal.problem());
    }
}
