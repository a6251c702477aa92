package io.github.radiomics4j.core.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * A distribution over consecutive whole numbers, given by counts. Sums run in index order, so values do not depend on how the
 * counts were gathered. Immutable.
 */
public final class Distribution {
    private final int first;
    private final double[] p;
    private final double mean;

    private Distribution(int first, double[] p) {
        this.first = first;
        this.p = p;
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += (first + k) * p[k];
        }
        this.mean = sum;
    }

    /**
     * The relative frequencies of counts.
     *
     * @param first the number that {@code counts[0]} belongs to
     * @param counts how often each number occurs; at least one is above 0; not modified
     * @return the distribution
     */
    public static Distribution ofCounts(int first, long[] counts) {
        double[] weights = new double[counts.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = counts[k];
        }
        return ofWeights(first, weights);
    }

    /**
     * The relative frequencies of weights.
     *
     * @param first the number that {@code weights[0]} belongs to
     * @param weights how much each number weighs, 0 or more; at least one is above 0; not modified
     * @return the distribution
     */
    public static Distribution ofWeights(int first, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("a distribution needs at least one number that weighs more than 0");
        }
        double[] p = new double[weights.length];
        for (int k = 0; k < p.length; k++) {
            p[k] = weights[k] / total;
        }
        return new Distribution(first, p);
    }

    /**
     * Expectation E[k].
     *
     * @return the mean
     */
    public double mean() {
        return mean;
    }

    /**
     * Expectation E[f(k)].
     *
     * @param f evaluated where p(k) &gt; 0 only
     * @return the mean of f
     */
    public double mean(DoubleUnaryOperator f) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            if (p[k] > 0) {
                sum += p[k] * f.applyAsDouble(first + k);
            }
        }
        return sum;
    }

    /**
     * Central moment E[(k − E[k])ⁿ].
     *
     * @param n the order, 1 to 4 in practice
     * @return the moment
     */
    public double centralMoment(int n) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            double d = first + k - mean;
            double power = d;
            for (int i = 1; i < n; i++) {
                power *= d;
            }
            sum += p[k] * power;
        }
        return sum;
    }

    /**
     * Entropy −Σ p log₂ p.
     *
     * @return bits
     */
    public double entropy() {
        double sum = 0;
        for (double q : p) {
            sum += Information.surprisal(q);
        }
        return sum;
    }

    /**
     * Energy Σ p², also called uniformity.
     *
     * @return between 0 and 1
     */
    public double energy() {
        double sum = 0;
        for (double q : p) {
            sum += q * q;
        }
        return sum;
    }
}
