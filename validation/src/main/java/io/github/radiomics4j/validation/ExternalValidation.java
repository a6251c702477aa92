package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Obuchowski;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.Arrays;
import java.util.List;

/** How a fitted score does on cases of another cohort. Nothing is fitted here. Immutable. */
public final class ExternalValidation {
    private final Radscore radscore;
    private final double[] scores;
    private final BinaryOutcome outcome;
    private final boolean overlapWasSought;

    /** Takes the array without copying it. */
    ExternalValidation(Radscore radscore, double[] scores, BinaryOutcome outcome, boolean overlapWasSought) {
        this.radscore = radscore;
        this.scores = scores;
        this.outcome = outcome;
        this.overlapWasSought = overlapWasSought;
    }

    /**
     * The score that was validated.
     *
     * @return as it was given
     */
    public Radscore radscore() {
        return radscore;
    }

    /**
     * The outcome of the new cases.
     *
     * @return in the order of the table's rows
     */
    public BinaryOutcome outcome() {
        return outcome;
    }

    /**
     * Whether the new cases were compared with the training rows. Not so for a score that does not remember them, such as one that was
     * typed in: that cohorts do not overlap is then for the author to say.
     *
     * @return true where an overlap would have been refused
     */
    public boolean overlapWasSought() {
        return overlapWasSought;
    }

    /**
     * The scores of the new cases.
     *
     * @return one per row, log odds, a fresh array
     */
    public double[] scores() {
        return scores.clone();
    }

    /**
     * The risks of the new cases, which calibration is about.
     *
     * @return {@code 1 / (1 + e^−score)}, one per row, a fresh array
     */
    public double[] risks() {
        return Arrays.stream(scores).map(radscore::risk).toArray();
    }

    /**
     * The ROC curve.
     *
     * @return of the new cases
     */
    public Roc roc() {
        return Roc.of(scores, outcome);
    }

    /**
     * The AUC of the new cases.
     *
     * @return between 0 and 1
     */
    public double auc() {
        return roc().auc();
    }

    /**
     * DeLong's interval of {@link #auc()}.
     *
     * @param level the confidence level, such as 0.95
     * @return the plain and the logit interval
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where a class has fewer than two cases
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public AucInterval interval(double level) {
        return DeLong.interval(scores, outcome, level);
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
        return Obuchowski.interval(scores, outcome, patientOfCase, level);
    }

    /**
     * Any other measure.
     *
     * @param measure what to measure
     * @return its value on the new cases
     */
    public double performance(ScoreMeasure measure) {
        return measure.of(scores(), outcome);
    }

    @Override
    public String toString() {
        return "external validation on " + outcome + ": AUC " + auc();
    }
}
