"""Times nibabel and pydicom on images of the user's: milliseconds and MB/s of 16-bit voxels, medians, one thread.

    pip install nibabel==5.4.2 pydicom==3.0.2
    python benchmarks/peers/reading.py image.nii.gz folder-of-a-dicom-series

The same by our readers: java -jar benchmarks/target/benchmarks.jar ReadingBenchmark.read -p source=image.nii.gz,folder
"""
import pathlib
import statistics
import sys
import time

import nibabel
import numpy as np
import pydicom


def nifti(path):
    return np.asanyarray(nibabel.load(path).dataobj)


def dicom(folder):
    slices = [pydicom.dcmread(file) for file in sorted(folder.iterdir())]
    slices.sort(key=lambda one: float(one.ImagePositionPatient[2]))
    rescaled = [one.pixel_array.astype(np.int32) * int(one.RescaleSlope) + int(one.RescaleIntercept) for one in slices]
    return np.stack(rescaled).astype(np.int16)


for name in sys.argv[1:]:
    path = pathlib.Path(name)
    read = dicom if path.is_dir() else nifti
    times = []
    for i in range(20):
        start = time.perf_counter()
        voxels = read(path)
        times.append(time.perf_counter() - start)
    median = statistics.median(times[5:])
    print(f"{path.name}: {voxels.shape} {voxels.dtype}, {1e3 * median:.1f} ms, {2e-6 * voxels.size / median:.0f} MB/s of 16-bit voxels")
