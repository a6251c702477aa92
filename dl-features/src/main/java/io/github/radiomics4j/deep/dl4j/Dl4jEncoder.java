package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.NetworkFile;
import io.github.radiomics4j.deep.SmallestSize;
import io.github.radiomics4j.deep.dl4j.Convolution.NonLinearity;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;

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
    private final String name;
    private final long seed;
    private final FrozenChain network;

    private Dl4jEncoder(String name, ConvolutionChain chain, long seed) {
        this.name = name;
        this.seed = seed;
        float[] weights = new float[chain.parameters()];
        chain.initialise(weights, 0, new Random(seed), Convolution::xavierDeviation);
        this.network = new FrozenChain(chain, weights);
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
        return new Dl4jEncoder("small2d", new ConvolutionChain(2, List.of(Convolution.of(2, "conv1", 1, 16, 1, NonLinearity.RELU),
                new Maxima("pool1", 16), Convolution.of(2, "conv2", 16, 32, 1, NonLinearity.RELU), new Maxima("pool2", 32),
                Convolution.of(2, "conv3", 32, 64, 1, NonLinearity.RELU))), seed);
    }

    /**
     * A network from a zip that DL4J's {@code ModelSerializer} has written, ComputationGraph or MultiLayerNetwork, or from an
     * {@code .h5} file that Keras 2 has written (told apart by the first bytes), for images of any size. Layers are its vertices by name (numbers where a chain's layers have none), as {@link NetworkFile#identifier} writes them,
     * without those that come after maps are laid out as one vector: these know one size only. Vectors, such as those of a global
     * pooling, count as maps of one position. A Keras file may say which size of images it was made for; then all layers are there
     * and no other size is taken. Images have channels first even where the network computes channels last. Every call computes on a graph of its own, so threads may share the encoder.
     *
     * <p>The file is only read. Its SHA-256 is the fingerprint of the weights. Its name without extension becomes the encoder's. The
     * smallest image is found by trying ({@link SmallestSize}).
     *
     * <p>Keras files need <b>optional dependencies</b>: {@code org.deeplearning4j:deeplearning4j-modelimport} and
     * {@code org.bytedeco:hdf5}. HDF5 reads a copy in the folder for temporary files, deleted at once. Layers that DL4J does not
     * know are refused, and so are files of Keras 3 (a script among this library's sources converts them).
     *
     * @param file the zip or Keras file; single precision, one input
     * @return the encoder
     * @throws InvalidInputException MISSING_FILE where the file cannot be read; RESOURCE_LIMIT above 1 GiB;
     *     NOT_THIS_FORMAT where it is neither such a zip nor whole HDF5;
     *     UNSUPPORTED_NETWORK where DL4J cannot restore it, Keras has another version than 2, the network does not start with a 2D convolution or batch normalisation of
     *     maps, brings a normaliser of its own, or has no layer for images of any size
     * @throws IllegalStateException where a Keras file is to be read and an optional dependency is missing (the message names the
     *     coordinates), or the folder for temporary files takes no copy
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
        return network.chain().names();
    }

    @Override
    public int channels(String layer) {
        requireLayer(layer);
        return network.channels(layer);
    }

    @Override
    public int inputChannels() {
        return 1;
    }

    @Override
    public int minimumSize() {
        return network.chain().reduction();
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("name", name);
        settings.put("architecture", network.chain().label());
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
        return network.weightsSha256();
    }

    @Override
    public Activations activations(float[] images, int count, int size, String layer) {
        requireLayer(layer);
        requireImages(images, count, size);
        return network.activations(images, count, size, layer);
    }
}
