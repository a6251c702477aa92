package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.NetworkFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of the features' grammar (a-z, 0-9, _ and -) for the outputs of a model. */
final class Layers {

    private Layers() { }

    /** Layer name to output name, for the outputs that can be maps (four axes) or vectors (two axes) of single precision. */
    static Map<String, String> of(List<TensorShape> outputs, String file) {
        Map<String, String> layers = new LinkedHashMap<>();
        for (TensorShape output : outputs) {
            if (output.singlePrecision() && (output.rank() == 4 || output.rank() == 2)) {
                String other = layers.putIfAbsent(NetworkFile.identifier(output.name()), output.name());
                if (other != null) {
                    throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "outputs \"" + other + "\" and \"" + output.name()
                            + "\" of " + file + " both become layer \"" + NetworkFile.identifier(output.name())
                            + "\": rename one in the model");
                }
            }
        }
        if (layers.isEmpty()) {
            throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "the network in " + file + " must have an output of single"
                    + " precision with four axes (maps) or two (vectors); it has " + outputs);
        }
        return layers;
    }
}
