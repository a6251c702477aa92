package io.github.radiomics4j.validation.discrimination;

import java.util.List;

/**
 * The test that several scores of the same cases have one and the same AUC, with the covariance of {@link DeLong}, or of {@link Obuchowski}
 * for cases in clusters.
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

    static OverallAucTest of(List<Placements> scores) {
        if (scores.size() < 2) {
            throw new IllegalArgumentException("an overall test needs at least two scores, was " + scores.size());
        }
        double[][] neighbours = new double[scores.size() - 1][scores.size()];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i][i] = 1;
            neighbours[i][i + 1] = -1;
        }
        AucContrastTest test = AucContrastTest.of(neighbours, scores);
        return new OverallAucTest(test.aucs(), test.chiSquared(), test.degreesOfFreedom(), test.pValue());
    }
}
