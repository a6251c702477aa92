package io.github.radiomics4j.validation.calibration;

/**
 * How cases are put into groups of similar risk. The value of {@link HosmerLemeshow} depends on it, so it is always named.
 */
public sealed interface RiskGrouping permits RankGroups, QuantileGroups {

    /**
     * The groups of some risks. Cases of equal risk are in one group, whatever the order of rows.
     *
     * @param risks one per case; not modified
     * @return the group of each case, from 0 upwards with rising risk; groups may be empty
     */
    int[] groupOf(double[] risks);

    /**
     * How many groups were asked for.
     *
     * @return at least 3
     */
    int groups();
}
