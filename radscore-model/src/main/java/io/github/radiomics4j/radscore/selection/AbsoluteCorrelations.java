package io.github.radiomics4j.radscore.selection;

import java.util.List;

/** The absolute correlations of all pairs of columns, each held once. */
final class AbsoluteCorrelations {
    /** Row j holds the pairs (j, 0) to (j, j − 1). */
    private final double[][] lower;

    private AbsoluteCorrelations(double[][] lower) {
        this.lower = lower;
    }

    static AbsoluteCorrelations of(List<double[]> standardised) {
        double[][] lower = new double[standardised.size()][];
        for (int j = 0; j < lower.length; j++) {
            lower[j] = new double[j];
            for (int i = 0; i < j; i++) {
                lower[j][i] = Math.abs(Correlation.ofStandardised(standardised.get(i), standardised.get(j)));
            }
        }
        return new AbsoluteCorrelations(lower);
    }

    int size() {
        return lower.length;
    }

    double of(int i, int j) {
        return i == j ? 1 : i < j ? lower[j][i] : lower[i][j];
    }

    double sumOfOthers(int column) {
        double sum = 0;
        for (int other = 0; other < lower.length; other++) {
            sum += other == column ? 0 : of(column, other);
        }
        return sum;
    }
}
