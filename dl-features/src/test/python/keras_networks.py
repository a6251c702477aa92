"""Writes the networks of the Keras tests and what Keras 2 computes with them.

    pip install tensorflow-cpu==2.15.1
    python keras_networks.py ../resources/io/github/radiomics4j/deep/dl4j

Weights are random but seeded; files and numbers may differ in the last digits between versions, so write both at once.
Needed only to make the files anew: the tests read what is in the resources.
"""
import pathlib
import sys
import warnings

import h5py
import numpy as np
import tensorflow as tf

keras = tf.keras
layers = keras.layers


def image(channels, size):
    """Pixels that Java computes to the same bits (channels first): an integer below 1009 over 1009, minus a half."""
    c, y, x = np.meshgrid(np.arange(channels), np.arange(size), np.arange(size), indexing="ij")
    wave = (x * x * 31 + y * y * 17 + x * y * 7 + c * 101) % 1009
    return (wave / 1009.0 - 0.5).astype(np.float32)


def chain(size):
    """A Sequential for one size, with a vector at the end."""
    return keras.Sequential([
        layers.Input((size, size, 1)), layers.Conv2D(8, 3, activation="relu", name="conv1"), layers.MaxPooling2D(2, name="pool1"),
        layers.Conv2D(12, 3, strides=2, padding="same", name="conv2"), layers.BatchNormalization(name="norm2"),
        layers.ReLU(name="relu2"), layers.Flatten(name="flat"), layers.Dense(10, activation="tanh", name="dense"),
        layers.Dropout(0.5, name="dropout"), layers.Dense(2, activation="softmax", name="classes")])


def residual(rows, columns):
    """Branches that meet, separable and depthwise convolutions, odd strides; for any size where rows and columns are None."""
    image_in = layers.Input((rows, columns, 3), name="image")
    x = layers.ZeroPadding2D(1, name="pad")(image_in)
    x = layers.Conv2D(8, 3, strides=2, use_bias=False, name="stem")(x)
    x = layers.BatchNormalization(name="stem_bn")(x)
    stem = layers.Activation("relu", name="stem_relu")(x)
    x = layers.Conv2D(8, 3, padding="same", name="Branch/conv")(stem)
    x = layers.BatchNormalization(epsilon=1e-5, scale=True, name="branch_bn")(x)
    x = layers.Add(name="sum")([x, stem])
    x = layers.LeakyReLU(0.1, name="sum_relu")(x)
    separable = layers.SeparableConv2D(8, 3, strides=2, padding="same", name="separable")(x)
    each = layers.DepthwiseConv2D(3, strides=2, padding="same", name="each")(x)
    x = layers.Concatenate(name="both")([separable, each])
    x = layers.ReLU(6.0, name="relu6")(x)
    x = layers.MaxPooling2D(3, 2, padding="same", name="pool")(x)
    x = layers.GlobalAveragePooling2D(name="pooled")(x)
    return keras.Model(image_in, layers.Dense(3, activation="softmax", name="classes")(x))


def randomised(network, seed):
    """Seeded weights; statistics of batch normalisation as after a training, not 0 and 1."""
    random = np.random.default_rng(seed)
    for layer in network.layers:
        weights = []
        for variable in layer.weights:
            values = random.standard_normal(variable.shape)
            if "kernel" in variable.name:
                values *= (2 / np.prod(variable.shape[:-1])) ** 0.5
            elif "gamma" in variable.name or "variance" in variable.name:
                values = 0.5 + random.random(variable.shape)
            else:
                values *= 0.2
            weights.append(values.astype(np.float32))
        layer.set_weights(weights)
    return network


def expected(network, name, channels, size, rows):
    wanted = [layer for layer in network.layers if not isinstance(layer, layers.InputLayer)]
    pixels = np.ascontiguousarray(image(channels, size).transpose(1, 2, 0)[None])
    found = keras.Model(network.inputs, [layer.output for layer in wanted]).predict(pixels, verbose=0)
    for layer, maps in zip(wanted, found):
        maps = np.moveaxis(maps[0].astype(np.float64), -1, 0)
        maps = maps.reshape(maps.shape[0], *(maps.shape[1:] if maps.ndim == 3 else (1, 1)))
        for c, one in enumerate(maps):
            rows.append([name, channels, size, layer.name.lower().replace("/", "_"), c, one.mean(), one.max(), one.std(), one[0, -1]])


def changed(source, file, change):
    """A copy of a file with something wrong in it."""
    file.write_bytes(source.read_bytes())
    with h5py.File(file, "r+") as h5:
        change(h5)


def odd_networks(folder):
    small = keras.Sequential([layers.Input((8, 8, 1)), layers.Conv2D(2, 3, name="conv")])
    small.save(folder / "small.h5")
    changed(folder / "small.h5", folder / "keras3.h5", lambda h5: h5.attrs.__setitem__("keras_version", "3.3.3"))
    changed(folder / "small.h5", folder / "no_weights.h5", lambda h5: h5["model_weights"].__delitem__("conv"))
    (folder / "small.h5").unlink()
    with h5py.File(folder / "weights_only.h5", "w") as h5:
        h5["conv/kernel:0"] = np.zeros((3, 3, 1, 2), np.float32)
    keras.Sequential([layers.Input((8, 9, 1)), layers.Conv2D(2, 3, name="conv")]).save(folder / "oblong.h5")
    keras.Sequential([layers.Input((8,)), layers.Dense(2, name="dense")]).save(folder / "vectors.h5")

    @keras.utils.register_keras_serializable("example")
    class Mend(layers.Layer):
        def call(self, x):
            return x * 2
    keras.Sequential([layers.Input((8, 8, 1)), layers.Conv2D(2, 3, name="conv"), Mend(name="mend")]).save(folder / "custom_layer.h5")


def main(folder):
    rows = []
    for name, network, channels, size, seed in (("keras_chain", chain(21), 1, 21, 1), ("keras_residual", residual(None, None), 3, 30, 2)):
        randomised(network, seed).save(folder / (name + ".h5"))
        expected(network, name, channels, size, rows)
    odd_networks(folder)
    with open(folder / "expected.csv", "w", newline="\n") as out:
        out.write("# Keras 2 of TensorFlow " + tf.__version__ + ", single precision; written by keras_networks.py\n")
        out.write("network,channels,size,layer,channel,mean,maximum,standard_deviation,top_right\n")
        for row in rows:
            out.write(",".join(str(v) if not isinstance(v, float) else format(v, ".9g") for v in row) + "\n")


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    main(pathlib.Path(sys.argv[1]))
