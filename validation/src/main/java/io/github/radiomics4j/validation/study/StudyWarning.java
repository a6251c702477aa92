package io.github.radiomics4j.validation.study;

import java.util.Optional;

/**
 * Something that a reader of the result should know.
 *
 * @param kind what sort of thing
 * @param model the score that it is about; empty where it is about the study
 * @param message the thing, the rule and the value found
 */
public record StudyWarning(Kind kind, Optional<String> model, String message) {

    /** The sorts of warnings. Constants may be added, none is ever renamed. */
    public enum Kind {
        /** Fewer than 100 cases, or fewer than 20 of the rarer outcome. */
        FEW_CASES,
        /** More than 5 % of the cases read are not analysed. */
        CASES_LEFT_OUT,
        /** A clinical column lacks values. */
        COMPARATOR_INCOMPLETE,
        /** Several cases of one patient: AUC intervals and paired tests are by patient, all else takes cases for independent. */
        CASES_OF_ONE_PATIENT,
        /** A batch has one outcome only, so batch and outcome cannot be told apart in it. */
        BATCH_OF_ONE_OUTCOME,
        /** Fewer than ten cases of the rarer outcome per candidate feature. */
        EVENTS_PER_CANDIDATE,
        /** Fewer than ten cases of the rarer outcome per feature of the fitted score. */
        EVENTS_PER_SELECTED,
        /** The fitted score separates the outcomes of its own cases. */
        SEPARATION,
        /** The fitted score, or that of some resample, has no term: it is the same for every case. */
        WITHOUT_TERMS,
        /** Nogueira's index of the bootstrap's, or other resamples', selections is below 0.4. */
        UNSTABLE_SELECTION,
        /** Pooled leave-one-out scores of a rare outcome: their AUC is biased downwards where the signal is weak. */
        LEAVE_ONE_OUT_BIAS,
        /** The pooled AUC and the mean AUC within folds differ by more than 0.05: scores of different fits do not compare. */
        FOLDS_NOT_COMPARABLE,
        /** Fewer than 200 bootstrap samples. */
        FEW_SAMPLES,
        /** A group of the interaction has fewer than ten cases. */
        SMALL_GROUP,
        /** Several comparisons, none of them adjusted for. */
        COMPARISONS_UNADJUSTED
    }
}
