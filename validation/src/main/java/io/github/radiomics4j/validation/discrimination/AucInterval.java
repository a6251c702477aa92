package io.github.radiomics4j.validation.discrimination;

import java.util.Optional;

/**
 * An AUC with DeLong's variance and the two intervals that follow from it.
 *
 * @param auc the area under the curve
 * @param variance DeLong's estimate of its variance; exactly 0 where the score separates the classes completely (AUC 0 or 1), or has
 *     one value only: these cases then tell nothing about the spread, and the plain interval is the point itself
 * @param plain {@code AUC ± z √variance}, cut off at 0 and 1 as pROC does
 * @param logit {@code logit⁻¹(logit AUC ± z √variance / (AUC (1 − AUC)))}, which stays within (0, 1); empty for an AUC of 0 or 1, where
 *     the logit is infinite
 */
public record AucInterval(double auc, double variance, Interval plain, Optional<Interval> logit) {

    /**
     * The standard error.
     *
     * @return the root of the variance
     */
    public double standardError() {
        return Math.sqrt(variance);
    }
}
