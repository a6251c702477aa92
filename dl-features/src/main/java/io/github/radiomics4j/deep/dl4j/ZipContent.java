package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.NetworkFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;

/** Opens the zips that DL4J's ModelSerializer writes. Chains of layers (MultiLayerNetwork) become graphs. */
final class ZipContent {
    private final Optional<String> configuration;
    private final boolean coefficients;
    private final boolean normalizer;

    private ZipContent(Optional<String> configuration, boolean coefficients, boolean normalizer) {
        this.configuration = configuration;
        this.coefficients = coefficients;
        this.normalizer = normalizer;
    }

    static StoredGraph graph(NetworkFile file) {
        ZipContent content = list(file);
        String json = content.configuration.filter(c -> content.coefficients).orElseThrow(() -> notThisFormat(file,
                "it must hold " + ModelSerializer.CONFIGURATION_JSON + " and " + ModelSerializer.COEFFICIENTS_BIN));
        if (content.normalizer) {
            throw StoredGraph.refused(file, "it brings a normaliser of its own, which would not be applied: save the network without it and choose an"
                    + " IntensityNormalisation that does the same");
        }
        ComputationGraph graph = restored(file, json.contains("\"vertexInputs\""));
        ComputationGraphConfiguration configuration = graph.getConfiguration();
        if (configuration.getDataType() != DataType.FLOAT || configuration.getNetworkInputs().size() != 1) {
            throw StoredGraph.refused(file, "it must have single precision and one input, has " + configuration.getDataType() + " and inputs "
                    + configuration.getNetworkInputs());
        }
        return new StoredGraph(graph, OptionalInt.empty(), "zip of DeepLearning4J");
    }

    /** One entry by name, whatever DL4J makes of it. */
    static Optional<byte[]> entry(NetworkFile file, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(zip.readAllBytes());
                }
                zip.closeEntry();
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw notWhole(file, e);
        }
    }

    /** All weights of a network in DL4J's order. */
    static float[] weights(NetworkFile file) {
        return graph(file).graph().params().dup('c').data().asFloat();
    }

    /** The same zip with one more entry. No entry has a time, so that equal content gives equal bytes. */
    static byte[] with(byte[] zipped, String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zipped)); ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                put(to, entry.getName(), from.readAllBytes());
            }
            put(to, name, content);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream to, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }

    private static InvalidInputException notWhole(NetworkFile file, Exception e) {
        return new InvalidInputException(Problem.NOT_THIS_FORMAT, file + " is not a whole zip: " + e.getMessage(), e);
    }

    private static ZipContent list(NetworkFile file) {
        Optional<String> configuration = Optional.empty();
        boolean coefficients = false;
        boolean normalizer = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                switch (entry.getName()) {
                    case ModelSerializer.CONFIGURATION_JSON ->
                        configuration = Optional.of(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    case ModelSerializer.COEFFICIENTS_BIN -> coefficients = true;
                    case ModelSerializer.NORMALIZER_BIN -> normalizer = true;
                    case "model.weights.h5" -> throw StoredGraph.refused(file, "it is a file of Keras 3; " + KerasFormat.CONVERSION);
                    default -> { }
                }
                // to the end, where its checksum is compared
                zip.closeEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw notWhole(file, e);
        }
        return new ZipContent(configuration, coefficients, normalizer);
    }

    /** DL4J answers to what it cannot read with many sorts of runtime exceptions, all meaning the same here. */
    private static ComputationGraph restored(NetworkFile file, boolean graph) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(file.bytes())) {
            return graph ? ModelSerializer.restoreComputationGraph(in, false)
                    : ModelSerializer.restoreMultiLayerNetwork(in, false).toComputationGraph();
        } catch (IOException | RuntimeException e) {
            throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "DeepLearning4J cannot restore the network in " + file + ": "
                    + e.getMessage(), e);
        }
    }

    private static InvalidInputException notThisFormat(NetworkFile file, String reason) {
        return new InvalidInputException(Problem.NOT_THIS_FORMAT, file + " is not a zip of DeepLearning4J's ModelSerializer: " + reason);
    }
}
