package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals and tests of the AUC after DeLong, DeLong and Clarke-Pearson (Biometrics 1988). With m positive scores x and n negative
 * scores y, ties counted one half, the placements are
 * {@code V10ᵢ = (#{y < xᵢ} + ½ #{y = xᵢ}) / n} and {@code V01ⱼ = (#{x > yⱼ} + ½ #{x = yⱼ}) / m}; both have the AUC as their mean, and the
 * covariance of two AUCs is {@code cov(V10, V10′) / m + cov(V01, V01′) / n}, with {@code m − 1} and {@code n − 1} as denominators.
 *
 * <p>Nothing but the order of the scores enters, so an ordinal grade is compared with a continuous score through the same calls.
 * Time is n log n in the number of cases.
 *
 * <p>Cases are taken for independent of each other; where several are of one patient, see {@link Obuchowski}.
 *
 * <p>The variance takes the scores as given. Of scores that were fitted on the same cases it tells nothing about the fitting: use
 * out-of-sample scores.
 */
public final class DeLong {
    private DeLong() {
    }

    /**
     * The AUC with its intervals.
     *
     * @param scores one per case, finite, higher for more likely positive; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param level the confidence level, such as 0.95
     * @return the plain and the logit interval; what happens at complete separation is said there
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases, NONFINITE_VALUES for a score that is NaN
     *     or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length or the level is not between 0 and 1
     */
    public static AucInterval interval(double[] scores, BinaryOutcome outcome, double level) {
        return AucInterval.of(Placements.of(scores, outcome, Clusters.ofSingleCases(outcome)), level);
    }

    /**
     * Compares two scores of the same cases.
     *
     * @param scoresA one per case, finite, higher for more likely positive; not modified
     * @param scoresB likewise, of the same cases in the same order; not modified
     * @param outcome the outcome of these cases
     * @return difference, z and p
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases, NONFINITE_VALUES for a score that is NaN
     *     or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static PairedAucTest pairedTest(double[] scoresA, double[] scoresB, BinaryOutcome outcome) {
        Clusters cases = Clusters.ofSingleCases(outcome);
        return PairedAucTest.of(Placements.of(scoresA, outcome, cases), Placements.of(scoresB, outcome, cases));
    }

    /**
     * Compares the AUCs of two sets of cases that have none in common.
     *
     * @param scoresA one per case of the first set, finite, higher for more likely positive; not modified
     * @param outcomeA the outcome of the first set
     * @param scoresB one per case of the second set; not modified
     * @param outcomeB the outcome of the second set
     * @return difference, t and p
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases in a set, NONFINITE_VALUES for a score that
     *     is NaN or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static UnpairedAucTest unpairedTest(double[] scoresA, BinaryOutcome outcomeA, double[] scoresB, BinaryOutcome outcomeB) {
        Placements a = Placements.of(scoresA, outcomeA, Clusters.ofSingleCases(outcomeA));
        Placements b = Placements.of(scoresB, outcomeB, Clusters.ofSingleCases(outcomeB));
        double varianceA = a.variance();
        double varianceB = b.variance();
        double variance = varianceA + varianceB;
        if (!(variance > 0)) {
            return new UnpairedAucTest(a.auc(), b.auc(), varianceA, varianceB, Double.NaN, Double.NaN, Double.NaN);
        }
        double t = (a.auc() - b.auc()) / Math.sqrt(variance);
        double freedom = variance * variance
                / (varianceA * varianceA / (outcomeA.size() - 1) + varianceB * varianceB / (outcomeB.size() - 1));
        double p = Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
        return new UnpairedAucTest(a.auc(), b.auc(), varianceA, varianceB, t, freedom, p);
    }

    /**
     * Asks whether several scores of the same cases differ in their AUC at all, before pairs of them are compared.
     *
     * @param outcome the outcome of the cases
     * @param scores at least two times one score per case, finite, higher for more likely positive; not modified
     * @return chi-squared and p; of two scores the p of {@link #pairedTest}
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases, NONFINITE_VALUES for a score that is NaN
     *     or infinite
     * @throws IllegalArgumentException where there are fewer than two scores, or scores and outcome are not of one length
     */
    public static OverallAucTest overallTest(BinaryOutcome outcome, double[]... scores) {
        return OverallAucTest.of(placements(outcome, scores));
    }

    /**
     * Tests any linear hypotheses about the AUCs of several scores of the same cases together: {@code L θ = 0} with one row of L per
     * hypothesis, such as {@code {{1, −½, −½}}} for a first score against the mean of two others.
     *
     * @param contrasts L: one row or more of one weight per score, finite; not modified
     * @param outcome the outcome of the cases
     * @param scores at least once one score per case, finite, higher for more likely positive; not modified
     * @return the estimate of each contrast, and chi-squared and p of all together
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases, NONFINITE_VALUES for a score that is NaN
     *     or infinite
     * @throws IllegalArgumentException where there is no score or no contrast, a contrast has not one finite weight per score, or
     *     scores and outcome are not of one length
     */
    public static AucContrastTest contrastTest(double[][] contrasts, BinaryOutcome outcome, double[]... scores) {
        return AucContrastTest.of(contrasts, placements(outcome, scores));
    }

    /**
     * DeLong's covariance matrix of the AUCs of several scores of the same cases.
     *
     * @param outcome the outcome of the cases
     * @param scores at least once one score per case, finite, higher for more likely positive; not modified
     * @return variances on the diagonal, in the order of the scores; a fresh array
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases, NONFINITE_VALUES for a score that is NaN
     *     or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static double[][] covariance(BinaryOutcome outcome, double[]... scores) {
        return Placements.covarianceMatrix(placements(outcome, scores));
    }

    private static List<Placements> placements(BinaryOutcome outcome, double[][] scores) {
        Clusters cases = Clusters.ofSingleCases(outcome);
        return Arrays.stream(scores).map(each -> Placements.of(each, outcome, cases)).toList();
    }
}
