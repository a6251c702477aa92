package io.github.radiomics4j.validation.discrimination;

import java.util.Optional;

/**
 * An AUC with its variance ({@link DeLong}'s, or {@link Obuchowski}'s of cases in clusters) and the two intervals that follow from it.
 *
 * @param auc the area under the curve
 * @param variance the estimate of its variance; exactly 0 where the score separates the classes completely (AUC 0 or 1), has one value
 *     only, or what clusters add to it cancels within each: these cases then tell nothing about the spread, and the plain interval is the
 *     point itself
 * @param plain {@code AUC ± z √variance}, cut off at 0 and 1 as pROC does
 * @param logit {@code logit⁻¹(logit AUC ± z √variance / (AUC (1 − AUC)))}, which stays within (0, 1); empty for an AUC of 0 or 1, where
 *     the logit is infinite
 */
public record AucInterval(double auc, double variance, Interval plain, Optional<Interval> logit) {

    static AucInterval of(Placements placements, double level) {
        double z = StandardNormal.twoSidedQuantile(level);
        double auc = placements.auc();
        double variance = placements.variance();
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
     * The standard error.
     *
     * @return the root of the variance
     */
    public double standardError() {
        return Math.sqrt(variance);
    }
}
