package io.github.radiomics4j.validation.discrimination;

import java.util.Arrays;

/** Quantiles as R and numpy compute them by default (type 7 of Hyndman and Fan 1996). */
public final class Quantile {

    private Quantile() {
    }

    /**
     * The quantile at {@code h = (n − 1) share} of the sorted values numbered from 0, between neighbours by a straight line.
     *
     * @param values at least one, none NaN, in any order; not modified
     * @param share from 0 (the smallest) to 1 (the largest)
     * @return the quantile
     * @throws IllegalArgumentException where there is no value, a value is NaN, or the share is not from 0 to 1
     */
    public static double of(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, share);
    }

    /**
     * The same of values that are sorted already.
     *
     * @param sorted at least one, none NaN, rising; not modified
     * @param share from 0 (the smallest) to 1 (the largest)
     * @return the quantile
     * @throws IllegalArgumentException where there is no value, the last value is NaN, or the share is not from 0 to 1
     */
    public static double ofSorted(double[] sorted, double share) {
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1]) || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile needs at least one value, no NaN, and a share from 0 to 1, got "
                    + sorted.length + " values and share " + share);
        }
        double h = (sorted.length - 1) * share;
        int below = (int) Math.floor(h);
        double fraction = h - below;
        if (fraction == 0 || sorted[below] == sorted[below + 1] || Double.isInfinite(sorted[below])) {
            return sorted[below];
        }
        return Math.min(sorted[below + 1], sorted[below] + fraction * (sorted[below + 1] - sorted[below]));
    }
}
