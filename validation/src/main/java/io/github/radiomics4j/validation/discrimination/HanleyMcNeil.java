package io.github.radiomics4j.validation.discrimination;

/**
 * The standard error of an AUC after Hanley and McNeil (Radiology 1982), from the AUC and the numbers of cases alone: what a paper
 * prints without an interval can be given one, and a study can be planned. It supposes exponential scores; with the scores at hand
 * {@link DeLong} supposes nothing.
 *
 * <p>With m positive and n negative cases and an AUC A:
 * {@code SE² = (A (1 − A) + (m − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²)) / (m n)}, {@code Q₁ = A / (2 − A)}, {@code Q₂ = 2 A² / (1 + A)}.
 */
public final class HanleyMcNeil {

    private HanleyMcNeil() {
    }

    /**
     * The standard error.
     *
     * @param auc from 0 to 1
     * @param positives the number m of positive cases, at least 1
     * @param negatives the number n of negative cases, at least 1
     * @return the root of the variance above; 0 of an AUC of 0 or 1
     * @throws IllegalArgumentException where the AUC is not from 0 to 1 or a class has no case
     */
    public static double standardError(double auc, int positives, int negatives) {
        if (!(auc >= 0 && auc <= 1) || positives < 1 || negatives < 1) {
            throw new IllegalArgumentException("an AUC from 0 to 1 and at least one case of each class are needed, got AUC " + auc + ", "
                    + positives + " positive and " + negatives + " negative cases");
        }
        double square = auc * auc;
        double q1 = auc / (2 - auc) - square;
        double q2 = 2 * square / (1 + auc) - square;
        double variance = (auc * (1 - auc) + (positives - 1) * q1 + (negatives - 1) * q2) / ((double) positives * negatives);
        return Math.sqrt(Math.max(0, variance)); // what rounding leaves at an AUC of 0 or 1 may be below 0
    }

    /**
     * The interval: {@code A ± z SE}, cut off at 0 and 1.
     *
     * @param auc from 0 to 1
     * @param positives the number m of positive cases, at least 1
     * @param negatives the number n of negative cases, at least 1
     * @param level the confidence level, such as 0.95
     * @return the interval, within [0, 1]; the point itself of an AUC of 0 or 1
     * @throws IllegalArgumentException where the AUC is not from 0 to 1, a class has no case, or the level is not between 0 and 1
     */
    public static Interval interval(double auc, int positives, int negatives, double level) {
        double half = StandardNormal.twoSidedQuantile(level) * standardError(auc, positives, negatives);
        return new Interval(Math.max(0, auc - half), Math.min(1, auc + half), level);
    }
}
