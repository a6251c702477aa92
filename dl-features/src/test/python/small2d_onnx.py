"""Writes Dl4jEncoder.small2d(1) as an ONNX file: the same weights, drawn as java.util.Random draws them.

    pip install onnx numpy
    python small2d_onnx.py ../resources/io/github/radiomics4j/deep/onnx/small2d_seed1.onnx

SameNetworkTest compares the two engines; EngineBenchmark times them.
"""
import math
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS = (("conv1", 1, 16), ("conv2", 16, 32), ("conv3", 32, 64))


class JavaRandom:
    """The linear congruential generator and the polar method that the Javadoc of java.util.Random specifies."""

    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)
        self.spare = None

    def bits(self, count):
        self.state = (self.state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self.state >> (48 - count)

    def double(self):
        return ((self.bits(26) << 27) + self.bits(27)) * 2.0 ** -53

    def gaussian(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        while True:
            a, b = 2 * self.double() - 1, 2 * self.double() - 1
            s = a * a + b * b
            if 0 < s < 1:
                factor = math.sqrt(-2 * math.log(s) / s)
                self.spare = b * factor
                return a * factor


def main(target):
    random = JavaRandom(1)
    nodes, weights, outputs, source = [], [], [], "image"
    for number, (name, inputs, channels) in enumerate(LAYERS, 1):
        deviation = math.sqrt(2.0 / (9 * (inputs + channels)))
        kernel = np.array([random.gaussian() * deviation for _ in range(channels * inputs * 9)]).astype(np.float32)
        weights.append(numpy_helper.from_array(kernel.reshape(channels, inputs, 3, 3), f"{name}.kernel"))
        weights.append(numpy_helper.from_array(np.zeros(channels, np.float32), f"{name}.bias"))
        nodes.append(helper.make_node("Conv", [source, f"{name}.kernel", f"{name}.bias"], [f"{name}.sum"], kernel_shape=[3, 3],
                                      pads=[1, 1, 1, 1]))
        nodes.append(helper.make_node("Relu", [f"{name}.sum"], [name]))
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", channels, f"{name}.y", f"{name}.x"]))
        if number < len(LAYERS):
            nodes.append(helper.make_node("MaxPool", [name], [f"pool{number}"], kernel_shape=[2, 2], strides=[2, 2]))
            source = f"pool{number}"
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 1, "y", "x"])
    model = helper.make_model(helper.make_graph(nodes, "small2d", [image], outputs, weights),
                              opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, target)


main(sys.argv[1])
