package io.github.radiomics4j.core.texture;

import java.util.Arrays;
import java.util.Optional;

/**
 * A neighbourhood grey tone difference matrix: for each of the levels i that occur, its probability p<sub>i</sub> among the N voxels
 * with neighbours, and the sum s<sub>i</sub> of distances of its voxels to their neighbours' mean. Immutable.
 */
public final class ToneDifferences {
    private final int[] level;
    private final double[] p;
    private final double[] s;
    private final long voxels;

    private ToneDifferences(int[] level, double[] p, double[] s, long voxels) {
        this.level = level;
        this.p = p;
        this.s = s;
        this.voxels = voxels;
    }

    /** From counts and sums at index level; nothing where no voxel has neighbours. */
    static Optional<ToneDifferences> of(long[] counts, double[] sums) {
        long voxels = Arrays.stream(counts).sum();
        if (voxels == 0) {
            return Optional.empty();
        }
        int occurring = (int) Arrays.stream(counts).filter(n -> n > 0).count();
        int[] level = new int[occurring];
        double[] p = new double[occurring];
        double[] s = new double[occurring];
        int at = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > 0) {
                level[at] = i;
                p[at] = (double) counts[i] / voxels;
                s[at++] = sums[i];
            }
        }
        return Optional.of(new ToneDifferences(level, p, s, voxels));
    }

    /** A function of two occurring levels. */
    @FunctionalInterface
    interface PairFunction {
        double of(double i, double j, double pi, double pj, double si, double sj);
    }

    /**
     * The number of levels that occur.
     *
     * @return N<sub>g,p</sub>
     */
    public int occurringLevels() {
        return level.length;
    }

    /**
     * The number of voxels that have neighbours.
     *
     * @return N<sub>v,c</sub>
     */
    public long voxels() {
        return voxels;
    }

    /** Σ sᵢ. */
    double totalDifference() {
        double sum = 0;
        for (double difference : s) {
            sum += difference;
        }
        return sum;
    }

    /** Σ pᵢ sᵢ. */
    double meanDifference() {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += p[k] * s[k];
        }
        return sum;
    }

    /** ΣᵢΣⱼ f over all ordered pairs of occurring levels. */
    double overPairs(PairFunction f) {
        double sum = 0;
        for (int a = 0; a < level.length; a++) {
            for (int b = 0; b < level.length; b++) {
                sum += f.of(level[a], level[b], p[a], p[b], s[a], s[b]);
            }
        }
        return sum;
    }
}
