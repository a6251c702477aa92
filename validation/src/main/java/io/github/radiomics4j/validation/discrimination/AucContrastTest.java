package io.github.radiomics4j.validation.discrimination;

import java.util.List;

/**
 * DeLong's joint test of linear hypotheses about the AUCs θ of several scores of the same cases.
 *
 * @param aucs the AUC of each score, in the order given; copied
 * @param contrasts each row of {@code L θ} with its standard error, in the order given; copied
 * @param chiSquared {@code (L θ)ᵀ (L S Lᵀ)⁻¹ (L θ)} with DeLong's covariance S; NaN where L S Lᵀ is singular, as with one contrast that
 *     follows from the others, or two scores that rank all pairs of cases alike: the test is then undefined, leave one of them out
 * @param degreesOfFreedom the number of contrasts
 * @param pValue of the chi-squared distribution; NaN where the statistic is
 */
public record AucContrastTest(List<Double> aucs, List<Estimate> contrasts, double chiSquared, int degreesOfFreedom, double pValue) {

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
}
