package io.github.radiomics4j.validation.calibration;

import io.github.radiomics4j.validation.discrimination.Quantile;
import java.util.Arrays;

/**
 * Groups between quantiles of the risks ({@link Quantile}): group k holds the risks above quantile {@code (k − 1) / groups} up to and
 * with quantile {@code k / groups}, the first also the smallest, as R's {@code cut(p, quantile(p, …), include.lowest = TRUE)}.
 *
 * @param groups how many, at least 3; 10 are customary
 */
public record QuantileGroups(int groups) implements RiskGrouping {

    /**
     * Checks the number.
     *
     * @param groups how many, at least 3; 10 are customary
     */
    public QuantileGroups {
        HosmerLemeshow.requireGroups(groups);
    }

    @Override
    public int[] groupOf(double[] risks) {
        double[] sorted = risks.clone();
        Arrays.sort(sorted);
        double[] upper = new double[groups - 1];
        for (int k = 0; k < upper.length; k++) {
            upper[k] = Quantile.ofSorted(sorted, (k + 1) / (double) groups);
        }
        int[] group = new int[risks.length];
        for (int i = 0; i < group.length; i++) {
            while (group[i] < upper.length && risks[i] > upper[group[i]]) {
                group[i]++;
            }
        }
        return group;
    }
}
