package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void diskThatFailsLeavesTheOlderFile() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "older");
        assertThrows(UncheckedIOException.class, () -> WholeFile.write(file, out -> {
            out.write(1);
            throw new IOException("disk full");
        }));
        assertEquals("older", Files.readString(file));
        assertEquals(List.of("x"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.nii", "x.nii.gz", "x.nrrd"})
    void refusedValueInTheLastSliceLeavesTheOlderFile(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "older");
        double[] values = new double[4000];
        values[3999] = 256;
        ScalarImage image = ScalarImage.of(values, new GridSize(20, 20, 10), ImageGeometry.of(VoxelSpacing.isotropic(1)));
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> ImageFiles.write(image, VoxelType.UINT8, file));
        assertEquals(Problem.NOT_REPRESENTABLE, refused.problem());
        assertTrue(refused.getMessage().contains("(19, 19, 9) is 256.0, which type UINT8"), refused.getMessage());
        assertEquals("older", Files.readString(file));
        assertEquals(List.of(name), names());
    }

    @Test
    void linkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "older");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        WholeFile.write(link, out -> out.write('n'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("n", Files.readString(file));
    }

    @Test
    void missingFolderAndAFolderInTheWayAreNamed() throws IOException {
        Path missing = folder.resolve("none").resolve("x.nii");
        Path inTheWay = Files.createDirectory(folder.resolve("y.nii"));
        for (Path file : List.of(missing, inTheWay)) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, () -> WholeFile.write(file, out -> out.write(1)));
            assertEquals(Problem.MISSING_FILE, refused.problem());
            assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
        }
    }
}
