package io.github.radiomics4j.validation.utility;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.Estimate;
import java.util.Arrays;

/**
 * Pencina's net reclassification improvement (Stat Med 2008 and 2011): of a second model's risks in comparison with a first one's, how
 * many more positive cases go up than down, and negative ones down than up. It rises with any new variable when the models are fitted on
 * the same cases, also with noise: quote it of new cases, and net benefit before it.
 *
 * @param events the number of positive cases
 * @param eventsUp positive cases whose risk went up, by a category or at all
 * @param eventsDown positive cases whose risk went down
 * @param nonEvents the number of negative cases
 * @param nonEventsUp negative cases whose risk went up
 * @param nonEventsDown negative cases whose risk went down
 */
public record NetReclassification(int events, int eventsUp, int eventsDown, int nonEvents, int nonEventsUp, int nonEventsDown) {

    /**
     * Checks the counts.
     *
     * @param events the number of positive cases
     * @param eventsUp positive cases whose risk went up, by a category or at all
     * @param eventsDown positive cases whose risk went down
     * @param nonEvents the number of negative cases
     * @param nonEventsUp negative cases whose risk went up
     * @param nonEventsDown negative cases whose risk went down
     */
    public NetReclassification {
        if (Math.min(Math.min(eventsUp, eventsDown), Math.min(nonEventsUp, nonEventsDown)) < 0
                || (long) eventsUp + eventsDown > events || (long) nonEventsUp + nonEventsDown > nonEvents) {
            throw new IllegalArgumentException("cases that moved are counted from 0 to the number of cases, were " + eventsUp + " up and "
                    + eventsDown + " down of " + events + " events, " + nonEventsUp + " up and " + nonEventsDown + " down of " + nonEvents
                    + " non-events");
        }
    }

    /**
     * Counts moves between categories of risk.
     *
     * @param before the first model's risks
     * @param after the second model's risks of the same cases
     * @param limits between the categories, in rising order; a risk at a limit is of the upper category; not modified
     * @return the counts
     * @throws IllegalArgumentException where the outcomes are not the same, or limits are missing or not in order
     */
    public static NetReclassification categorical(PredictedRisks before, PredictedRisks after, double... limits) {
        for (int i = 0; i < limits.length; i++) {
            if (!(limits[i] > (i == 0 ? 0 : limits[i - 1]) && limits[i] < 1)) {
                throw new IllegalArgumentException("limits between categories of risk rise between 0 and 1, were "
                        + Arrays.toString(limits));
            }
        }
        if (limits.length == 0) {
            throw new IllegalArgumentException("categories of risk need at least one limit between them");
        }
        BinaryOutcome outcome = requireSameCases(before, after);
        int[] moves = new int[outcome.size()];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Integer.compare(category(after.risk(i), limits), category(before.risk(i), limits));
        }
        return count(moves, outcome);
    }

    private static int category(double risk, double[] limits) {
        int category = 0;
        while (category < limits.length && risk >= limits[category]) {
            category++;
        }
        return category;
    }

    /**
     * Counts any rise and fall of risk, without categories.
     *
     * @param before the first model's risks
     * @param after the second model's risks of the same cases
     * @return the counts
     * @throws IllegalArgumentException where the outcomes are not the same
     */
    public static NetReclassification continuous(PredictedRisks before, PredictedRisks after) {
        BinaryOutcome outcome = requireSameCases(before, after);
        int[] moves = new int[outcome.size()];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = after.risk(i) > before.risk(i) ? 1 : after.risk(i) < before.risk(i) ? -1 : 0;
        }
        return count(moves, outcome);
    }

    /** Two models are compared on the same cases, which the outcome vouches for as far as it can. */
    static BinaryOutcome requireSameCases(PredictedRisks before, PredictedRisks after) {
        if (!before.outcome().equals(after.outcome())) {
            throw new IllegalArgumentException("both models must predict the same cases in the same order, but one has "
                    + before.outcome() + ", the other " + after.outcome() + ", or another order");
        }
        return before.outcome();
    }

    private static NetReclassification count(int[] moves, BinaryOutcome outcome) {
        int[] up = new int[2];
        int[] down = new int[2];
        for (int i = 0; i < moves.length; i++) {
            int positive = outcome.isPositive(i) ? 1 : 0;
            up[positive] += moves[i] > 0 ? 1 : 0;
            down[positive] += moves[i] < 0 ? 1 : 0;
        }
        return new NetReclassification(outcome.positives(), up[1], down[1], outcome.negatives(), up[0], down[0]);
    }

    /**
     * The improvement among positive cases: {@code (up − down) / n} with standard error {@code √((u + d − (u − d)²) / n)} of the shares
     * u and d.
     *
     * @return from −1 to 1; NaN without positive cases
     */
    public Estimate ofEvents() {
        return net(eventsUp, eventsDown, events);
    }

    /**
     * The improvement among negative cases: {@code (down − up) / n}, standard error as above.
     *
     * @return from −1 to 1; NaN without negative cases
     */
    public Estimate ofNonEvents() {
        return net(nonEventsDown, nonEventsUp, nonEvents);
    }

    private static Estimate net(int better, int worse, double total) {
        double difference = (better - worse) / total;
        return new Estimate(difference, Math.sqrt(Math.max(0, (better + worse) / total - difference * difference) / total));
    }

    /**
     * The net reclassification improvement, as {@code Hmisc::improveProb}.
     *
     * @return the sum of both parts, from −2 to 2 and no share of anything: quote the parts; its standard error is the root of the sum
     *     of their squares
     */
    public Estimate total() {
        return new Estimate(ofEvents().value() + ofNonEvents().value(),
                Math.hypot(ofEvents().standardError(), ofNonEvents().standardError()));
    }

    /**
     * The total with the standard error of Pencina's paper of 2008, which supposes no improvement:
     * {@code √((u + d) / events + (u′ + d′) / nonEvents)}.
     *
     * @return the same value as {@link #total()} with another, larger spread
     */
    public Estimate totalUnderNull() {
        double ofEvents = (eventsUp + eventsDown) / ((double) events * events);
        double ofNonEvents = (nonEventsUp + nonEventsDown) / ((double) nonEvents * nonEvents);
        return new Estimate(total().value(), Math.sqrt(ofEvents + ofNonEvents));
    }
}
