package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.numeric.Distribution;
import io.github.radiomics4j.core.numeric.Information;

/** The co-occurrences of a region, collected cell by cell. Immutable. */
final class RegionCooccurrences implements Cooccurrences {
    private final int levels;
    private final Distribution first;
    private final Distribution second;
    private final Distribution difference;
    private final Distribution sum;
    private final double maximum;
    private final double energy;
    private final double entropy;

    private RegionCooccurrences(Gathering g) {
        this.levels = g.levels;
        this.first = Distribution.ofWeights(0, g.first);
        this.second = g.first == g.second ? first : Distribution.ofWeights(0, g.second);
        this.difference = Distribution.ofWeights(0, g.difference);
        this.sum = Distribution.ofWeights(0, g.sum);
        this.maximum = g.maximum / g.total;
        this.energy = g.squares / (g.total * g.total);
        this.entropy = g.surprisal;
    }

    /**
     * Collects the cells of a matrix; the order of cells is the caller's and must be the same for the same region. Unweighted counts are
     * whole numbers, which {@code double} adds up exactly.
     */
    static final class Gathering {
        private final int levels;
        private final double total;
        private final double[] first;
        private final double[] second;
        private final double[] difference;
        private final double[] sum;
        private double maximum;
        private double squares;
        private double surprisal;

        private Gathering(int levels, double total, boolean symmetric) {
            this.levels = levels;
            this.total = total;
            this.first = new double[levels + 1];
            this.second = symmetric ? first : new double[levels + 1];
            this.difference = new double[levels];
            this.sum = new double[2 * levels + 1];
        }

        /** For a matrix in which every pair of voxels counts in both orders; pairs weigh this much in all. */
        static Gathering symmetric(int levels, double pairs) {
            return new Gathering(levels, 2 * pairs, true);
        }

        /** For a matrix in which a pair of voxels counts in the order of the direction; pairs weigh this much in all. */
        static Gathering ordered(int levels, double pairs) {
            return new Gathering(levels, pairs, false);
        }

        /** Levels i ≤ j lie beside each other in either order, weighing n: the cells (i, j) and (j, i) of a symmetric matrix. */
        void pair(int i, int j, double n) {
            if (i == j) {
                cell(i, i, 2 * n);
            } else {
                cell(i, j, n);
                cell(j, i, n);
            }
        }

        /** Level j follows level i, weighing n. */
        void cell(int i, int j, double n) {
            first[i] += n;
            if (second != first) {
                second[j] += n;
            }
            difference[Math.abs(i - j)] += n;
            sum[i + j] += n;
            maximum = Math.max(maximum, n);
            squares += n * n;
            surprisal += Information.surprisal(n / total);
        }

        Cooccurrences finished() {
            return new RegionCooccurrences(this);
        }
    }

    @Override
    public int levels() {
        return levels;
    }

    @Override
    public Distribution first() {
        return first;
    }

    @Override
    public Distribution second() {
        return second;
    }

    @Override
    public Distribution difference() {
        return difference;
    }

    @Override
    public Distribution sum() {
        return sum;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    @Override
    public double energy() {
        return energy;
    }

    @Override
    public double entropy() {
        return entropy;
    }
}
