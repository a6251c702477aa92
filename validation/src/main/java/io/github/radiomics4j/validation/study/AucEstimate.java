package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Interval;

/**
 * An AUC and how sure it is.
 *
 * @param auc the estimate
 * @param interval around it
 * @param method how the interval was found
 */
public record AucEstimate(double auc, Interval interval, String method) {

    /** DeLong's interval on the logit, which keeps its level near 1; the plain one of a perfect separation, which has no logit. */
    static AucEstimate of(double[] scores, BinaryOutcome outcome, double level) {
        AucInterval found = DeLong.interval(scores, outcome, level);
        return new AucEstimate(found.auc(), found.logit().orElse(found.plain()),
                found.logit().isPresent() ? "DeLong, logit" : "DeLong, plain");
    }

    /** Harrell's optimism-corrected AUC. Its interval is the apparent one, moved by the optimism and kept within 0 and 1. */
    static AucEstimate corrected(Bootstrapped samples, double level) {
        AucEstimate apparent = of(samples.apparentScores(), samples.outcome(), level);
        double optimism = samples.optimism(PerformanceMeasure.AUC);
        Interval moved = new Interval(within(apparent.interval.lower() - optimism), within(apparent.interval.upper() - optimism), level);
        return new AucEstimate(samples.optimismCorrectedAuc(), moved, apparent.method + ", of the apparent AUC, moved by the optimism");
    }

    private static double within(double auc) {
        return Math.max(0, Math.min(1, auc));
    }
}
