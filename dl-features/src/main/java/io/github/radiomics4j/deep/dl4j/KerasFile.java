package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.NetworkFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelUtils;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Opens the HDF5 files that Keras 2 writes: the architecture by DL4J's model import, the weights by our own reader. */
final class KerasFile {
    private static final String ARCHITECTURE = "model_config";
    private static final String VERSION = "keras_version";
    private static final String BACKEND = "backend";
    private static final String WEIGHTS = "model_weights/";

    private KerasFile() { }

    /** The import answers to what it cannot read with many sorts of runtime exceptions, all meaning the same here. */
    static StoredGraph graph(NetworkFile file) {
        Hdf5File content;
        String json;
        String version;
        String backend;
        try {
            content = new Hdf5File(file.bytes());
            json = content.text(ARCHITECTURE).orElse("");
            version = content.text(VERSION).orElse("unknown");
            backend = content.text(BACKEND).orElse("tensorflow");
        } catch (RuntimeException e) {
            throw notWhole(file, e);
        }
        if (json.isEmpty()) {
            throw StoredGraph.refused(file, "its HDF5 file holds no " + ARCHITECTURE + ": save the whole model, not only the weights");
        }
        if (!version.startsWith("2.")) {
            throw StoredGraph.refused(file, "its Keras version is " + version + "; " + KerasFormat.CONVERSION);
        }
        try {
            KerasModel model = model(json, version, backend, file);
            for (KerasLayer layer : model.getLayers().values()) {
                if (layer.getNumParams() > 0) {
                    layer.setWeights(weights(content, layer.getLayerName(), file));
                }
            }
            return new StoredGraph(model.getComputationGraph(), size(model, file), "file of Keras " + version);
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException | InvalidKerasConfigurationException | UnsupportedKerasConfigurationException | RuntimeException e) {
            throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "DeepLearning4J cannot import the network in " + file + ": "
                    + e.getMessage(), e);
        }
    }

    private static KerasModel model(String json, String version, String backend, NetworkFile file)
            throws IOException, InvalidKerasConfigurationException, UnsupportedKerasConfigurationException {
        Map<String, Object> architecture = KerasModelUtils.parseJsonString(json);
        KerasLayers.requireFaithful(architecture, file);
        architecture.put(VERSION, version);
        architecture.put(BACKEND, backend);
        KerasModelBuilder builder = new KerasModel().modelBuilder().modelJson(new ObjectMapper().writeValueAsString(architecture));
        return "Sequential".equals(architecture.get("class_name")) ? builder.buildSequential() : builder.buildModel();
    }

    private static Map<String, INDArray> weights(Hdf5File content, String layer, NetworkFile file) {
        Map<String, Hdf5File.Dataset> arrays;
        try {
            arrays = content.datasets(WEIGHTS + layer);
        } catch (RuntimeException e) {
            throw notWhole(file, e);
        }
        if (arrays.isEmpty()) {
            throw StoredGraph.refused(file, "it holds no weights for layer " + layer);
        }
        Map<String, INDArray> weights = new HashMap<>();
        arrays.forEach((name, array) -> weights.put(name.replaceFirst(":\\d+$", ""),
                Nd4j.createFromArray(array.numbers()).reshape('c', array.extents())));
        return weights;
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

    private static InvalidInputException notWhole(NetworkFile file, RuntimeException e) {
        return new InvalidInputException(Problem.NOT_THIS_FORMAT, file + " is not a whole HDF5 file: " + e.getMessage(), e);
    }
}
