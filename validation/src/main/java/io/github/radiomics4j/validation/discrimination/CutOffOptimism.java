package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import java.util.function.ToDoubleFunction;

/**
 * A cut-off that was chosen on the cases it is judged by, and how much too good that makes it look, by Harrell's bootstrap: in every
 * sample the rule chooses anew, and the optimism of a quantity is the mean over samples of its value in the sample less its value when
 * the sample's threshold is applied to the original cases. Immutable.
 *
 * <p>The choice of the threshold is corrected, nothing else: of scores that were fitted on the same cases, the fitting needs
 * {@link io.github.radiomics4j.validation.Validation} as well.
 */
public final class CutOffOptimism {
    private final CutOff apparent;
    private final CutOff[] inSample;
    private final CutOff[] onOriginal;

    private CutOffOptimism(CutOff apparent, CutOff[] inSample, CutOff[] onOriginal) {
        this.apparent = apparent;
        this.inSample = inSample;
        this.onOriginal = onOriginal;
    }

    /**
     * Chooses on all cases and in every sample.
     *
     * @param scores one per case, finite, higher for more likely positive; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param rule how the cut-off is chosen
     * @param plan the samples; 200 and more
     * @return the cut-off with its optimism
     * @throws InvalidInputException TABLE_INVALID for an outcome of one class or a sample that lacks a class, NONFINITE_VALUES for a
     *     score that is NaN or infinite
     * @throws IllegalArgumentException where scores, outcome and an explicit plan are not of one length
     */
    public static CutOffOptimism of(double[] scores, BinaryOutcome outcome, CutOffRule rule, BootstrapSampling plan) {
        Roc original = Roc.of(scores, outcome);
        int samples = plan.count(outcome);
        CutOff[] inSample = new CutOff[samples];
        CutOff[] onOriginal = new CutOff[samples];
        for (int b = 0; b < samples; b++) {
            int[] rows = plan.resample(b, outcome).training();
            inSample[b] = rule.choose(Roc.of(ScoredCases.at(scores, rows), outcome.rows(rows)));
            onOriginal[b] = original.at(inSample[b].threshold());
        }
        return new CutOffOptimism(rule.choose(original), inSample, onOriginal);
    }

    /**
     * The cut-off chosen on all cases, with its counts among them.
     *
     * @return too good to quote alone
     */
    public CutOff apparent() {
        return apparent;
    }

    /**
     * The optimism of a quantity.
     *
     * @param quantity such as {@code CutOff::sensitivity}, defined at every threshold
     * @return the mean over samples of its value in the sample less its value on the original cases; NaN where it is undefined in any
     */
    public double optimism(ToDoubleFunction<CutOff> quantity) {
        double sum = 0;
        for (int b = 0; b < inSample.length; b++) {
            sum += quantity.applyAsDouble(inSample[b]) - quantity.applyAsDouble(onOriginal[b]);
        }
        return sum / inSample.length;
    }

    /**
     * A quantity of the cut-off, corrected.
     *
     * @param quantity such as {@code CutOff::sensitivity}, defined at every threshold
     * @return apparent less optimism; may leave the quantity's range
     */
    public double corrected(ToDoubleFunction<CutOff> quantity) {
        return quantity.applyAsDouble(apparent) - optimism(quantity);
    }

    /**
     * The corrected sensitivity.
     *
     * @return {@code corrected(CutOff::sensitivity)}
     */
    public double sensitivity() {
        return corrected(CutOff::sensitivity);
    }

    /**
     * The corrected specificity.
     *
     * @return {@code corrected(CutOff::specificity)}
     */
    public double specificity() {
        return corrected(CutOff::specificity);
    }

    /**
     * The corrected Youden index.
     *
     * @return {@code corrected(CutOff::youdenIndex)}
     */
    public double youdenIndex() {
        return corrected(CutOff::youdenIndex);
    }

    /**
     * The threshold that each sample chose: how far they scatter tells how little the cases fix it.
     *
     * @return in the order of the samples' numbers, a fresh array; −∞ or +∞ where a sample separates nothing
     */
    public double[] thresholds() {
        double[] thresholds = new double[inSample.length];
        for (int b = 0; b < thresholds.length; b++) {
            thresholds[b] = inSample[b].threshold();
        }
        return thresholds;
    }
}
