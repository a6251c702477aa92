package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.NetworkFile;
import io.github.radiomics4j.deep.TrainingEpoch;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.util.ModelSerializer;

/**
 * What an {@link AutoencoderTraining} or {@link ClassifierTraining} leaves: the convolutions up to the last layer of features, frozen,
 * and whom they have learned from. Threads, bits, speed and memory are as with {@link Dl4jEncoder}.
 */
public final class TrainedEncoder implements Encoder {
    private final String name;
    private final FrozenChain network;
    private final SortedMap<String, String> settings;
    private final Set<String> trainedOn;
    private final List<TrainingEpoch> epochs;

    TrainedEncoder(String name, ConvolutionChain chain, TrainingRun.Result result, SortedMap<String, String> training,
            Collection<String> trainedOn) {
        this(name, new FrozenChain(chain, result.encoderWeights()), all(name, training, trainedOn), trainedOn, result.epochs());
    }

    private TrainedEncoder(String name, FrozenChain network, SortedMap<String, String> settings, Collection<String> trainedOn,
            List<TrainingEpoch> epochs) {
        this.name = name;
        this.network = network;
        this.settings = Collections.unmodifiableSortedMap(settings);
        this.trainedOn = Collections.unmodifiableSet(new TreeSet<>(trainedOn));
        this.epochs = epochs;
    }

    private static SortedMap<String, String> all(String name, SortedMap<String, String> training, Collection<String> trainedOn) {
        SortedMap<String, String> all = new TreeMap<>(training);
        all.put("name", name);
        all.put("training.different_cases", Integer.toString(new TreeSet<>(trainedOn).size()));
        all.put("engine", "DeepLearning4J 1.0.0-M2.1");
        return all;
    }

    /**
     * Reads what {@link #save} has written: an encoder of the same bits, settings and fingerprint, which still knows whom it has learned
     * from.
     *
     * @param file the zip; only read
     * @return the encoder
     * @throws InvalidInputException MISSING_FILE where the file cannot be read; RESOURCE_LIMIT above 1 GiB; NOT_THIS_FORMAT where it is no
     *     such zip, holds no record of a training, the record was changed, or the weights are not those that it tells of;
     *     UNSUPPORTED_NETWORK where DL4J cannot restore the network
     */
    public static TrainedEncoder load(Path file) {
        NetworkFile content = NetworkFile.read(file);
        TrainingRecord told = TrainingRecord.of(content);
        float[] weights = ZipContent.weights(content);
        if (weights.length != told.chain().parameters() || !told.chain().sha256(weights).equals(told.weightsSha256())) {
            throw TrainingRecord.damaged(content, "the network's weights are not those that it tells of");
        }
        return new TrainedEncoder(told.name(), new FrozenChain(told.chain(), weights), told.settings(), told.trainedOn(), told.epochs());
    }

    /**
     * The cases that a stored network tells it was trained on, without restoring the network.
     *
     * @param file any zip of DL4J
     * @return their names, sorted; none where the zip holds no record of a training, so that nobody knows
     * @throws InvalidInputException MISSING_FILE where the file cannot be read; RESOURCE_LIMIT above 1 GiB; NOT_THIS_FORMAT where it is no
     *     zip or the record was changed
     */
    public static Set<String> casesOf(Path file) {
        NetworkFile content = NetworkFile.read(file);
        return ZipContent.entry(content, TrainingRecord.ENTRY).isEmpty() ? Set.of() : TrainingRecord.of(content).trainedOn();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return network.chain().dimensions();
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
        return settings;
    }

    /**
     * A fingerprint of the weights.
     *
     * @return the SHA-256 over each convolution's name in UTF-8, its biases, then its kernels in the order output, input, (slice,)
     *     row, column, as big-endian single precision
     */
    @Override
    public String weightsSha256() {
        return network.weightsSha256();
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
        requireLayer(layer);
        requireImages(images, count, size);
        return network.activations(images, count, size, layer);
    }

    /**
     * Writes the network, all layers up to the last one of features, as a DL4J zip, with name, settings, epochs and the cases it was
     * trained on in an entry of its own, which DL4J passes over and {@link #load} reads. <b>The file holds the cases' names.</b> On one
     * JDK equal encoders give equal bytes. An existing file is replaced once all is written.
     *
     * @param file where to write; its folder must exist
     * @throws InvalidInputException MISSING_FILE where there is no such folder
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public void save(Path file) {
        byte[] told = new TrainingRecord(name, network.chain(), weightsSha256(), settings, new TreeSet<>(trainedOn), epochs).bytes();
        WholeFile.write(file, out -> {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            network.withGraph(graph -> ModelSerializer.writeModel(graph, written, false));
            out.write(ZipContent.with(written.toByteArray(), TrainingRecord.ENTRY, told));
        });
    }
}
