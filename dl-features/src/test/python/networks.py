"""Writes the networks of the ONNX tests and what PyTorch computes with them.

    pip install torch onnx onnxscript numpy
    python networks.py ../resources/io/github/radiomics4j/deep/onnx

Weights are random but seeded; files and numbers may differ in the last digits between versions of PyTorch, so write both at once.
Needed only to make the files anew: the tests read what is in the resources.
"""
import pathlib
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn


def image(channels, size):
    """Pixels that Java computes to the same bits: an integer below 1009 over 1009, minus a half."""
    c, y, x = np.meshgrid(np.arange(channels), np.arange(size), np.arange(size), indexing="ij")
    wave = (x * x * 31 + y * y * 17 + x * y * 7 + c * 101) % 1009
    return (wave / 1009.0 - 0.5).astype(np.float32)[None]


def randomised(network, seed):
    """Seeded weights; statistics of batch normalisation as after a training, not 0 and 1."""
    generator = torch.Generator().manual_seed(seed)
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            fan_in = module.in_channels * module.kernel_size[0] * module.kernel_size[1]
            module.weight.data = torch.randn(module.weight.shape, generator=generator) * (2 / fan_in) ** 0.5
            if module.bias is not None:
                module.bias.data = torch.randn(module.bias.shape, generator=generator) * 0.1
        if isinstance(module, nn.BatchNorm2d):
            module.weight.data = 0.5 + torch.rand(module.weight.shape, generator=generator)
            module.bias.data = torch.randn(module.bias.shape, generator=generator) * 0.2
            module.running_mean = torch.randn(module.running_mean.shape, generator=generator) * 0.2
            module.running_var = 0.5 + torch.rand(module.running_var.shape, generator=generator)
    return network.eval()


class SmallCnn(nn.Module):
    """Two convolutions without padding, one channel in: the smallest image is 8 × 8."""
    outputs = ("conv1", "conv2", "features")

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(1, 8, 3)
        self.second = nn.Conv2d(8, 16, 3)

    def forward(self, x):
        conv1 = torch.relu(self.first(x))
        conv2 = torch.relu(self.second(torch.max_pool2d(conv1, 2)))
        return conv1, conv2, conv2.mean(dim=(2, 3))


class Block(nn.Module):
    """The basic block of He et al. (2016)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Identity() if inputs == outputs and stride == 1 else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return torch.relu(self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x))))) + self.shortcut(x))


class NarrowResNet18(nn.Module):
    """ResNet-18 with 8 instead of 64 channels at the stem, without its classifier."""
    outputs = ("layer1", "layer2", "layer3", "layer4", "avgpool")

    def __init__(self, width=8):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, 2, 1))
        self.stages = nn.ModuleList()
        inputs = width
        for stage in range(4):
            outputs = width * 2 ** stage
            self.stages.append(nn.Sequential(Block(inputs, outputs, 1 if stage == 0 else 2), Block(outputs, outputs, 1)))
            inputs = outputs

    def forward(self, x):
        x = self.stem(x)
        maps = []
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        return (*maps, x.mean(dim=(2, 3)))


def export(network, channels, size, file):
    axes = {name: {0: "batch"} for name in ("image", *network.outputs)}
    axes["image"].update({2: "rows", 3: "columns"})
    torch.onnx.export(network, (torch.zeros(1, channels, size, size),), file, input_names=["image"], output_names=list(network.outputs),
                      dynamic_axes=axes, opset_version=17, dynamo=False)


def expected(network, name, channels, size, rows):
    with torch.no_grad():
        found = network(torch.from_numpy(image(channels, size)))
    for layer, maps in zip(network.outputs, found):
        maps = maps[0].double().numpy()
        maps = maps.reshape(maps.shape[0], *(maps.shape[1:] if maps.ndim == 3 else (1, 1)))
        for c, one in enumerate(maps):
            rows.append([name, channels, size, layer, c, one.mean(), one.max(), one.std(), one[0, -1]])


def model(nodes, inputs, outputs, weights, file, domains=()):
    graph = helper.make_graph(nodes, "test", inputs, outputs, initializer=weights)
    opsets = [helper.make_opsetid("", 17)] + [helper.make_opsetid(domain, 1) for domain in domains]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), file)


def floats(name, *shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def odd_networks(folder):
    """Small graphs, each with one thing that is special or wrong."""
    kernel = numpy_helper.from_array(np.arange(1, 7, dtype=np.float32).reshape(2, 3, 1, 1), "kernel")
    weigh = helper.make_node("Conv", ["first", "kernel"], ["maps"])
    # channels last, fixed size and batch, as converters from TensorFlow write them
    model([helper.make_node("Transpose", ["image"], ["first"], perm=[0, 3, 1, 2]), weigh,
           helper.make_node("Transpose", ["maps"], ["Block/Conv:0"], perm=[0, 2, 3, 1])],
          [floats("image", 2, 5, 5, 3)], [floats("Block/Conv:0", 2, 5, 5, 2)], [kernel], folder / "channels_last.onnx")
    conv = helper.make_node("Conv", ["image", "kernel"], ["maps"])
    model([conv, helper.make_node("Mend", ["maps"], ["mended"], domain="org.example")],
          [floats("image", "n", 3, "h", "w")], [floats("mended", "n", 2, "h", "w")], [kernel], folder / "custom_operator.onnx",
          ["org.example"])
    model([conv], [floats("image", "n", "c", "h", "w")], [floats("maps", "n", 2, "h", "w")], [kernel], folder / "free_channels.onnx")
    model([conv], [floats("image", "n", 3, 8, 9)], [floats("maps", "n", 2, 8, 9)], [kernel], folder / "oblong.onnx")
    model([conv, helper.make_node("Add", ["maps", "other"], ["sum"])], [floats("image", 1, 3, 8, 8), floats("other", 1, 2, 8, 8)],
          [floats("sum", 1, 2, 8, 8)], [kernel], folder / "two_inputs.onnx")
    model([conv, helper.make_node("Shape", ["maps"], ["shape"])], [floats("image", "n", 3, "h", "w")],
          [helper.make_tensor_value_info("shape", TensorProto.INT64, [4])], [kernel], folder / "no_maps.onnx")
    model([conv, helper.make_node("Flatten", ["maps"], ["flat"])], [floats("image", "n", 3, "h", "w")], [floats("flat", "n", "f")],
          [kernel], folder / "flat.onnx")
    elsewhere = TensorProto(name="kernel", data_type=TensorProto.FLOAT, dims=[2, 3, 1, 1], data_location=TensorProto.EXTERNAL)
    elsewhere.external_data.add(key="location", value="kernel.bin")
    model([conv], [floats("image", "n", 3, "h", "w")], [floats("maps", "n", 2, "h", "w")], [elsewhere], folder / "weights_elsewhere.onnx")


def main(folder):
    rows = []
    for network, name, channels, size, seed in ((SmallCnn(), "small_cnn", 1, 32, 1), (NarrowResNet18(), "narrow_resnet18", 3, 64, 2)):
        randomised(network, seed)
        export(network, channels, size, folder / (name + ".onnx"))
        expected(network, name, channels, size, rows)
    odd_networks(folder)
    write(rows, folder)


def write(rows, folder):
    with open(folder / "expected.csv", "w", newline="\n") as out:
        out.write("# PyTorch " + torch.__version__ + ", single precision on one CPU thread; written by networks.py\n")
        out.write("network,channels,size,layer,channel,mean,maximum,standard_deviation,top_right\n")
        for row in rows:
            out.write(",".join(str(v) if not isinstance(v, float) else format(v, ".9g") for v in row) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(pathlib.Path(sys.argv[1]))
