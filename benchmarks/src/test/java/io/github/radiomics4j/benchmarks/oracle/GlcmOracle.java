package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.texture.DistanceWeighting;
import io.github.radiomics4j.core.texture.GlcmFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Grey level co-occurrence matrix: the full matrix p(i, j) and every feature as a double sum over it. */
public final class GlcmOracle {
    private final double[][] p;
    private final int n;
    private final double[] px;
    private final double[] py;
    private final double[] difference;
    private final double[] sum;
    private final double mux;
    private final double muy;

    private GlcmOracle(double[][] p) {
        this.p = p;
        this.n = p.length - 1;
        this.px = new double[n + 1];
        this.py = new double[n + 1];
        this.difference = new double[n];
        this.sum = new double[2 * n + 1];
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                px[i] += p[i][j];
                py[j] += p[i][j];
                difference[Math.abs(i - j)] += p[i][j];
                sum[i + j] += p[i][j];
            }
        }
        this.mux = overCells((i, j) -> i);
        this.muy = overCells((i, j) -> j);
    }

    /** Features of each matrix that has pairs, in the order of the enum. */
    public static List<double[]> measure(Region region, Aggregation aggregation, int distance, boolean symmetric,
            DistanceWeighting weighting) {
        List<double[]> matrices = new ArrayList<>();
        for (Part part : Part.of(aggregation, region.nz, distance)) {
            double[][] counts = new double[region.levels + 1][region.levels + 1];
            double total = 0;
            for (int[] step : part.steps()) {
                double[][] pairs = pairs(region, part, step, symmetric);
                double weight = weighting.of(step[0], step[1], step[2]);
                for (int i = 1; i <= region.levels; i++) {
                    for (int j = 1; j <= region.levels; j++) {
                        counts[i][j] += weight * pairs[i][j];
                        total += weight * pairs[i][j];
                    }
                }
            }
            if (total > 0) {
                for (double[] row : counts) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] /= total;
                    }
                }
                GlcmOracle matrix = new GlcmOracle(counts);
                matrices.add(Arrays.stream(GlcmFeature.values()).mapToDouble(matrix::of).toArray());
            }
        }
        return matrices;
    }

    private static double[][] pairs(Region region, Part part, int[] step, boolean symmetric) {
        double[][] pairs = new double[region.levels + 1][region.levels + 1];
        for (int[] v : region.levelVoxels(part)) {
            int i = region.levelAt(v[0], v[1], v[2]);
            int j = region.levelAt(v[0] + step[0], v[1] + step[1], v[2] + step[2]);
            if (j > 0) {
                pairs[i][j]++;
                pairs[j][i] += symmetric ? 1 : 0;
            }
        }
        return pairs;
    }

    private double of(GlcmFeature feature) {
        double levels = n;
        return switch (feature) {
            case JOINT_MAXIMUM -> Arrays.stream(p).flatMapToDouble(Arrays::stream).max().orElseThrow();
            case JOINT_AVERAGE -> mux;
            case JOINT_VARIANCE -> overCells((i, j) -> (i - mux) * (i - mux));
            case JOINT_ENTROPY -> jointEntropy();
            case DIFFERENCE_AVERAGE -> average(difference);
            case DIFFERENCE_VARIANCE -> variance(difference);
            case DIFFERENCE_ENTROPY -> entropy(difference);
            case SUM_AVERAGE -> average(sum);
            case SUM_VARIANCE -> variance(sum);
            case SUM_ENTROPY -> entropy(sum);
            case ANGULAR_SECOND_MOMENT -> Arrays.stream(p).flatMapToDouble(Arrays::stream).map(q -> q * q).sum();
            case CONTRAST -> overCells((i, j) -> (i - j) * (i - j));
            case DISSIMILARITY -> overCells((i, j) -> Math.abs(i - j));
            case INVERSE_DIFFERENCE -> overCells((i, j) -> 1 / (1 + Math.abs(i - j)));
            case NORMALISED_INVERSE_DIFFERENCE -> overCells((i, j) -> 1 / (1 + Math.abs(i - j) / levels));
            case INVERSE_DIFFERENCE_MOMENT -> overCells((i, j) -> 1 / (1 + (i - j) * (i - j)));
            case NORMALISED_INVERSE_DIFFERENCE_MOMENT -> overCells((i, j) -> 1 / (1 + (i - j) * (i - j) / (levels * levels)));
            case INVERSE_VARIANCE -> overCells((i, j) -> i == j ? 0 : 1 / ((i - j) * (i - j)));
            case CORRELATION -> correlation();
            case AUTOCORRELATION -> overCells((i, j) -> i * j);
            case CLUSTER_TENDENCY -> overCells((i, j) -> Math.pow(i + j - mux - muy, 2));
            case CLUSTER_SHADE -> overCells((i, j) -> Math.pow(i + j - mux - muy, 3));
            case CLUSTER_PROMINENCE -> overCells((i, j) -> Math.pow(i + j - mux - muy, 4));
            case INFORMATION_CORRELATION_1 -> informationCorrelation1();
            case INFORMATION_CORRELATION_2 -> informationCorrelation2();
        };
    }

    private double overCells(DoubleBinaryOperator f) {
        double total = 0;
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                total += p[i][j] == 0 ? 0 : f.applyAsDouble(i, j) * p[i][j];
            }
        }
        return total;
    }

    /** 1 where a marginal has one level, by convention. */
    private double correlation() {
        double varx = overCells((i, j) -> (i - mux) * (i - mux));
        double vary = overCells((i, j) -> (j - muy) * (j - muy));
        return levelsIn(px) == 1 || levelsIn(py) == 1 ? 1
                : overCells((i, j) -> (i - mux) * (j - muy)) / (Math.sqrt(varx) * Math.sqrt(vary));
    }

    private static long levelsIn(double[] distribution) {
        return Arrays.stream(distribution).filter(q -> q > 0).count();
    }

    private double jointEntropy() {
        return -overCells((i, j) -> log2(p[(int) i][(int) j]));
    }

    /** {@code (HXY − HXY1) / max(HX, HY)} with {@code HXY1 = −Σ p(i,j) log₂ (px(i) py(j))}; 0 for one level. */
    private double informationCorrelation1() {
        double hxy1 = -overCells((i, j) -> log2(px[(int) i] * py[(int) j]));
        double most = Math.max(entropy(px), entropy(py));
        return most == 0 ? 0 : (jointEntropy() - hxy1) / most;
    }

    /** {@code √(1 − exp(−2 (HXY2 − HXY)))} with {@code HXY2 = −Σ px(i) py(j) log₂ (px(i) py(j))}. */
    private double informationCorrelation2() {
        double hxy2 = 0;
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                hxy2 -= px[i] * py[j] == 0 ? 0 : px[i] * py[j] * log2(px[i] * py[j]);
            }
        }
        return Math.sqrt(Math.max(0, 1 - Math.exp(-2 * (hxy2 - jointEntropy()))));
    }

    private static double average(double[] distribution) {
        double total = 0;
        for (int k = 0; k < distribution.length; k++) {
            total += k * distribution[k];
        }
        return total;
    }

    private static double variance(double[] distribution) {
        double mean = average(distribution);
        double total = 0;
        for (int k = 0; k < distribution.length; k++) {
            total += (k - mean) * (k - mean) * distribution[k];
        }
        return total;
    }

    static double entropy(double[] distribution) {
        double total = 0;
        for (double q : distribution) {
            total -= q == 0 ? 0 : q * log2(q);
        }
        return total;
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
