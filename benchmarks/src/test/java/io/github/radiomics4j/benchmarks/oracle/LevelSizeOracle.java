package io.github.radiomics4j.benchmarks.oracle;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The full matrix r(i, j) of level i and size j, and the statistics that runs, zones and dependences share as double sums over it. */
final class LevelSizeOracle {
    private final double[][] r;
    private double total;

    /** An empty matrix of so many levels and sizes. */
    LevelSizeOracle(int levels, int sizes) {
        this.r = new double[levels + 1][sizes + 1];
    }

    void add(int level, int size, double weight) {
        r[level][size] += weight;
        total += weight;
    }

    /**
     * Adds the features in the order in which the manual lists those of all four families, where the matrix is not empty.
     *
     * @param voxels those that could each have been a run or zone of their own
     */
    void addTo(List<double[]> matrices, double voxels) {
        if (total > 0) {
            matrices.add(features(voxels));
        }
    }

    private double[] features(double voxels) {
        double meanLevel = mean((i, j) -> i);
        double meanSize = mean((i, j) -> j);
        double perLevel = squaredRowTotals(r);
        double perSize = squaredRowTotals(transposed());
        return new double[] {
            mean((i, j) -> 1 / (j * j)),
            mean((i, j) -> j * j),
            mean((i, j) -> 1 / (i * i)),
            mean((i, j) -> i * i),
            mean((i, j) -> 1 / (i * i * j * j)),
            mean((i, j) -> i * i / (j * j)),
            mean((i, j) -> j * j / (i * i)),
            mean((i, j) -> i * i * j * j),
            perLevel / total,
            perLevel / (total * total),
            perSize / total,
            perSize / (total * total),
            total / voxels,
            mean((i, j) -> (i - meanLevel) * (i - meanLevel)),
            mean((i, j) -> (j - meanSize) * (j - meanSize)),
            mean((i, j) -> -GlcmOracle.log2(r[(int) i][(int) j] / total)),
            mean((i, j) -> r[(int) i][(int) j] / total)};
    }

    /** {@code Σ f(i, j) r(i, j) / Nₛ} over the cells that are not 0. */
    private double mean(DoubleBinaryOperator f) {
        double sum = 0;
        for (int i = 1; i < r.length; i++) {
            for (int j = 1; j < r[i].length; j++) {
                if (r[i][j] > 0) {
                    sum += f.applyAsDouble(i, j) * r[i][j];
                }
            }
        }
        return sum / total;
    }

    private static double squaredRowTotals(double[][] matrix) {
        double squares = 0;
        for (double[] row : matrix) {
            double sum = 0;
            for (double cell : row) {
                sum += cell;
            }
            squares += sum * sum;
        }
        return squares;
    }

    private double[][] transposed() {
        double[][] t = new double[r[0].length][r.length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r[i].length; j++) {
                t[j][i] = r[i][j];
            }
        }
        return t;
    }
}
