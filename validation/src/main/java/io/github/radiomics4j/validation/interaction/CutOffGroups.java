package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.regression.LogisticFit.LikelihoodRatioTest;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Cases in four groups by two scores, a and b, each low or high at a cut-off: high where the score is at least the cut-off. Events of each
 * group are a {@link Proportion}, with Wilson's interval for its rate. Cut-offs that were chosen on the same cases, as Youden's are, make
 * the groups look more different than they are on new ones.
 *
 * @param lowLow a low, b low
 * @param highLow a high, b low
 * @param lowHigh a low, b high
 * @param highHigh both high
 */
public record CutOffGroups(Proportion lowLow, Proportion highLow, Proportion lowHigh, Proportion highHigh) {

    /**
     * Groups at given cut-offs.
     *
     * @param a one finite value per case; not modified
     * @param cutA the cut-off of a
     * @param b one finite value per case, in the same order; not modified
     * @param cutB the cut-off of b
     * @param outcome the outcome of the same cases
     * @return the groups; one may be empty
     * @throws InvalidInputException NONFINITE_VALUES where a score is NaN or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length, or a cut-off is NaN
     */
    public static CutOffGroups of(double[] a, double cutA, double[] b, double cutB, BinaryOutcome outcome) {
        if (a.length != outcome.size() || b.length != outcome.size()) {
            throw new IllegalArgumentException("scores and outcome must be of the same cases, there are " + a.length + ", " + b.length
                    + " and " + outcome.size());
        }
        if (Double.isNaN(cutA) || Double.isNaN(cutB)) {
            throw new IllegalArgumentException("cut-offs must be numbers, were " + cutA + " and " + cutB);
        }
        int[] cases = new int[4];
        int[] events = new int[4];
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i]) || !Double.isFinite(b[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "scores must be finite to be grouped, row " + i + " holds " + a[i]
                        + " and " + b[i]);
            }
            int group = (a[i] >= cutA ? 1 : 0) + (b[i] >= cutB ? 2 : 0);
            cases[group]++;
            events[group] += outcome.isPositive(i) ? 1 : 0;
        }
        return new CutOffGroups(new Proportion(events[0], cases[0]), new Proportion(events[1], cases[1]), new Proportion(events[2], cases[2]),
                new Proportion(events[3], cases[3]));
    }

    /**
     * Groups at Youden's cut-offs of the same cases: optimistic, see above.
     *
     * @param a one finite value per case; not modified
     * @param b one finite value per case, in the same order; not modified
     * @param outcome the outcome of the same cases, of both classes
     * @return the groups
     * @throws InvalidInputException NONFINITE_VALUES where a score is NaN or infinite, TABLE_INVALID where the outcome is of one class
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static CutOffGroups atYouden(double[] a, double[] b, BinaryOutcome outcome) {
        return of(a, Roc.of(a, outcome).youden().threshold(), b, Roc.of(b, outcome).youden().threshold(), outcome);
    }

    /**
     * A chi-square test.
     *
     * @param chiSquare the statistic
     * @param degreesOfFreedom of its distribution
     * @param p the probability of a value at least as large
     */
    public record ChiSquareTest(double chiSquare, int degreesOfFreedom, double p) {
    }

    /**
     * Pearson's test that all groups have one event rate.
     *
     * @return the test, of as many degrees of freedom as there are groups with cases, less one
     * @throws InvalidInputException TABLE_INVALID where all cases are in one group, or have one outcome
     */
    public ChiSquareTest pearson() {
        double cases = 0;
        double events = 0;
        int groups = 0;
        for (Proportion group : all()) {
            cases += group.trials();
            events += group.successes();
            groups += group.trials() > 0 ? 1 : 0;
        }
        if (groups < 2 || events == 0 || events == cases) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "rates are compared between at least two groups, with and without events:"
                    + " there are " + groups + " groups with cases, and " + events + " events in " + cases + " cases");
        }
        double chiSquare = 0;
        for (Proportion group : all()) {
            if (group.trials() > 0) {
                double expected = group.trials() * events / cases;
                double off = group.successes() - expected;
                chiSquare += off * off / expected + off * off / (group.trials() - expected);
            }
        }
        return new ChiSquareTest(chiSquare, groups - 1, ChiSquaredDistribution.of(groups - 1).survivalProbability(chiSquare));
    }

    /**
     * The likelihood-ratio test of the product of both indicators, high or low: whether the odds ratios multiply.
     *
     * @return one degree of freedom
     * @throws InvalidInputException TABLE_INVALID where a group is empty or has one outcome only
     */
    public LikelihoodRatioTest productTest() {
        requireBothOutcomes();
        int n = 0;
        for (Proportion group : all()) {
            n += group.trials();
        }
        double[] highA = new double[n];
        double[] highB = new double[n];
        double[] both = new double[n];
        boolean[] event = new boolean[n];
        int row = 0;
        int number = 0;
        for (Proportion group : all()) {
            for (int i = 0; i < group.trials(); i++) {
                highA[row] = number % 2;
                highB[row] = number / 2;
                both[row] = highA[row] * highB[row];
                event[row++] = i < group.successes();
            }
            number++;
        }
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put("a high", highA);
        predictors.put("b high", highB);
        predictors.put("both high", both);
        return LogisticRegression.estimate(predictors, BinaryOutcome.of(event)).likelihoodRatioTest(3);
    }

    /**
     * Interaction on the additive scale, with both low as the reference.
     *
     * @return RERI, AP and S
     * @throws InvalidInputException TABLE_INVALID where a group is empty or has one outcome only, so that an odds ratio is 0 or infinite
     */
    public AdditiveInteraction additive() {
        requireBothOutcomes();
        return AdditiveInteraction.of(lowLow, highLow, lowHigh, highHigh);
    }

    private Proportion[] all() {
        return new Proportion[] {lowLow, highLow, lowHigh, highHigh};
    }

    private void requireBothOutcomes() {
        String[] names = {"low-low", "high-low", "low-high", "high-high"};
        for (int g = 0; g < names.length; g++) {
            Proportion group = all()[g];
            if (group.successes() == 0 || group.successes() == group.trials()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "group " + names[g] + " has " + group.successes() + " events in "
                        + group.trials() + " cases, so its odds are 0 or infinite: move a cut-off, or report the rates alone");
            }
        }
    }
}
