package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.numeric.Distribution;
import io.github.radiomics4j.core.numeric.Information;

/**
 * A symmetric grey level co-occurrence matrix p(i, j), reduced to what its features need: the distributions of i (the marginal),
 * of |i − j| and of i + j, and three sums over cells. Immutable.
 */
public final class Cooccurrences {
    private final int levels;
    private final Distribution marginal;
    private final Distribution difference;
    private final Distribution sum;
    private final double maximum;
    private final double energy;
    private final double entropy;

    private Cooccurrences(Gathering g) {
        this.levels = g.levels;
        this.marginal = Distribution.ofCounts(0, g.marginal);
        this.difference = Distribution.ofCounts(0, g.difference);
        this.sum = Distribution.ofCounts(0, g.sum);
        double pairs = 2.0 * g.pairs;
        this.maximum = g.maximum / pairs;
        this.energy = g.squares / (pairs * pairs);
        this.entropy = g.surprisal;
    }

    /** Collects the cells of a matrix; the order of cells is the caller's and must be the same for the same region. */
    static final class Gathering {
        private final int levels;
        private final long pairs;
        private final long[] marginal;
        private final long[] difference;
        private final long[] sum;
        private long maximum;
        private double squares;
        private double surprisal;

        /** For so many levels and so many counted pairs of voxels, each pair counted once. */
        Gathering(int levels, long pairs) {
            this.levels = levels;
            this.pairs = pairs;
            this.marginal = new long[levels + 1];
            this.difference = new long[levels];
            this.sum = new long[2 * levels + 1];
        }

        /** Levels i ≤ j lie beside each other n times in either order. */
        void cell(int i, int j, long n) {
            marginal[i] += n;
            marginal[j] += n;
            difference[j - i] += 2 * n;
            sum[i + j] += 2 * n;
            long symmetric = i == j ? 2 * n : n;
            maximum = Math.max(maximum, symmetric);
            double both = i == j ? 1 : 2;
            squares += both * symmetric * symmetric;
            surprisal += both * Information.surprisal(symmetric / (2.0 * pairs));
        }

        Cooccurrences finished() {
            return new Cooccurrences(this);
        }
    }

    /**
     * The number of grey levels of the region.
     *
     * @return N<sub>g</sub>
     */
    public int levels() {
        return levels;
    }

    /**
     * The distribution of one of the two levels.
     *
     * @return over i = 1 … N<sub>g</sub>
     */
    public Distribution marginal() {
        return marginal;
    }

    /**
     * The distribution of the levels' distance.
     *
     * @return over k = |i − j| = 0 … N<sub>g</sub> − 1
     */
    public Distribution difference() {
        return difference;
    }

    /**
     * The distribution of the levels' sum.
     *
     * @return over k = i + j = 2 … 2 N<sub>g</sub>
     */
    public Distribution sum() {
        return sum;
    }

    /**
     * The largest cell.
     *
     * @return max p(i, j)
     */
    public double maximum() {
        return maximum;
    }

    /**
     * Energy of the matrix.
     *
     * @return Σ p(i, j)²
     */
    public double energy() {
        return energy;
    }

    /**
     * Entropy of the matrix.
     *
     * @return −Σ p(i, j) log₂ p(i, j), bits
     */
    public double entropy() {
        return entropy;
    }
}
