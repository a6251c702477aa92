package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The result of bootstrap validation: fits of bootstrap samples, each applied to all cases. Immutable. */
public final class Bootstrapped implements InternalValidation {
    /** Expected share of the cases that are in a bootstrap sample, 1 − 1/e, as Efron rounds it. */
    private static final double SHARE_DRAWN = 0.632;
    private static final double AUC_WITHOUT_INFORMATION = 0.5;

    private final BootstrapSampling plan;
    private final Refits refits;

    Bootstrapped(BootstrapSampling plan, Refits refits) {
        this.plan = plan;
        this.refits = refits;
    }

    @Override
    public BootstrapSampling plan() {
        return plan;
    }

    @Override
    public int resamples() {
        return refits.count();
    }

    @Override
    public BinaryOutcome outcome() {
        return refits.outcome();
    }

    @Override
    public Radscore radscore() {
        return refits.radscore();
    }

    @Override
    public double[] apparentScores() {
        return refits.apparentScores();
    }

    @Override
    public Map<String, Double> selectionFrequency() {
        return refits.selectionFrequency();
    }

    /**
     * The scores that the resamples fitted.
     *
     * @return one per bootstrap sample, in the order of their numbers
     */
    public List<Radscore> radscores() {
        return refits.radscores();
    }

    /**
     * The performance of the score that was fitted on all cases, on these cases.
     *
     * @param measure what to measure
     * @return its value: too good to quote alone
     */
    public double apparent(PerformanceMeasure measure) {
        return measure.of(apparentScores(), outcome());
    }

    /**
     * The performance of each bootstrap sample's fit in that sample.
     *
     * @param measure what to measure
     * @return one value per sample, in the order of their numbers
     */
    public double[] inSample(PerformanceMeasure measure) {
        return perSample(refit -> {
            int[] drawn = refit.resample().training();
            return measure.of(Performance.at(refit.scores(), drawn), outcome().rows(drawn));
        });
    }

    /**
     * The performance of each bootstrap sample's fit on all original cases.
     *
     * @param measure what to measure
     * @return one value per sample, in the order of their numbers
     */
    public double[] onOriginal(PerformanceMeasure measure) {
        return perSample(refit -> measure.of(refit.scores(), outcome()));
    }

    /**
     * The AUC of each bootstrap sample's fit among the cases that the sample did not draw.
     *
     * @return one value per sample, in the order of their numbers; NaN where the cases not drawn lack a class
     */
    public double[] outOfBagAucs() {
        return perSample(refit -> {
            int[] heldOut = refit.resample().heldOut();
            return Performance.aucOrUndefined(Performance.at(refit.scores(), heldOut), outcome().rows(heldOut));
        });
    }

    private double[] perSample(ToDoubleFunction<Refits.Refit> value) {
        double[] values = new double[refits.count()];
        for (int b = 0; b < values.length; b++) {
            values[b] = value.applyAsDouble(refits.get(b));
        }
        return values;
    }

    /**
     * Harrell's optimism: the mean over samples of the performance in the sample less the performance of that same fit on the original
     * cases.
     *
     * @param measure what to measure
     * @return in the direction of the measure: positive for an AUC that is too good, negative for a Brier score that is too good
     */
    public double optimism(PerformanceMeasure measure) {
        double[] inSample = inSample(measure);
        double[] onOriginal = onOriginal(measure);
        double[] difference = new double[inSample.length];
        Arrays.setAll(difference, b -> inSample[b] - onOriginal[b]);
        return Performance.meanOfDefined(difference);
    }

    /**
     * The optimism-corrected performance: apparent less optimism.
     *
     * @param measure what to measure
     * @return the performance to expect on new cases of the same population; may leave the measure's range
     */
    public double corrected(PerformanceMeasure measure) {
        return apparent(measure) - optimism(measure);
    }

    /**
     * Harrell's optimism-corrected AUC.
     *
     * @return {@code corrected(AUC)}
     */
    public double optimismCorrectedAuc() {
        return corrected(PerformanceMeasure.AUC);
    }

    /**
     * The optimism-corrected AUC.
     *
     * @return {@link #optimismCorrectedAuc()}
     */
    @Override
    public double auc() {
        return optimismCorrectedAuc();
    }

    /**
     * The out-of-bag AUC: the mean over samples of the AUC among the cases that the sample did not draw. Pessimistic, since a fit has
     * seen 63 % of the cases only.
     *
     * @return the mean over samples whose cases not drawn have both classes, {@link #outOfBagSamples()} of them; NaN of none
     */
    public double outOfBagAuc() {
        return Performance.meanOfDefined(outOfBagAucs());
    }

    /**
     * How many samples the out-of-bag AUC is the mean of.
     *
     * @return the number of samples whose cases not drawn have both classes
     */
    public int outOfBagSamples() {
        return (int) Arrays.stream(outOfBagAucs()).filter(auc -> !Double.isNaN(auc)).count();
    }

    /**
     * Efron's .632 estimate of the AUC: {@code 0.368 apparent + 0.632 outOfBag}. Too good where the recipe overfits strongly, since
     * its apparent part is; see {@link #auc632Plus()}.
     *
     * @return the estimate; NaN where the out-of-bag AUC is
     */
    public double auc632() {
        return (1 - SHARE_DRAWN) * apparentAuc() + SHARE_DRAWN * outOfBagAuc();
    }

    /**
     * Efron and Tibshirani's .632+ estimate of the AUC: {@code (1 − w) apparent + w oob} with {@code oob = max(outOfBag, ½)},
     * {@code w = 0.632 / (1 − 0.368 R)} and the relative overfitting {@code R = (apparent − oob) / (apparent − ½)}, which is 0 where the
     * apparent AUC does not exceed both ½ and the out-of-bag AUC.
     *
     * @return the estimate; NaN where the out-of-bag AUC is
     */
    public double auc632Plus() {
        double apparent = apparentAuc();
        double outOfBag = Math.max(outOfBagAuc(), AUC_WITHOUT_INFORMATION);
        double overfitting = apparent > outOfBag ? (apparent - outOfBag) / (apparent - AUC_WITHOUT_INFORMATION) : 0;
        double weight = SHARE_DRAWN / (1 - (1 - SHARE_DRAWN) * overfitting);
        return (1 - weight) * apparent + weight * outOfBag;
    }

    @Override
    public String toString() {
        return plan + ": AUC " + auc() + " after correction for optimism, apparent " + apparentAuc();
    }
}
