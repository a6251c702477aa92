package io.github.radiomics4j.deep.dl4j;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * Convolutions one after another. Their weights lie in one array in DL4J's order: per convolution its biases, then its kernels by output,
 * input, row and column.
 */
record ConvolutionChain(List<Convolution> convolutions) {
    private static final int KERNEL = 3;

    /** A 3 × 3 convolution with zero padding 1 and bias, then leaky ReLU (0.01 below zero) unless it is linear. */
    record Convolution(String name, int inputs, int outputs, int stride, boolean linear) {

        int kernelWeights() {
            return outputs * inputs * KERNEL * KERNEL;
        }

        int parameters() {
            return outputs + kernelWeights();
        }

        ConvolutionLayer layer() {
            return new ConvolutionLayer.Builder(KERNEL, KERNEL).stride(stride, stride).padding(1, 1).nIn(inputs).nOut(outputs)
                    .activation(linear ? Activation.IDENTITY : Activation.LEAKYRELU).build();
        }

        String label() {
            return name + ": convolution 3×3, " + inputs + " to " + outputs + " channels, stride " + stride + ", zero padding 1, bias, "
                    + (linear ? "linear" : "leaky ReLU 0.01");
        }
    }

    ConvolutionChain {
        convolutions = List.copyOf(convolutions);
    }

    /** Convolutions of stride 2 from one grey channel, called conv1, conv2, … and the last one as said. */
    static ConvolutionChain halving(List<Integer> channels, String last) {
        List<Convolution> convolutions = new ArrayList<>();
        int inputs = 1;
        for (int c = 0; c < channels.size(); c++) {
            String name = c == channels.size() - 1 ? last : "conv" + (c + 1);
            convolutions.add(new Convolution(name, inputs, channels.get(c), 2, false));
            inputs = channels.get(c);
        }
        return new ConvolutionChain(convolutions);
    }

    static void requireChannels(List<Integer> channels) {
        if (channels.isEmpty() || channels.size() > 6 || channels.stream().anyMatch(c -> c < 1 || c > 1024)) {
            throw new IllegalArgumentException("the network needs 1 to 6 convolutions of 1 to 1024 channels, was " + channels);
        }
    }

    ConvolutionChain upTo(int last) {
        return new ConvolutionChain(convolutions.subList(0, last + 1));
    }

    List<String> names() {
        return convolutions.stream().map(Convolution::name).toList();
    }

    int outputs() {
        return convolutions.get(convolutions.size() - 1).outputs();
    }

    /** How many times smaller the last maps are than the images; images have a multiple of it along each edge. */
    int reduction() {
        return convolutions.stream().mapToInt(Convolution::stride).reduce(1, (a, b) -> a * b);
    }

    int parameters() {
        return convolutions.stream().mapToInt(Convolution::parameters).sum();
    }

    String label() {
        return convolutions.stream().map(Convolution::label).collect(Collectors.joining("; "));
    }

    /** Returns the name of the last layer. */
    String addTo(GraphBuilder builder, String input) {
        String previous = input;
        for (Convolution convolution : convolutions) {
            builder.addLayer(convolution.name(), convolution.layer(), previous);
            previous = convolution.name();
        }
        return previous;
    }

    /** He normal kernels, {@code g √(2 / (9 · inputs))}, and biases 0. */
    void initialise(float[] weights, int from, Random random) {
        int at = from;
        for (Convolution convolution : convolutions) {
            double deviation = Math.sqrt((convolution.linear() ? 1.0 : 2.0) / (KERNEL * KERNEL * convolution.inputs()));
            int end = at + convolution.parameters();
            for (int i = at + convolution.outputs(); i < end; i++) {
                weights[i] = (float) (random.nextGaussian() * deviation);
            }
            at = end;
        }
    }

    /** Over each convolution's name in UTF-8, its biases, then its kernels, as big-endian single precision. */
    String sha256(float[] weights) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int at = 0;
            for (Convolution convolution : convolutions) {
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
