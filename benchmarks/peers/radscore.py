"""Times scikit-learn on the cohort of StatisticsBenchmark: same numbers, same work, one thread.

    pip install scikit-learn
    python benchmarks/peers/radscore.py

Prints medians in milliseconds, and writes cohort.csv for radscore.R where --csv FILE is given.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse
import statistics
import time

import numpy as np
import sklearn
from sklearn.feature_selection import mutual_info_classif
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

BINS = 5
KEEP = 10
LAMBDA = 0.05


def hash32(x, y, z, seed):
    mask = np.uint64(0xFFFFFFFF)
    v = (x * np.uint64(0x9E3779B1) + y * np.uint64(0x85EBCA77) + np.uint64(z * 0xC2B2AE3D)
         + np.uint64(seed * 0x27D4EB2F)) & mask
    v ^= v >> np.uint64(16)
    v = (v * np.uint64(0x7FEB352D)) & mask
    v ^= v >> np.uint64(15)
    v = (v * np.uint64(0x846CA68B)) & mask
    v ^= v >> np.uint64(16)
    return v


def cohort(cases, features, events):
    i = np.arange(cases, dtype=np.uint64)[:, None]
    j = np.arange(features + 1, dtype=np.uint64)[None, :]
    total = sum((hash32(i, j, 0, s) >> np.uint64(8)).astype(np.int64) for s in range(10, 14))
    values = total / float(1 << 24) - 2
    latent = values[:, features] + values[:, :5].sum(axis=1)
    y = np.zeros(cases, dtype=int)
    y[np.argsort(-latent, kind="stable")[:events]] = 1
    return np.ascontiguousarray(values[:, :features]), y


def binned_information(x, y):
    """Plug-in mutual information of equal-frequency bins for all columns at once, vectorised."""
    n, p = x.shape
    bins = np.empty((n, p), dtype=np.int64)
    ranks = np.arange(n) * BINS // n
    order = np.argsort(x, axis=0, kind="stable")
    np.put_along_axis(bins, order, ranks[:, None], axis=0)
    cell = (np.arange(p)[None, :] * BINS + bins) * 2 + y[:, None]
    joint = np.bincount(cell.ravel(), minlength=p * BINS * 2).reshape(p, BINS, 2) / n
    expected = joint.sum(axis=2, keepdims=True) * joint.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(joint > 0, joint * np.log(joint / expected), 0).sum(axis=(1, 2))


def fit(x, y):
    """Top features by binned information, z-score, ridge logistic regression: one fit of the recipe."""
    top = np.argsort(-binned_information(x, y), kind="stable")[:KEEP]
    mean = x[:, top].mean(axis=0)
    sd = x[:, top].std(axis=0)
    model = LogisticRegression(C=1 / (LAMBDA * len(y)), tol=1e-8, max_iter=1000)
    model.fit((x[:, top] - mean) / sd, y)
    return lambda rows: model.decision_function((rows[:, top] - mean) / sd)


def optimism(x, y, samples, seed):
    random = np.random.default_rng(seed)
    apparent = roc_auc_score(y, fit(x, y)(x))
    differences = []
    for _ in range(samples):
        rows = random.integers(0, len(y), len(y))
        score = fit(x[rows], y[rows])
        differences.append(roc_auc_score(y[rows], score(x[rows])) - roc_auc_score(y, score(x)))
    return apparent - np.mean(differences)


def median_ms(work, repeats):
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--csv", help="write the cohort of 170 x 2000 here")
    arguments.add_argument("--samples", type=int, default=1000)
    chosen = arguments.parse_args()
    print("scikit-learn", sklearn.__version__, "numpy", np.__version__)
    x, y = cohort(170, 2000, 39)
    if chosen.csv:
        np.savetxt(chosen.csv, np.column_stack([y, x]), delimiter=",", fmt="%.17g")
    print("MI ranking, 170 x 2000, k = 3: %.1f ms" % median_ms(
        lambda: mutual_info_classif(x, y, n_neighbors=3, random_state=0), 5))
    print("MI ranking, 170 x 2000, 5 equal-frequency bins (vectorised numpy): %.1f ms" % median_ms(
        lambda: binned_information(x, y), 5))
    print("bootstrap of the recipe, 170 x 2000, %d samples: %.0f ms" % (chosen.samples, median_ms(
        lambda: optimism(x, y, chosen.samples, 1), 1)))
    wide, outcome = cohort(2000, 5000, 460)
    print("MI ranking, 2000 x 5000, k = 3: %.0f ms" % median_ms(
        lambda: mutual_info_classif(wide, outcome, n_neighbors=3, random_state=0), 1))


if __name__ == "__main__":
    main()
