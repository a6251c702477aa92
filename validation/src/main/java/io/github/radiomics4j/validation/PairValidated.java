package io.github.radiomics4j.validation;

import io.github.radiomics4j.validation.resampling.PairSampling;

/** The result of leaving pairs out: each pair of a positive and a negative case, ranked by a fit that saw neither. Immutable. */
public final class PairValidated extends InternalValidation {

    PairValidated(PairSampling plan, Refits refits) {
        super(plan, refits);
    }

    @Override
    public PairSampling plan() {
        return (PairSampling) super.plan();
    }

    /**
     * How each pair was ranked.
     *
     * @return one value per pair, in the order of resamples: 1 where the positive case has the higher score, 0 where the negative case
     *     has, ½ where they are equal
     */
    public double[] concordance() {
        return perResample(refit -> {
            int first = outcome().isPositive(refit.resample().heldOut()[0]) ? 0 : 1;
            return (1 + Math.signum(refit.scores()[first] - refit.scores()[1 - first])) / 2;
        });
    }

    /**
     * The AUC by leaving pairs out: the share of pairs that is ranked right, ties counted half. Scores of different fits are never
     * compared, so there is no bias from pooling them.
     *
     * @return between 0 and 1
     */
    @Override
    public double auc() {
        return Performance.meanOfDefined(concordance());
    }

    @Override
    public String toString() {
        return plan() + ": AUC " + auc() + " of " + resamples() + " pairs left out, apparent " + apparentAuc();
    }
}
