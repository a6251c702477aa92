package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.validation.discrimination.CutOff;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Cases in four groups by two scores, each cut at a threshold, and the events in them. A score is high at or above its cut-off. An
 * exposure coded 0 and 1 is cut at 0.5. Immutable.
 *
 * <p>Cut-offs that were chosen on the same cases ({@link #byYouden}) are optimistic: they are placed where these cases differ most, so
 * rates of groups lie too far apart and p-values are too small. Quote groups at cut-offs from other cases, or from
 * before the study, and say of others that they are data-driven; {@link #isDataDriven()} remembers it.
 */
public final class CutOffGroups {
    private final double firstCutOff;
    private final double secondCutOff;
    private final boolean dataDriven;
    private final BinaryOutcome outcome;
    private final CutOffGroup[] groupOfCase;

    private CutOffGroups(double[] first, double firstCutOff, double[] second, double secondCutOff, BinaryOutcome outcome,
            boolean dataDriven) {
        this.firstCutOff = requireNumber("first", firstCutOff);
        this.secondCutOff = requireNumber("second", secondCutOff);
        this.dataDriven = dataDriven;
        this.outcome = outcome;
        requireFinite("first", first, outcome);
        requireFinite("second", second, outcome);
        TrainingRules.requireBothClasses(outcome);
        this.groupOfCase = new CutOffGroup[outcome.size()];
        for (int i = 0; i < groupOfCase.length; i++) {
            groupOfCase[i] = CutOffGroup.of(first[i] >= firstCutOff, second[i] >= secondCutOff);
        }
    }

    /**
     * Pearson's test that the event is equally frequent in all groups.
     *
     * @param chiSquared {@code Σ (observed − expected)² / expected} over events and non-events of the groups that hold cases
     * @param degreesOfFreedom the number of groups that hold cases, less one
     * @param pValue of the chi-squared distribution, without a correction for continuity
     * @param smallestExpected the smallest expected count; below 5 the p-value is rough
     */
    public record PearsonTest(double chiSquared, int degreesOfFreedom, double pValue, double smallestExpected) {
    }

    /**
     * Groups at cut-offs that are given.
     *
     * @param first a score, one finite value per case; not modified
     * @param firstCutOff the first score is high at or above it
     * @param second another score of the same cases; not modified
     * @param secondCutOff the second score is high at or above it
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the groups; some may hold no case
     * @throws InvalidInputException NONFINITE_VALUES where a score is not finite, TABLE_INVALID where the outcome is of one class
     * @throws IllegalArgumentException where scores and outcome are not of one length, or a cut-off is not finite
     */
    public static CutOffGroups at(double[] first, double firstCutOff, double[] second, double secondCutOff, BinaryOutcome outcome) {
        return new CutOffGroups(first, firstCutOff, second, secondCutOff, outcome, false);
    }

    /**
     * Groups at the cut-offs with the largest Youden index, each chosen on these very cases; see {@link CutOffGroups} on what that
     * does to the numbers.
     *
     * @param first a score, one finite value per case; not modified
     * @param second another score of the same cases; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the groups, marked as data-driven
     * @throws InvalidInputException NONFINITE_VALUES where a score is not finite; TABLE_INVALID where the outcome is of one class, or a
     *     score has no cut-off with an index above 0, as one that falls with the risk
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static CutOffGroups byYouden(double[] first, double[] second, BinaryOutcome outcome) {
        return new CutOffGroups(first, youden("first", first, outcome), second, youden("second", second, outcome), outcome, true);
    }

    private static double youden(String which, double[] scores, BinaryOutcome outcome) {
        CutOff best = Roc.of(scores, outcome).youden();
        if (Double.isInfinite(best.threshold())) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the " + which + " score has no Youden cut-off: no threshold gives an"
                    + " index above 0 on " + outcome + "; higher scores must mean more likely positive (turn the sign), or give a cut-off");
        }
        return best.threshold();
    }

    private static double requireNumber(String which, double cutOff) {
        if (!Double.isFinite(cutOff)) {
            throw new IllegalArgumentException("the cut-off of the " + which + " score must be finite, was " + cutOff);
        }
        return cutOff;
    }

    private static void requireFinite(String which, double[] scores, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(scores.length, outcome);
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "the " + which + " score in row " + i + " is " + scores[i]
                        + ", a group needs a finite score for every case: leave out the case, or find out why it has none");
            }
        }
    }

    /**
     * The cut-off of the first score.
     *
     * @return the score is high at or above it
     */
    public double firstCutOff() {
        return firstCutOff;
    }

    /**
     * The cut-off of the second score.
     *
     * @return the score is high at or above it
     */
    public double secondCutOff() {
        return secondCutOff;
    }

    /**
     * Whether the cut-offs were chosen on these very cases.
     *
     * @return true of {@link #byYouden}; what is computed from such groups is optimistic
     */
    public boolean isDataDriven() {
        return dataDriven;
    }

    /**
     * The outcome.
     *
     * @return in the order of rows
     */
    public BinaryOutcome outcome() {
        return outcome;
    }

    /**
     * The group of one case.
     *
     * @param row from 0
     * @return its group
     */
    public CutOffGroup groupOf(int row) {
        return groupOfCase[row];
    }

    /**
     * How frequent the event is in a group, with Wilson's interval by {@link Proportion#wilson}.
     *
     * @param group which
     * @return events of cases, 0 of 0 in a group without cases
     */
    public Proportion events(CutOffGroup group) {
        int events = 0;
        int cases = 0;
        for (int i = 0; i < groupOfCase.length; i++) {
            if (groupOfCase[i] == group) {
                cases++;
                events += outcome.isPositive(i) ? 1 : 0;
            }
        }
        return new Proportion(events, cases);
    }

    /**
     * The test that the event is equally frequent in all groups. Groups without cases take no part.
     *
     * @return the test, of 3 degrees of freedom where every group holds cases
     * @throws InvalidInputException TABLE_INVALID where all cases are in one group
     */
    public PearsonTest pearsonTest() {
        List<Proportion> filled = new ArrayList<>();
        for (CutOffGroup group : CutOffGroup.values()) {
            Proportion events = events(group);
            if (events.trials() > 0) {
                filled.add(events);
            }
        }
        if (filled.size() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "all " + outcome.size() + " cases are in the group " + groupOfCase[0]
                    + " at cut-offs " + firstCutOff + " and " + secondCutOff + ", a test needs two groups with cases: take other cut-offs");
        }
        double share = (double) outcome.positives() / outcome.size();
        double chiSquared = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (Proportion events : filled) {
            double expected = share * events.trials();
            double rest = events.trials() - expected;
            double off = events.successes() - expected; // the same for events and non-events but for its sign
            chiSquared += off * off / expected + off * off / rest;
            smallest = Math.min(smallest, Math.min(expected, rest));
        }
        int freedom = filled.size() - 1;
        return new PearsonTest(chiSquared, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(chiSquared), smallest);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("events at cut-offs ").append(firstCutOff).append(" and ").append(secondCutOff)
                .append(dataDriven ? " (data-driven, optimistic)" : "");
        for (CutOffGroup group : CutOffGroup.values()) {
            text.append(", ").append(group).append(' ').append(events(group));
        }
        return text.toString();
    }
}
