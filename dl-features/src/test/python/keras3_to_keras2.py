"""Writes a network of Keras 3 (.keras or .h5) as the .h5 of Keras 2 that Dl4jEncoder reads.

    pip install keras jax h5py
    KERAS_BACKEND=jax python keras3_to_keras2.py network.keras network.h5

Works for networks of one input, chains and graphs, of layers that both versions have. Layers whose settings cannot be said in
Keras 2 stop the script or are refused by the encoder, which names them; export such networks to ONNX.
"""
import json
import sys

import h5py
import keras
import numpy as np

# what Keras 3 added to the settings of layers
NEW_SETTINGS = ("build_config", "module", "registered_name", "optional", "quantization_config", "seed")


def plain(value):
    """Settings without what only Keras 3 has: types become their names, objects keep class and settings."""
    if isinstance(value, dict):
        if value.get("class_name") == "DTypePolicy":
            return value["config"]["name"]
        if value.get("class_name") in ("__tuple__",):
            return plain(value["items"])
        return {name: plain(inner) for name, inner in value.items() if name not in NEW_SETTINGS}
    return [plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def inbound(layer):
    """The names of the layers that a layer takes its input from."""
    nodes = layer._inbound_nodes
    if len(nodes) != 1:
        sys.exit("layer " + layer.name + " is used " + str(len(nodes)) + " times: only once can be written")
    return [[[tensor._keras_history.operation.name, 0, tensor._keras_history.tensor_index, {}] for tensor in nodes[0].input_tensors]]


def layer_config(layer, chain):
    config = plain(layer.get_config())
    config["dtype"] = "float32"
    if isinstance(layer, keras.layers.InputLayer):
        config = {"name": layer.name, "batch_input_shape": list(layer.batch_shape), "dtype": "float32", "sparse": False, "ragged": False}
    if isinstance(layer, keras.layers.BatchNormalization):
        config["axis"] = [layer.axis % len(layer.input.shape)]
    if isinstance(layer, keras.layers.LeakyReLU):
        config["alpha"] = config.pop("negative_slope")
    found = {"class_name": type(layer).__name__, "config": config}
    return found if chain else found | {"name": layer.name,
                                        "inbound_nodes": [] if isinstance(layer, keras.layers.InputLayer) else inbound(layer)}


def architecture(network):
    chain = isinstance(network, keras.Sequential)
    layers = list(network._layers) if chain else network.layers
    config = {"name": network.name, "layers": [layer_config(layer, chain) for layer in layers]}
    if not chain:
        config |= {"input_layers": [[tensor._keras_history.operation.name, 0, 0] for tensor in network.inputs],
                   "output_layers": [[tensor._keras_history.operation.name, 0, 0] for tensor in network.outputs]}
    return {"class_name": "Sequential" if chain else "Functional", "config": config}


def variable_name(layer, variable):
    depthwise = isinstance(layer, keras.layers.DepthwiseConv2D) and variable.name == "kernel"
    return "depthwise_kernel" if depthwise else variable.name


def main(source, target):
    network = keras.models.load_model(source, compile=False)
    with h5py.File(target, "w") as h5:
        h5.attrs["keras_version"] = "2.15.0"
        h5.attrs["backend"] = "tensorflow"
        h5.attrs["model_config"] = json.dumps(architecture(network))
        weights = h5.create_group("model_weights")
        for layer in network.layers:
            group = weights.create_group(layer.name)
            names = [layer.name + "/" + variable_name(layer, variable) + ":0" for variable in layer.weights]
            group.attrs["weight_names"] = np.array(names, dtype="S")
            for name, variable in zip(names, layer.weights):
                group[name] = np.asarray(variable.value, np.float32)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
