"""Writes ResNet-18 and ResNet-50 with random weights as ONNX, and what PyTorch computes with them for an image of 224 x 224 pixels.

    pip install torch torchvision onnx numpy
    python full_size_networks.py FOLDER
    mvn -pl dl-features -am test -Dtest=FullSizeNetworksTest -Dsurefire.failIfNoSpecifiedTests=false -Dradiomics4j.networks=FOLDER

The files have 45 and 94 MB, so they are not kept.
"""
import pathlib
import sys

import torch
import torchvision
from torch import nn

from networks import expected, export, randomised, write


class Stages(nn.Module):
    """The maps after each stage of one of torchvision's ResNets, and their means."""
    outputs = ("layer1", "layer2", "layer3", "layer4", "avgpool")

    def __init__(self, resnet):
        super().__init__()
        self.resnet = resnet

    def forward(self, x):
        r = self.resnet
        x = r.maxpool(r.relu(r.bn1(r.conv1(x))))
        maps = []
        for stage in (r.layer1, r.layer2, r.layer3, r.layer4):
            x = stage(x)
            maps.append(x)
        return (*maps, x.mean(dim=(2, 3)))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, seed in (("resnet18", 3), ("resnet50", 4)):
        network = randomised(Stages(getattr(torchvision.models, name)(weights=None)), seed)
        export(network, 3, 224, folder / (name + ".onnx"))
        expected(network, name, 3, 224, rows)
    write(rows, folder)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(pathlib.Path(sys.argv[1]))
