"""Times PyRadiomics, pictologics, MIRP and radiomics4j on one region in one run, by turns: seconds, medians, as a markdown table.

    pip install numpy nibabel pictologics==0.4.0 mirp==2.3.4 pyradiomics
    mvn -q -DskipTests -pl examples/cli,benchmarks -am package
    taskset -c 0 python benchmarks/peers/features.py                       # the volume of docs/benchmarks.md, 1 000 245 voxels
    taskset -c 0 python benchmarks/peers/features.py --part 60 --rounds 1  # an octant's piece of it, to see that all works

A peer that cannot be imported is skipped with a message. Peers that need different Pythons (pictologics 3.12 or newer, PyRadiomics 3.0.1
3.11 or older, installed with --no-build-isolation) get one each: --python pyradiomics=venv311/bin/python.

All have the same 32 grey levels: PyRadiomics and pictologics are given the level image, MIRP and radiomics4j bin by number, which gives
these levels. Rows of families are warm calls in one process per peer, after one call that does not count; pictologics gets
arrays cropped to the region, PyRadiomics images in memory, MIRP paths, as their interfaces have it; radiomics4j a prepared region.
The row "all, one process" is the same for everybody: a new process that reads the files and computes those of the families that
it has. What morphology holds differs: without Moran's I and Geary's C here (MIRP has them over a sample, the others not at all);
radiomics4j's process has them over all pairs.
"""
import argparse
import csv
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

LEVELS = 32
FAMILIES = ["glcm", "glrlm", "glszm", "gldzm", "ngtdm", "ngldm", "intensity", "morphology"]
PEERS = ["pyradiomics", "pictologics", "mirp"]
OURS = ["glcm", "glrlm", "glszm", "gldzm", "ngtdm", "ngldm", "intensity_statistics", "morphology"]
# One feature of each family that all peers have, to see that they did the same work: its IBSI code.
CHECKED = {"glcm": "ACUI", "glrlm": "8CE5", "glszm": "P30P", "gldzm": "VIWW", "ngtdm": "QCDE", "ngldm": "DNX2", "intensity": "Q4LE",
           "morphology": "YEKZ"}
ONE_THREAD = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS",
              "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS"]


# The volume of docs/benchmarks.md, arrays in the order x, y, z.

def hashed(x, y, z, seed):
    import numpy as np
    with np.errstate(over="ignore"):
        v = (np.asarray(x, np.uint32) * np.uint32(0x9E3779B1) + np.asarray(y, np.uint32) * np.uint32(0x85EBCA77)
             + np.asarray(z, np.uint32) * np.uint32(0xC2B2AE3D) + np.uint32(seed * 0x27D4EB2F & 0xFFFFFFFF))
        v ^= v >> np.uint32(16)
        v *= np.uint32(0x7FEB352D)
        v ^= v >> np.uint32(15)
        v *= np.uint32(0x846CA68B)
        return v ^ v >> np.uint32(16)


def smooth(position, seed, r):
    import numpy as np
    values = (hashed(*position, seed) >> np.uint32(22)).astype(np.int64)
    for _ in range(2):
        for axis in range(3):
            values = sum(np.roll(values, k, axis) for k in range(-r, r + 1))
    return values


def volume():
    import numpy as np
    position = np.meshgrid(np.arange(256), np.arange(256), np.arange(128), indexing="ij", sparse=True)
    x, y, z = [p.astype(np.int64) for p in position]
    image = (smooth(position, 1, 2) - 7992187) // 4096 + (hashed(*position, 2) >> np.uint32(27)).astype(np.int64) - 16
    q = (smooth(position, 3, 16) - 660586065143) // 2 ** 20
    e = (x - 128) ** 2 * 65536 // 6400 + (y - 128) ** 2 * 65536 // 4900 + (z - 64) ** 2 * 65536 // 2025
    mask = (e + 10 * q < 65536).astype(np.uint8)
    image = image.astype("<i2")
    levels = grey(image, mask)
    for name, array, digest in [("image", image, "2e80c06cf3a1ea51522921fbcd7dd7d8a43e3f5645d42c553ede74f4afa20dab"),
                                ("mask", mask, "62382dc8cecccfaa0c3e0ff725f1b63b19563354a3bdb5d177f7ba03c475df4a"),
                                ("grey levels", levels, "78f372b2540040b720bbe20d20361340140169a5f7679223a1d69a4431b01d57")]:
        if hashlib.sha256(array.tobytes(order="F")).hexdigest() != digest:
            sys.exit(f"the {name} do not have the bytes of their definition")
    return image, mask


def grey(image, mask):
    import numpy as np
    inside = image[mask > 0].astype(np.int64)
    low, high = inside.min(), inside.max()
    levels = 1 + np.minimum(LEVELS - 1, (image.astype(np.int64) - low) * LEVELS // (high - low))
    return np.where(mask > 0, levels, 0).astype(np.uint8)


def write(folder, part):
    import nibabel
    import numpy as np
    image, mask = volume()
    if part:
        octant = (slice(128, 128 + part), slice(128, 128 + part), slice(64, min(128, 64 + part)))
        image, mask = image[octant], mask[octant]
    for name, array in [("image", image), ("mask", mask), ("levels", grey(image, mask))]:
        nibabel.save(nibabel.Nifti1Image(np.ascontiguousarray(array), np.eye(4)), folder / f"{name}.nii")
    return int(mask.sum())


# Peers: each has a function that computes a family and returns its features by name or code; families that it lacks are absent.

class PyRadiomics:
    CLASSES = {"glcm": "glcm", "glrlm": "glrlm", "glszm": "glszm", "ngtdm": "ngtdm", "ngldm": "gldm", "intensity": "firstorder",
               "morphology": "shape"}
    NAMES = {"glcm": "Contrast", "glrlm": "GrayLevelVariance", "glszm": "ZonePercentage", "ngtdm": "Coarseness",
             "ngldm": "DependenceVariance", "intensity": "Mean", "morphology": "VoxelVolume"}

    def __init__(self, folder):
        import logging
        import SimpleITK
        import radiomics
        from radiomics import featureextractor
        radiomics.logger.setLevel(logging.ERROR)
        self.version = "PyRadiomics " + radiomics.__version__
        self.families = list(self.CLASSES)
        self.image, self.mask, self.levels = [SimpleITK.ReadImage(str(folder / f"{name}.nii")) for name in ("image", "mask", "levels")]
        self.extractor = featureextractor.RadiomicsFeatureExtractor(binWidth=1, additionalInfo=False)

    def measure(self, family):
        self.extractor.disableAllFeatures()
        self.extractor.enableFeatureClassByName(self.CLASSES[family])
        image = self.image if family in ("intensity", "morphology") else self.levels
        found = self.extractor.execute(image, self.mask)
        return {key.rsplit("_", 1)[1]: value for key, value in found.items()}, self.NAMES[family]


class Pictologics:
    def __init__(self, folder):
        import importlib.metadata
        import numpy as np
        import pictologics
        from pictologics.features import intensity, morphology, texture
        self.version = "pictologics " + importlib.metadata.version("pictologics")
        self.image, self.mask, levels = [pictologics.load_image(str(folder / f"{name}.nii")) for name in ("image", "mask", "levels")]
        inside = np.nonzero(self.mask.array)
        box = tuple(slice(axis.min(), axis.max() + 1) for axis in inside)
        mask, grey_levels = self.mask.array[box].copy(), levels.array[box].copy()
        values = self.image.array[self.mask.array > 0]
        self.calls = {
            "glcm": lambda: texture.calculate_glcm_features(grey_levels, mask, LEVELS),
            "glrlm": lambda: texture.calculate_glrlm_features(grey_levels, mask, LEVELS),
            "glszm": lambda: texture.calculate_glszm_features(grey_levels, mask, LEVELS),
            "gldzm": lambda: texture.calculate_gldzm_features(grey_levels, mask, LEVELS, distance_mask=mask),
            "ngtdm": lambda: texture.calculate_ngtdm_features(grey_levels, mask, LEVELS),
            "ngldm": lambda: texture.calculate_ngldm_features(grey_levels, mask, LEVELS),
            "intensity": lambda: intensity.calculate_intensity_features(values),
            "morphology": lambda: morphology.calculate_morphology_features(self.mask, self.image),
        }
        self.families = list(self.calls)

    def measure(self, family):
        return self.calls[family](), CHECKED[family]


class Mirp:
    TAGS = {"glcm": "cm", "glrlm": "rlm", "glszm": "szm", "gldzm": "dzm", "ngtdm": "ngtdm", "ngldm": "ngldm", "intensity": "stat",
            "morphology": "morph"}
    NAMES = {"glcm": "cm_contrast", "glrlm": "rlm_gl_var", "glszm": "szm_z_perc", "gldzm": "dzm_z_perc", "ngtdm": "ngt_coarseness",
             "ngldm": "ngl_dc_var", "intensity": "stat_mean", "morphology": "morph_vol_approx"}

    def __init__(self, folder):
        import importlib.metadata
        import logging
        from mirp import extract_features
        logging.disable(logging.INFO)
        self.version = "MIRP " + importlib.metadata.version("mirp")
        self.extract = extract_features
        self.folder = folder
        self.families = list(self.TAGS)

    def measure(self, family):
        table = self.extract(image=str(self.folder / "image.nii"), mask=str(self.folder / "mask.nii"),
                             base_feature_families=self.TAGS[family], base_discretisation_method="fixed_bin_number",
                             base_discretisation_n_bins=LEVELS,
                             glcm_spatial_method="3d_volume_merge", glrlm_spatial_method="3d_volume_merge", write_features=False,
                             export_features=True)[0]
        prefix = self.NAMES[family].split("_")[0] + "_"
        return {key: value for key, value in table.iloc[0].items() if key.startswith(prefix)}, self.NAMES[family]


CLASSES = {"pyradiomics": PyRadiomics, "pictologics": Pictologics, "mirp": Mirp}


def worker(name, folder, once):
    """Answers one JSON line to each line that names a family; with once all families and out."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a peer prints is no answer
    try:
        peer = CLASSES[name](folder)
    except Exception as reason:  # whatever a peer's import or set-up raises, the others go on
        print(json.dumps({"skipped": f"{type(reason).__name__}: {reason}"}), file=answers, flush=True)
        return
    if once:
        for family in peer.families:
            peer.measure(family)
        return
    print(json.dumps({"version": peer.version, "families": peer.families}), file=answers, flush=True)
    for line in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        found, checked = peer.measure(line.split()[0])
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        check = [float(found[key]) for key in sorted((key for key in found if checked in key), key=len)]
        answer = {"wall": wall, "cpu": cpu, "features": len(found), "check": check[0] if check else None}
        print(json.dumps(answer), file=answers, flush=True)


class Warm:
    """A tool in a process of its own that stays."""

    def __init__(self, command, once):
        self.once = once
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment())
        self.hello = self.answer()

    @staticmethod
    def peer(name, python, folder):
        command = [python, __file__, "--worker", name, "--folder", str(folder)]
        return Warm(command, [*command, "--once"])

    @staticmethod
    def radiomics4j(arguments, folder):
        settings = folder / "settings.yaml"
        settings.write_text(f"discretisation: {{fixedBinNumber: {LEVELS}}}\nfamilies: [{', '.join(OURS)}]\n")
        files = [str(folder / "image.nii"), str(folder / "mask.nii")]
        worker = [arguments.java, "-cp", arguments.benchmarks, "io.github.radiomics4j.benchmarks.PeerWorker", *files, str(LEVELS)]
        return Warm(worker, [arguments.java, "-jar", arguments.jar, "extract", "--image", files[0], "--mask", files[1], "--settings",
                             str(settings), "--out", str(folder / "out.csv")])

    def answer(self):
        line = self.process.stdout.readline()
        return json.loads(line) if line else {"skipped": "its process has ended, see above"}

    def measure(self, family):
        self.process.stdin.write(f"{family} {CHECKED[family]}\n")
        self.process.stdin.flush()
        return self.answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def environment():
    return {**os.environ, **dict.fromkeys(ONE_THREAD, "1")}


def timed(command):
    """A whole process: wall and processor seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
    message = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed: {message[-2000:]}")
    return {"wall": time.perf_counter() - start, "cpu": usage.ru_utime + usage.ru_stime}


def main(arguments):
    pythons = dict(one.split("=", 1) for one in arguments.python)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        voxels = write(folder, arguments.part)
        peers = {}
        for peer in [*PEERS, "radiomics4j"]:
            warm = Warm.radiomics4j(arguments, folder) if peer == "radiomics4j" else Warm.peer(peer, pythons.get(peer, sys.executable), folder)
            if "skipped" in warm.hello:
                print(f"{peer} is skipped: {warm.hello['skipped']}", file=sys.stderr)
            else:
                peers[peer] = warm
        results = measured(arguments, peers)
        for warm in peers.values():
            warm.end()
        show(arguments, voxels, peers, results)


def measured(arguments, peers):
    """Lists of answers by row and tool; the first round warms up and does not count."""
    results = {}
    for turn in range(arguments.rounds + 1):
        for family in arguments.families + ["all, one process"]:
            for name in peers:
                answer = one(arguments, peers[name], family, turn)
                if answer and "skipped" in answer:
                    print(f"{name} has failed at {family}: {answer['skipped']}", file=sys.stderr)
                elif answer and turn > 0:
                    results.setdefault((family, name), []).append(answer)
    return results


def one(arguments, peer, family, turn):
    if family in FAMILIES:
        return peer.measure(family) if family in peer.hello["families"] and peer.process.poll() is None else None
    return timed(peer.once) if turn > 0 and not arguments.without_processes else None


def show(arguments, voxels, peers, results):
    print(f"{voxels} voxels, {LEVELS} grey levels, median of {arguments.rounds}; "
          "wall / CPU seconds (CPU by that of radiomics4j)\n")
    print("| | " + " | ".join(peer.hello["version"] for peer in peers.values()) + " |")
    print("|---" * (len(peers) + 1) + "|")
    for family in arguments.families + ["all, one process"]:
        print(f"| {family} | " + " | ".join(cell(results, family, name) for name in peers) + " |")
    print("\nThe value of one feature of each family (PyRadiomics averages GLCM and GLRLM over directions, the others merge them)\n")
    print("| | IBSI | " + " | ".join(peers) + " |")
    print("|---" * (len(peers) + 2) + "|")
    for family in arguments.families:
        values = [results.get((family, name), [{}])[0].get("check") for name in peers]
        print(f"| {family} | {CHECKED[family]} | " + " | ".join("" if v is None else f"{v:.10g}" for v in values) + " |")


def cell(results, family, name):
    answers = results.get((family, name))
    if not answers:
        return ""
    wall, cpu = [statistics.median(a[kind] for a in answers) for kind in ("wall", "cpu")]
    base = [statistics.median(a["cpu"] for a in results[family, "radiomics4j"])] if (family, "radiomics4j") in results else []
    return f"{wall:.3f} / {cpu:.3f}" + (f" ({cpu / base[0]:.1f})" if base and name != "radiomics4j" else "")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3, help="timed calls of each family, by turns")
    options.add_argument("--part", type=int, default=0, help="edge in voxels of a piece of the volume; default: the whole")
    options.add_argument("--families", nargs="+", choices=FAMILIES, default=FAMILIES)
    options.add_argument("--jar", default="examples/cli/target/radiomics4j.jar")
    options.add_argument("--benchmarks", default="benchmarks/target/benchmarks.jar")
    options.add_argument("--java", default="java")
    options.add_argument("--python", action="append", default=[], metavar="PEER=PATH", help="the Python that has a peer")
    options.add_argument("--without-processes", action="store_true", help="leave out the peers' cold processes")
    options.add_argument("--worker", choices=PEERS, help=argparse.SUPPRESS)
    options.add_argument("--folder", type=pathlib.Path, help=argparse.SUPPRESS)
    options.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.worker:
        worker(chosen.worker, chosen.folder, chosen.once)
    else:
        main(chosen)
