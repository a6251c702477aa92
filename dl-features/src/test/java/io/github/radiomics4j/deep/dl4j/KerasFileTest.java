package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.ExpectedFeatures;
import io.github.radiomics4j.deep.NetworkFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks in files that src/test/python/keras_networks.py wrote with Keras 2. */
class KerasFileTest {
    private static final int SIZE = 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keras_chain", "keras_residual"})
    void everyLayerAgreesWithKerasTo1e5OfItsRange(String network) {
        Encoder encoder = Dl4jEncoder.load(file(network + ".h5"));
        for (String layer : encoder.layers()) {
            ExpectedFeatures.of(KerasFileTest.class, network, layer).assertComputedBy(encoder);
        }
    }

    @Test
    void layersAreThoseOfTheModelByName() {
        assertEquals(List.of("conv1", "pool1", "conv2", "norm2", "relu2", "flat", "dense", "dropout", "classes"),
                Dl4jEncoder.load(file("keras_chain.h5")).layers());
        Encoder residual = Dl4jEncoder.load(file("keras_residual.h5"));
        assertTrue(residual.layers().containsAll(List.of("stem", "branch_conv", "sum", "both", "pooled", "classes")));
        assertEquals("encoder keras_residual has no layer \"fc\"; it has " + String.join(", ", residual.layers()),
                assertThrows(IllegalArgumentException.class, () -> residual.channels("fc")).getMessage());
    }

    @Test
    void channelsAndSizeAreReadFromTheModel() {
        Encoder chain = Dl4jEncoder.load(file("keras_chain.h5"));
        assertEquals(1, chain.inputChannels());
        assertEquals(OptionalInt.of(21), chain.fixedSize());
        Encoder residual = Dl4jEncoder.load(file("keras_residual.h5"));
        assertEquals(3, residual.inputChannels());
        assertEquals(OptionalInt.empty(), residual.fixedSize());
        assertEquals(16, residual.channels("both"));
        assertEquals("3 channels, last, any size", residual.settings().get("input"));
        assertTrue(residual.settings().get("architecture").startsWith("file of Keras 2.15"), residual.settings().toString());
    }

    @Test
    void imagesThatTheModelWasNotMadeForAreRefused() {
        assertTrue(refused(() -> Dl4jEncoder.load(file("keras_chain.h5"), 40)).getMessage().contains("21 pixels along an edge, not 40"));
        Encoder chain = Dl4jEncoder.load(file("keras_chain.h5"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DeepFeatureExtractor.of(chain).resizedTo(40)).getMessage()
                .contains("images of 21 pixels"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> chain.activations(new float[3 * 441], 1, 21, "conv1")).getMessage()
                .contains("1 × size × size"));
    }

    @Test
    void theFingerprintIsTheFilesAndTheFileStays() throws IOException {
        Path file = Files.copy(file("keras_chain.h5"), folder.resolve("My net.h5"));
        byte[] before = Files.readAllBytes(file);
        Encoder encoder = Dl4jEncoder.load(file);
        assertEquals(NetworkFile.read(file).sha256(), encoder.weightsSha256());
        assertEquals("my_net", encoder.name());
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void callingThreadsThatShareAnEncoderDoNotChangeABit(int threads) throws InterruptedException, ExecutionException {
        Encoder alone = Dl4jEncoder.load(file("keras_residual.h5"));
        List<String> layers = List.of("sum", "pooled", "both");
        List<String> expected = layers.stream().map(layer -> bits(alone, layer)).toList();
        Encoder shared = Dl4jEncoder.load(file("keras_residual.h5"));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String layer = layers.get(i % 3);
                running.add(pool.submit(() -> bits(shared, layer)));
            }
            for (int i = 0; i < 60; i++) {
                assertEquals(expected.get(i % 3), running.get(i).get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"keras3 | Keras version is 3.3.3; only files of Keras 2 are read: convert it with keras3_to_keras2.py",
        "no_weights | Could not find weights required for layer conv", "weights_only | save the whole model", "oblong | one input of square images",
        "vectors | one input of square images", "custom_layer | Mend"})
    void networksThatCannotServeAreNamedWithTheReason(String network, String reason) {
        InvalidInputException error = refused(() -> Dl4jEncoder.load(file(network + ".h5")));
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains(reason) && error.getMessage().contains(network + ".h5"), error.getMessage());
    }

    @Test
    void theZipsOfKeras3AreSentToTheConverter() throws IOException {
        Path file = folder.resolve("new.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : List.of("metadata.json", "config.json", "model.weights.h5")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
        InvalidInputException error = refused(() -> Dl4jEncoder.load(file));
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains("keras3_to_keras2.py"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.999})
    void aFileCutShortIsNotWhole(double part) throws IOException {
        byte[] whole = Files.readAllBytes(file("keras_chain.h5"));
        Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, (int) (whole.length * part)));
        InvalidInputException error = refused(() -> Dl4jEncoder.load(cut));
        assertEquals(Problem.NOT_THIS_FORMAT, error.problem());
        assertTrue(error.getMessage().contains("cut.h5 is not a whole HDF5 file"), error.getMessage());
    }

    private static InvalidInputException refused(org.junit.jupiter.api.function.Executable load) {
        return assertThrows(InvalidInputException.class, load);
    }

    private static String bits(Encoder encoder, String layer) {
        var maps = encoder.activations(ExpectedFeatures.image(3, SIZE), 1, SIZE, layer);
        StringBuilder bits = new StringBuilder();
        for (int c = 0; c < maps.channels(); c++) {
            for (int i = 0; i < maps.height() * maps.width(); i++) {
                bits.append(Float.floatToRawIntBits(maps.value(0, c, i / maps.width(), i % maps.width()))).append(' ');
            }
        }
        return bits.toString();
    }

    private static Path file(String name) {
        try {
            return Path.of(KerasFileTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
