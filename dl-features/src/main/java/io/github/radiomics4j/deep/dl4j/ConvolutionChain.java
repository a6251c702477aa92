package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.dl4j.Convolution.NonLinearity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Layers one after another, on one grey channel of squares or cubes. Their weights lie in one array in DL4J's order: per convolution its
 * biases, then its kernels by output, input, (slice,) row and column.
 */
record ConvolutionChain(int dimensions, List<ChainStage> stages) {

    ConvolutionChain {
        stages = List.copyOf(stages);
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("a network has 2 dimensions (squares) or 3 (cubes), was " + dimensions);
        }
    }

    /** Convolutions of stride 2 from one grey channel, called conv1, conv2, … and the last one as said. */
    static ConvolutionChain halving(int dimensions, List<Integer> channels, String last) {
        if (channels.isEmpty() || channels.size() > 6 || channels.stream().anyMatch(c -> c < 1 || c > 1024)) {
            throw new IllegalArgumentException("the network needs 1 to 6 convolutions of 1 to 1024 channels, was " + channels);
        }
        List<ChainStage> stages = new ArrayList<>();
        int inputs = 1;
        for (int c = 0; c < channels.size(); c++) {
            String name = c == channels.size() - 1 ? last : "conv" + (c + 1);
            stages.add(Convolution.of(dimensions, name, inputs, channels.get(c), 2, NonLinearity.LEAKY_RELU));
            inputs = channels.get(c);
        }
        return new ConvolutionChain(dimensions, stages);
    }

    /** What all our networks share. No seed is given: it would reset ND4J's own random numbers, and nothing here draws any. */
    static NeuralNetConfiguration.Builder configuration() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).convolutionMode(ConvolutionMode.Truncate);
    }

    /** The stages up to one of them. */
    ConvolutionChain upTo(int last) {
        return new ConvolutionChain(dimensions, stages.subList(0, last + 1));
    }

    List<String> names() {
        return stages.stream().map(ChainStage::name).toList();
    }

    private List<Convolution> convolutions() {
        return stages.stream().filter(Convolution.class::isInstance).map(Convolution.class::cast).toList();
    }

    int outputs() {
        return stages.get(stages.size() - 1).outputs();
    }

    /** How many times smaller the last maps are than the images; images have a multiple of it along each edge. */
    int reduction() {
        return stages.stream().mapToInt(ChainStage::stride).reduce(1, (a, b) -> a * b);
    }

    int parameters() {
        return stages.stream().mapToInt(ChainStage::parameters).sum();
    }

    String label() {
        return stages.stream().map(s -> s.label(dimensions)).collect(Collectors.joining("; "));
    }

    /** The pixels of an image. */
    int volume(int size) {
        return Math.multiplyExact(size * size, dimensions == 2 ? 1 : size);
    }

    /** The shape of a batch of images. */
    long[] shape(int count, int size) {
        return dimensions == 2 ? new long[] {count, 1, size, size} : new long[] {count, 1, size, size, size};
    }

    /** Returns the name of the last layer. */
    String addTo(GraphBuilder builder, String input) {
        String previous = input;
        for (ChainStage stage : stages) {
            builder.addLayer(stage.name(), stage.layer(dimensions), previous);
            previous = stage.name();
        }
        return previous;
    }

    /** Normal kernels of a deviation that depends on the convolution, and biases 0. */
    void initialise(float[] weights, int from, Random random, ToDoubleFunction<Convolution> deviation) {
        int at = from;
        for (Convolution convolution : convolutions()) {
            double scale = deviation.applyAsDouble(convolution);
            int end = at + convolution.parameters();
            for (int i = at + convolution.outputs(); i < end; i++) {
                weights[i] = (float) (random.nextGaussian() * scale);
            }
            at = end;
        }
    }

    /** Over each convolution's name in UTF-8, its biases, then its kernels, as big-endian single precision. */
    String sha256(float[] weights) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int at = 0;
            for (Convolution convolution : convolutions()) {
                digest.update(convolution.name().getBytes(StandardCharsets.UTF_8));
                ByteBuffer bytes = ByteBuffer.allocate(convolution.parameters() * Float.BYTES);
                bytes.asFloatBuffer().put(weights, at, convolution.parameters());
                digest.update(bytes);
                at += convolution.parameters();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
