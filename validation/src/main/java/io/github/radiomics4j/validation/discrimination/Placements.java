package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;

/**
 * DeLong's V10 and V01 of one score, or of a weighted sum of several, summed within clusters as Obuchowski has them. Values are centred
 * before they are summed, so that nothing cancels in a covariance.
 */
final class Placements {
    /** What rounding leaves of a variance that is 0, relative to the terms that cancel. */
    private static final double ROUNDING = 1e-12;

    private final double auc;
    private final Clusters clusters;
    private final double[] ofPositives;
    private final double[] ofNegatives;

    private Placements(double auc, Clusters clusters, double[] ofPositives, double[] ofNegatives) {
        this.auc = auc;
        this.clusters = clusters;
        this.ofPositives = ofPositives;
        this.ofNegatives = ofNegatives;
    }

    double auc() {
        return auc;
    }

    /** The clusters are those of the outcome's cases. */
    static Placements of(double[] scores, BinaryOutcome outcome, Clusters clusters) {
        ScoredCases cases = ScoredCases.of(scores, outcome);
        clusters.requireTwoWithEachClass();
        long[] below = cases.negativesBelow();
        long[] above = cases.positivesAbove();
        long wins = 0;
        for (long twice : below) {
            wins += twice;
        }
        double auc = wins / (2.0 * cases.positives() * cases.negatives());
        return new Placements(auc, clusters, clusters.sumsOfPositives(centred(below, 2.0 * cases.negatives(), auc)),
                clusters.sumsOfNegatives(centred(above, 2.0 * cases.positives(), auc)));
    }

    private static double[] centred(long[] twice, double twiceOthers, double auc) {
        double[] centred = new double[twice.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = twice[i] / twiceOthers - auc;
        }
        return centred;
    }

    Placements minus(Placements other) {
        return weightedSum(new double[] {1, -1}, List.of(this, other));
    }

    /** Linear in the placements, as the AUC is: the weighted sum of AUCs with the placements that its variance comes from. */
    static Placements weightedSum(double[] weights, List<Placements> terms) {
        double auc = 0;
        double[] positives = new double[terms.get(0).ofPositives.length];
        double[] negatives = new double[terms.get(0).ofNegatives.length];
        for (int t = 0; t < weights.length; t++) {
            auc += weights[t] * terms.get(t).auc;
            addTo(positives, weights[t], terms.get(t).ofPositives);
            addTo(negatives, weights[t], terms.get(t).ofNegatives);
        }
        return new Placements(auc, terms.get(0).clusters, positives, negatives);
    }

    private static void addTo(double[] sum, double weight, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    /** Not negative, and exactly 0 where the terms cancel, as they do where the clusters' sums of both classes are opposite. */
    double variance() {
        double withinClasses = withinClasses(this);
        double variance = withinClasses + betweenClasses(this);
        return variance > ROUNDING * withinClasses ? variance : 0;
    }

    double covariance(Placements other) {
        return withinClasses(other) + betweenClasses(other);
    }

    private double withinClasses(Placements other) {
        return clusters.amongPositives(products(ofPositives, other.ofPositives))
                + clusters.amongNegatives(products(ofNegatives, other.ofNegatives));
    }

    private double betweenClasses(Placements other) {
        return clusters.betweenClasses(products(ofPositives, other.ofNegatives) + products(other.ofPositives, ofNegatives));
    }

    private static double products(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Variances on the diagonal; a fresh array. */
    static double[][] covarianceMatrix(List<Placements> placements) {
        double[][] covariance = new double[placements.size()][placements.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = i == j ? placements.get(i).variance() : placements.get(i).covariance(placements.get(j));
            }
        }
        return covariance;
    }
}
