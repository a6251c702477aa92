package io.github.radiomics4j.validation.discrimination;

/**
 * DeLong's comparison of two AUCs of different cases: two hospitals, two sexes.
 *
 * @param aucA the AUC of the first cases
 * @param aucB the AUC of the second cases
 * @param varianceA DeLong's variance of the first
 * @param varianceB DeLong's variance of the second
 * @param t {@code (aucA − aucB) / √(varianceA + varianceB)}; NaN where both variances are 0: the test is then undefined
 * @param degreesOfFreedom of Student's distribution, after Welch and Satterthwaite with the numbers of cases, as pROC has it:
 *     {@code (vA + vB)² / (vA² / (nA − 1) + vB² / (nB − 1))}; NaN where t is
 * @param pValue two-sided, of Student's distribution; NaN where t is
 */
public record UnpairedAucTest(double aucA, double aucB, double varianceA, double varianceB, double t, double degreesOfFreedom,
        double pValue) {

    /**
     * By how much the score discriminates better among the first cases.
     *
     * @return {@code aucA − aucB}
     */
    public double difference() {
        return aucA - aucB;
    }
}
