package io.github.radiomics4j.radscore;

/**
 * The two standard deviations in use: {@code s = √(Σᵢ (xᵢ − x̄)² / d)} with {@code d = n − 1} or {@code d = n}. Papers seldom say
 * which one scaled their features, and the coefficients differ by {@code √(n / (n − 1))}.
 */
public enum StandardDeviation {
    /** {@code d = n − 1}: R's {@code scale} and {@code sd}. */
    SAMPLE(1),
    /** {@code d = n}: glmnet, and scikit-learn's {@code StandardScaler}. */
    POPULATION(0);

    private final int lost;

    StandardDeviation(int lost) {
        this.lost = lost;
    }

    /**
     * The standard deviation of some values, in two passes.
     *
     * @param values finite, at least two for {@link #SAMPLE} and one for {@link #POPULATION}; not modified
     * @return in the unit of the values; 0 exactly where all are equal
     * @throws IllegalArgumentException where there are too few values
     */
    public double of(double[] values) {
        if (values.length <= lost) {
            throw new IllegalArgumentException("a standard deviation with d = " + (lost == 1 ? "n − 1" : "n") + " needs at least "
                    + (lost + 1)
                    + " values, there are " + values.length);
        }
        if (isConstant(values)) {
            return 0;
        }
        double mean = mean(values);
        // Deviations are measured in units of the largest, so that neither huge nor tiny values leave the range of their squares.
        double unit = 0;
        for (double x : values) {
            unit = Math.max(unit, Math.abs(x - mean));
        }
        double squares = 0;
        for (double x : values) {
            double deviation = (x - mean) / unit;
            squares += deviation * deviation;
        }
        return Math.max(Double.MIN_VALUE, unit * Math.sqrt(squares / (values.length - lost)));
    }

    /** The mean, corrected once by the mean of what it leaves. */
    static double mean(double[] values) {
        double sum = 0;
        for (double x : values) {
            sum += x / values.length;
        }
        double rest = 0;
        for (double x : values) {
            rest += (x - sum) / values.length;
        }
        return sum + rest;
    }

    /**
     * Whether all values are equal. Asked of the values themselves: the rounding of a mean could make a constant seem to vary.
     *
     * @param values at least one
     * @return true where each equals the first
     */
    public static boolean isConstant(double[] values) {
        for (double x : values) {
            if (x != values[0]) {
                return false;
            }
        }
        return true;
    }
}
