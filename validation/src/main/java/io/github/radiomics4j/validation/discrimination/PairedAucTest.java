package io.github.radiomics4j.validation.discrimination;

/**
 * The comparison of two scores of the same cases, with the variances of {@link DeLong}, or of {@link Obuchowski} for cases in clusters.
 *
 * @param aucA the AUC of the first score
 * @param aucB the AUC of the second score
 * @param varianceA the variance of the first
 * @param varianceB the variance of the second
 * @param covariance the covariance of the two
 * @param standardError of the difference, {@code √(varianceA + varianceB − 2 covariance)}; exactly 0 for two scores that rank every
 *     pair of cases alike, or that both separate completely
 * @param z {@code (aucA − aucB) / standardError}; NaN where the standard error is 0: the test is then undefined
 * @param pValue two-sided, of the standard normal distribution; NaN where z is
 */
public record PairedAucTest(double aucA, double aucB, double varianceA, double varianceB, double covariance, double standardError, double z,
        double pValue) {

    static PairedAucTest of(Placements a, Placements b) {
        Placements difference = a.minus(b);
        double standardError = Math.sqrt(difference.variance());
        double z = standardError > 0 ? difference.auc() / standardError : Double.NaN;
        return new PairedAucTest(a.auc(), b.auc(), a.variance(), b.variance(), a.covariance(b), standardError, z,
                StandardNormal.twoSidedProbability(z));
    }

    /**
     * By how much the first score discriminates better.
     *
     * @return {@code aucA − aucB}
     */
    public double difference() {
        return aucA - aucB;
    }

    /**
     * The interval of the difference.
     *
     * @param level the confidence level, such as 0.95
     * @return {@code difference ± z standardError}, not cut off
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Interval differenceInterval(double level) {
        double half = StandardNormal.twoSidedQuantile(level) * standardError;
        return new Interval(difference() - half, difference() + half, level);
    }
}
