package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.NetworkFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of Keras layers that DL4J's import takes without a word and computes otherwise than Keras, found by comparing the two. */
final class KerasLayers {
    private static final int CHANNEL_AXIS = 3;

    private KerasLayers() { }

    /** Looks at every layer of an architecture as Keras writes it; what is built otherwise is left to the import. */
    static void requireFaithful(Map<String, Object> architecture, NetworkFile file) {
        Object config = architecture.get("config");
        Object layers = config instanceof Map<?, ?> map ? map.get("layers") : config;
        if (layers instanceof List<?> list) {
            for (Object layer : list) {
                if (layer instanceof Map<?, ?> one && one.get("config") instanceof Map<?, ?> settings) {
                    unfaithful(String.valueOf(one.get("class_name")), settings).ifPresent(what -> {
                        throw StoredGraph.refused(file, "DeepLearning4J computes " + what + " (layer " + settings.get("name")
                                + ") otherwise than Keras: export the network to ONNX");
                    });
                }
            }
        }
    }

    private static Optional<String> unfaithful(String kind, Map<?, ?> settings) {
        boolean wrong = switch (kind) {
            case "Conv2D" -> settings.get("groups") instanceof Integer groups && groups != 1;
            case "PReLU" -> true;
            case "UpSampling2D" -> settings.get("interpolation") instanceof String way && !way.equals("nearest");
            case "Concatenate", "Softmax", "BatchNormalization" -> !isLast(settings.get("axis"));
            default -> false;
        };
        return wrong ? Optional.of(switch (kind) {
            case "Conv2D" -> "convolutions in groups";
            case "PReLU" -> "PReLU";
            case "UpSampling2D" -> "upsampling that interpolates";
            default -> kind + " over another axis than the channels";
        }) : Optional.empty();
    }

    /** Channels are axis 3 of images and 1 of vectors, but 1 is rows for an image, so only -1 says it for both. */
    private static boolean isLast(Object axis) {
        Object one = axis instanceof List<?> list && list.size() == 1 ? list.get(0) : axis;
        return one == null || one instanceof Integer number && (number == -1 || number == CHANNEL_AXIS);
    }
}
