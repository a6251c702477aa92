package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;

/** DeLong's V10 and V01 of one score, or of a weighted sum of several. Centred values, so that nothing cancels in a covariance. */
final class Placements {
    private final double auc;
    private final double[] ofPositive;
    private final double[] ofNegative;

    private Placements(double auc, double[] ofPositive, double[] ofNegative) {
        this.auc = auc;
        this.ofPositive = ofPositive;
        this.ofNegative = ofNegative;
    }

    double auc() {
        return auc;
    }

    static Placements of(double[] scores, BinaryOutcome outcome) {
        ScoredCases cases = ScoredCases.of(scores, outcome);
        if (cases.positives() < 2 || cases.negatives() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "DeLong's variance needs two cases of each class at least, there "
                    + "are " + outcome + ": give the AUC without interval, or take more cases");
        }
        long[] below = cases.negativesBelow();
        long[] above = cases.positivesAbove();
        long wins = 0;
        for (long twice : below) {
            wins += twice;
        }
        double auc = wins / (2.0 * cases.positives() * cases.negatives());
        return new Placements(auc, centred(below, 2.0 * cases.negatives(), auc), centred(above, 2.0 * cases.positives(), auc));
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
        double[] positive = new double[terms.get(0).ofPositive.length];
        double[] negative = new double[terms.get(0).ofNegative.length];
        for (int t = 0; t < weights.length; t++) {
            auc += weights[t] * terms.get(t).auc;
            addTo(positive, weights[t], terms.get(t).ofPositive);
            addTo(negative, weights[t], terms.get(t).ofNegative);
        }
        return new Placements(auc, positive, negative);
    }

    private static void addTo(double[] sum, double weight, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    double covariance(Placements other) {
        return meanProduct(ofPositive, other.ofPositive) / ofPositive.length
                + meanProduct(ofNegative, other.ofNegative) / ofNegative.length;
    }

    private static double meanProduct(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / (a.length - 1);
    }
}
