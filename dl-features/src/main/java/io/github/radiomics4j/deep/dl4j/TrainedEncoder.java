package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.TrainingEpoch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What an {@link AutoencoderTraining} or {@link ClassifierTraining} leaves: the convolutions up to the last layer of features, frozen,
 * and whom they have learned from. Threads, bits, speed and memory are as with {@link Dl4jEncoder}.
 */
public final class TrainedEncoder implements Encoder {
    private static final String INPUT = "image";

    private final String name;
    private final ConvolutionChain chain;
    private final float[] weights;
    private final SortedMap<String, String> settings;
    private final Set<String> trainedOn;
    private final List<TrainingEpoch> epochs;
    private final String weightsSha256;

    TrainedEncoder(String name, ConvolutionChain chain, TrainingRun.Result result, SortedMap<String, String> training,
            Collection<String> trainedOn) {
        this.name = name;
        this.chain = chain;
        this.weights = result.encoderWeights();
        this.epochs = result.epochs();
        this.trainedOn = Collections.unmodifiableSet(new TreeSet<>(trainedOn));
        this.weightsSha256 = chain.sha256(weights);
        SortedMap<String, String> all = new TreeMap<>(training);
        all.put("name", name);
        all.put("training.different_cases", Integer.toString(this.trainedOn.size()));
        all.put("engine", "DeepLearning4J 1.0.0-M2.1");
        this.settings = Collections.unmodifiableSortedMap(all);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> layers() {
        return chain.names();
    }

    @Override
    public int channels(String layer) {
        return chain.convolutions().get(indexOf(layer)).outputs();
    }

    @Override
    public int inputChannels() {
        return 1;
    }

    @Override
    public int minimumSize() {
        return chain.reduction();
    }

    @Override
    public SortedMap<String, String> settings() {
        return settings;
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

    /**
     * The cases that the weights depend on, those held out for early stopping included.
     *
     * @return their names, sorted
     */
    public Set<String> trainedOn() {
        return trainedOn;
    }

    /**
     * How the training went.
     *
     * @return one entry per epoch; the weights are those of the last one that was {@link TrainingEpoch#best()}
     */
    public List<TrainingEpoch> epochs() {
        return epochs;
    }

    /**
     * Refuses cases that the encoder was trained on. To be called before a frozen encoder measures a cohort that is to validate anything.
     *
     * @param cases names of cases
     * @throws InvalidInputException TABLE_INVALID where the encoder has learned from one of them
     */
    public void requireUnseen(Collection<String> cases) {
        List<String> seen = cases.stream().filter(trainedOn::contains).distinct().toList();
        if (!seen.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "encoder " + name + " was trained on " + seen.size()
                    + " of these cases (" + String.join(", ", seen.subList(0, Math.min(5, seen.size()))) + (seen.size() > 5 ? ", …" : "")
                    + "): its features cannot validate anything on them, train it inside each resample (EncoderTraining)");
        }
    }

    @Override
    public Activations activations(float[] images, int count, int size, String layer) {
        ConvolutionChain used = chain.upTo(indexOf(layer));
        requireImages(images, count, size);
        Nd4j.factory().blas().setMaxThreads(1);
        // not the graph's own close(), which collects the whole heap's garbage
        try (INDArray input = Nd4j.createFromArray(images); INDArray parameters = parameters(used)) {
            return ForwardPass.of(graph(used, parameters), input.reshape('c', count, 1, size, size), used.outputs());
        }
    }

    /**
     * Writes the network, all layers up to the last one of features, as a DL4J zip. An existing file is replaced. The file holds
     * architecture and weights, not {@link #settings()} and {@link #trainedOn()}: keep the table's provenance beside it.
     *
     * @param file where to write; its folder must exist
     * @throws IOException where the file cannot be written
     */
    public void save(Path file) throws IOException {
        try (INDArray parameters = parameters(chain)) {
            ModelSerializer.writeModel(graph(chain, parameters), file.toFile(), false);
        }
    }

    /** No seed is given to the configuration: it would reset ND4J's own random numbers, and nothing here draws any. */
    private static ComputationGraph graph(ConvolutionChain used, INDArray parameters) {
        GraphBuilder builder = new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).convolutionMode(ConvolutionMode.Truncate)
                .graphBuilder().addInputs(INPUT);
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(used.addTo(builder, INPUT)).build());
        graph.init(parameters.reshape('c', 1, parameters.length()), false);
        return graph;
    }

    private INDArray parameters(ConvolutionChain used) {
        return Nd4j.createFromArray(Arrays.copyOf(weights, used.parameters()));
    }

    private int indexOf(String layer) {
        requireLayer(layer);
        return layers().indexOf(layer);
    }
}
