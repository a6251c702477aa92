package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.SmallestSize;
import io.github.radiomics4j.deep.onnx.OnnxSession.RunRefused;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a model does not declare and a run shows.
 *
 * @param minimumSize the smallest image that leaves a position in every layer, pixels along an edge
 * @param channels of each layer
 */
record Probe(int minimumSize, Map<String, Integer> channels) {

    static Probe of(OnnxSession session, ImageInput input, Map<String, String> outputs, String file) {
        Trial trial = new Trial(session, input, outputs);
        OptionalInt size = input.size().isPresent() ? input.size() : SmallestSize.find(trial::works);
        if (size.isEmpty() || !trial.works(size.getAsInt())) {
            throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "the network in " + file + " computes no blank image of "
                    + (size.isPresent() ? size.getAsInt() : "1, 2, 4 … " + SmallestSize.LARGEST_TRIED) + " pixels along an edge: "
                    + trial.reason);
        }
        return new Probe(size.getAsInt(), trial.channels);
    }

    /** Runs on blank images; a run that the network refuses is an answer here, not an error. */
    private static final class Trial {
        private final OnnxSession session;
        private final ImageInput input;
        private final Map<String, String> outputs;
        private final Map<String, Integer> channels = new LinkedHashMap<>();
        private String reason = "";

        Trial(OnnxSession session, ImageInput input, Map<String, String> outputs) {
            this.session = session;
            this.input = input;
            this.outputs = outputs;
        }

        /** Leaves the channels of each layer or, where a layer has no position, the reason. */
        boolean works(int size) {
            try {
                List<TensorValues> found = session.run(input.name(), input.batch(new float[0], 0, 0, size),
                        new LinkedHashSet<>(outputs.values()));
                int at = 0;
                for (String layer : outputs.keySet()) {
                    Maps maps = Maps.of(found.get(at++), input);
                    if (maps.isEmpty()) {
                        reason = "layer " + layer + " is empty";
                        return false;
                    }
                    channels.put(layer, maps.channels());
                }
                return true;
            } catch (RunRefused e) {
                reason = e.getMessage();
                return false;
            }
        }
    }
}
