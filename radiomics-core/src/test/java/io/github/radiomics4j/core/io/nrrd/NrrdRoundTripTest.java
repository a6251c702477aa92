package io.github.radiomics4j.core.io.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class NrrdRoundTripTest {

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll boolean bigEndian, @ForAll boolean compressed, @ForAll @IntRange(min = 1, max = 40) int nx,
            @ForAll @IntRange(min = 1, max = 40) int ny, @ForAll @IntRange(min = 1, max = 20) int nz,
            @ForAll @DoubleRange(min = 0.01, max = 10) double spacing, @ForAll long seed) throws IOException {
        double[] expected = new Random(seed).doubles((long) nx * ny * nz, -1000, 1000).toArray();
        ByteBuffer data = ByteBuffer.allocate(8 * expected.length).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(expected);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String header = "NRRD0005\ntype: double\ndimension: 3\nsizes: " + nx + " " + ny + " " + nz
                + "\nspacings: " + spacing + " 1 2.5\nendian: " + (bigEndian ? "big" : "little")
                + "\nencoding: " + (compressed ? "gzip" : "raw") + "\n\n";
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        if (compressed) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(data.array());
            }
        } else {
            bytes.writeBytes(data.array());
        }
        Path file = Files.createTempFile("round-trip", ".nrrd");
        try {
            ScalarImage image = new NrrdReader().read(Files.write(file, bytes.toByteArray()));
            assertEquals(VoxelSpacing.mm(spacing, 1, 2.5), image.geometry().spacing());
            assertArrayEquals(expected, image.copy(IndexBox.whole(image.size())));
        } finally {
            Files.delete(file);
        }
    }
}
