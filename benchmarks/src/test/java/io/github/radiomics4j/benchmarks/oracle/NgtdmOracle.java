package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.texture.NgtdmFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbourhood grey tone difference matrix: for each voxel the mean of its neighbours in the region. */
public final class NgtdmOracle {
    private final double[] n;
    private final double[] s;
    private final double voxels;

    private NgtdmOracle(double[] n, double[] s) {
        this.n = n;
        this.s = s;
        this.voxels = Arrays.stream(n).sum();
    }

    /** Features of each matrix that has a voxel with neighbours, in the order of the enum. */
    public static List<double[]> measure(Region region, Aggregation aggregation, int distance) {
        List<double[]> matrices = new ArrayList<>();
        for (Part part : Part.of(aggregation, region.nz, distance)) {
            double[] n = new double[region.levels + 1];
            double[] s = new double[region.levels + 1];
            for (int[] v : region.levelVoxels(part)) {
                double sum = 0;
                int neighbours = 0;
                for (int[] step : part.steps()) {
                    int other = region.levelAt(v[0] + step[0], v[1] + step[1], v[2] + step[2]);
                    sum += other;
                    neighbours += other > 0 ? 1 : 0;
                }
                if (neighbours > 0) {
                    int level = region.levelAt(v[0], v[1], v[2]);
                    n[level]++;
                    s[level] += Math.abs(level - sum / neighbours);
                }
            }
            NgtdmOracle matrix = new NgtdmOracle(n, s);
            if (matrix.voxels > 0) {
                matrices.add(Arrays.stream(NgtdmFeature.values()).mapToDouble(matrix::of).toArray());
            }
        }
        return matrices;
    }

    private double of(NgtdmFeature feature) {
        double occurring = Arrays.stream(n).filter(count -> count > 0).count();
        double weighted = 0;
        double total = 0;
        for (int i = 1; i < n.length; i++) {
            weighted += p(i) * s[i];
            total += s[i];
        }
        return switch (feature) {
            case COARSENESS -> weighted == 0 ? 1e6 : 1 / weighted;
            case CONTRAST -> occurring == 1 ? 0
                    : overPairs((i, j) -> p(i) * p(j) * (i - j) * (i - j)) / (occurring * (occurring - 1)) * (total / voxels);
            case BUSYNESS -> occurring == 1 ? 0 : weighted / overPairs((i, j) -> Math.abs(i * p(i) - j * p(j)));
            case COMPLEXITY -> overPairs((i, j) -> Math.abs(i - j) * (p(i) * s[i] + p(j) * s[j]) / (p(i) + p(j))) / voxels;
            case STRENGTH -> total == 0 ? 0 : overPairs((i, j) -> (p(i) + p(j)) * (i - j) * (i - j)) / total;
        };
    }

    private double p(int level) {
        return n[level] / voxels;
    }

    private interface OfTwoLevels {
        double of(int i, int j);
    }

    private double overPairs(OfTwoLevels f) {
        double sum = 0;
        for (int i = 1; i < n.length; i++) {
            for (int j = 1; j < n.length; j++) {
                sum += n[i] > 0 && n[j] > 0 ? f.of(i, j) : 0;
            }
        }
        return sum;
    }
}
