package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;

/**
 * The test of Mann, Whitney and Wilcoxon that a score says nothing about the outcome (AUC ½), from the spread that ranks have then.
 *
 * @param u the number of pairs in which the positive case has the higher score, ties counted one half: {@code AUC · m · n}
 * @param z {@code (U − mn/2) / √(mn/12 · ((N + 1) − Σ(t³ − t) / (N (N − 1))))} with N = m + n and the sizes t of groups of equal scores;
 *     NaN for a score of one value
 * @param pValue two-sided, of the standard normal distribution, without continuity correction, as R's
 *     {@code wilcox.test(exact = FALSE, correct = FALSE)}; NaN where z is
 */
public record MannWhitney(double u, double z, double pValue) {

    /**
     * Tests a score.
     *
     * @param scores one per case, finite; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return statistic and p
     * @throws InvalidInputException TABLE_INVALID for an outcome of one class, NONFINITE_VALUES for a score that is NaN or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static MannWhitney test(double[] scores, BinaryOutcome outcome) {
        Roc roc = Roc.of(scores, outcome);
        double pairs = (double) roc.positives() * roc.negatives();
        double total = roc.positives() + roc.negatives();
        double ties = 0;
        List<CutOff> cutOffs = roc.cutOffs();
        for (int i = 1; i < cutOffs.size(); i++) {
            double equal = cutOffs.get(i - 1).positiveCalls() - cutOffs.get(i).positiveCalls();
            ties += equal * equal * equal - equal;
        }
        double variance = pairs / 12 * ((total + 1) - ties / (total * (total - 1)));
        double u = roc.auc() * pairs;
        Estimate excess = new Estimate(u - pairs / 2, cutOffs.size() == 2 ? 0 : Math.sqrt(variance));
        return new MannWhitney(u, excess.z(), excess.pValue());
    }
}
