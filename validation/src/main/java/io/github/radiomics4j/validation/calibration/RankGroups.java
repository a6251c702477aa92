package io.github.radiomics4j.validation.calibration;

import java.util.Arrays;

/**
 * Groups of nearly equal size: group {@code ⌈rank · groups / n⌉}, ranks from 1, equal risks having their mean rank.
 *
 * @param groups how many, at least 3; 10 are customary
 */
public record RankGroups(int groups) implements RiskGrouping {

    /**
     * Checks the number.
     *
     * @param groups how many, at least 3; 10 are customary
     */
    public RankGroups {
        HosmerLemeshow.requireGroups(groups);
    }

    @Override
    public int[] groupOf(double[] risks) {
        double[] sorted = risks.clone();
        Arrays.sort(sorted);
        int[] group = new int[risks.length];
        for (int i = 0; i < group.length; i++) {
            int first = Arrays.binarySearch(sorted, risks[i]);
            int last = first;
            while (first > 0 && sorted[first - 1] == risks[i]) {
                first--;
            }
            while (last + 1 < sorted.length && sorted[last + 1] == risks[i]) {
                last++;
            }
            long twiceRank = (long) first + last + 2;
            long twice = 2L * risks.length;
            group[i] = (int) ((twiceRank * groups + twice - 1) / twice) - 1;
        }
        return group;
    }
}
