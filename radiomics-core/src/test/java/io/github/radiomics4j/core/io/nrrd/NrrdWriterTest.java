package io.github.radiomics4j.core.io.nrrd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.WrittenImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NrrdWriterTest {
    @TempDir
    private Path folder;

    @Test
    void headerStatesTheSpaceAndKeepsEveryDigit() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(VoxelSpacing.mm(0.1, 2, 1e-5), new double[] {-10.3, 0, 1.0 / 3},
                new double[][] {{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}});
        Path file = folder.resolve("x.nrrd");
        NrrdWriter.raw().write(ScalarImage.of(new double[] {1, 2}, new GridSize(2, 1, 1), geometry), VoxelType.INT16, file);
        assertEquals("""
                NRRD0004
                type: int16
                dimension: 3
                space: left-posterior-superior
                sizes: 2 1 1
                space directions: (0.0,-0.1,0.0) (2.0,0.0,0.0) (0.0,0.0,1.0E-5)
                kinds: domain domain domain
                endian: little
                encoding: raw
                space origin: (-10.3,0.0,0.3333333333333333)
                space units: "mm" "mm" "mm"

                \u0001\0\u0002\0""", Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    @Test
    void sameImageGivesTheSameBytes() throws IOException {
        ScalarImage image = ScalarImage.of(new double[60], new GridSize(3, 4, 5), WrittenImages.anywhere(new Random(1)));
        Path first = folder.resolve("a.nrrd");
        Path second = folder.resolve("b.nrrd");
        NrrdWriter.gzip().write(image, VoxelType.FLOAT32, first);
        NrrdWriter.gzip().write(image, VoxelType.FLOAT32, second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }
}
