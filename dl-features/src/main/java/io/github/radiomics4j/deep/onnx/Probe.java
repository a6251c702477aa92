package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.onnx.OnnxSession.RunRefused;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model does not declare and a run shows.
 *
 * @param minimumSize the smallest image that leaves a position in every layer, pixels along an edge
 * @param channels of each layer
 */
record Probe(int minimumSize, Map<String, Integer> channels) {
    private static final int LARGEST = 512;

    static Probe of(OnnxSession session, ImageInput input, Map<String, String> outputs, String file) {
        Trial trial = new Trial(session, input, outputs);
        int works = input.size().orElse(1);
        Optional<Map<String, Integer>> found = trial.channels(works);
        while (found.isEmpty() && input.size().isEmpty() && works < LARGEST) {
            works *= 2;
            found = trial.channels(works);
        }
        if (found.isEmpty()) {
            throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "the network in " + file + " computes no blank image of "
                    + (input.size().isPresent() ? works : "1, 2, 4 … " + LARGEST) + " pixels along an edge: " + trial.reason);
        }
        int fails = input.size().isPresent() ? works - 1 : works / 2;
        while (works - fails > 1) {
            int between = (works + fails) / 2;
            Optional<Map<String, Integer>> smaller = trial.channels(between);
            if (smaller.isPresent()) {
                works = between;
                found = smaller;
            } else {
                fails = between;
            }
        }
        return new Probe(works, found.get());
    }

    /** Runs on blank images; a run that the network refuses is an answer here, not an error. */
    private static final class Trial {
        private final OnnxSession session;
        private final ImageInput input;
        private final Map<String, String> outputs;
        private String reason = "";

        Trial(OnnxSession session, ImageInput input, Map<String, String> outputs) {
            this.session = session;
            this.input = input;
            this.outputs = outputs;
        }

        /** The channels of each layer for a size, empty where there is a layer without any position. */
        Optional<Map<String, Integer>> channels(int size) {
            Map<String, Integer> channels = new LinkedHashMap<>();
            try {
                List<TensorValues> found = session.run(input.name(), input.batch(new float[0], 0, 0, size),
                        new LinkedHashSet<>(outputs.values()));
                int at = 0;
                for (String layer : outputs.keySet()) {
                    Maps maps = Maps.of(found.get(at++), input);
                    if (maps.isEmpty()) {
                        reason = "layer " + layer + " is empty";
                        return Optional.empty();
                    }
                    channels.put(layer, maps.channels());
                }
                return Optional.of(channels);
            } catch (RunRefused e) {
                reason = e.getMessage();
                return Optional.empty();
            }
        }
    }
}
