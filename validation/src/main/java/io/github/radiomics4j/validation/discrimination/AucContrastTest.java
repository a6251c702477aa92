package io.github.radiomics4j.validation.discrimination;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The joint test of linear hypotheses about the AUCs θ of several scores of the same cases, with the covariance of {@link DeLong}, or of
 * {@link Obuchowski} for cases in clusters.
 *
 * @param aucs the AUC of each score, in the order given; copied
 * @param contrasts each row of {@code L θ} with its standard error, in the order given; copied
 * @param chiSquared {@code (L θ)ᵀ (L S Lᵀ)⁻¹ (L θ)} with the covariance S of the AUCs; NaN where L S Lᵀ is singular, as with one contrast
 *     that follows from the others, or two scores that rank all pairs of cases alike: the test is then undefined, leave one of them out
 * @param degreesOfFreedom the number of contrasts
 * @param pValue of the chi-squared distribution; NaN where the statistic is
 */
public record AucContrastTest(List<Double> aucs, List<Estimate> contrasts, double chiSquared, int degreesOfFreedom, double pValue) {

    /** What rounding leaves of a variance that is 0, relative to the terms that cancel. */
    private static final double SINGULAR = 1e-12;

    /**
     * Copies the lists.
     *
     * @param aucs the AUC of each score, in the order given; copied
     * @param contrasts each row of {@code L θ} with its standard error, in the order given; copied
     * @param chiSquared the statistic, or NaN
     * @param degreesOfFreedom the number of contrasts
     * @param pValue its probability, or NaN
     */
    public AucContrastTest {
        aucs = List.copyOf(aucs);
        contrasts = List.copyOf(contrasts);
    }

    static AucContrastTest of(double[][] weights, List<Placements> scores) {
        requireWeights(weights, scores.size());
        List<Placements> sums = Arrays.stream(weights).map(row -> Placements.weightedSum(row, scores)).toList();
        double[][] covariance = Placements.covarianceMatrix(sums);
        List<Estimate> estimates = IntStream.range(0, sums.size())
                .mapToObj(i -> new Estimate(sums.get(i).auc(), Math.sqrt(covariance[i][i]))).toList();
        double chiSquared = inverseQuadraticForm(covariance, sums.stream().mapToDouble(Placements::auc).toArray());
        double p = Double.isNaN(chiSquared) ? Double.NaN : ChiSquaredDistribution.of(sums.size()).survivalProbability(chiSquared);
        return new AucContrastTest(scores.stream().map(Placements::auc).toList(), estimates, chiSquared, sums.size(), p);
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
