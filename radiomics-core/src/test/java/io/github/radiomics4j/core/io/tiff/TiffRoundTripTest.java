package io.github.radiomics4j.core.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Pages written here tag by tag, in strips and tiles, are read as they were meant. */
class TiffRoundTripTest {
    private enum Pixel {
        UINT8(8, 1), INT8(8, 2), UINT16(16, 1), INT16(16, 2), UINT32(32, 1), INT32(32, 2), FLOAT32(32, 3), FLOAT64(64, 3);

        private final int bits;
        private final int format;

        Pixel(int bits, int format) {
            this.bits = bits;
            this.format = format;
        }

        /** Spreads a number between 0 and 1 over what the type holds, exactly representable. */
        double value(double u) {
            double range = Math.pow(2, bits);
            return format == 1 ? Math.floor(range * u) : format == 2 ? Math.floor(range * u) - range / 2
                    : bits == 32 ? (float) (2000 * u - 1000) : 2000 * u - 1000;
        }

        void put(ByteBuffer out, double value) {
            switch (this) {
                case UINT8, INT8 -> out.put((byte) (int) value);
                case UINT16, INT16 -> out.putShort((short) (int) value);
                case UINT32, INT32 -> out.putInt((int) (long) value);
                case FLOAT32 -> out.putFloat((float) value);
                case FLOAT64 -> out.putDouble(value);
            }
        }
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll Pixel pixel, @ForAll boolean bigEndian, @ForAll boolean bigTiff, @ForAll boolean tiled,
            @ForAll boolean deflated, @ForAll @IntRange(min = 1, max = 40) int nx, @ForAll @IntRange(min = 1, max = 40) int ny,
            @ForAll @IntRange(min = 1, max = 5) int nz, @ForAll @IntRange(min = 1, max = 45) int rows,
            @ForAll @DoubleRange(min = 0.01, max = 10) double spacing, @ForAll long seed) throws IOException {
        double[] expected = new Random(seed).doubles((long) nx * ny * nz).map(pixel::value).toArray();
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        TiffBytes bytes = new TiffBytes(order, bigTiff);
        int height = tiled ? 16 : Math.min(rows, ny);
        int width = tiled ? 32 : nx;
        for (int z = 0; z < nz; z++) {
            byte[][] chunks = new byte[((nx + width - 1) / width) * ((ny + height - 1) / height)][];
            int n = 0;
            for (int top = 0; top < ny; top += height) {
                for (int left = 0; left < nx; left += width) {
                    byte[] chunk = chunk(pixel, order, expected, new GridSize(nx, ny, nz),
                            new IndexBox(left, top, z, left + width - 1, Math.min(top + height, tiled ? Integer.MAX_VALUE : ny) - 1, z));
                    chunks[n++] = deflated ? deflate(chunk) : chunk;
                }
            }
            bytes.page(nx, ny, pixel.bits, pixel.format, chunks).tag(278, 4, height).tag(259, 3, deflated ? 8 : 1);
            if (tiled) {
                bytes.tag(322, 4, width).tag(323, 4, height);
            }
            if (z == 0) {
                bytes.text("<OME><Image><Pixels SizeC=\"1\" SizeT=\"1\" SizeZ=\"" + nz + "\" PhysicalSizeX=\"" + spacing + "\" PhysicalSizeXUnit=\"mm\""
                        + " PhysicalSizeY=\"1\" PhysicalSizeYUnit=\"cm\" PhysicalSizeZ=\"2500\"/></Image></OME>");
            }
        }
        Path file = Files.createTempFile("round-trip", ".tif");
        try {
            ScalarImage image = new TiffReader().read(Files.write(file, bytes.bytes()));
            assertEquals(new GridSize(nx, ny, nz), image.size());
            assertEquals(ImageGeometry.of(VoxelSpacing.mm(spacing, 10, 2.5)), image.geometry());
            assertArrayEquals(expected, image.copy(IndexBox.whole(image.size())));
        } finally {
            Files.delete(file);
        }
    }

    /** The pixels of a box, which may reach beyond the page: there the tile is filled with 77, which no one may see. */
    private static byte[] chunk(Pixel pixel, ByteOrder order, double[] values, GridSize size, IndexBox box) {
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(box.size().voxels()) * pixel.bits / 8).order(order);
        for (int y = box.minY(); y <= box.maxY(); y++) {
            for (int x = box.minX(); x <= box.maxX(); x++) {
                pixel.put(out, x < size.x() && y < size.y() ? values[x + size.x() * (y + size.y() * box.minZ())] : 77);
            }
        }
        return out.array();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }
}
