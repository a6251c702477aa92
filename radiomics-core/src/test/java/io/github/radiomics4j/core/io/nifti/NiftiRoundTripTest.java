package io.github.radiomics4j.core.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.VoxelType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NiftiRoundTripTest {

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll VoxelType type, @ForAll boolean bigEndian, @ForAll boolean version2, @ForAll boolean compressed,
            @ForAll @IntRange(min = 1, max = 60) int nx, @ForAll @IntRange(min = 1, max = 60) int ny,
            @ForAll @IntRange(min = 1, max = 20) int nz, @ForAll long seed) throws IOException {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Random random = new Random(seed);
        long[] stored = new long[nx * ny * nz];
        double[] expected = new double[stored.length];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = random.nextInt(128);
            expected[i] = stored[i];
        }
        byte[] bytes = (version2 ? NiftiBytes.version2(order) : NiftiBytes.version1(order)).size(nx, ny, nz).voxels(type, stored).bytes();
        Path file = Files.createTempFile("round-trip", ".nii");
        try {
            ScalarImage image = new NiftiReader().read(Files.write(file, compressed ? NiftiBytes.gzip(bytes) : bytes));
            assertEquals(new GridSize(nx, ny, nz), image.size());
            assertArrayEquals(expected, image.copy(IndexBox.whole(image.size())));
        } finally {
            Files.delete(file);
        }
    }
}
