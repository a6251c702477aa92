package io.github.radiomics4j.core.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * A distribution over whole numbers, given by counts; kept as the numbers that occur, ascending, and their relative frequencies. Sums run
 * in that order, so values do not depend on how the counts were gathered. Immutable, but for the one that a {@link DistributionBuffer}
 * makes again and again.
 */
public final class Distribution {
    private final int[] numbers;
    private final double[] p;
    private int occurring;
    private double mean;

    /** Room for so many numbers, nothing in it yet. */
    Distribution(int room) {
        this.numbers = new int[room];
        this.p = new double[room];
    }

    /** Empties the room. */
    void clear() {
        occurring = 0;
        mean = 0;
    }

    /** A number with its relative frequency, if above 0; numbers come in ascending order. */
    void append(int number, double frequency) {
        if (frequency > 0) {
            numbers[occurring] = number;
            p[occurring++] = frequency;
            mean += number * frequency;
        }
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
        Distribution distribution = new Distribution(weights.length);
        for (int k = 0; k < weights.length; k++) {
            distribution.append(first + k, weights[k] / total);
        }
        return distribution;
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
        for (int k = 0; k < occurring; k++) {
            sum += p[k] * f.applyAsDouble(numbers[k]);
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
        for (int k = 0; k < occurring; k++) {
            double d = numbers[k] - mean;
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
        for (int k = 0; k < occurring; k++) {
            sum += Information.surprisal(p[k]);
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
        for (int k = 0; k < occurring; k++) {
            sum += p[k] * p[k];
        }
        return sum;
    }
}
