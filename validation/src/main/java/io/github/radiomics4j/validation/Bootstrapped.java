package io.github.radiomics4j.validation;

import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** The result of bootstrap validation: fits of bootstrap samples, each applied to all cases. Immutable. */
public final class Bootstrapped extends InternalValidation {
    private static final double AUC_WITHOUT_INFORMATION = 0.5;

    Bootstrapped(BootstrapSampling plan, Refits refits) {
        super(plan, refits);
    }

    @Override
    public BootstrapSampling plan() {
        return (BootstrapSampling) super.plan();
    }

    /**
     * The performance of each bootstrap sample's fit in that sample.
     *
     * @param measure what to measure
     * @return one value per sample, in the order of their numbers
     */
    public double[] inSample(ScoreMeasure measure) {
        return perResample(refit -> {
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
    public double[] onOriginal(ScoreMeasure measure) {
        return perResample(refit -> measure.of(refit.scores(), outcome()));
    }

    /**
     * The AUC of each bootstrap sample's fit among the cases that the sample did not draw.
     *
     * @return one value per sample, in the order of their numbers; NaN where the cases not drawn lack a class
     */
    public double[] outOfBagAucs() {
        return perResample(refit -> {
            int[] heldOut = refit.resample().heldOut();
            return Performance.aucOrUndefined(Performance.at(refit.scores(), heldOut), outcome().rows(heldOut));
        });
    }

    /**
     * The range of the central part of {@link #onOriginal}, between quantiles of type 7 (linear between order statistics). It shows how
     * much the fit depends on the sample; it is no confidence interval of the performance on new cases.
     *
     * @param measure what to measure
     * @param level the share of the samples inside, such as 0.95
     * @return from the {@code (1 − level) / 2} to the {@code (1 + level) / 2} quantile
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Interval percentilesOnOriginal(ScoreMeasure measure, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies between 0 and 1, was " + level);
        }
        Percentile quantiles = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        quantiles.setData(onOriginal(measure));
        return new Interval(quantiles.evaluate(50 * (1 - level)), quantiles.evaluate(50 * (1 + level)), level);
    }

    /**
     * Harrell's optimism: the mean over samples of the performance in the sample less the performance of that same fit on the original
     * cases.
     *
     * @param measure what to measure
     * @return in the direction of the measure: positive for an AUC that is too good, negative for a Brier score that is too good
     */
    public double optimism(ScoreMeasure measure) {
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
    public double corrected(ScoreMeasure measure) {
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
     * What the .632 and .632+ estimates are made of.
     *
     * @param measure what to measure
     * @return the apparent and the out-of-bag performance, and that of no information
     */
    public Bootstrap632 weighted(PerformanceMeasure measure) {
        return measure.loss()
                .map(loss -> new Bootstrap632(apparent(measure), leaveOneOutBootstrap(loss), withoutInformation(loss), false))
                .orElseGet(() -> new Bootstrap632(apparent(measure), outOfBagAuc(), AUC_WITHOUT_INFORMATION, true));
    }

    /** Of each case the mean loss over the samples that left it out, and of those the mean over the cases that were left out at all. */
    private double leaveOneOutBootstrap(PerformanceMeasure.Loss loss) {
        double[] sum = new double[outcome().size()];
        int[] times = new int[sum.length];
        for (int b = 0; b < resamples(); b++) {
            Refits.Refit refit = refits().get(b);
            for (int row : refit.resample().heldOut()) {
                sum[row] += loss.of(refit.scores()[row], outcome().isPositive(row));
                times[row]++;
            }
        }
        double[] ofCase = new double[sum.length];
        Arrays.setAll(ofCase, row -> sum[row] / times[row]);
        return Performance.meanOfDefined(ofCase);
    }

    /** The mean loss over all pairs of a case's apparent score and a case's outcome. */
    private double withoutInformation(PerformanceMeasure.Loss loss) {
        double[] scores = apparentScores();
        double sum = 0;
        for (double score : scores) {
            sum += outcome().positives() * loss.of(score, true) + outcome().negatives() * loss.of(score, false);
        }
        return sum / scores.length / scores.length;
    }

    /**
     * Efron's .632 estimate of the AUC.
     *
     * @return {@code weighted(AUC).estimate()}; NaN where the out-of-bag AUC is
     */
    public double auc632() {
        return weighted(PerformanceMeasure.AUC).estimate();
    }

    /**
     * Efron and Tibshirani's .632+ estimate of the AUC.
     *
     * @return {@code weighted(AUC).estimatePlus()}; NaN where the out-of-bag AUC is
     */
    public double auc632Plus() {
        return weighted(PerformanceMeasure.AUC).estimatePlus();
    }

    @Override
    public String toString() {
        return plan() + ": AUC " + auc() + " after correction for optimism, apparent " + apparentAuc();
    }
}
