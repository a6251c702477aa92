package io.github.radiomics4j.radscore.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How p-values of many tests are adjusted; numbers as R's {@code p.adjust} gives them. */
public enum PValueAdjustment {
    /** As they are. */
    NONE("none"),
    /** {@code min(1, m p)}: the family-wise error rate under any dependence. */
    BONFERRONI("bonferroni"),
    /** Holm's (1979) step-down {@code max over smaller (m − i + 1) p₍ᵢ₎}: the family-wise error rate, never weaker than Bonferroni. */
    HOLM("holm"),
    /** Benjamini and Hochberg's (1995) step-up {@code min over larger (m / i) p₍ᵢ₎}: the false discovery rate. */
    BENJAMINI_HOCHBERG("benjamini_hochberg"),
    /** Benjamini and Yekutieli's (2001): the same by the factor {@code Σ 1/i}, under any dependence. */
    BENJAMINI_YEKUTIELI("benjamini_yekutieli");

    private final String label;

    PValueAdjustment(String label) {
        this.label = label;
    }

    /**
     * The name used in settings.
     *
     * @return lower case with underscores
     */
    public String label() {
        return label;
    }

    /**
     * Adjusts.
     *
     * @param p values from 0 to 1; not modified
     * @return the adjusted ones in the same order, from 0 to 1
     * @throws IllegalArgumentException where a value does not lie between 0 and 1
     */
    public double[] adjust(double... p) {
        int m = p.length;
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, was " + value);
            }
        }
        int[] rising = IntStream.range(0, m).boxed().sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(i -> i).toArray();
        double harmonic = IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
        double[] adjusted = new double[m];
        switch (this) {
            case NONE -> System.arraycopy(p, 0, adjusted, 0, m);
            case BONFERRONI -> Arrays.setAll(adjusted, i -> Math.min(1, m * p[i]));
            case HOLM -> {
                double largest = 0;
                for (int r = 0; r < m; r++) {
                    largest = Math.max(largest, (m - r) * p[rising[r]]);
                    adjusted[rising[r]] = Math.min(1, largest);
                }
            }
            default -> {
                double factor = this == BENJAMINI_YEKUTIELI ? harmonic : 1;
                double smallest = 1;
                for (int r = m - 1; r >= 0; r--) {
                    smallest = Math.min(smallest, factor * m / (r + 1) * p[rising[r]]);
                    adjusted[rising[r]] = smallest;
                }
            }
        }
        return adjusted;
    }
}
