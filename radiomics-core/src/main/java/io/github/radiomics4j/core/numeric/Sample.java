package io.github.radiomics4j.core.numeric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A sample of numbers, kept as its distinct values in ascending order and how often each occurs. Moments divide by n
 * (population), percentiles interpolate linearly between order statistics (Hyndman–Fan type 7, the default of R and numpy).
 * Values do not depend on the order of the sample. Immutable, but for the one that a {@link SampleBuffer} makes again and again.
 */
public final class Sample {
    private static final int COUNTING_RANGE = 1 << 16;

    private final double[] values;
    private final long[] counts;
    private int distinct;
    private long n;
    private double mean;
    private double variance;

    private Sample(double[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        this.distinct = values.length;
        settle();
    }

    /** Room for so many numbers, nothing in it yet. */
    Sample(int room) {
        this(new double[room], room);
    }

    /** Room for so many distinct numbers in an array that may be the one they are taken from. */
    private Sample(double[] values, int distinct) {
        this.values = values;
        this.counts = new long[distinct];
    }

    /** Takes numbers in ascending order in place of those that were there before; a number is read before its place is written. */
    void fill(double[] sorted, int length) {
        distinct = 0;
        for (int k = 0; k < length; k++) {
            double plain = sorted[k] + 0.0;
            if (distinct == 0 || values[distinct - 1] != plain) {
                values[distinct] = plain;
                counts[distinct++] = 0;
            }
            counts[distinct - 1]++;
        }
        settle();
    }

    private void settle() {
        n = size(0, distinct);
        mean = mean(0, distinct, n);
        variance = mean(v -> (v - mean) * (v - mean));
    }

    private long size(int from, int to) {
        long total = 0;
        for (int i = from; i < to; i++) {
            total += counts[i];
        }
        return total;
    }

    /** The mean of some of the distinct values, with the rounding of its first estimate taken back. */
    private double mean(int from, int to, long size) {
        double rough = mean(from, to, size, v -> v);
        return rough + mean(from, to, size, v -> v - rough);
    }

    private double mean(int from, int to, long size, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i] * f.applyAsDouble(values[i]);
        }
        return sum / size;
    }

    /**
     * A sample of finite numbers.
     *
     * @param sample at least one number; not modified
     * @return the sample
     * @throws IllegalArgumentException where there is none, or one is NaN or infinite
     */
    public static Sample of(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one number");
        }
        double min = sample[0];
        double max = sample[0];
        boolean whole = true;
        for (double v : sample) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("a sample holds finite numbers only, found " + v);
            }
            min = Math.min(min, v);
            max = Math.max(max, v);
            whole &= v == Math.rint(v);
        }
        if (whole && max - min < COUNTING_RANGE) {
            long[] histogram = new long[(int) (max - min) + 1];
            for (double v : sample) {
                histogram[(int) (v - min)]++;
            }
            return ofCounts(min, histogram);
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int distinct = 1;
        for (int k = 1; k < sorted.length; k++) {
            distinct += sorted[k] != sorted[k - 1] ? 1 : 0;
        }
        Sample numbers = new Sample(sorted, distinct);
        numbers.fill(sorted, sorted.length);
        return numbers;
    }

    /**
     * A sample given by its histogram.
     *
     * @param first the number that {@code histogram[0]} counts
     * @param histogram how often {@code first + k} occurs; at least one is above 0; not modified
     * @return the sample
     */
    public static Sample ofCounts(double first, long[] histogram) {
        int distinct = (int) Arrays.stream(histogram).filter(c -> c > 0).count();
        if (distinct == 0) {
            throw new IllegalArgumentException("a sample needs at least one number");
        }
        double[] values = new double[distinct];
        long[] counts = new long[distinct];
        int at = 0;
        for (int k = 0; k < histogram.length; k++) {
            if (histogram[k] > 0) {
                values[at] = first + k + 0.0;
                counts[at++] = histogram[k];
            }
        }
        return new Sample(values, counts);
    }

    /**
     * The size of the sample.
     *
     * @return n, at least 1
     */
    public long size() {
        return n;
    }

    /**
     * Mean Σ x / n.
     *
     * @return the mean
     */
    public double mean() {
        return mean;
    }

    /**
     * Mean of a function, Σ f(x) / n.
     *
     * @param f evaluated once per distinct value, in ascending order
     * @return the mean of f
     */
    public double mean(DoubleUnaryOperator f) {
        return mean(0, distinct, n, f);
    }

    /**
     * Population variance Σ (x − mean)² / n.
     *
     * @return 0 for equal numbers
     */
    public double variance() {
        return variance;
    }

    /**
     * Skewness m₃ / m₂^(3/2) with population moments.
     *
     * @return 0 for equal numbers
     */
    public double skewness() {
        return variance == 0 ? 0 : mean(v -> Math.pow(v - mean, 3)) / Math.pow(variance, 1.5);
    }

    /**
     * Excess kurtosis m₄ / m₂² − 3 with population moments.
     *
     * @return 0 for equal numbers
     */
    public double excessKurtosis() {
        return variance == 0 ? 0 : mean(v -> Math.pow(v - mean, 4)) / (variance * variance) - 3;
    }

    /**
     * Smallest number.
     *
     * @return the minimum
     */
    public double minimum() {
        return values[0];
    }

    /**
     * Largest number.
     *
     * @return the maximum
     */
    public double maximum() {
        return values[distinct - 1];
    }

    /**
     * Percentile: with the numbers x₀ ≤ … ≤ xₙ₋₁ and h = (n − 1) p, the value on the line from x⌊h⌋ to x⌈h⌉.
     *
     * @param p between 0 and 1
     * @return the percentile
     */
    public double percentile(double p) {
        double h = (n - 1) * p;
        long below = (long) Math.floor(h);
        double lower = order(below);
        double fraction = h - below;
        return fraction == 0 ? lower : lower + fraction * (order(below + 1) - lower);
    }

    private double order(long rank) {
        long seen = 0;
        int i = 0;
        while (seen + counts[i] <= rank) {
            seen += counts[i++];
        }
        return values[i];
    }

    /**
     * Median, the percentile at one half.
     *
     * @return the median
     */
    public double median() {
        return percentile(0.5);
    }

    /**
     * Interquartile range, 75th less 25th percentile.
     *
     * @return at least 0
     */
    public double interquartileRange() {
        return percentile(0.75) - percentile(0.25);
    }

    /**
     * Mean absolute deviation Σ |x − mean| / n.
     *
     * @return at least 0
     */
    public double meanAbsoluteDeviation() {
        return mean(v -> Math.abs(v - mean));
    }

    /**
     * Mean absolute deviation of the numbers between the 10th and the 90th percentile (inclusive), from their own mean.
     *
     * @return at least 0
     */
    public double robustMeanAbsoluteDeviation() {
        double low = percentile(0.1);
        double high = percentile(0.9);
        int from = 0;
        while (values[from] < low) {
            from++;
        }
        int to = distinct;
        while (values[to - 1] > high) {
            to--;
        }
        if (from >= to) {
            return 0;
        }
        long size = size(from, to);
        double centre = mean(from, to, size);
        return mean(from, to, size, v -> Math.abs(v - centre));
    }

    /**
     * Median absolute deviation in the sense of the IBSI manual: the mean distance to the median, Σ |x − median| / n.
     *
     * @return at least 0
     */
    public double meanAbsoluteDeviationFromMedian() {
        double median = median();
        return mean(v -> Math.abs(v - median));
    }

    /**
     * Coefficient of variation, standard deviation over mean.
     *
     * @return NaN or infinite where the mean is 0
     */
    public double coefficientOfVariation() {
        return Math.sqrt(variance) / mean;
    }

    /**
     * Quartile coefficient of dispersion (Q₃ − Q₁) / (Q₃ + Q₁).
     *
     * @return NaN or infinite where the quartiles sum to 0
     */
    public double quartileCoefficientOfDispersion() {
        double q1 = percentile(0.25);
        double q3 = percentile(0.75);
        return (q3 - q1) / (q3 + q1);
    }

    /**
     * Energy Σ x².
     *
     * @return at least 0
     */
    public double energy() {
        return n * mean(v -> v * v);
    }

    /**
     * Root mean square √(Σ x² / n).
     *
     * @return at least 0
     */
    public double rootMeanSquare() {
        return Math.sqrt(mean(v -> v * v));
    }
}
