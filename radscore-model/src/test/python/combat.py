"""Writes the tables of the harmonisation tests and what neuroCombat and neuroHarmonize make of them.

    pip install neuroCombat==0.2.12 neuroHarmonize==2.5.2 numpy==1.26.4 pandas
    python combat.py ../resources/io/github/radiomics4j/radscore/harmonisation

neuroCombat stops its iteration at a relative change of 1e-4; here it goes on to 1e-14, so that the fixed point itself is compared.
`stopped_early_covariates` is what it gives by default. Values and covariates have few binary digits, since neuroCombat takes covariates
in single precision. Needed only to make the files anew: the tests read what is in the resources.
"""
import contextlib
import io
import pathlib
import sys

import neuroCombat
import numpy as np
import pandas as pd
from neuroHarmonize import harmonizationApply, harmonizationLearn

nc = sys.modules["neuroCombat.neuroCombat"]  # the package gives this name to a function
np.int = int  # neuroCombat 0.2.12 uses a name that numpy has given up

FEATURES = 8
SIZES = {1: 9, 2: 12, 4: 7}
NEW = {1: 3, 2: 3, 4: 2}
OUT = pathlib.Path(sys.argv[1])


def table(generator, sizes, effects):
    batch = np.repeat(list(sizes), list(sizes.values()))
    generator.shuffle(batch)
    age = np.round(generator.normal(60, 8, batch.size) + 3 * (batch == 4), 0)
    sex = generator.integers(0, 2, batch.size)
    values = np.zeros((batch.size, FEATURES))
    for g in range(FEATURES):
        location, scale, slope, tilt = effects["feature"][g]
        for i, b in enumerate(batch):
            shift, spread = effects["batch"][b][g]
            noise = generator.normal()
            values[i, g] = location + slope * age[i] + tilt * sex[i] + scale * (shift + spread * noise)
    frame = pd.DataFrame(np.round(values * 1024) / 1024, columns=[f"f{g}" for g in range(FEATURES)])
    frame.insert(0, "sex", sex)
    frame.insert(0, "age", age)
    frame.insert(0, "batch", batch)
    return frame


def effects(generator):
    feature = [(generator.normal(0, 20), generator.gamma(2, 2), generator.normal(0, 0.1), generator.normal(0, 1)) for _ in range(FEATURES)]
    batch = {b: [(generator.normal(m, 0.5), np.sqrt(1 / generator.gamma(6, 1 / (5 * s)))) for _ in range(FEATURES)]
             for b, m, s in ((1, 0, 1), (2, 1.5, 2), (4, -1, 0.5))}
    return {"feature": feature, "batch": batch}


def combat(frame, covariates, conv=1e-14, **options):
    nc.it_sol.__defaults__ = (conv,)
    with contextlib.redirect_stdout(io.StringIO()):
        found = nc.neuroCombat(frame.iloc[:, 3:].to_numpy(float).T, frame[["batch"] + covariates], "batch", continuous_cols=covariates, **options)
    return found["data"].T


def harmonised(frame, new, covariates, **options):
    def covars(f):
        c = f[["batch"] + covariates].astype(float).rename(columns={"batch": "SITE"})
        c["SITE"] = f["batch"]
        return c
    nc.it_sol.__defaults__ = (1e-14,)
    with contextlib.redirect_stdout(io.StringIO()):
        model, _ = harmonizationLearn(frame.iloc[:, 3:].to_numpy(float), covars(frame), **options)
        return harmonizationApply(new.iloc[:, 3:].to_numpy(float), covars(new), model)


expected = []


def write(name, values):
    frame = pd.DataFrame(values, columns=[f"f{g}" for g in range(FEATURES)])
    frame.insert(0, "what", name)
    expected.append(frame)


generator = np.random.default_rng(20)
truth = effects(generator)
training = table(generator, SIZES, truth)
new = table(generator, NEW, truth)
training.to_csv(OUT / "training.csv", index=False, lineterminator="\n")
new.to_csv(OUT / "new.csv", index=False, lineterminator="\n")

for label, covariates in (("plain", []), ("covariates", ["age", "sex"])):
    write(f"parametric_{label}", combat(training, covariates))
    write(f"non_parametric_{label}", combat(training, covariates, parametric=False))
    write(f"per_feature_{label}", combat(training, covariates, eb=False))
    write(f"parametric_means_{label}", combat(training, covariates, mean_only=True))
    write(f"non_parametric_means_{label}", combat(training, covariates, mean_only=True, parametric=False))
    write(f"per_feature_means_{label}", combat(training, covariates, mean_only=True, eb=False))
    write(f"parametric_reference_{label}", combat(training, covariates, ref_batch=2))
    write(f"per_feature_reference_{label}", combat(training, covariates, ref_batch=2, eb=False))
    write(f"non_parametric_reference_{label}", combat(training, covariates, ref_batch=2, parametric=False))
    write(f"parametric_means_reference_{label}", combat(training, covariates, ref_batch=2, mean_only=True))
write("stopped_early_covariates", combat(training, ["age", "sex"], conv=1e-4))
write("applied_plain", harmonised(training, new, []))
write("applied_covariates", harmonised(training, new, ["age", "sex"]))
pd.concat(expected).to_csv(OUT / "expected.csv", index=False, float_format="%.17g", lineterminator="\n")
print("largest difference of neuroCombat's own stopping rule:",
      np.abs(combat(training, ["age", "sex"]) - combat(training, ["age", "sex"], conv=1e-4)).max())
