package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.NetworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelUtils;

/** Opens the HDF5 files that Keras 2 writes, by DL4J's model import: the only class that knows it. */
final class KerasFile {
    private static final String ARCHITECTURE = "model_config";
    private static final String VERSION = "keras_version";

    private KerasFile() { }

    /** HDF5 reads from a path only, so from a copy of the bytes that were fingerprinted. */
    static StoredGraph graph(NetworkFile file) {
        try {
            Path copy = Files.createTempFile("network", ".h5");
            try {
                Files.write(copy, file.bytes());
                String version = requireKeras2(copy, file);
                return imported(copy, file, version);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the folder for temporary files, " + System.getProperty("java.io.tmpdir") + ", must take a copy"
                    + " of " + file + " while it is read: " + e, e);
        }
    }

    private static String requireKeras2(Path copy, NetworkFile file) {
        // HDF5 describes failures in exceptions already
        org.bytedeco.hdf5.Exception.dontPrint();
        try (Hdf5Archive archive = new Hdf5Archive(copy.toString())) {
            if (!archive.hasAttribute(ARCHITECTURE)) {
                throw StoredGraph.refused(file, "its HDF5 file holds no " + ARCHITECTURE + ": save the whole model, not only the weights");
            }
            String version = archive.hasAttribute(VERSION) ? archive.readAttributeAsString(VERSION) : "unknown";
            if (!version.startsWith("2.")) {
                throw StoredGraph.refused(file, "its Keras version is " + version + "; " + KerasFormat.CONVERSION);
            }
            return version;
        } catch (UnsupportedKerasConfigurationException | RuntimeException e) {
            throw e instanceof InvalidInputException known ? known : new InvalidInputException(Problem.NOT_THIS_FORMAT, file
                    + " is not a whole HDF5 file: " + e.getMessage(), e);
        }
    }

    /** The import answers to what it cannot read with many sorts of runtime exceptions, all meaning the same here. */
    private static StoredGraph imported(Path copy, NetworkFile file, String version) {
        try (KerasModelBuilder builder = new KerasModel().modelBuilder()) {
            builder.modelHdf5Filename(copy.toString()).enforceTrainingConfig(false);
            Map<String, Object> architecture = KerasModelUtils.parseJsonString(builder.getModelJson());
            boolean chain = "Sequential".equals(architecture.get("class_name"));
            KerasModel model = chain ? builder.buildSequential() : builder.buildModel();
            return new StoredGraph(model.getComputationGraph(), size(model, file), "file of Keras " + version);
        } catch (IOException | InvalidKerasConfigurationException | UnsupportedKerasConfigurationException | RuntimeException e) {
            throw e instanceof InvalidInputException known ? known : new InvalidInputException(Problem.UNSUPPORTED_NETWORK,
                    "DeepLearning4J cannot import the network in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Rows and columns are 0 where the model leaves them free. */
    private static OptionalInt size(KerasModel model, NetworkFile file) {
        if (model.getInputLayerNames().size() != 1
                || !(model.getOutputTypes().get(model.getInputLayerNames().get(0)) instanceof InputTypeConvolutional image)
                || image.getHeight() != image.getWidth()) {
            throw StoredGraph.refused(file, "it must have one input of square images, has " + model.getInputLayerNames().stream()
                    .map(name -> name + ": " + model.getOutputTypes().get(name)).toList());
        }
        return image.getHeight() < 1 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(image.getHeight()));
    }
}
