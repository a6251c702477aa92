package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Obuchowski;

/**
 * An AUC and how sure it is.
 *
 * @param auc the estimate
 * @param interval around it
 * @param method how the interval was found
 */
public record AucEstimate(double auc, Interval interval, String method) {

    /**
     * The interval on the logit, which keeps its level near 1; the plain one of a perfect separation, which has no logit. Obuchowski's is
     * DeLong's where each unit has one case.
     */
    static AucEstimate of(double[] scores, IndependentUnits units, double level) {
        AucInterval found = Obuchowski.interval(scores, units.outcome(), units.unitOfCase(), level);
        String scale = found.logit().isPresent() ? "logit" : "plain";
        return new AucEstimate(found.auc(), found.logit().orElse(found.plain()),
                units.haveSeveralCases() ? "Obuchowski, " + scale + ", by patient" : "DeLong, " + scale);
    }

    /** Harrell's optimism-corrected AUC. Its interval is the apparent one, moved by the optimism and kept within 0 and 1. */
    static AucEstimate corrected(Bootstrapped samples, IndependentUnits units, double level) {
        AucEstimate apparent = of(samples.apparentScores(), units, level);
        double optimism = samples.optimism(PerformanceMeasure.AUC);
        Interval moved = new Interval(within(apparent.interval.lower() - optimism), within(apparent.interval.upper() - optimism), level);
        return new AucEstimate(samples.optimismCorrectedAuc(), moved, apparent.method + ", of the apparent AUC, moved by the optimism");
    }

    private static double within(double auc) {
        return Math.max(0, Math.min(1, auc));
    }
}
