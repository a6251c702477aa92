package io.github.radiomics4j.deep.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedNetworksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"custom_operator | org.example:Mend", "free_channels | image (? × ? × ? × ?)",
        "oblong | image (? × 3 × 8 × 9)", "two_inputs | image (1 × 3 × 8 × 8), other (1 × 2 × 8 × 8)",
        "no_maps | shape (not single precision)", "weights_elsewhere | lie in another file"})
    void networksThatCannotServeAreNamedWithTheReason(String network, String reason) {
        InvalidInputException error = refused(TestNetwork.file(network + ".onnx"));
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains(reason) && error.getMessage().contains(network + ".onnx"), error.getMessage());
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        InvalidInputException error = refused(folder.resolve("absent.onnx"));
        assertEquals(Problem.MISSING_FILE, error.problem());
        assertTrue(error.getMessage().contains("absent.onnx"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1000, 3000, 6000})
    void aFileCutShortIsNoOnnxFile(int length, @TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(TestNetwork.file("small_cnn.onnx"));
        Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
        assertEquals(Problem.NOT_THIS_FORMAT, refused(file).problem());
    }

    @Test
    void randomBytesAreNoOnnxFile(@TempDir Path folder) throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertEquals(Problem.NOT_THIS_FORMAT, refused(Files.write(folder.resolve("noise.onnx"), bytes)).problem());
        }
    }

    @Test
    void aDamagedFileIsRefusedOrStillANetwork(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(TestNetwork.file("flat.onnx"));
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x15;
            Path file = Files.write(folder.resolve("damaged.onnx"), damaged);
            try (OnnxEncoder encoder = OnnxEncoder.of(file)) {
                assertEquals(1, encoder.layers().size());
            } catch (InvalidInputException e) {
                assertTrue(e.problem() == Problem.NOT_THIS_FORMAT || e.problem() == Problem.UNSUPPORTED_NETWORK, e.getMessage());
            }
        }
    }

    private static InvalidInputException refused(Path file) {
        return assertThrows(InvalidInputException.class, () -> OnnxEncoder.of(file).close());
    }
}
