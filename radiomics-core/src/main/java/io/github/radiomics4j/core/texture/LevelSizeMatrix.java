package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.numeric.Information;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * How often grey level i occurs with size j (a run's length, a zone's voxels or distance, a dependence count): a sparse matrix
 * r(i, j) of counts with total N<sub>s</sub>, in ascending order of level, then size. Counts are whole numbers, which {@code double} adds
 * up exactly, unless directions were weighted. Immutable.
 */
public final class LevelSizeMatrix {
    private final int[] level;
    private final int[] size;
    private final double[] count;
    private final double total;
    private final double voxels;

    LevelSizeMatrix(int[] level, int[] size, double[] count, double voxels) {
        this.level = level;
        this.size = size;
        this.count = count;
        double sum = 0;
        for (double n : count) {
            sum += n;
        }
        this.total = sum;
        this.voxels = voxels;
    }

    /** This matrix with every count, and the voxels, weighing more or less. */
    LevelSizeMatrix times(double weight) {
        return new LevelSizeMatrix(level, size, Arrays.stream(count).map(n -> weight * n).toArray(), weight * voxels);
    }

    /** The sum of two matrices, cell by cell. */
    LevelSizeMatrix plus(LevelSizeMatrix other) {
        int most = count.length + other.count.length;
        int[] levels = new int[most];
        int[] sizes = new int[most];
        double[] counts = new double[most];
        int used = 0;
        int a = 0;
        int b = 0;
        while (a < count.length || b < other.count.length) {
            long here = a < count.length ? (long) level[a] << 32 | size[a] : Long.MAX_VALUE;
            long there = b < other.count.length ? (long) other.level[b] << 32 | other.size[b] : Long.MAX_VALUE;
            long cell = Math.min(here, there);
            levels[used] = (int) (cell >>> 32);
            sizes[used] = (int) cell;
            counts[used] += here == cell ? count[a++] : 0;
            counts[used++] += there == cell ? other.count[b++] : 0;
        }
        return new LevelSizeMatrix(Arrays.copyOf(levels, used), Arrays.copyOf(sizes, used), Arrays.copyOf(counts, used),
                voxels + other.voxels);
    }

    /** A function of level and size. */
    @FunctionalInterface
    interface CellFunction {
        double of(double level, double size);
    }

    /**
     * The number of runs or zones, or their weight.
     *
     * @return N<sub>s</sub> = Σ r(i, j)
     */
    public double total() {
        return total;
    }

    /**
     * The number of voxels that could each have been a run or zone of their own.
     *
     * @return voxels swept, times directions where directions are merged
     */
    public double voxels() {
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
        for (double n : count) {
            sum += Information.surprisal(n / total);
        }
        return sum;
    }

    /** {@code Σ p²} with {@code p = r / Nₛ}. */
    double energy() {
        double sum = 0;
        for (double n : count) {
            sum += n / total * n / total;
        }
        return sum;
    }

    /** {@code Σᵢ (Σⱼ r(i, j))²}. */
    double squaredLevelTotals() {
        double squares = 0;
        int from = 0;
        while (from < count.length) {
            double sum = 0;
            int k = from;
            while (k < count.length && level[k] == level[from]) {
                sum += count[k++];
            }
            squares += sum * sum;
            from = k;
        }
        return squares;
    }

    /** {@code Σⱼ (Σᵢ r(i, j))²}. */
    double squaredSizeTotals() {
        TreeMap<Integer, Double> totals = new TreeMap<>();
        for (int k = 0; k < count.length; k++) {
            totals.merge(size[k], count[k], Double::sum);
        }
        double squares = 0;
        for (double sum : totals.values()) {
            squares += sum * sum;
        }
        return squares;
    }
}
