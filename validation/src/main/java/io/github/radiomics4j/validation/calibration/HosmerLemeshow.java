package io.github.radiomics4j.validation.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Hosmer and Lemeshow's comparison of observed and expected numbers of events in groups of risk:
 * {@code χ² = Σ (O − E)² / (E (1 − E / n))} over groups of n cases. Its value depends on the grouping and its power on the number of
 * cases; it says that something is wrong, not what: read it beside the calibration curve.
 *
 * @param groups the groups that hold cases, in order of rising risk; copied
 * @param chiSquared the statistic; infinite where a group has events though risks of 0 exclude them, or the reverse
 */
public record HosmerLemeshow(List<Group> groups, double chiSquared) {

    /**
     * Copies the list.
     *
     * @param groups the groups that hold cases, in order of rising risk; copied
     * @param chiSquared the statistic
     */
    public HosmerLemeshow {
        groups = List.copyOf(groups);
    }

    /**
     * Cases of similar risk.
     *
     * @param cases how many
     * @param observed how many of them are positive
     * @param expected the sum of their risks
     */
    public record Group(int cases, int observed, double expected) {

        /**
         * The share of positive cases.
         *
         * @return observed / cases
         */
        public double observedRate() {
            return (double) observed / cases;
        }

        /**
         * The mean predicted risk.
         *
         * @return expected / cases
         */
        public double expectedRate() {
            return expected / cases;
        }

        private double chiSquared() {
            double difference = observed - expected;
            return difference == 0 ? 0 : difference * difference / (expected * (1 - expectedRate()));
        }
    }

    /**
     * Compares.
     *
     * @param risks risks and outcome
     * @param grouping how cases are put into groups
     * @return groups and statistic
     */
    public static HosmerLemeshow of(PredictedRisks risks, RiskGrouping grouping) {
        int[] groupOf = grouping.groupOf(risks.risks());
        int[] cases = new int[grouping.groups()];
        int[] observed = new int[cases.length];
        double[] expected = new double[cases.length];
        for (int i = 0; i < groupOf.length; i++) {
            cases[groupOf[i]]++;
            observed[groupOf[i]] += risks.observed(i);
            expected[groupOf[i]] += risks.risk(i);
        }
        List<Group> groups = new ArrayList<>();
        double chiSquared = 0;
        for (int g = 0; g < cases.length; g++) {
            if (cases[g] > 0) {
                Group group = new Group(cases[g], observed[g], expected[g]);
                groups.add(group);
                chiSquared += group.chiSquared();
            }
        }
        return new HosmerLemeshow(groups, chiSquared);
    }

    /**
     * The degrees of freedom for the cases that the model was fitted on.
     *
     * @return the number of groups less 2
     */
    public int degreesOfFreedom() {
        return groups.size() - 2;
    }

    /**
     * The probability of so large a statistic where the risks are true, for the cases that the model was fitted on.
     *
     * @return of the chi-squared distribution with {@link #degreesOfFreedom()}; NaN of fewer than 3 groups
     */
    public double pValue() {
        return probability(degreesOfFreedom());
    }

    /**
     * The same for cases that had no part in the fit, where no degree of freedom was spent.
     *
     * @return of the chi-squared distribution with as many degrees of freedom as there are groups
     */
    public double pValueOfNewCases() {
        return probability(groups.size());
    }

    private double probability(int freedom) {
        return freedom < 1 ? Double.NaN : ChiSquaredDistribution.of(freedom).survivalProbability(chiSquared);
    }

    /** With fewer groups no degree of freedom would be left. */
    static void requireGroups(int groups) {
        if (groups < 3) {
            throw new IllegalArgumentException("at least 3 groups of risk are needed, was " + groups);
        }
    }
}
