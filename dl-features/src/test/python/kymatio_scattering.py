"""Writes the reference coefficients of WaveletScatteringTest. Needs kymatio==0.3.0, numpy and scipy<1.15 (a function that Kymatio imports is gone after it).

    python kymatio_scattering.py > ../resources/io/github/radiomics4j/deep/scattering/kymatio-0.3.0.csv

The image of edge n is x(row, column) = ((17 row + 31 column + row * column) mod 29) / 8 - 1.5 + row / 16, exact in single precision.
Of each image all paths at the position (row, column) = (k, 2 k) mod the number of positions per axis, for path k, are written.
"""
import sys

import numpy as np
from kymatio.numpy import Scattering2D

print("edge,scales,angles,path,row,column,coefficient")
for edge, scales, angles in [(32, 2, 8), (32, 3, 8), (64, 3, 8), (64, 3, 4), (48, 4, 6), (28, 2, 8), (27, 1, 3)]:
    row, column = np.mgrid[0:edge, 0:edge]
    image = ((17 * row + 31 * column + row * column) % 29) / 8 - 1.5 + row / 16
    coefficients = Scattering2D(J=scales, shape=(edge, edge), L=angles)(image)
    for k, map_ in enumerate(coefficients):
        r, c = k % map_.shape[0], 2 * k % map_.shape[1]
        print(f"{edge},{scales},{angles},{k},{r},{c},{map_[r, c]:.12g}")
sys.stdout.flush()
