package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.Subsampling;

/** The result of subsampling: fits of random shares of the cases, each applied to the cases it did not draw. Immutable. */
public final class Subsampled extends InternalValidation {

    Subsampled(Subsampling plan, Refits refits) {
        super(plan, refits);
    }

    @Override
    public Subsampling plan() {
        return (Subsampling) super.plan();
    }

    /**
     * The performance of each fit on the cases held out.
     *
     * @param measure what to measure
     * @return one value per sample, in the order of their numbers
     */
    public double[] heldOut(ScoreMeasure measure) {
        return perResample(refit -> {
            BinaryOutcome heldOut = outcome().rows(refit.resample().heldOut());
            return measure.of(refit.scores(), heldOut);
        });
    }

    /**
     * The mean AUC of the cases held out. Pessimistic where a smaller share of the cases makes a worse score.
     *
     * @return between 0 and 1
     */
    @Override
    public double auc() {
        return Performance.meanOfDefined(heldOut(PerformanceMeasure.AUC));
    }

    @Override
    public String toString() {
        return plan() + ": AUC " + auc() + " of cases held out, apparent " + apparentAuc();
    }
}
