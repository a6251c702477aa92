package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.NetworkFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network from an ONNX file, computed by ONNX Runtime on the CPU. The runtime is an <b>optional dependency</b>: add
 * {@code com.microsoft.onnxruntime:onnxruntime} (1.22.0 or later) to your project.
 *
 * <p><b>Input.</b> The model has one input of single precision with axes image, channel, row, column (ONNX's own order) or image,
 * row, column, channel; channels must be fixed, rows and columns free or equal, the batch free or fixed. All this is read from the
 * file and shown in {@link #settings()}.
 *
 * <p><b>Layers.</b> The runtime computes only what the model declares as output, so a layer that is to give features must be one:
 * name it when exporting. Outputs of four axes are maps (in the order of the input's axes), outputs of two axes are vectors, which
 * count as maps of one position; outputs of other shapes or types are left out. A layer's name is the output's name in lower case,
 * with {@code _} for all but a-z, 0-9 and -: {@code /layer4/Relu_1} is {@code layer4_relu_1}.
 *
 * <p><b>Same bits.</b> Images are computed one by one (in the model's own number where its batch is fixed, filled up with blank
 * ones), each by the calling thread alone, so neither the batch size nor other threads change a bit. One encoder may be shared by
 * any number of threads. Another version of the runtime or another kind of processor may differ in the last digits.
 *
 * <p><b>Memory</b> lies outside the Java heap and is not freed before {@link #close()}.
 *
 * <p>Nothing is downloaded, and the file is only read. Weights must lie in the file itself, so that its SHA-256 covers them.
 */
public final class OnnxEncoder implements Encoder, AutoCloseable {
    static final String COORDINATE = "com.microsoft.onnxruntime:onnxruntime";

    private final String name;
    private final OnnxSession session;
    private final ImageInput input;
    private final Map<String, String> outputs;
    private final Probe probe;
    private final String weightsSha256;

    private OnnxEncoder(NetworkFile file, OnnxSession session) {
        this.name = file.name();
        this.session = session;
        this.input = ImageInput.of(session.inputs(), file.toString());
        this.outputs = Layers.of(session.outputs(), file.toString());
        this.probe = Probe.of(session, input, outputs, file.toString());
        this.weightsSha256 = file.sha256();
    }

    /**
     * Reads a network. Its smallest image is found by trying: blank images of 1, 2, 4 … 512 pixels, then bisection.
     *
     * @param file an ONNX file; its name without extension becomes the encoder's and so part of the features' names
     * @return the encoder; close it when done
     * @throws InvalidInputException MISSING_FILE where the file cannot be read; RESOURCE_LIMIT above 1 GiB;
     *     NOT_THIS_FORMAT where it is no ONNX model;
     *     UNSUPPORTED_NETWORK where the runtime lacks an operator, weights lie in other files, or input or outputs are not as described
     * @throws IllegalStateException where ONNX Runtime is not on the class path (the message names its coordinate) or has no native
     *     code for this platform
     */
    public static OnnxEncoder of(Path file) {
        requireRuntime();
        NetworkFile network = NetworkFile.read(file);
        byte[] model = network.bytes();
        OnnxFile.requireWhole(model, network.toString());
        OnnxSession session = OnnxSession.open(model, network.toString());
        try {
            return new OnnxEncoder(network, session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> layers() {
        return List.copyOf(outputs.keySet());
    }

    @Override
    public int channels(String layer) {
        requireLayer(layer);
        return probe.channels().get(layer);
    }

    @Override
    public int inputChannels() {
        return input.channels();
    }

    @Override
    public int minimumSize() {
        return probe.minimumSize();
    }

    @Override
    public OptionalInt fixedSize() {
        return input.size();
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("name", name);
        settings.put("architecture", "ONNX file, see weights_sha256");
        settings.put("input", input.label());
        settings.put("outputs", outputs.toString());
        settings.put("engine", "ONNX Runtime " + session.version());
        return Collections.unmodifiableSortedMap(settings);
    }

    /**
     * A fingerprint of the weights.
     *
     * @return the SHA-256 of the file's bytes
     */
    @Override
    public String weightsSha256() {
        return weightsSha256;
    }

    @Override
    public Activations activations(float[] images, int count, int size, String layer) {
        requireLayer(layer);
        requireImages(images, count, size);
        Maps all = null;
        for (int first = 0; first < count; first += input.batch()) {
            int used = Math.min(input.batch(), count - first);
            Maps some = run(input.batch(images, first, used, size), size, layer);
            if (all == null) {
                all = some.room(count);
            }
            all.put(some, first, used);
        }
        return all.activations();
    }

    private Maps run(TensorValues batch, int size, String layer) {
        String output = outputs.get(layer);
        try {
            Maps maps = Maps.of(session.run(input.name(), batch, Set.of(output)).get(0), input);
            if (maps.isEmpty() || maps.channels() != channels(layer)) {
                throw new IllegalArgumentException("layer " + layer + " of encoder " + name + " has " + channels(layer)
                        + " channels, but " + maps + " for images of " + size + " pixels along an edge: use the size that the network"
                        + " was made for");
            }
            return maps;
        } catch (OnnxSession.RunRefused e) {
            throw new IllegalArgumentException("encoder " + name + " cannot compute layer " + layer + " for images of " + size
                    + " pixels along an edge, use another size: " + e.getMessage(), e);
        }
    }

    @Override
    public void requireLayer(String layer) {
        if (!outputs.containsKey(layer)) {
            throw new IllegalArgumentException("encoder " + name + " has no layer \"" + layer + "\"; it has "
                    + String.join(", ", layers()) + " (the outputs of the model: declare the layer as one when exporting)");
        }
    }

    /** Frees the network. Waits for running extractions; later ones are refused with {@link IllegalStateException}. */
    @Override
    public void close() {
        session.close();
    }

    private static void requireRuntime() {
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxEncoder.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("networks in ONNX files are computed by ONNX Runtime, an optional dependency that is not on the"
                    + " class path: add " + COORDINATE + ":1.22.0 or later to your project", e);
        }
    }
}
