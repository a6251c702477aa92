package io.github.radiomics4j.core.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputDigestTest {
    @TempDir
    private Path folder;

    @Test
    void aFileHasTheHashThatEveryToolPrints() throws IOException {
        Path file = Files.writeString(folder.resolve("a.nii"), "abc");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", InputDigest.of(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"h.mhd | ObjectType = Image\\nElementDataFile = v.raw\\n | v.raw",
        "h.nhdr | NRRD0004\\nsizes: 2\\ndata file: sub/v.raw.gz\\n | sub/v.raw.gz", "h.nhdr | NRRD0004\\ndatafile: v.raw\\n | v.raw",
        "h.hdr | ni1 | h.img", "h.HDR | ni1 | h.IMG", "h.hdr.gz | ni1 | h.img.gz"})
    void voxelsInAnotherFileCount(String header, String text, String data) throws IOException {
        Path file = Files.writeString(folder.resolve(header), text.replace("\\n", "\n"));
        Path voxels = folder.resolve(data);
        Files.createDirectories(voxels.getParent());
        Files.writeString(voxels, "one");
        String before = InputDigest.of(file);
        Files.writeString(voxels, "two");
        assertNotEquals(before, InputDigest.of(file));
    }

    @Test
    void everyFileOfAFolderCountsAndItsNameToo() throws IOException {
        Path series = Files.createDirectory(folder.resolve("series"));
        Files.writeString(series.resolve("1.dcm"), "one");
        Path second = Files.writeString(series.resolve("2.dcm"), "two");
        String before = InputDigest.of(series);
        assertEquals(before, InputDigest.of(series));
        Files.writeString(second, "three");
        String changed = InputDigest.of(series);
        assertNotEquals(before, changed);
        Files.move(second, series.resolve("3.dcm"));
        assertNotEquals(changed, InputDigest.of(series));
    }

    @Test
    void filesElsewhereAreNotOpened() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.raw"), "x");
        Path header = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("h.mhd"), "ElementDataFile = ../secret.raw\n");
        assertEquals(Problem.UNSAFE_PATH, assertThrows(InvalidInputException.class, () -> InputDigest.of(header)).problem());
        assertEquals(Problem.MISSING_FILE, assertThrows(InvalidInputException.class, () -> InputDigest.of(secret.resolveSibling("no")))
                .problem());
    }
}
