package io.github.radiomics4j.core.io.nifti;

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
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.VoxelType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiReaderTest {
    @TempDir
    private Path folder;

    private ScalarImage read(byte[] bytes) {
        return read("image.nii", bytes);
    }

    private ScalarImage read(String name, byte[] bytes) {
        try {
            return new NiftiReader().read(Files.write(folder.resolve(name), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(Problem problem, String part, byte[] bytes) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> read(bytes));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(part) && refusal.getMessage().contains("image.nii"), refusal.getMessage());
    }

    private static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    private static NiftiBytes sound() {
        return NiftiBytes.version1(ByteOrder.LITTLE_ENDIAN).size(2, 3, 1).pixdim(1, 2, 3, 4).voxels(VoxelType.INT16, 1, 2, 3, 4, 5, 6);
    }

    /** The smallest and largest value of a type (for 64 bits: that a double holds exactly) and some between. */
    private static long[] extremes(VoxelType type) {
        return switch (type) {
            case INT8 -> new long[] {-128, 127, -1, 0, 1, 100};
            case UINT8 -> new long[] {0, 255, 128, 127, 1, 200};
            case INT16 -> new long[] {-32768, 32767, -1, 0, 256, 1};
            case UINT16 -> new long[] {0, 65535, 32768, 32767, 256, 1};
            case INT32 -> new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0, 65536, 1};
            case UINT32 -> new long[] {0, 4294967295L, 2147483648L, 65536, 256, 1};
            case INT64 -> new long[] {-(1L << 53), 1L << 53, -1, 0, 1L << 40, 1};
            case UINT64 -> new long[] {0, 1L << 53, 1L << 40, 65536, 256, 1};
            case FLOAT32 -> new long[] {-(1L << 24), 1L << 24, -1, 0, 3, 1};
            case FLOAT64 -> new long[] {-(1L << 53), 1L << 53, -1, 0, 3, 1};
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsReadInBothByteOrdersAndBothVersions(VoxelType type) {
        double[] expected = Arrays.stream(extremes(type)).asDoubleStream().toArray();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertArrayEquals(expected, values(read(NiftiBytes.version1(order).size(1, 2, 3).voxels(type, extremes(type)).bytes())));
            assertArrayEquals(expected, values(read(NiftiBytes.version2(order).size(1, 2, 3).voxels(type, extremes(type)).bytes())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsRescaledInDoublePrecision(VoxelType type) {
        double slope = (float) 0.1;
        double[] expected = Arrays.stream(extremes(type)).mapToDouble(stored -> slope * stored + 7).toArray();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            NiftiBytes image = NiftiBytes.version1(order).size(1, 2, 3).scale(0.1, 7).voxels(type, extremes(type));
            assertArrayEquals(expected, values(read(image.bytes())));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
    void aSlopeThatIsZeroOrNotFiniteMeansNoRescaling(double slope) {
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read(sound().scale(slope, 7).bytes())));
    }

    @Test
    void anInterceptThatIsNotFiniteIsRefusedWhereTheSlopeIsSet() {
        refused(Problem.HEADER_INVALID, "scl_inter", sound().scale(2, Double.NaN).bytes());
    }

    @Test
    void wholeNumbersThatADoubleCannotHoldAreRefused() {
        NiftiBytes one = NiftiBytes.version1(ByteOrder.LITTLE_ENDIAN).size(1, 1, 1);
        refused(Problem.UNSUPPORTED_DATATYPE, "9007199254740993", one.voxels(VoxelType.INT64, (1L << 53) + 1).bytes());
        refused(Problem.UNSUPPORTED_DATATYPE, "18446744073709551615", one.voxels(VoxelType.UINT64, -1).bytes());
        refused(Problem.UNSUPPORTED_DATATYPE, "-9007199254740993", one.scale(2, 0).voxels(VoxelType.INT64, -(1L << 53) - 1).bytes());
    }

    @Test
    void theFirstIndexRunsFastest() {
        ScalarImage image = read(sound().bytes());
        assertEquals(new GridSize(2, 3, 1), image.size());
        assertEquals(2, image.copy(new IndexBox(1, 0, 0, 1, 0, 0))[0]);
        assertEquals(3, image.copy(new IndexBox(0, 1, 0, 0, 1, 0))[0]);
    }

    @Test
    void sformRowsAreTurnedFromRasToLps() {
        ScalarImage image = read(sound().sform(1, new double[] {0, -3, 0, 10}, new double[] {2, 0, 0, 20},
                new double[] {0, 0, 4, 30}).bytes());
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[] {-10, -20, 30},
                new double[][] {{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}), image.geometry());
    }

    @Test
    void sformGoesBeforeQformAlsoForTheSpacing() {
        ScalarImage image = read(sound().pixdim(1, 9, 9, 9).qform(1, 0, 0, 0, 5, 5, 5)
                .sform(2, new double[] {-2, 0, 0, 1}, new double[] {0, -3, 0, 2}, new double[] {0, 0, 4, 3}).bytes());
        assertEquals(VoxelSpacing.mm(2, 3, 4), image.geometry().spacing());
        assertArrayEquals(new double[] {-1, -2, 3}, image.geometry().origin());
    }

    @Test
    void qformWithAHalfTurnAboutZIsTheUsualLpsGrid() {
        ScalarImage image = read(sound().qform(1, 0, 0, 1, 10, 20, 30).bytes());
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[] {-10, -20, 30},
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}), image.geometry());
    }

    @Test
    void zeroHasNoSignInAGeometryWhicheverHeaderItCameFrom() {
        ImageGeometry expected = ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[3],
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, -1}});
        assertEquals(expected, read(sound().pixdim(-1, 2, 3, 4).qform(1, 0, 0, 1, 0, 0, 0).bytes()).geometry());
        assertEquals(expected, read(sound().sform(1, new double[] {-2, 0, 0, 0}, new double[] {0, -3, 0, 0}, new double[] {0, 0, -4, 0})
                .bytes()).geometry());
    }

    @Test
    void qformTurnsByTheQuaternionAndQfacFlipsTheThirdAxis() {
        // 90° about z in RAS: x goes to A, y to L; b = c = 0, d = sin 45°
        double d = Math.sqrt(0.5);
        ScalarImage image = read(NiftiBytes.version2(ByteOrder.BIG_ENDIAN).size(1, 1, 1).pixdim(-1, 2, 3, 4).qform(1, 0, 0, d, 0, 0, 0)
                .voxels(VoxelType.UINT8, 7).bytes());
        ImageGeometry expected = ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[3],
                new double[][] {{0, 1, 0}, {-1, 0, 0}, {0, 0, -1}});
        assertTrue(image.geometry().coincidesWith(expected, new GridSize(100, 100, 100), 1e-10), image.geometry().toString());
    }

    @Test
    void anObliqueQformAndTheSformOfTheSameMatrixAgree() {
        double b = 0.1;
        double c = -0.2;
        double d = 0.3;
        ImageGeometry q = read(NiftiBytes.version2(ByteOrder.LITTLE_ENDIAN).size(1, 1, 1).pixdim(1, 2, 3, 4).qform(1, b, c, d, 5, 6, 7)
                .voxels(VoxelType.UINT8, 7).bytes()).geometry();
        // rotation by Rodrigues' formula, another way than the reader's
        double length = Math.sqrt(b * b + c * c + d * d);
        double angle = 2 * Math.asin(length);
        double[] axis = {b / length, c / length, d / length};
        double[][] cross = {{0, -axis[2], axis[1]}, {axis[2], 0, -axis[0]}, {-axis[1], axis[0], 0}};
        double[] spacing = {2, 3, 4};
        double[][] rows = {{0, 0, 0, 5}, {0, 0, 0, 6}, {0, 0, 0, 7}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double kk = 0;
                for (int m = 0; m < 3; m++) {
                    kk += cross[i][m] * cross[m][j];
                }
                rows[i][j] = spacing[j] * ((i == j ? 1 : 0) + Math.sin(angle) * cross[i][j] + (1 - Math.cos(angle)) * kk);
            }
        }
        ImageGeometry s = read(NiftiBytes.version2(ByteOrder.LITTLE_ENDIAN).size(1, 1, 1).sform(1, rows).voxels(VoxelType.UINT8, 7).bytes())
                .geometry();
        assertTrue(q.coincidesWith(s, new GridSize(500, 500, 500), 1e-9), q + " / " + s);
    }

    @Test
    void aQuaternionLongerThanOneIsRefused() {
        refused(Problem.GEOMETRY_INVALID, "quaternion", sound().qform(1, 0.9, 0.9, 0, 0, 0, 0).bytes());
        refused(Problem.GEOMETRY_INVALID, "quaternion", sound().qform(1, Double.NaN, 0, 0, 0, 0, 0).bytes());
    }

    @Test
    void bareVoxelSizesLieAtTheOriginAlongRas() {
        assertEquals(ImageGeometry.of(VoxelSpacing.mm(2, 3, 4), new double[3], new double[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}}),
                read(sound().bytes()).geometry());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void voxelSizesThatAreNotPositiveAreRefusedWithoutAnSform(double size) {
        refused(Problem.GEOMETRY_INVALID, "positive", sound().pixdim(1, 1, size, 1).bytes());
        refused(Problem.GEOMETRY_INVALID, "positive", sound().pixdim(1, 1, size, 1).qform(1, 0, 0, 0, 0, 0, 0).bytes());
    }

    @Test
    void shearedGridsAreRefused() {
        refused(Problem.GEOMETRY_INVALID, "perpendicular",
                sound().sform(1, new double[] {2, 1, 0, 0}, new double[] {0, 3, 0, 0}, new double[] {0, 0, 4, 0}).bytes());
    }

    @Test
    void anOriginThatIsNotFiniteIsRefused() {
        refused(Problem.GEOMETRY_INVALID, "finite",
                sound().sform(1, new double[] {2, 0, 0, Double.NaN}, new double[] {0, 3, 0, 0}, new double[] {0, 0, 4, 0}).bytes());
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2000", "2, 2", "3, 0.002", "10, 2"})
    void lengthsBecomeMillimetres(int units, double expected) {
        assertEquals(expected, read(sound().units(units).bytes()).geometry().spacing().x(), 1e-12);
    }

    @Test
    void furtherAxesOfSizeOneAreLeftOutAndOthersRefused() {
        assertEquals(new GridSize(2, 3, 1), read(sound().size(2, 3, 1, 1, 1).bytes()).size());
        refused(Problem.UNSUPPORTED_DIMENSION, "several volumes", sound().size(1, 1, 1, 6).bytes());
        refused(Problem.UNSUPPORTED_DIMENSION, "several volumes", sound().size(1, 1, 1, 1, 6).bytes());
        refused(Problem.UNSUPPORTED_DIMENSION, "one axis", sound().size(6).bytes());
    }

    @Test
    void twoAxesAreOneSlice() {
        assertEquals(new GridSize(2, 3, 1), read(sound().size(2, 3).bytes()).size());
    }

    @Test
    void gzipIsFoundByContentWhateverTheName() {
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read("image.nii", NiftiBytes.gzip(sound().bytes()))));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read("image.nii.gz", sound().bytes())));
    }

    @Test
    void everyCutOfAFileIsTruncated() {
        byte[] plain = sound().bytes();
        byte[] compressed = NiftiBytes.gzip(plain);
        for (int length = 0; length < plain.length; length++) {
            refused(Problem.TRUNCATED, "image.nii", Arrays.copyOf(plain, length));
        }
        for (int length = 2; length < compressed.length; length++) {
            refused(Problem.TRUNCATED, "image.nii", Arrays.copyOf(compressed, length));
        }
    }

    @Test
    void aWrongChecksumAtTheEndOfTheVoxelsIsNoticed() {
        byte[] compressed = NiftiBytes.gzip(sound().bytes());
        compressed[compressed.length - 8] ^= 1;
        refused(Problem.TRUNCATED, "checksum", compressed);
    }

    @Test
    void noSingleDamagedByteLeadsToAnythingButAnImageOrARefusal() {
        byte[] sound = sound().sform(1, new double[] {-2, 0, 0, 1}, new double[] {0, -3, 0, 2}, new double[] {0, 0, 4, 3}).bytes();
        Random random = new Random(7);
        for (byte[] start : new byte[][] {sound, NiftiBytes.gzip(sound)}) {
            for (int at = 0; at < start.length; at++) {
                for (int trial = 0; trial < 2; trial++) {
                    byte[] damaged = start.clone();
                    damaged[at] = (byte) random.nextInt(256);
                    try {
                        assertTrue(read(damaged).size().voxels() > 0);
                    } catch (InvalidInputException e) {
                        assertTrue(e.getMessage().contains("image.nii"), e.getMessage());
                    }
                }
            }
        }
    }

    @Test
    void pairsAreReadThroughTheirHeader() throws IOException {
        NiftiBytes pair = sound().magic("ni1").voxOffset(0);
        Files.write(folder.resolve("a.img"), pair.voxelBytes());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read("a.hdr", Arrays.copyOf(pair.bytes(), 348))));
        Files.write(folder.resolve("b.img.gz"), NiftiBytes.gzip(pair.voxelBytes()));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read("b.hdr.gz", NiftiBytes.gzip(Arrays.copyOf(pair.bytes(), 348)))));
    }

    @Test
    void theVoxelFileOfAPairPointsToItsHeader() throws IOException {
        Path voxels = Files.write(folder.resolve("a.img"), sound().voxelBytes());
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> new NiftiReader().read(voxels));
        assertEquals(Problem.NOT_THIS_FORMAT, refusal.problem());
        assertTrue(refusal.getMessage().contains(".hdr"), refusal.getMessage());
    }

    @Test
    void voxelsBeforeTheEndOfTheHeaderAreRefused() {
        refused(Problem.HEADER_INVALID, "vox_offset", sound().voxOffset(0).bytes());
        refused(Problem.HEADER_INVALID, "vox_offset", sound().voxOffset(-400).bytes());
    }

    @Test
    void aDamagedNifti2SignatureIsRefused() {
        NiftiBytes image = NiftiBytes.version2(ByteOrder.LITTLE_ENDIAN).size(1, 1, 1).voxels(VoxelType.UINT8, 7);
        image.header.put(8, (byte) '\n');
        refused(Problem.HEADER_INVALID, "signature", image.bytes());
    }

    @Test
    void sizesOf64BitsThatOverflowAreRefused() {
        NiftiBytes image = NiftiBytes.version2(ByteOrder.LITTLE_ENDIAN).voxels(VoxelType.UINT8, 7);
        refused(Problem.RESOURCE_LIMIT, "voxels", image.size(1L << 32, 1L << 32, 1).bytes());
        refused(Problem.RESOURCE_LIMIT, "voxels", image.size(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE).bytes());
        refused(Problem.RESOURCE_LIMIT, "voxels", image.size(1L << 31, 1, 1).bytes());
    }

    @Test
    void theMemoryLimitCountsBytesAsKept() throws IOException {
        Path file = Files.write(folder.resolve("image.nii"), sound().bytes());
        assertEquals(6, new NiftiReader(new ReadLimits(12)).read(file).size().voxels());
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> new NiftiReader(new ReadLimits(11)).read(file));
        assertEquals(Problem.RESOURCE_LIMIT, refusal.problem());
        Path scaled = Files.write(folder.resolve("scaled.nii"), sound().scale(2, 0).bytes());
        assertThrows(InvalidInputException.class, () -> new NiftiReader(new ReadLimits(47)).read(scaled));
        assertEquals(6, new NiftiReader(new ReadLimits(48)).read(scaled).size().voxels());
    }

    @Test
    void aSmallGzipFileCannotAnnounceMoreThanDeflateCanHold() {
        refused(Problem.TRUNCATED, "at most", NiftiBytes.gzip(sound().size(1000, 1000, 200).bytes()));
    }

    @Test
    void voxelsThatDoNotFitTheHeapAreRefusedWithoutAnError() {
        // enough compressed bytes to make 3.9 GB believable; the test heap is smaller
        byte[] noise = new byte[5 << 20];
        new Random(1).nextBytes(noise);
        NiftiBytes image = sound().size(32000, 30000, 1).voxels(VoxelType.FLOAT32, 1);
        byte[] start = image.bytes();
        byte[] all = Arrays.copyOf(start, start.length + noise.length);
        System.arraycopy(noise, 0, all, start.length, noise.length);
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> read("image.nii.gz", NiftiBytes.gzip(all)));
        assertTrue(refusal.problem() == Problem.RESOURCE_LIMIT
                || Runtime.getRuntime().maxMemory() > 4L << 30 && refusal.problem() == Problem.TRUNCATED, refusal.getMessage());
    }

    @Test
    void readingStopsAfterTheVoxelsAnnounced() throws IOException {
        byte[] image = sound().bytes();
        byte[] padded = Arrays.copyOf(image, image.length + (64 << 20));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read("image.nii.gz", NiftiBytes.gzip(padded))));
    }

    @Test
    void aMillionEmptyGzipMembersDoNoHarm() {
        byte[] empty = NiftiBytes.gzip(new byte[0]);
        byte[] image = NiftiBytes.gzip(sound().bytes());
        byte[] many = new byte[1_000_000 * empty.length + image.length];
        for (int i = 0; i < 1_000_000; i++) {
            System.arraycopy(empty, 0, many, i * empty.length, empty.length);
        }
        System.arraycopy(image, 0, many, 1_000_000 * empty.length, image.length);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(read("image.nii.gz", many)));
    }

    @Test
    void foldersAndMissingFilesAreNamed() {
        for (Path path : new Path[] {folder, folder.resolve("nothing.nii")}) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> new NiftiReader().read(path));
            assertEquals(Problem.MISSING_FILE, refusal.problem());
            assertTrue(refusal.getMessage().contains(path.toString()), refusal.getMessage());
        }
    }
}
