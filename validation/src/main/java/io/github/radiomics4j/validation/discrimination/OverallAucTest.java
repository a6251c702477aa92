package io.github.radiomics4j.validation.discrimination;

import java.util.List;

/**
 * DeLong's test that several scores of the same cases have one and the same AUC.
 *
 * @param aucs the AUC of each score, in the order given; copied
 * @param chiSquared {@code dᵀ S⁻¹ d} with the differences d of neighbouring AUCs and their covariance S; NaN where S is singular, as
 *     with two scores that rank all pairs of cases alike: the test is then undefined, leave one of them out
 * @param degreesOfFreedom the number of scores less one
 * @param pValue of the chi-squared distribution; NaN where the statistic is
 */
public record OverallAucTest(List<Double> aucs, double chiSquared, int degreesOfFreedom, double pValue) {

    /**
     * Copies the list.
     *
     * @param aucs the AUC of each score, in the order given; copied
     * @param chiSquared the statistic, or NaN
     * @param degreesOfFreedom the number of scores less one
     * @param pValue its probability, or NaN
     */
    public OverallAucTest {
        aucs = List.copyOf(aucs);
    }
}
