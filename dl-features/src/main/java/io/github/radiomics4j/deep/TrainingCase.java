package io.github.radiomics4j.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A case that a network learns from.
 *
 * @param id the case's name; equal names are the same case, drawn more than once by a bootstrap
 * @param patches its images
 * @param outcome what happened to it, {@link Outcome#UNKNOWN} where that is not told
 */
public record TrainingCase(String id, Patches patches, Outcome outcome) {

    /** What a training may know about a case's outcome. */
    public enum Outcome {
        /** Not told: enough for a training that learns from images alone. */
        UNKNOWN,
        /** No event. */
        NEGATIVE,
        /** An event. */
        POSITIVE
    }

    /**
     * Checks that the case has a name.
     *
     * @param id the case's name, not blank
     * @param patches its images
     * @param outcome what happened to it
     * @throws IllegalArgumentException where the name is blank
     */
    public TrainingCase {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a training case needs a name that is not blank: equal names are the same case");
        }
    }

    /**
     * A case whose outcome is not told.
     *
     * @param id the case's name, not blank
     * @param patches its images
     * @return the case
     */
    public static TrainingCase of(String id, Patches patches) {
        return new TrainingCase(id, patches, Outcome.UNKNOWN);
    }

    /**
     * The same with its outcome.
     *
     * @param positive true for an event
     * @return the case
     */
    public TrainingCase withOutcome(boolean positive) {
        return new TrainingCase(id, patches, positive ? Outcome.POSITIVE : Outcome.NEGATIVE);
    }

    /**
     * The cases of a resample with the outcomes handed out for it: what a training inside a validation may see, and no more.
     *
     * @param all every case of the cohort, without outcomes; not modified
     * @param rows the rows to train on, indices into {@code all}; a row as often as a bootstrap drew it; not modified
     * @param positive whether the case at a position of {@code rows} (not of {@code all}) had the event
     * @return one case per row, in the order of the rows
     * @throws IllegalArgumentException where a case already has an outcome: then that of held-out cases would be at hand
     */
    public static List<TrainingCase> resampled(List<TrainingCase> all, int[] rows, IntPredicate positive) {
        for (TrainingCase one : all) {
            if (one.outcome != Outcome.UNKNOWN) {
                throw new IllegalArgumentException("cases to resample must come without outcomes, but case \"" + one.id + "\" is "
                        + one.outcome + ": hand out the outcomes of each resample's training rows only");
            }
        }
        List<TrainingCase> cases = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            cases.add(all.get(rows[i]).withOutcome(positive.test(i)));
        }
        return List.copyOf(cases);
    }
}
