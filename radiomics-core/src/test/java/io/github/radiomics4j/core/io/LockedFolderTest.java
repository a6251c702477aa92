package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderIsMadeAndOneRunUsesItAtATime() {
        Path folder = temporary.resolve("a").resolve("b");
        try (LockedFolder first = LockedFolder.open(folder, "finished fits")) {
            InvalidInputException e = assertThrows(InvalidInputException.class, () -> LockedFolder.open(folder, "finished fits"));
            assertEquals(Problem.RESOURCE_LIMIT, e.problem());
            assertEquals(folder + ": another run is using these finished fits; wait for its end, or choose another folder", e.getMessage());
            assertEquals(folder.resolve("x"), first.resolve("x"));
        }
        LockedFolder.open(folder, "finished fits").close();
    }

    @Test
    void whatWasLeftUnfinishedIsClearedAwayAndNothingElse() throws IOException {
        Path unfinished = Files.writeString(temporary.resolve(".1" + WholeFile.UNFINISHED), "half");
        Path finished = Files.writeString(temporary.resolve("1"), "whole");
        LockedFolder.open(temporary, "finished fits").close();
        assertFalse(Files.exists(unfinished));
        assertTrue(Files.exists(finished));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> LockedFolder.open(file, "finished fits"));
        assertEquals(Problem.MISSING_FILE, e.problem());
    }

    @Test
    void sealedBytesAreReadAsTheyWereWrittenOrNotAtAll() throws IOException {
        byte[] sealed = SealedBytes.of(out -> out.writeUTF("content"));
        Path file = Files.write(temporary.resolve("sealed"), sealed);
        assertArrayEquals(Arrays.copyOf(sealed, sealed.length - 32), SealedBytes.read(file, 1000).orElseThrow());
        assertEquals(Optional.empty(), SealedBytes.read(file, sealed.length - 1), "larger than allowed");
        assertEquals(Optional.empty(), SealedBytes.read(temporary.resolve("none"), 1000));
        sealed[3] ^= 1;
        assertEquals(Optional.empty(), SealedBytes.read(Files.write(file, sealed), 1000));
        assertEquals(Optional.empty(), SealedBytes.read(Files.write(file, new byte[31]), 1000));
    }
}
