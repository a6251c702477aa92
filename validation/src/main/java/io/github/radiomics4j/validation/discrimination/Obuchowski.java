package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals and tests of the AUC where cases come in clusters, such as several discs of one patient, after Obuchowski (Biometrics 1997;
 * 53:567). Clusters are independent of each other, the cases of one need not be; a cluster may have cases of both classes.
 *
 * <p>The AUC θ is the usual one: all pairs count alike. With the placements V10 and V01 of {@link DeLong}, m positive cases (mᵢ of them
 * in cluster i), n negative ones (nᵢ), I clusters, of which I₁₀ have a positive and I₀₁ a negative case, and the sums over a cluster's
 * cases {@code aᵢ = Σ V10 − mᵢ θ} and {@code bᵢ = Σ V01 − nᵢ θ}, the covariance of two AUCs θ and θ′ is
 * {@code S₁₀/m + S₀₁/n + (S₁₁ + S₁₁′)/(m n)} with
 * {@code S₁₀ = I₁₀/((I₁₀ − 1) m) Σᵢ aᵢ aᵢ′}, {@code S₀₁ = I₀₁/((I₀₁ − 1) n) Σᵢ bᵢ bᵢ′},
 * {@code S₁₁ = I/(I − 1) Σᵢ aᵢ bᵢ′} and {@code S₁₁′ = I/(I − 1) Σᵢ aᵢ′ bᵢ}. It is never negative for θ = θ′.
 *
 * <p>Where each cluster is one case, this is DeLong's covariance, to the last bit. Where the cases of a cluster are alike in score and
 * outcome, DeLong's intervals are too narrow; where clusters have cases of both classes and are alike in score, too wide.
 *
 * <p>Nothing but the order of the scores enters, neither the names of the clusters nor the order of the cases. The theory is one of many
 * clusters. The variance takes the scores as given: use out-of-sample scores, of folds that keep clusters together.
 */
public final class Obuchowski {
    private Obuchowski() {
    }

    /**
     * The AUC with its intervals.
     *
     * @param scores one per case, finite, higher for more likely positive; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param clusterOfCase for each of these cases the name of its cluster, such as a patient's id
     * @param level the confidence level, such as 0.95
     * @return the plain and the logit interval; what happens at complete separation is said there
     * @throws InvalidInputException TABLE_INVALID where fewer than two clusters have a case of a class, NONFINITE_VALUES for a score that
     *     is NaN or infinite
     * @throws IllegalArgumentException where scores, outcome and clusters are not of one length or the level is not between 0 and 1
     */
    public static AucInterval interval(double[] scores, BinaryOutcome outcome, List<String> clusterOfCase, double level) {
        return AucInterval.of(Placements.of(scores, outcome, Clusters.of(clusterOfCase, outcome)), level);
    }

    /**
     * Compares two scores of the same cases.
     *
     * @param scoresA one per case, finite, higher for more likely positive; not modified
     * @param scoresB likewise, of the same cases in the same order; not modified
     * @param outcome the outcome of these cases
     * @param clusterOfCase for each of these cases the name of its cluster
     * @return difference, z and p
     * @throws InvalidInputException TABLE_INVALID where fewer than two clusters have a case of a class, NONFINITE_VALUES for a score that
     *     is NaN or infinite
     * @throws IllegalArgumentException where scores, outcome and clusters are not of one length
     */
    public static PairedAucTest pairedTest(double[] scoresA, double[] scoresB, BinaryOutcome outcome, List<String> clusterOfCase) {
        Clusters clusters = Clusters.of(clusterOfCase, outcome);
        return PairedAucTest.of(Placements.of(scoresA, outcome, clusters), Placements.of(scoresB, outcome, clusters));
    }

    /**
     * Asks whether several scores of the same cases differ in their AUC at all, before pairs of them are compared.
     *
     * @param outcome the outcome of the cases
     * @param clusterOfCase for each of these cases the name of its cluster
     * @param scores at least two times one score per case, finite, higher for more likely positive; not modified
     * @return chi-squared and p; of two scores the p of {@link #pairedTest}
     * @throws InvalidInputException TABLE_INVALID where fewer than two clusters have a case of a class, NONFINITE_VALUES for a score that
     *     is NaN or infinite
     * @throws IllegalArgumentException where there are fewer than two scores, or scores, outcome and clusters are not of one length
     */
    public static OverallAucTest overallTest(BinaryOutcome outcome, List<String> clusterOfCase, double[]... scores) {
        return OverallAucTest.of(placements(outcome, clusterOfCase, scores));
    }

    /**
     * Tests any linear hypotheses about the AUCs of several scores of the same cases together, see {@link DeLong#contrastTest}.
     *
     * @param contrasts one row or more of one weight per score, finite; not modified
     * @param outcome the outcome of the cases
     * @param clusterOfCase for each of these cases the name of its cluster
     * @param scores at least once one score per case, finite, higher for more likely positive; not modified
     * @return the estimate of each contrast, and chi-squared and p of all together
     * @throws InvalidInputException TABLE_INVALID where fewer than two clusters have a case of a class, NONFINITE_VALUES for a score that
     *     is NaN or infinite
     * @throws IllegalArgumentException where there is no score or no contrast, a contrast has not one finite weight per score, or
     *     scores, outcome and clusters are not of one length
     */
    public static AucContrastTest contrastTest(double[][] contrasts, BinaryOutcome outcome, List<String> clusterOfCase,
            double[]... scores) {
        return AucContrastTest.of(contrasts, placements(outcome, clusterOfCase, scores));
    }

    /**
     * The covariance matrix of the AUCs of several scores of the same cases.
     *
     * @param outcome the outcome of the cases
     * @param clusterOfCase for each of these cases the name of its cluster
     * @param scores at least once one score per case, finite, higher for more likely positive; not modified
     * @return variances on the diagonal, in the order of the scores; a fresh array
     * @throws InvalidInputException TABLE_INVALID where fewer than two clusters have a case of a class, NONFINITE_VALUES for a score that
     *     is NaN or infinite
     * @throws IllegalArgumentException where scores, outcome and clusters are not of one length
     */
    public static double[][] covariance(BinaryOutcome outcome, List<String> clusterOfCase, double[]... scores) {
        return Placements.covarianceMatrix(placements(outcome, clusterOfCase, scores));
    }

    private static List<Placements> placements(BinaryOutcome outcome, List<String> clusterOfCase, double[][] scores) {
        Clusters clusters = Clusters.of(clusterOfCase, outcome);
        return Arrays.stream(scores).map(each -> Placements.of(each, outcome, clusters)).toList();
    }
}
