package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.NetworkFile;
import io.github.radiomics4j.deep.SmallestSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A chain of 3 × 3 convolutions and poolings, computed by DeepLearning4J on ND4J's CPU backend.
 *
 * <p><b>Same bits.</b> For one seed, the same image gives the same bits over repeats, calling threads, processes and JDKs: every
 * call computes on a graph of its own that ends at the layer asked for, and creating an encoder <b>sets ND4J's matrix products to
 * one native thread, for the whole process</b>; let nothing raise it again. Processors for which ND4J brings other native code
 * (AVX2, AVX-512, ARM) may differ in the last digits, about 1e-6 of the value.
 *
 * <p><b>Speed.</b> Parallel work belongs to the caller, by cases. Start the process with the environment variable
 * {@code OMP_NUM_THREADS=1}: it changes no bit, but without it ND4J's idle native threads wait actively, and on busy processors
 * everything becomes several times slower.
 *
 * <p><b>Memory</b> lies outside the Java heap, is freed with the Java objects that own it, and partly kept per calling thread until
 * the thread ends. Its bound is the system property {@code org.bytedeco.javacpp.maxbytes} (such as {@code 1g}; where it is not set,
 * JavaCPP takes the heap's limit). The first use in a process loads the native code, some seconds the very first time, when it
 * is unpacked into JavaCPP's cache folder.
 *
 * <p>The library prints nothing, but a start may: slf4j three lines where it finds no binding, and JDK 24 and later a warning each
 * of native access and Unsafe unless started with {@code --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow}.
 */
public final class Dl4jEncoder implements Encoder {
    private static final String INPUT = "image";
    private static final int KERNEL = 3;

    private final String name;
    private final List<Stage> stages;
    private final long seed;
    private final float[] weights;
    private final String weightsSha256;

    private enum Kind { CONVOLUTION, MAX_POOLING }

    private record Stage(Kind kind, String name, int inputs, int outputs) {

        static Stage convolution(String name, int inputs, int outputs) {
            return new Stage(Kind.CONVOLUTION, name, inputs, outputs);
        }

        static Stage halving(String name, int channels) {
            return new Stage(Kind.MAX_POOLING, name, channels, channels);
        }

        int kernelWeights() {
            return kind == Kind.CONVOLUTION ? outputs * inputs * KERNEL * KERNEL : 0;
        }

        int parameters() {
            return kind == Kind.CONVOLUTION ? outputs + kernelWeights() : 0;
        }

        Layer layer() {
            return switch (kind) {
                case CONVOLUTION -> new ConvolutionLayer.Builder(KERNEL, KERNEL).stride(1, 1).padding(1, 1).nIn(inputs).nOut(outputs)
                        .activation(Activation.RELU).build();
                case MAX_POOLING -> new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
            };
        }

        String label() {
            return name + ": " + switch (kind) {
                case CONVOLUTION -> "convolution 3×3, " + inputs + " to " + outputs + " channels, stride 1, zero padding 1, bias, ReLU";
                case MAX_POOLING -> "maximum 2×2, stride 2";
            };
        }
    }

    private Dl4jEncoder(String name, List<Stage> stages, long seed) {
        this.name = name;
        this.stages = stages;
        this.seed = seed;
        this.weights = xavier(stages, seed);
        this.weightsSha256 = sha256(stages, weights);
        Nd4j.factory().blas().setMaxThreads(1);
    }

    /**
     * A small encoder of grey 2D images with <b>random weights: nobody has trained it</b>. Its features are those of a fixed bank
     * of random filters, as good as random projections of local texture; they carry no knowledge of any organ or disease.
     *
     * <p>Layers {@code conv1} (16 channels), {@code pool1}, {@code conv2} (32), {@code pool2}, {@code conv3} (64): 3 × 3 convolutions
     * (cross-correlation, stride 1, zero padding 1) with ReLU, and maxima of 2 × 2 with stride 2. Biases are 0. Kernels are
     * Xavier normal: {@code w = g · √(2 / (9 · inputs + 9 · outputs))} with g the successive {@link Random#nextGaussian()} of
     * {@code new Random(seed)}, over layers, then output channels, input channels, rows and columns, rounded to single precision.
     *
     * @param seed of the weights; another seed is another encoder, with features that cannot be compared
     * @return the encoder, named {@code small2d}
     */
    public static Dl4jEncoder small2d(long seed) {
        return new Dl4jEncoder("small2d", List.of(Stage.convolution("conv1", 1, 16), Stage.halving("pool1", 16),
                Stage.convolution("conv2", 16, 32), Stage.halving("pool2", 32), Stage.convolution("conv3", 32, 64)), seed);
    }

    /**
     * A network from a zip that DL4J's {@code ModelSerializer} has written, ComputationGraph or MultiLayerNetwork, or from an
     * {@code .h5} file that Keras 2 has written (told apart by the first bytes), for images of any size. Layers
     * are its vertices by name (numbers where a chain's layers have none), as {@link NetworkFile#identifier} writes them,
     * without those that come after maps are laid out as one vector: these know one size only. Vectors, such as those of a global
     * pooling, count as maps of one position. A Keras file may say which size of images it was made for; then all layers are there
     * and no other size is taken. Images have channels first even where the network computes channels last. Every call computes on
     * a graph of its own, so threads may share the encoder.
     *
     * <p>The file is only read. Its SHA-256 is the fingerprint of the weights. Its name without extension becomes the encoder's. The
     * smallest image is found by trying ({@link SmallestSize}).
     *
     * <p>Keras files need an <b>optional dependency</b>, {@code org.deeplearning4j:deeplearning4j-modelimport}; all that it brings may
     * be excluded. Layers that DL4J does not know or computes otherwise than Keras are refused, and so are files of Keras 3 (a script
     * among this library's sources converts them).
     *
     * @param file the zip or Keras file; single precision, one input
     * @return the encoder
     * @throws InvalidInputException MISSING_FILE where the file cannot be read; RESOURCE_LIMIT above 1 GiB;
     *     NOT_THIS_FORMAT where it is neither such a zip nor whole HDF5;
     *     UNSUPPORTED_NETWORK where DL4J cannot restore it, Keras has another version than 2, the
     *     network does not start with a 2D convolution or batch normalisation of
     *     maps, brings a normaliser of its own, or has no layer for images of any size
     * @throws IllegalStateException where a Keras file is to be read and the optional dependency is missing (the message names its
     *     coordinates)
     */
    public static Encoder load(Path file) {
        return StoredNetwork.of(NetworkFile.read(file), OptionalInt.empty());
    }

    /**
     * The same for images of one size, with all layers: also those that come after maps are laid out as one vector.
     *
     * @param file the zip or Keras file
     * @param size of the images that the network was made for, pixels along each edge, at least 1
     * @return the encoder, which takes no other size
     * @throws InvalidInputException as for any size; UNSUPPORTED_NETWORK also where the network does not compute images of that size
     * @throws IllegalArgumentException where the size is below 1
     */
    public static Encoder load(Path file, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("images have at least 1 pixel along each edge, was " + size);
        }
        return StoredNetwork.of(NetworkFile.read(file), OptionalInt.of(size));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> layers() {
        return stages.stream().map(Stage::name).toList();
    }

    @Override
    public int channels(String layer) {
        return stages.get(indexOf(layer)).outputs();
    }

    @Override
    public int inputChannels() {
        return stages.get(0).inputs();
    }

    @Override
    public int minimumSize() {
        return 1 << stages.stream().filter(s -> s.kind() == Kind.MAX_POOLING).count();
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("name", name);
        settings.put("architecture", stages.stream().map(Stage::label).collect(Collectors.joining("; ")));
        settings.put("initialisation", "untrained, Xavier normal, java.util.Random, biases 0");
        settings.put("seed", Long.toString(seed));
        settings.put("engine", "DeepLearning4J 1.0.0-M2.1");
        return Collections.unmodifiableSortedMap(settings);
    }

    /**
     * A fingerprint of the weights.
     *
     * @return the SHA-256 over each convolution's name in UTF-8, its biases, then its kernels in the order output, input, row,
     *     column, as big-endian single precision
     */
    @Override
    public String weightsSha256() {
        return weightsSha256;
    }

    @Override
    public Activations activations(float[] images, int count, int size, String layer) {
        int last = indexOf(layer);
        requireImages(images, count, size);
        int parameters = stages.stream().limit(last + 1L).mapToInt(Stage::parameters).sum();
        // createFromArray, since create() takes on a data type that others may have set for the process
        try (INDArray input = Nd4j.createFromArray(images); INDArray used = Nd4j.createFromArray(Arrays.copyOf(weights, parameters))) {
            return ForwardPass.of(graphUpTo(last, used.reshape('c', 1, parameters)),
                    input.reshape('c', count, inputChannels(), size, size), stages.get(last).outputs());
        }
    }

    /** No seed is given to the configuration: it would reset ND4J's own random numbers, and nothing here draws any. */
    private ComputationGraph graphUpTo(int last, INDArray parameters) {
        GraphBuilder builder = new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).convolutionMode(ConvolutionMode.Truncate)
                .graphBuilder().addInputs(INPUT);
        String previous = INPUT;
        for (Stage stage : stages.subList(0, last + 1)) {
            builder.addLayer(stage.name(), stage.layer(), previous);
            previous = stage.name();
        }
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(previous).build());
        graph.init(parameters, false);
        return graph;
    }

    private int indexOf(String layer) {
        requireLayer(layer);
        return layers().indexOf(layer);
    }

    /** DL4J's order: per convolution its biases, then its kernels by output, input, row and column. */
    private static float[] xavier(List<Stage> stages, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[stages.stream().mapToInt(Stage::parameters).sum()];
        int at = 0;
        for (Stage stage : stages) {
            double deviation = Math.sqrt(2.0 / (KERNEL * KERNEL * (stage.inputs() + stage.outputs())));
            int kernels = at + stage.parameters() - stage.kernelWeights();
            at += stage.parameters();
            for (int i = kernels; i < at; i++) {
                weights[i] = (float) (random.nextGaussian() * deviation);
            }
        }
        return weights;
    }

    private static String sha256(List<Stage> stages, float[] weights) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int at = 0;
            for (Stage stage : stages) {
                if (stage.kind() == Kind.CONVOLUTION) {
                    digest.update(stage.name().getBytes(StandardCharsets.UTF_8));
                    ByteBuffer bytes = ByteBuffer.allocate(stage.parameters() * Float.BYTES);
                    bytes.asFloatBuffer().put(weights, at, stage.parameters());
                    digest.update(bytes);
                    at += stage.parameters();
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
