package io.github.radiomics4j.validation;

import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Obuchowski;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import java.util.Arrays;
import java.util.List;

/** The result of cross-validation: each case's score by fits that did not see the case. Immutable. */
public final class CrossValidated extends InternalValidation {
    private final double[][] scoresOfRepeat;

    CrossValidated(CrossValidation plan, Refits refits) {
        super(plan, refits);
        this.scoresOfRepeat = new double[plan.repeats()][refits.outcome().size()];
        for (int number = 0; number < refits.count(); number++) {
            Refits.Refit refit = refits.get(number);
            int[] rows = refit.resample().heldOut();
            for (int i = 0; i < rows.length; i++) {
                scoresOfRepeat[number / folds()][rows[i]] = refit.scores()[i];
            }
        }
    }

    @Override
    public CrossValidation plan() {
        return (CrossValidation) super.plan();
    }

    private int folds() {
        return resamples() / scoresOfRepeat.length;
    }

    /**
     * The out-of-sample score of each case: the mean over the repeats.
     *
     * @return one per row, a fresh array
     */
    public double[] scores() {
        double[] mean = new double[outcome().size()];
        for (double[] scores : scoresOfRepeat) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += scores[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= scoresOfRepeat.length;
        }
        return mean;
    }

    /**
     * The out-of-sample score of each case in one repeat.
     *
     * @param repeat from 0
     * @return one per row, a fresh array
     * @throws IllegalArgumentException where there is no such repeat
     */
    public double[] scores(int repeat) {
        requireRepeat(repeat);
        return scoresOfRepeat[repeat].clone();
    }

    private void requireRepeat(int repeat) {
        if (repeat < 0 || repeat >= scoresOfRepeat.length) {
            throw new IllegalArgumentException("repeats are numbered 0 to " + (scoresOfRepeat.length - 1) + ", was " + repeat);
        }
    }

    /**
     * The ROC curve of {@link #scores()}. Scores of different fits are pooled in it, which biases it downwards where the signal is
     * weak, most of all in leave-one-out.
     *
     * @return the curve
     */
    public Roc roc() {
        return Roc.of(scores(), outcome());
    }

    /**
     * The AUC of {@link #scores()}.
     *
     * @return between 0 and 1
     */
    @Override
    public double auc() {
        return roc().auc();
    }

    /**
     * DeLong's interval of {@link #auc()}. It takes the out-of-sample scores as given: that other training cases would have led to
     * other scores is not in it.
     *
     * @param level the confidence level, such as 0.95
     * @return the plain and the logit interval
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where a class has fewer than two cases
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public AucInterval interval(double level) {
        return DeLong.interval(scores(), outcome(), level);
    }

    /**
     * The same where several cases are of one patient: Obuchowski's interval.
     *
     * @param patientOfCase for each row the name of its patient
     * @param level the confidence level, such as 0.95
     * @return the plain and the logit interval
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where fewer than two patients have a case of a class
     * @throws IllegalArgumentException where there is not one patient per row or the level is not between 0 and 1
     */
    public AucInterval interval(List<String> patientOfCase, double level) {
        return Obuchowski.interval(scores(), outcome(), patientOfCase, level);
    }

    /**
     * The performance of the pooled scores of each repeat: how much it depends on the folds.
     *
     * @param measure what to measure
     * @return one value per repeat
     */
    public double[] perRepeat(ScoreMeasure measure) {
        return Arrays.stream(scoresOfRepeat).mapToDouble(scores -> measure.of(scores, outcome())).toArray();
    }

    /**
     * The AUC within each held-out fold of a repeat. Compares cases under one fit only, so pooling cannot bias it; with few events per
     * fold each value is coarse.
     *
     * @param repeat from 0
     * @return one value per fold; NaN where the fold has cases of one class only, as in leave-one-out
     * @throws IllegalArgumentException where there is no such repeat
     */
    public double[] foldAucs(int repeat) {
        requireRepeat(repeat);
        double[] aucs = new double[folds()];
        for (int fold = 0; fold < aucs.length; fold++) {
            Refits.Refit refit = refits().get(repeat * aucs.length + fold);
            aucs[fold] = Performance.aucOrUndefined(refit.scores(), outcome().rows(refit.resample().heldOut()));
        }
        return aucs;
    }

    /**
     * The mean of the AUCs within folds, over all folds of all repeats that have cases of both classes.
     *
     * @return between 0 and 1; NaN where no fold has cases of both classes, as in leave-one-out
     */
    public double meanFoldAuc() {
        double[] all = new double[0];
        for (int repeat = 0; repeat < scoresOfRepeat.length; repeat++) {
            double[] more = foldAucs(repeat);
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return Performance.meanOfDefined(all);
    }

    @Override
    public String toString() {
        return plan() + ": AUC " + auc() + ", apparent " + apparentAuc();
    }
}
