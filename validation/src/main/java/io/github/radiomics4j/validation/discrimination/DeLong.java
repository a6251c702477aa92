package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
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
 * <p>The variance takes the scores as given. Of scores that were fitted on the same cases it tells nothing about the fitting: use
 * out-of-sample scores.
 */
public final class DeLong {
    /** What rounding leaves of a variance that is 0, relative to the terms that cancel. */
    private static final double SINGULAR = 1e-12;

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
        double z = StandardNormal.twoSidedQuantile(level);
        Placements placements = Placements.of(scores, outcome);
        double auc = placements.auc();
        double variance = placements.covariance(placements);
        double half = z * Math.sqrt(variance);
        Interval plain = new Interval(Math.max(0, auc - half), Math.min(1, auc + half), level);
        return new AucInterval(auc, variance, plain, logit(auc, half, level));
    }

    private static Optional<Interval> logit(double auc, double half, double level) {
        if (auc <= 0 || auc >= 1) {
            return Optional.empty();
        }
        double centre = Math.log(auc / (1 - auc));
        double halfLogit = half / (auc * (1 - auc));
        return Optional.of(new Interval(1 / (1 + Math.exp(halfLogit - centre)), 1 / (1 + Math.exp(-halfLogit - centre)), level));
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
        Placements a = Placements.of(scoresA, outcome);
        Placements b = Placements.of(scoresB, outcome);
        Placements difference = a.minus(b);
        double standardError = Math.sqrt(difference.covariance(difference));
        double z = standardError > 0 ? difference.auc() / standardError : Double.NaN;
        return new PairedAucTest(a.auc(), b.auc(), a.covariance(a), b.covariance(b), a.covariance(b), standardError, z,
                StandardNormal.twoSidedProbability(z));
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
        Placements a = Placements.of(scoresA, outcomeA);
        Placements b = Placements.of(scoresB, outcomeB);
        double varianceA = a.covariance(a);
        double varianceB = b.covariance(b);
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
        if (scores.length < 2) {
            throw new IllegalArgumentException("an overall test needs at least two scores, was " + scores.length);
        }
        double[][] neighbours = new double[scores.length - 1][scores.length];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i][i] = 1;
            neighbours[i][i + 1] = -1;
        }
        AucContrastTest test = contrastTest(neighbours, outcome, scores);
        return new OverallAucTest(test.aucs(), test.chiSquared(), test.degreesOfFreedom(), test.pValue());
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
        requireWeights(contrasts, scores.length);
        List<Placements> placements = Arrays.stream(scores).map(s -> Placements.of(s, outcome)).toList();
        List<Placements> sums = Arrays.stream(contrasts).map(weights -> Placements.weightedSum(weights, placements)).toList();
        double[][] covariance = covariance(sums);
        List<Estimate> estimates = IntStream.range(0, sums.size())
                .mapToObj(i -> new Estimate(sums.get(i).auc(), Math.sqrt(covariance[i][i]))).toList();
        double chiSquared = inverseQuadraticForm(covariance, sums.stream().mapToDouble(Placements::auc).toArray());
        double p = Double.isNaN(chiSquared) ? Double.NaN : ChiSquaredDistribution.of(sums.size()).survivalProbability(chiSquared);
        return new AucContrastTest(placements.stream().map(Placements::auc).toList(), estimates, chiSquared, sums.size(), p);
    }

    private static void requireWeights(double[][] contrasts, int scores) {
        if (contrasts.length == 0 || scores == 0) {
            throw new IllegalArgumentException("a contrast test needs a contrast and a score, got " + contrasts.length + " contrasts and "
                    + scores + " scores");
        }
        for (double[] weights : contrasts) {
            if (weights.length != scores || !Arrays.stream(weights).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("each contrast needs one finite weight for each of the " + scores + " scores, was "
                        + Arrays.toString(weights));
            }
        }
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
        return covariance(Arrays.stream(scores).map(s -> Placements.of(s, outcome)).toList());
    }

    private static double[][] covariance(List<Placements> placements) {
        double[][] covariance = new double[placements.size()][placements.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = placements.get(i).covariance(placements.get(j));
            }
        }
        return covariance;
    }

    /** dᵀ S⁻¹ d through the Cholesky factor L of S, as |L⁻¹ d|²; NaN where S is singular to working precision. Overwrites S. */
    private static double inverseQuadraticForm(double[][] s, double[] d) {
        double sum = 0;
        double[] solved = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            double diagonal = s[i][i];
            solved[i] = d[i];
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < j; k++) {
                    s[i][j] -= s[i][k] * s[j][k];
                }
                s[i][j] /= s[j][j];
                s[i][i] -= s[i][j] * s[i][j];
                solved[i] -= s[i][j] * solved[j];
            }
            if (!(s[i][i] > SINGULAR * diagonal)) {
                return Double.NaN;
            }
            s[i][i] = Math.sqrt(s[i][i]);
            solved[i] /= s[i][i];
            sum += solved[i] * solved[i];
        }
        return sum;
    }
}
