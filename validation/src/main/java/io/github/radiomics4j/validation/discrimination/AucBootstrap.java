package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import java.util.Optional;

/**
 * The spread of an AUC by the bootstrap: cases are drawn with replacement and the AUC of each sample is taken. The plan says how:
 * {@link Bootstrap} draws from all cases, {@link io.github.radiomics4j.validation.resampling.StratifiedBootstrap} within the classes,
 * so that every sample has as many events as the study. Immutable.
 *
 * <p>The scores are taken as given: of scores that were fitted on the same cases the spread tells nothing about the fitting.
 */
public final class AucBootstrap {
    private final double auc;
    private final double[] aucs;

    private AucBootstrap(double auc, double[] aucs) {
        this.auc = auc;
        this.aucs = aucs;
    }

    /**
     * Draws the samples.
     *
     * @param scores one per case, finite, higher for more likely positive; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan the samples; 2000 and more for an interval
     * @return the AUC of each sample
     * @throws InvalidInputException TABLE_INVALID for an outcome of one class or a sample that lacks a class, NONFINITE_VALUES for a
     *     score that is NaN or infinite
     * @throws IllegalArgumentException where scores, outcome and an explicit plan are not of one length
     */
    public static AucBootstrap of(double[] scores, BinaryOutcome outcome, BootstrapSampling plan) {
        double auc = Roc.of(scores, outcome).auc();
        double[] aucs = new double[plan.count(outcome)];
        for (int b = 0; b < aucs.length; b++) {
            int[] rows = plan.resample(b, outcome).training();
            aucs[b] = Roc.of(ScoredCases.at(scores, rows), outcome.rows(rows)).auc();
        }
        return new AucBootstrap(auc, aucs);
    }

    /**
     * The AUC of the cases themselves.
     *
     * @return between 0 and 1
     */
    public double auc() {
        return auc;
    }

    /**
     * The AUC of each sample.
     *
     * @return in the order of the samples' numbers, a fresh array
     */
    public double[] aucs() {
        return aucs.clone();
    }

    /**
     * The bootstrap's standard error.
     *
     * @return the standard deviation of the samples' AUCs, with their number less one as denominator; NaN of one sample
     */
    public double standardError() {
        double mean = 0;
        for (double value : aucs) {
            mean += value;
        }
        mean /= aucs.length;
        double sum = 0;
        for (double value : aucs) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (aucs.length - 1));
    }

    /**
     * The normal interval on the logit: {@code logit A ± z · SD(logit A_b)}, brought back to the AUC. Near 1 it covers better than the
     * percentile interval.
     *
     * @param level the confidence level, such as 0.95
     * @return the interval; empty where the AUC of the cases or of a sample is 0 or 1, whose logit is infinite, or there is one sample
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Optional<Interval> logitInterval(double level) {
        double z = StandardNormal.twoSidedQuantile(level);
        double mean = 0;
        for (double value : aucs) {
            mean += logit(value) / aucs.length;
        }
        double squares = 0;
        for (double value : aucs) {
            squares += (logit(value) - mean) * (logit(value) - mean);
        }
        double margin = z * Math.sqrt(squares / (aucs.length - 1));
        double lower = 1 / (1 + Math.exp(margin - logit(auc)));
        double upper = 1 / (1 + Math.exp(-margin - logit(auc)));
        return Double.isFinite(margin) && Double.isFinite(logit(auc)) ? Optional.of(new Interval(lower, upper, level)) : Optional.empty();
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    /**
     * The percentile interval.
     *
     * @param level the confidence level, such as 0.95
     * @return the quantiles of the samples' AUCs at {@code (1 − level) / 2} and {@code (1 + level) / 2}, see {@link Quantile}
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Interval percentileInterval(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        return new Interval(Quantile.of(aucs, tail), Quantile.of(aucs, 1 - tail), level);
    }
}
