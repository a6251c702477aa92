package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Criterion;
import java.util.Arrays;
import java.util.List;

/**
 * The running sums of a forward selection: one pass over the features left for each feature chosen, so K of p features cost K p counts
 * of n cases and no p × p table. Used once, by one thread.
 */
final class Redundancy implements ForwardSelection.Scores {
    private final Criterion criterion;
    private final List<int[]> binned;
    private final int bins;
    private final boolean[] positive;
    private final double[] relevance;
    private final double[] accumulated;
    private int count;
    /** Counts by bin of a feature, bin of another, class. */
    private final int[] cells;

    Redundancy(Criterion criterion, List<int[]> binned, int bins, BinaryOutcome outcome) {
        this.criterion = criterion;
        this.binned = binned;
        this.bins = bins;
        this.positive = new boolean[outcome.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = outcome.isPositive(i);
        }
        this.cells = new int[bins * bins * 2];
        this.relevance = new double[binned.size()];
        int[] nothing = new int[positive.length];
        for (int j = 0; j < relevance.length; j++) {
            count(binned.get(j), nothing);
            relevance[j] = aboutOutcome();
        }
        this.accumulated = criterion == Criterion.CMIM ? relevance.clone() : new double[relevance.length];
    }

    @Override
    public double score(int feature) {
        if (count == 0) {
            return relevance[feature];
        }
        double mean = accumulated[feature] / count;
        return switch (criterion) {
            case MRMR_DIFFERENCE -> relevance[feature] - mean;
            // nothing shared with the chosen ones: infinitely good, unless it tells nothing either
            case MRMR_QUOTIENT -> mean > 0 ? relevance[feature] / mean : relevance[feature] > 0 ? Double.POSITIVE_INFINITY : 0;
            case JMI -> mean;
            case CMIM -> accumulated[feature];
        };
    }

    @Override
    public void choose(int feature, boolean[] left) {
        count++;
        for (int j = 0; j < relevance.length; j++) {
            if (!left[j]) {
                continue;
            }
            count(binned.get(j), binned.get(feature));
            switch (criterion) {
                case MRMR_DIFFERENCE, MRMR_QUOTIENT -> accumulated[j] += betweenFeatures();
                case JMI -> accumulated[j] += aboutOutcome();
                case CMIM -> accumulated[j] = Math.min(accumulated[j], Math.max(0, aboutOutcome() - relevance[feature]));
            }
        }
    }

    private void count(int[] a, int[] b) {
        Arrays.fill(cells, 0);
        for (int i = 0; i < a.length; i++) {
            cells[(a[i] * bins + b[i]) * 2 + (positive[i] ? 1 : 0)]++;
        }
    }

    /** {@code I(a,b;Y)} of the counted cells. */
    private double aboutOutcome() {
        double n = positive.length;
        double events = 0;
        for (int c = 1; c < cells.length; c += 2) {
            events += cells[c];
        }
        double sum = 0;
        for (int c = 0; c < cells.length; c += 2) {
            double both = cells[c] + cells[c + 1];
            sum += term(cells[c], both, n - events, n) + term(cells[c + 1], both, events, n);
        }
        return Math.max(0, sum);
    }

    /** {@code I(a;b)} of the counted cells. */
    private double betweenFeatures() {
        double n = positive.length;
        double[] ofA = new double[bins];
        double[] ofB = new double[bins];
        for (int a = 0; a < bins; a++) {
            for (int b = 0; b < bins; b++) {
                int pair = cells[(a * bins + b) * 2] + cells[(a * bins + b) * 2 + 1];
                ofA[a] += pair;
                ofB[b] += pair;
            }
        }
        double sum = 0;
        for (int a = 0; a < bins; a++) {
            for (int b = 0; b < bins; b++) {
                sum += term(cells[(a * bins + b) * 2] + cells[(a * bins + b) * 2 + 1], ofA[a], ofB[b], n);
            }
        }
        return Math.max(0, sum);
    }

    private static double term(double cell, double row, double column, double all) {
        return cell == 0 ? 0 : cell / all * Math.log(cell * all / (row * column));
    }
}
