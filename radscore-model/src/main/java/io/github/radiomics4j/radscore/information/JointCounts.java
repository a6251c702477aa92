package io.github.radiomics4j.radscore.information;

import java.util.stream.IntStream;

/**
 * How often each pair of values of two discrete variables occurs, and the entropies that follow, {@code H = −Σ (n_c / n) ln (n_c / n)}
 * in nats. Immutable.
 */
public final class JointCounts {
    private final long[][] counts;
    private final long cases;

    private JointCounts(long[][] counts, long cases) {
        this.counts = counts;
        this.cases = cases;
    }

    /**
     * Counts pairs.
     *
     * @param x one value per case, from 0; not modified
     * @param y one value per case, from 0; not modified
     * @return the counts
     * @throws IllegalArgumentException where there is no case, a value is below 0, or the arrays are not of one length
     */
    public static JointCounts of(int[] x, int[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("pairs of values are counted over the same cases, at least one: there are " + x.length
                    + " and " + y.length);
        }
        if (IntStream.concat(IntStream.of(x), IntStream.of(y)).min().orElse(0) < 0) {
            throw new IllegalArgumentException("discrete values are numbered from 0, one was below");
        }
        long[][] counts = new long[IntStream.of(x).max().orElse(0) + 1][IntStream.of(y).max().orElse(0) + 1];
        for (int i = 0; i < x.length; i++) {
            counts[x[i]][y[i]]++;
        }
        return new JointCounts(counts, x.length);
    }

    /**
     * The entropy of the first variable.
     *
     * @return H(X), in nats
     */
    public double entropyOfX() {
        return entropy(marginalOfX());
    }

    /**
     * The entropy of the second variable.
     *
     * @return H(Y), in nats
     */
    public double entropyOfY() {
        return entropy(marginalOfY());
    }

    /**
     * The entropy of the pair.
     *
     * @return H(X,Y), in nats
     */
    public double jointEntropy() {
        return entropy(cells());
    }

    /**
     * What one variable tells of the other, by the plug-in estimate.
     *
     * @return {@code H(X) + H(Y) − H(X,Y)}, at least 0, in nats
     */
    public double mutualInformation() {
        return Math.max(0, entropyOfX() + entropyOfY() - jointEntropy());
    }

    /**
     * The same with {@code (K − 1) / (2n)} added to each entropy, K its occupied cells (Miller and Madow 1955).
     *
     * @return in nats; may lie below 0
     */
    public double millerMadowMutualInformation() {
        double correction = occupied(marginalOfX()) + occupied(marginalOfY()) - occupied(cells()) - 1;
        return entropyOfX() + entropyOfY() - jointEntropy() + correction / (2.0 * cases);
    }

    /**
     * The mutual information by the geometric mean of the entropies.
     *
     * @return from 0 to 1; 0 where a variable is constant
     */
    public double normalisedMutualInformation() {
        double product = entropyOfX() * entropyOfY();
        return product > 0 ? Math.min(1, mutualInformation() / Math.sqrt(product)) : 0;
    }

    private long[] marginalOfX() {
        long[] sums = new long[counts.length];
        for (int a = 0; a < sums.length; a++) {
            for (long c : counts[a]) {
                sums[a] += c;
            }
        }
        return sums;
    }

    private long[] marginalOfY() {
        long[] sums = new long[counts[0].length];
        for (long[] row : counts) {
            for (int b = 0; b < sums.length; b++) {
                sums[b] += row[b];
            }
        }
        return sums;
    }

    private long[] cells() {
        int width = counts[0].length;
        long[] all = new long[counts.length * width];
        for (int a = 0; a < counts.length; a++) {
            System.arraycopy(counts[a], 0, all, a * width, width);
        }
        return all;
    }

    private double entropy(long[] occurrences) {
        double sum = 0;
        for (long c : occurrences) {
            if (c > 0) {
                double share = (double) c / cases;
                sum -= share * Math.log(share);
            }
        }
        return sum;
    }

    private static double occupied(long[] occurrences) {
        int count = 0;
        for (long c : occurrences) {
            count += c > 0 ? 1 : 0;
        }
        return count;
    }
}
