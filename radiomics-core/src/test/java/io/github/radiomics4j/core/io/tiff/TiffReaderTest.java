package io.github.radiomics4j.core.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ReadLimits;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffReaderTest {
    private static final double[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};
    private static final TiffReader READER = new TiffReader().withSpacing(VoxelSpacing.isotropic(1));

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("image.tif"), bytes);
    }

    private double[] values(byte[] bytes) throws IOException {
        ScalarImage image = READER.read(file(bytes));
        return image.copy(IndexBox.whole(image.size()));
    }

    private void refuses(Problem problem, TiffReader reader, byte[] bytes) throws IOException {
        Path file = file(bytes);
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> reader.read(file));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    private static void put(ByteBuffer out, int bits, int format, double value) {
        switch (bits) {
            case 8 -> out.put((byte) value);
            case 16 -> out.putShort((short) value);
            case 32 -> {
                if (format == 3) {
                    out.putFloat((float) value);
                } else {
                    out.putInt((int) (long) value);
                }
            }
            default -> out.putDouble(value);
        }
    }

    private static byte[] pixels(int bits, int format, ByteOrder order, double... values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * bits / 8).order(order);
        for (double value : values) {
            put(out, bits, format, value);
        }
        return out.array();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static TiffBytes bytesOneToSix() {
        return new TiffBytes(ByteOrder.LITTLE_ENDIAN, false).page(3, 2, 8, 1, new byte[] {1, 2, 3, 4, 5, 6});
    }

    @ParameterizedTest
    @CsvSource({"8,1,255", "8,2,-1", "16,1,65535", "16,2,-2", "32,1,4294967295", "32,2,-3", "32,3,-0.5", "64,3,1e300"})
    void everyTypeIsReadInBothByteOrdersAndBothLayouts(int bits, int format, double special) throws IOException {
        double[] expected = {1, 2, 3, 4, 5, special};
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            for (boolean big : new boolean[] {false, true}) {
                byte[] data = pixels(bits, format, order, expected);
                assertArrayEquals(expected, values(new TiffBytes(order, big).page(3, 2, bits, format, data).bytes()));
                byte[] upper = Arrays.copyOf(data, data.length / 2);
                byte[] lower = Arrays.copyOfRange(data, data.length / 2, data.length);
                assertArrayEquals(expected, values(new TiffBytes(order, big).page(3, 2, bits, format, upper, lower).bytes()));
                assertArrayEquals(expected, values(new TiffBytes(order, big).page(3, 2, bits, format, deflated(upper), deflated(lower))
                        .tag(259, 3, 8).bytes()));
            }
        }
    }

    @Test
    void differencesOfPixelsAreSummedUpPerRow() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] differences = pixels(16, 2, order, 1000, -1500, 3, 7, 0, 30000);
            assertArrayEquals(new double[] {1000, -500, -497, 7, 7, 30007}, values(new TiffBytes(order, false)
                    .page(3, 2, 16, 2, deflated(differences)).tag(259, 3, 8).tag(317, 3, 2).bytes()));
        }
    }

    @Test
    void planesOfFloatingPointDifferencesAreJoined() throws IOException {
        double[] expected = {1.5, -2.25, 1e-3f, 7, 0, 1e30f};
        byte[] whole = pixels(32, 3, ByteOrder.BIG_ENDIAN, expected);
        byte[] planes = new byte[whole.length];
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 12; i++) {
                planes[12 * row + i] = whole[12 * row + 4 * (i % 3) + i / 3];
            }
            for (int i = 11; i > 0; i--) {
                planes[12 * row + i] -= planes[12 * row + i - 1];
            }
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertArrayEquals(expected, values(new TiffBytes(order, false).page(3, 2, 32, 3, deflated(planes)).tag(259, 3, 8)
                    .tag(317, 3, 3).bytes()));
        }
    }

    /** The JDK's writer is the other party. */
    @ParameterizedTest
    @CsvSource({"LZW,false", "LZW,true", "PackBits,false", "PackBits,true", "Deflate,false", "Deflate,true", "ZLib,false"})
    void whatTheJdkWritesIsRead(String compression, boolean tiled) throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            for (int levels : new int[] {3, 60000}) {
                BufferedImage image = new BufferedImage(131, 77, type);
                WritableRaster raster = image.getRaster();
                Random random = new Random(levels);
                for (int y = 0; y < 77; y++) {
                    for (int x = 0; x < 131; x++) {
                        raster.setSample(x, y, 0, random.nextInt(levels));
                    }
                }
                Path file = folder.resolve("jdk.tif");
                Files.deleteIfExists(file);
                write(image, compression, tiled, file);
                assertArrayEquals(samples(raster), values(Files.readAllBytes(file)));
            }
        }
    }

    private static double[] samples(Raster raster) {
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (double[]) null);
    }

    private static void write(BufferedImage image, String compression, boolean tiled, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(compression);
            if (tiled) {
                settings.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setTiling(32, 16, 0, 0);
            }
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    @Test
    void pagesAreSlicesAndSmallerVersionsAreLeftOut() throws IOException {
        byte[] bytes = bytesOneToSix().page(1, 1, 8, 1, new byte[1]).tag(254, 4, 1).page(3, 2, 8, 1, new byte[] {7, 8, 9, 10, 11, 12})
                .bytes();
        ScalarImage image = READER.read(file(bytes));
        assertEquals(new GridSize(3, 2, 2), image.size());
        assertEquals(12, image.copy(new IndexBox(2, 1, 1, 2, 1, 1))[0]);
        refuses(Problem.UNSUPPORTED_DIMENSION, READER, bytesOneToSix().page(1, 1, 8, 1, new byte[1]).bytes());
    }

    private VoxelSpacing spacing(TiffBytes bytes) throws IOException {
        return new TiffReader().read(file(bytes.bytes())).geometry().spacing();
    }

    @Test
    void theVoxelSizeIsTakenFromOmeImageJOrCentimetresButNeverMadeUp() throws IOException {
        assertEquals(VoxelSpacing.mm(0.5, 0.25, 1), spacing(bytesOneToSix().tag(282, 5, 20, 1).tag(283, 5, 80, 2).tag(296, 3, 3)));
        assertEquals(VoxelSpacing.mm(0.5, 0.25, 3), spacing(bytesOneToSix().tag(282, 5, 2, 1).tag(283, 5, 4, 1)
                .text("ImageJ=1.54f\nunit=mm\nspacing=3.0\n")));
        assertEquals(VoxelSpacing.mm(2e-3, 4e-3, 0.5), spacing(bytesOneToSix().text("<?xml version=\"1.0\"?><OME><Image><Pixels SizeZ=\"1\""
                + " SizeC=\"1\" PhysicalSizeX=\"2\" PhysicalSizeY=\"4\" PhysicalSizeZ=\"0.5\" PhysicalSizeZUnit=\"mm\"/></Image></OME>")));
        refuses(Problem.GEOMETRY_INVALID, new TiffReader(), bytesOneToSix().bytes());
        refuses(Problem.GEOMETRY_INVALID, new TiffReader(), bytesOneToSix().tag(282, 5, 72, 1).tag(283, 5, 72, 1).tag(296, 3, 2).bytes());
        refuses(Problem.GEOMETRY_INVALID, new TiffReader(), bytesOneToSix().tag(282, 5, 20, 1).tag(283, 5, 0, 1).tag(296, 3, 3).bytes());
        refuses(Problem.GEOMETRY_INVALID, new TiffReader(), bytesOneToSix().page(3, 2, 8, 1, new byte[6]).tag(282, 5, 20, 1)
                .tag(283, 5, 20, 1).tag(296, 3, 3).bytes());
    }

    @Test
    void everyAxisHasItsUnit() throws IOException {
        assertEquals(VoxelSpacing.mm(0.5, 2.5, 3e-3), spacing(bytesOneToSix().tag(282, 5, 2, 1).tag(283, 5, 4, 1)
                .text("ImageJ=1.54p\nunit=mm\nyunit=cm\nzunit=\\u00B5m\nspacing=3.0\n")));
        refuses(Problem.GEOMETRY_INVALID, new TiffReader(), bytesOneToSix().tag(282, 5, 2, 1).tag(283, 5, 4, 1)
                .text("ImageJ=1.54p\nunit=mm\nyunit=pixel\n").bytes());
    }

    /** ImageJ 1.54p wrote these lines for CT numbers −32768 + stored, and for values of a straight line and a parabola. */
    @Test
    void whatImageJCalibratedByAStraightLineIsRescaledOtherFunctionsAreRefused() throws IOException {
        assertArrayEquals(Arrays.stream(ONE_TO_SIX).map(v -> v - 32768).toArray(),
                values(bytesOneToSix().text("ImageJ=1.54p\nunit=mm\ncf=0\nc0=-32768.0\nc1=1.0\nvunit=Gray Value\n").bytes()));
        assertArrayEquals(Arrays.stream(ONE_TO_SIX).map(v -> 0.5 * v - 1024).toArray(),
                values(bytesOneToSix().text("ImageJ=1.54p\ncf=0\nc0=-1024.0\nc1=0.5\nvunit=HU\n").bytes()));
        assertArrayEquals(ONE_TO_SIX, values(bytesOneToSix().text("ImageJ=1.54p\nunit=mm\n").bytes()));
        refuses(Problem.UNSUPPORTED_ENCODING, READER, bytesOneToSix().text("ImageJ=1.54p\ncf=1\nc0=1.0\nc1=2.0\nc2=3.0\n").bytes());
        refuses(Problem.HEADER_INVALID, READER, bytesOneToSix().text("ImageJ=1.54p\ncf=0\nc0=1.0\nc1=0\n").bytes());
        refuses(Problem.HEADER_INVALID, READER, bytesOneToSix().text("ImageJ=1.54p\ncf=0\nc1=1.0\n").bytes());
    }

    @Test
    void deflatedDataWhoseChecksumIsWrongAreRefused() throws IOException {
        byte[] damaged = deflated(new byte[] {1, 2, 3, 4, 5, 6});
        damaged[damaged.length - 1] ^= 1;
        refuses(Problem.TRUNCATED, READER, new TiffBytes(ByteOrder.LITTLE_ENDIAN, false).page(3, 2, 8, 1, damaged).tag(259, 3, 8).bytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<OME><Image><Pixels SizeZ='1' SizeC='2'/></Image></OME> | UNSUPPORTED_DIMENSION",
        "<OME><Image><Pixels SizeZ='2'/></Image></OME> | UNSUPPORTED_DIMENSION",
        "<OME><Image><Pixels SizeZ='1'><TiffData IFD='0' FirstZ='1'/></Pixels></Image></OME> | UNSUPPORTED_DIMENSION",
        "<OME><Image><Pixels/></Image><Image><Pixels/></Image></OME> | UNSUPPORTED_DIMENSION",
        "<OME/> | HEADER_INVALID", "<OME><Image> | HEADER_INVALID",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><OME><Image>&b;<Pixels/></Image></OME> | HEADER_INVALID",
        "ImageJ=1 channels=2 | UNSUPPORTED_DIMENSION", "ImageJ=1 frames=2 | UNSUPPORTED_DIMENSION",
        "ImageJ=1 images=9 | UNSUPPORTED_DIMENSION"})
    void descriptionsOfMoreThanOneStackAreRefused(String text, Problem problem) throws IOException {
        String description = text.startsWith("ImageJ") ? text.replace(' ', '\n') : text.replace('\'', '"');
        refuses(problem, READER, bytesOneToSix().text(description).bytes());
    }

    @ParameterizedTest
    @CsvSource({"258,12,UNSUPPORTED_DATATYPE", "258,1,UNSUPPORTED_DATATYPE", "262,3,UNSUPPORTED_DATATYPE", "262,2,UNSUPPORTED_DATATYPE",
        "277,3,UNSUPPORTED_DIMENSION", "259,7,UNSUPPORTED_ENCODING", "259,4,UNSUPPORTED_ENCODING", "274,3,GEOMETRY_INVALID",
        "266,2,UNSUPPORTED_ENCODING", "339,5,UNSUPPORTED_DATATYPE", "256,0,HEADER_INVALID", "257,9,HEADER_INVALID", "278,1,HEADER_INVALID",
        "278,0,HEADER_INVALID"})
    void otherTagsAreRefusedByName(int tag, int value, Problem problem) throws IOException {
        refuses(problem, READER, bytesOneToSix().tag(tag, 3, value).bytes());
    }

    @Test
    void whatTheFileCannotHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
        refuses(Problem.RESOURCE_LIMIT, READER, bytesOneToSix().tag(256, 4, 2_000_000_000).tag(257, 4, 2_000_000_000).bytes());
        refuses(Problem.RESOURCE_LIMIT, READER, bytesOneToSix().tag(256, 4, 200_000).tag(257, 4, 200_000).bytes());
        refuses(Problem.TRUNCATED, READER, bytesOneToSix().tag(256, 4, 20_000).tag(257, 4, 2).bytes());
        refuses(Problem.TRUNCATED, READER, bytesOneToSix().tag(322, 4, 4096).tag(323, 4, 4096).tag(259, 3, 8).bytes());
        refuses(Problem.RESOURCE_LIMIT, READER, bytesOneToSix().tag(322, 4, 4112).tag(323, 4, 16).tag(259, 3, 8).bytes());
        refuses(Problem.TRUNCATED, READER, bytesOneToSix().tag(259, 3, 5).bytes());
        refuses(Problem.TRUNCATED, READER, bytesOneToSix().tag(259, 3, 8).bytes());
        refuses(Problem.HEADER_INVALID, READER, bytesOneToSix().without(256).bytes());
        refuses(Problem.RESOURCE_LIMIT, new TiffReader(new ReadLimits(5)).withSpacing(VoxelSpacing.isotropic(1)), bytesOneToSix().bytes());
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        byte[] whole = bytesOneToSix().bytes();
        for (int length = 0; length < whole.length; length++) {
            Path file = file(Arrays.copyOf(whole, length));
            assertThrows(InvalidInputException.class, () -> READER.read(file), "cut to " + length);
        }
        assertArrayEquals(ONE_TO_SIX, values(whole));
    }

    @Test
    void aChainOfPagesThatComesBackIsRefused() throws IOException {
        byte[] bytes = bytesOneToSix().bytes();
        int entries = bytes[8];
        bytes[10 + 12 * entries] = 8;
        refuses(Problem.HEADER_INVALID, READER, bytes);
    }
}
