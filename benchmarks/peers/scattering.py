"""Times Kymatio (numpy backend) on the images of ScatteringBenchmark: processor time per image, medians in milliseconds.

    pip install kymatio==0.3.0 "scipy<1.15"
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python benchmarks/peers/scattering.py

Kymatio has no directional wavelets in space: 64 x 64 only.
"""
import statistics
import time

import numpy as np
from kymatio.numpy import Scattering2D

image = np.random.default_rng(1).standard_normal((64, 64))
for dtype in (np.float64, np.float32):
    scattering = Scattering2D(J=3, shape=(64, 64), L=8)
    one = image.astype(dtype)
    times = []
    for i in range(40):
        start = time.process_time()
        scattering(one)
        times.append(time.process_time() - start)
    print(f"64 x 64, 3 scales, 8 angles, {dtype.__name__}: {1e3 * statistics.median(times[10:]):.2f} ms")
    batch = np.stack([one] * 16)
    start = time.process_time()
    scattering(batch)
    print(f"  in a batch of 16: {1e3 * (time.process_time() - start) / 16:.2f} ms")
