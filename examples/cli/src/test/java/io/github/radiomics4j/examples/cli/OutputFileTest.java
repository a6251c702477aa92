package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    private List<String> present() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFileHoldsTheContentAndNothingElseIsLeft() throws IOException {
        OutputFile.at(folder.resolve("o.csv")).write(out -> out.write("grün\n"));
        assertEquals("grün\n", Files.readString(folder.resolve("o.csv")));
        assertEquals(List.of("o.csv"), present());
    }

    @Test
    void aFailureInTheMiddleKeepsTheOldFileAndLeavesNoHalfOne() throws IOException {
        Path file = Files.writeString(folder.resolve("o.csv"), "old");
        UsageException e = assertThrows(UsageException.class, () -> OutputFile.at(file).write(out -> {
            out.write("half");
            out.flush();
            throw new IOException("disk full");
        }));
        assertTrue(e.getMessage().contains("disk full"), e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("o.csv"), present());
    }

    @Test
    void anUnexpectedFailureLeavesNoHalfFileEither() throws IOException {
        assertThrows(IllegalStateException.class, () -> OutputFile.at(folder.resolve("o.csv")).write(out -> {
            throw new IllegalStateException("a defect");
        }));
        assertEquals(List.of(), present());
    }

    @Test
    void aMissingFolderIsNamed() {
        assertEquals("output " + folder.resolve("no/o.csv") + " cannot be written: there is no folder " + folder.resolve("no")
                + ", create it first", assertThrows(UsageException.class, () -> OutputFile.at(folder.resolve("no/o.csv"))).getMessage());
    }

    @Test
    void aFolderIsNoOutput() {
        assertThrows(UsageException.class, () -> OutputFile.at(folder));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        OutputFile.at(link).write(out -> out.write("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }
}
