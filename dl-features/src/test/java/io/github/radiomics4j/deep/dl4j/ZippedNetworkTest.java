package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.ConcurrentExtractions;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.Encoder;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

class ZippedNetworkTest {
    private static final int SIZE = 20;

    @TempDir
    private Path folder;

    @Test
    void everyLayerOfAGraphGivesTheGraphsOwnActivations() throws IOException {
        ComputationGraph graph = residual();
        assertSameActivations(Dl4jEncoder.load(zip(graph, "residual.zip"), SIZE), graph);
    }

    @Test
    void everyLayerOfAChainGivesTheChainsOwnActivations() throws IOException {
        MultiLayerNetwork chain = chain();
        assertSameActivations(Dl4jEncoder.load(zip(chain, "chain.zip"), SIZE), chain.toComputationGraph());
    }

    /** Separable and depthwise convolutions keep their parameters in another order than others, merging needs to know the channels. */
    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void layersBehindSeparableConvolutionsGiveTheGraphsOwnActivationsInBothLayouts(CNN2DFormat layout) throws IOException {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder().seed(6).activation(Activation.RELU)
                .graphBuilder().addInputs("image").setInputTypes(InputType.convolutional(SIZE, SIZE, 2, layout))
                .addLayer("stem", new ConvolutionLayer.Builder(3, 3).nOut(6).dataFormat(layout).build(), "image")
                .addLayer("separable", new SeparableConvolution2D.Builder(3, 3).nOut(4).dataFormat(layout).build(), "stem")
                .addLayer("each", new DepthwiseConvolution2D.Builder(3, 3).depthMultiplier(2).dataFormat(layout).build(), "stem")
                .addVertex("both", new MergeVertex(), "separable", "each")
                .addLayer("pooled", new GlobalPoolingLayer(PoolingType.AVG), "both")
                .addLayer("classes", new OutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build(), "pooled")
                .setOutputs("classes").build());
        graph.init();
        Encoder encoder = Dl4jEncoder.load(zip(graph, "separable.zip"));
        float[] images = noise(2 * 2 * SIZE * SIZE, 3);
        INDArray input = Nd4j.createFromArray(images).reshape('c', 2, 2, SIZE, SIZE);
        boolean last = layout == CNN2DFormat.NHWC;
        Map<String, INDArray> all = graph.feedForward(last ? input.permute(0, 2, 3, 1).dup('c') : input, false);
        assertEquals(List.of("stem", "separable", "each", "both", "pooled", "classes"), encoder.layers());
        for (String layer : encoder.layers()) {
            INDArray whole = all.get(layer);
            INDArray expected = last && whole.rank() == 4 ? whole.permute(0, 3, 1, 2) : whole;
            Activations found = encoder.activations(images, 2, SIZE, layer);
            for (int image = 0; image < 2; image++) {
                assertArrayEquals(expected.slice(image).dup('c').data().asFloat(), values(found, image), 1e-6f, layer);
            }
        }
    }

    @Test
    void imagesOfOtherChannelsOrBelowTheReceptiveFieldAreRefused() throws IOException {
        Encoder encoder = Dl4jEncoder.load(zip(residual(), "residual.zip"));
        assertEquals("encoder residual needs at least 1 image of 2 × size × size pixels with size at least 3, was 1 images of size 9 in 81"
                + " values",
                assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[81], 1, 9, "stem")).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[8], 1, 2, "stem")).getMessage()
                .contains("size at least 3"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DeepFeatureExtractor.of(encoder).resizedTo(2)).getMessage()
                .contains("3 to 4096"));
    }

    @Test
    void aZipThatNamesALayerOfOnesOwnIsRefused() throws IOException {
        Path file = zip(chain(), "chain.zip");
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path configuration = zip.getPath(ModelSerializer.CONFIGURATION_JSON);
            Files.writeString(configuration, Files.readString(configuration).replace("conf.layers.SubsamplingLayer", "conf.layers.Mend"));
        }
        InvalidInputException error = refused(file);
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains("custom layer") && error.getMessage().contains("chain.zip"), error.getMessage());
    }

    @Test
    void layersForAnySizeAreThoseBeforeMapsAreLaidOutAsOneVector() throws IOException {
        Path file = zip(residual(), "residual.zip");
        Encoder any = Dl4jEncoder.load(file);
        assertEquals(List.of("stem", "norm", "branch", "sum", "halved", "pooled"), any.layers());
        assertEquals(OptionalInt.empty(), any.fixedSize());
        assertEquals(26, any.activations(new float[2 * 28 * 28], 1, 28, "sum").width());
        assertTrue(Dl4jEncoder.load(file, SIZE).layers().containsAll(List.of("dense", "classes")));
    }

    /** 3, not 4: DL4J pools a window that reaches over the map's end, over what lies inside. */
    @Test
    void theSmallestImageIsTheOneThatDl4jComputes() throws IOException {
        Encoder any = Dl4jEncoder.load(zip(residual(), "residual.zip"));
        assertEquals(3, any.minimumSize());
        float[] smallest = noise(18, 1);
        assertArrayEquals(values(any.activations(smallest, 1, 3, "sum"), 0), values(any.activations(smallest, 1, 3, "halved"), 0));
    }

    @Test
    void aSizeThatTheNetworkWasNotMadeForIsRefused() throws IOException {
        Path file = zip(residual(), "residual.zip");
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> Dl4jEncoder.load(file, 40));
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains("40 pixels"), error.getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DeepFeatureExtractor.of(Dl4jEncoder.load(file, SIZE)).resizedTo(40))
                .getMessage().contains("images of 20 pixels"));
    }

    @Test
    void theErrorForAnUnknownLayerListsTheLayers() throws IOException {
        Encoder chain = Dl4jEncoder.load(zip(chain(), "My chain.zip"));
        assertEquals("encoder my_chain has no layer \"fc\"; it has " + String.join(", ", chain.layers()),
                assertThrows(IllegalArgumentException.class, () -> chain.channels("fc")).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void callingThreadsThatShareAnEncoderDoNotChangeABit(int threads) throws IOException, InterruptedException, ExecutionException {
        Encoder encoder = Dl4jEncoder.load(zip(residual(), "residual.zip"));
        List<String> layers = List.of("sum", "pooled");
        ConcurrentExtractions.assertSameBits(threads, c -> bits(encoder, layers.get(c % 2), c));
    }

    @Test
    void filesThatAreNoZipsOfDl4jAreNamed() throws IOException {
        byte[] whole = Files.readAllBytes(zip(chain(), "chain.zip"));
        assertEquals(Problem.MISSING_FILE, refused(folder.resolve("absent.zip")).problem());
        assertEquals(Problem.NOT_THIS_FORMAT, refused(Files.write(folder.resolve("noise.zip"), new byte[300])).problem());
        for (int length : new int[] {100, whole.length / 2, whole.length * 3 / 4}) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertEquals(Problem.NOT_THIS_FORMAT, refused(cut).problem());
        }
    }

    @Test
    void aNormaliserInTheZipIsNotPassedOverInSilence() throws IOException {
        Path file = zip(chain(), "chain.zip");
        NormalizerStandardize normaliser = new NormalizerStandardize(Nd4j.createFromArray(new float[][] {{1}}),
                Nd4j.createFromArray(new float[][] {{2}}));
        ModelSerializer.addNormalizerToModel(file.toFile(), normaliser);
        InvalidInputException error = refused(file);
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains("normaliser"), error.getMessage());
    }

    @Test
    void networksOfVectorsCannotServe() throws IOException {
        MultiLayerNetwork dense = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(1).list()
                .layer(new DenseLayer.Builder().nIn(4).nOut(3).build()).layer(new OutputLayer.Builder().nIn(3).nOut(2).build()).build());
        dense.init();
        assertTrue(refused(zip(dense, "dense.zip")).getMessage().contains("DenseLayer"));
    }

    @Test
    void theFileStaysAsItIs() throws IOException {
        Path file = zip(chain(), "chain.zip");
        byte[] before = Files.readAllBytes(file);
        Dl4jEncoder.load(file);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static InvalidInputException refused(Path file) {
        return assertThrows(InvalidInputException.class, () -> Dl4jEncoder.load(file));
    }

    private static int bits(Encoder encoder, String layer, long seed) {
        Activations maps = encoder.activations(noise(2 * SIZE * SIZE, seed), 1, SIZE, layer);
        return Arrays.hashCode(values(maps, 0));
    }

    private static void assertSameActivations(Encoder encoder, ComputationGraph graph) {
        float[] images = noise(2 * encoder.inputChannels() * SIZE * SIZE, 3);
        Map<String, INDArray> all = graph.feedForward(Nd4j.createFromArray(images)
                .reshape('c', 2, encoder.inputChannels(), SIZE, SIZE), false);
        assertEquals(all.size() - 1, encoder.layers().size());
        for (String layer : encoder.layers()) {
            INDArray expected = all.get(layer);
            Activations found = encoder.activations(images, 2, SIZE, layer);
            for (int image = 0; image < 2; image++) {
                float[] one = expected.slice(image).dup('c').data().asFloat();
                assertArrayEquals(one, values(found, image), layer);
            }
        }
    }

    private static float[] values(Activations maps, int image) {
        int positions = maps.height() * maps.width();
        float[] values = new float[maps.channels() * positions];
        for (int i = 0; i < values.length; i++) {
            values[i] = maps.value(image, i / positions, i % positions / maps.width(), i % maps.width());
        }
        return values;
    }

    private static float[] noise(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private Path zip(Model network, String name) throws IOException {
        Path file = folder.resolve(name);
        ModelSerializer.writeModel(network, file.toFile(), false);
        return file;
    }

    /** Two channels in; stem 3 × 3 without padding, a sum of two branches, halves, both a global and a flattening head. */
    private static ComputationGraph residual() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder().seed(4).activation(Activation.RELU)
                .graphBuilder().addInputs("image").setInputTypes(InputType.convolutional(SIZE, SIZE, 2))
                .addLayer("stem", new ConvolutionLayer.Builder(3, 3).nOut(6).build(), "image")
                .addLayer("norm", new BatchNormalization(), "stem")
                .addLayer("branch", new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(6).build(), "norm")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm", "branch")
                .addLayer("halved", new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}).stride(2, 2).build(),
                        "sum")
                .addLayer("pooled", new GlobalPoolingLayer(PoolingType.AVG), "halved")
                .addLayer("dense", new DenseLayer.Builder().nOut(5).build(), "halved")
                .addLayer("classes", new OutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build(), "dense")
                .setOutputs("classes", "pooled").build());
        graph.init();
        return graph;
    }

    private static MultiLayerNetwork chain() {
        MultiLayerNetwork chain = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(5).activation(Activation.RELU).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}).stride(2, 2).build())
                .layer(new ConvolutionLayer.Builder(3, 3).name("second").nOut(5).build())
                .layer(new DenseLayer.Builder().nOut(3).build())
                .layer(new OutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(SIZE, SIZE, 1)).build());
        chain.init();
        return chain;
    }
}
