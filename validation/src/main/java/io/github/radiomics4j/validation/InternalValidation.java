package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.resampling.Resample;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What internal validation found: how well a recipe does on cases that it did not learn from, beside its apparent performance.
 * Immutable.
 */
public abstract sealed class InternalValidation permits CrossValidated, Bootstrapped, PairValidated, Subsampled {
    private final Resampling plan;
    private final Refits refits;

    InternalValidation(Resampling plan, Refits refits) {
        this.plan = plan;
        this.refits = refits;
    }

    Refits refits() {
        return refits;
    }

    /** A value of each refit, in the order of resamples. */
    double[] perResample(ToDoubleFunction<Refits.Refit> value) {
        double[] values = new double[refits.count()];
        for (int number = 0; number < values.length; number++) {
            values[number] = value.applyAsDouble(refits.get(number));
        }
        return values;
    }

    /**
     * The plan that was followed.
     *
     * @return with its seed
     */
    public Resampling plan() {
        return plan;
    }

    /**
     * How often the recipe was refitted.
     *
     * @return the number of resamples
     */
    public int resamples() {
        return refits.count();
    }

    /**
     * Which rows trained and which were held out.
     *
     * @param number of the resample, from 0
     * @return the resample
     * @throws IllegalArgumentException where there is no such resample
     */
    public Resample resample(int number) {
        if (number < 0 || number >= refits.count()) {
            throw new IllegalArgumentException("resamples are numbered 0 to " + (refits.count() - 1) + ", was " + number);
        }
        return refits.get(number).resample();
    }

    /**
     * The outcome that was learned.
     *
     * @return in the order of the table's rows
     */
    public BinaryOutcome outcome() {
        return refits.outcome();
    }

    /**
     * The score to use henceforth: the recipe, fitted on all cases. The other figures say what to expect of it.
     *
     * @return the fitted score
     */
    public Radscore radscore() {
        return refits.radscore();
    }

    /**
     * The scores that the resamples fitted.
     *
     * @return one per resample, in the order of their numbers; without fingerprints of their rows, which {@link #resample} tells
     */
    public List<Radscore> radscores() {
        return refits.radscores();
    }

    /**
     * The scores of the cases under {@link #radscore()}, which learned from them.
     *
     * @return one per row, a fresh array
     */
    public double[] apparentScores() {
        return refits.apparentScores();
    }

    /**
     * The ROC curve of the apparent scores: too good to quote alone.
     *
     * @return the curve
     */
    public Roc apparentRoc() {
        return Roc.of(apparentScores(), outcome());
    }

    /**
     * The AUC of the apparent scores: too good to quote alone.
     *
     * @return between 0 and 1
     */
    public double apparentAuc() {
        return apparentRoc().auc();
    }

    /**
     * The performance of the score that was fitted on all cases, on these cases.
     *
     * @param measure what to measure
     * @return its value: too good to quote alone
     */
    public double apparent(ScoreMeasure measure) {
        return measure.of(apparentScores(), outcome());
    }

    /**
     * The AUC to expect on new cases of the same population.
     *
     * @return of cross-validation the AUC of the out-of-sample scores, of pairs left out the share that is ranked right, of subsampling
     *     the mean AUC of the cases held out, of the bootstrap the apparent AUC less the optimism
     */
    public abstract double auc();

    /**
     * How often each feature got into the score.
     *
     * @return every column of the table, in its order, to the share of resamples whose score has a term for it
     */
    public Map<String, Double> selectionFrequency() {
        return refits.selectionFrequency();
    }

    /**
     * Which features got into the score of each resample: what measures of the stability of selection start from.
     *
     * @return one set per resample, in the order of their numbers; names in the order of terms
     */
    public List<Set<String>> selections() {
        return refits.selections();
    }
}
