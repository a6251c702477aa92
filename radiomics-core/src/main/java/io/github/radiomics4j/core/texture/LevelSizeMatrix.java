package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.numeric.Information;
import java.util.Arrays;

/**
 * How often grey level i occurs with size j (a run's length, a zone's voxels or distance, a dependence count): a sparse matrix r(i, j) of counts with total
 * N<sub>s</sub>, in ascending order of level, then size. Immutable.
 */
public final class LevelSizeMatrix {
    private final int[] level;
    private final int[] size;
    private final long[] count;
    private final long total;
    private final long voxels;

    LevelSizeMatrix(int[] level, int[] size, long[] count, long voxels) {
        this.level = level;
        this.size = size;
        this.count = count;
        this.total = Arrays.stream(count).sum();
        this.voxels = voxels;
    }

    /** A function of level and size. */
    @FunctionalInterface
    interface CellFunction {
        double of(double level, double size);
    }

    /**
     * The number of runs or zones.
     *
     * @return N<sub>s</sub> = Σ r(i, j)
     */
    public long total() {
        return total;
    }

    /**
     * The number of voxels that could each have been a run or zone of their own.
     *
     * @return voxels swept, times directions where directions are merged
     */
    public long voxels() {
        return voxels;
    }

    /** {@code Σ f(i, j) r(i, j) / Nₛ}. */
    double mean(CellFunction f) {
        double sum = 0;
        for (int k = 0; k < count.length; k++) {
            sum += count[k] * f.of(level[k], size[k]);
        }
        return sum / total;
    }

    /** {@code −Σ p log₂ p} with {@code p = r / Nₛ}. */
    double entropy() {
        double sum = 0;
        for (long n : count) {
            sum += Information.surprisal((double) n / total);
        }
        return sum;
    }

    /** {@code Σ p²} with {@code p = r / Nₛ}. */
    double energy() {
        double sum = 0;
        for (long n : count) {
            sum += (double) n / total * n / total;
        }
        return sum;
    }

    /** {@code Σᵢ (Σⱼ r(i, j))²}. */
    double squaredLevelTotals() {
        double squares = 0;
        int from = 0;
        while (from < count.length) {
            long sum = 0;
            int k = from;
            while (k < count.length && level[k] == level[from]) {
                sum += count[k++];
            }
            squares += (double) sum * sum;
            from = k;
        }
        return squares;
    }

    /** {@code Σⱼ (Σᵢ r(i, j))²}. */
    double squaredSizeTotals() {
        long[][] bySize = new long[count.length][];
        for (int k = 0; k < count.length; k++) {
            bySize[k] = new long[] {size[k], count[k]};
        }
        Arrays.sort(bySize, (a, b) -> Long.compare(a[0], b[0]));
        double squares = 0;
        int from = 0;
        while (from < bySize.length) {
            long sum = 0;
            int k = from;
            while (k < bySize.length && bySize[k][0] == bySize[from][0]) {
                sum += bySize[k++][1];
            }
            squares += (double) sum * sum;
            from = k;
        }
        return squares;
    }
}
