package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.numeric.InnerProduct;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.ZScore;
import java.util.Arrays;

/** Which coefficient measures how alike two features are. */
public enum Correlation {
    /** Pearson's r of the values. */
    PEARSON,
    /** Spearman's ρ: Pearson's r of the ranks, equal values sharing the mean of theirs. */
    SPEARMAN;

    /** What {@link #ofStandardised} compares: z-scores of values, or of ranks. */
    double[] prepared(double[] values) {
        return standardised(this == SPEARMAN ? ranks(values) : values);
    }

    static double[] standardised(double[] values) {
        return ZScore.fit(values, StandardDeviation.POPULATION).of(values);
    }

    /** Pearson's r of z-scores, cut to [−1, 1], which rounding may leave. */
    static double ofStandardised(double[] a, double[] b) {
        return Math.max(-1, Math.min(1, InnerProduct.of(a, b) / a.length));
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // −0 and 0 are one value
        }
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            int at = Arrays.binarySearch(sorted, values[i] + 0.0);
            int first = at;
            int last = at;
            while (first > 0 && sorted[first - 1] == sorted[at]) {
                first--;
            }
            while (last < sorted.length - 1 && sorted[last + 1] == sorted[at]) {
                last++;
            }
            ranks[i] = (first + last) / 2.0;
        }
        return ranks;
    }
}
