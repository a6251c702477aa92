package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFileTest {

    @ParameterizedTest
    @CsvSource({"/layer4/Relu_1, layer4_relu_1", "Block/Conv:0, block_conv_0", "conv1, conv1", "_a-B_, a-b", "Größe, gr_e", "???, unnamed"})
    void identifiersHoldTheLettersOfFeatureNamesOnly(String name, String expected) {
        assertEquals(expected, NetworkFile.identifier(name));
    }

    /** The digest of "abc" in FIPS 180-4's example. */
    @Test
    void theFingerprintIsTheContentsSha256(@TempDir Path folder) throws IOException {
        NetworkFile file = NetworkFile.read(Files.write(folder.resolve("My.Net.onnx"), "abc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.sha256());
        assertEquals("my_net", file.name());
    }

    @Test
    void filesTooLongForMemoryAreRefusedUnread(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("long.onnx");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(NetworkFile.LARGEST_BYTES + 1);
        }
        assertEquals(Problem.RESOURCE_LIMIT, assertThrows(InvalidInputException.class, () -> NetworkFile.read(path)).problem());
    }
}
