package io.github.radiomics4j.radscore;

/**
 * A z-score, {@code z = (x − mean) / sd}, with the mean and the standard deviation of training rows. It is fitted on those rows
 * and then applied to any.
 *
 * @param mean in the unit of the values
 * @param sd positive, in the unit of the values
 */
public record ZScore(double mean, double sd) {

    /**
     * Checks that both are finite and that the standard deviation is positive.
     *
     * @param mean in the unit of the values
     * @param sd positive, in the unit of the values
     */
    public ZScore {
        if (!Double.isFinite(mean) || !Double.isFinite(sd) || !(sd > 0)) {
            throw new IllegalArgumentException("a z-score needs a finite mean and a finite, positive standard deviation, got mean " + mean
                    + " and standard deviation " + sd + ": a constant feature has no z-score");
        }
    }

    /**
     * Learns mean and standard deviation.
     *
     * @param training finite values of the training rows only, not all equal; not modified
     * @param convention which standard deviation
     * @return the z-score
     * @throws IllegalArgumentException where the values are constant, not finite or too few
     */
    public static ZScore fit(double[] training, StandardDeviation convention) {
        return new ZScore(StandardDeviation.mean(training), convention.of(training));
    }

    /**
     * Applies it.
     *
     * @param x a value in the unit of the training values
     * @return {@code (x − mean) / sd}
     */
    public double of(double x) {
        return (x - mean) / sd;
    }

    /**
     * Applies it to a column.
     *
     * @param values in the unit of the training values; not modified
     * @return a fresh array of z-scores
     */
    public double[] of(double[] values) {
        double[] z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = of(values[i]);
        }
        return z;
    }
}
