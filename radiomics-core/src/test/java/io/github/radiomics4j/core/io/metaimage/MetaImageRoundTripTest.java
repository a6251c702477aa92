package io.github.radiomics4j.core.io.metaimage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.WrittenImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Headers and data written here, as the format's description says, are read as they were meant. */
class MetaImageRoundTripTest {
    private enum Storage { RAW, ZLIB, TEXT }

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll VoxelType type, @ForAll Storage storage, @ForAll boolean bigEndian, @ForAll boolean detached,
            @ForAll @IntRange(min = 1, max = 30) int nx, @ForAll @IntRange(min = 1, max = 30) int ny,
            @ForAll @IntRange(min = 1, max = 20) int nz, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        double[] expected = random.doubles((long) nx * ny * nz).map(u -> value(type, u)).toArray();
        ImageGeometry place = WrittenImages.anywhere(random);
        VoxelSpacing spacing = place.spacing();
        String fields = "ObjectType = Image\nNDims = 3\nDimSize = " + nx + " " + ny + " " + nz + "\nElementType = " + name(type)
                + "\nElementSpacing = " + text(spacing.x(), spacing.y(), spacing.z()) + "\nOffset = " + text(place.origin())
                + "\nTransformMatrix = " + text(IntStream.range(0, 9).mapToDouble(i -> place.direction(i % 3, i / 3)).toArray())
                + "\nBinaryData = " + (storage != Storage.TEXT) + "\nCompressedData = " + (storage == Storage.ZLIB)
                + "\nBinaryDataByteOrderMSB = " + bigEndian + "\n";
        byte[] data = switch (storage) {
            case RAW -> stored(type, expected, bigEndian);
            case ZLIB -> zlib(stored(type, expected, bigEndian));
            case TEXT -> Arrays.stream(expected).mapToObj(v -> asText(type, v)).collect(Collectors.joining(" "))
                    .getBytes(StandardCharsets.US_ASCII);
        };
        Path folder = Files.createTempDirectory("round-trip");
        Path header = folder.resolve("image.mhd");
        Path raw = folder.resolve("image.raw");
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String last = "ElementDataFile = " + (detached ? "image.raw" : "LOCAL") + "\n";
            bytes.writeBytes((fields + last).getBytes(StandardCharsets.US_ASCII));
            if (detached) {
                Files.write(raw, data);
            } else {
                bytes.writeBytes(data);
            }
            ScalarImage image = new MetaImageReader().read(Files.write(header, bytes.toByteArray()));
            assertEquals(new GridSize(nx, ny, nz), image.size());
            assertEquals(place, image.geometry());
            assertArrayEquals(expected, image.copy(IndexBox.whole(image.size())));
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(header);
            Files.delete(folder);
        }
    }

    /** Spreads a number between 0 and 1 over what the type holds, exactly representable. */
    private static double value(VoxelType type, double u) {
        double exact = Math.pow(2, 53);
        return switch (type) {
            case INT8 -> Math.floor(256 * u) - 128;
            case UINT8 -> Math.floor(256 * u);
            case INT16 -> Math.floor(65536 * u) - 32768;
            case UINT16 -> Math.floor(65536 * u);
            case INT32 -> Math.floor(Math.pow(2, 32) * u) - Math.pow(2, 31);
            case UINT32 -> Math.floor(Math.pow(2, 32) * u);
            case INT64 -> Math.floor(exact * (2 * u - 1));
            case UINT64 -> Math.floor(exact * u);
            case FLOAT32 -> (float) (2000 * u - 1000);
            case FLOAT64 -> 2000 * u - 1000;
        };
    }

    private static String name(VoxelType type) {
        return switch (type) {
            case INT8 -> "MET_CHAR";
            case UINT8 -> "MET_UCHAR";
            case INT16 -> "MET_SHORT";
            case UINT16 -> "MET_USHORT";
            case INT32 -> "MET_INT";
            case UINT32 -> "MET_UINT";
            case INT64 -> "MET_LONG_LONG";
            case UINT64 -> "MET_ULONG_LONG";
            case FLOAT32 -> "MET_FLOAT";
            case FLOAT64 -> "MET_DOUBLE";
        };
    }

    private static String asText(VoxelType type, double value) {
        return type == VoxelType.FLOAT32 || type == VoxelType.FLOAT64 ? Double.toString(value) : Long.toString((long) value);
    }

    private static byte[] stored(VoxelType type, double[] values, boolean bigEndian) {
        ByteBuffer out = ByteBuffer.allocate(type.bytes() * values.length)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (type) {
                case INT8, UINT8 -> out.put((byte) (int) value);
                case INT16, UINT16 -> out.putShort((short) (int) value);
                case INT32, UINT32 -> out.putInt((int) (long) value);
                case INT64, UINT64 -> out.putLong((long) value);
                case FLOAT32 -> out.putFloat((float) value);
                case FLOAT64 -> out.putDouble(value);
            }
        }
        return out.array();
    }

    private static byte[] zlib(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static String text(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}
