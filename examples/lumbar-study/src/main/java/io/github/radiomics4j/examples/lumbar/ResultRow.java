package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import java.util.Optional;

/**
 * A line of the results.
 *
 * @param score whose performance
 * @param plan how it was estimated
 * @param auc the estimate
 * @param interval its 95 % interval
 * @param method how the interval was found
 * @param againstPfirrmann DeLong's paired comparison with the Pfirrmann grade, where scores of single cases are there to compare
 */
record ResultRow(String score, String plan, double auc, Interval interval, String method, Optional<PairedAucTest> againstPfirrmann) {
    private static final double LEVEL = 0.95;

    /** A line of scores of single cases, not compared with anything. */
    static ResultRow of(String score, String plan, double[] scores, BinaryOutcome outcome) {
        AucInterval auc = DeLong.interval(scores, outcome, LEVEL);
        return new ResultRow(score, plan, auc.auc(), auc.logit().orElse(auc.plain()),
                auc.logit().isPresent() ? "DeLong, logit" : "DeLong, plain", Optional.empty());
    }

    /** The same, compared with the grades of the same cases. */
    static ResultRow compared(String score, String plan, double[] scores, double[] grades, BinaryOutcome outcome) {
        ResultRow row = of(score, plan, scores, outcome);
        return new ResultRow(score, plan, row.auc, row.interval, row.method, Optional.of(DeLong.pairedTest(scores, grades, outcome)));
    }

    /** Harrell's optimism-corrected AUC. Its interval is the apparent one, moved by the optimism and kept within 0 and 1. */
    static ResultRow optimismCorrected(String score, Bootstrapped bootstrap) {
        Interval apparent = of(score, "", bootstrap.apparentScores(), bootstrap.outcome()).interval;
        double optimism = bootstrap.optimism(PerformanceMeasure.AUC);
        Interval moved = new Interval(within(apparent.lower() - optimism), within(apparent.upper() - optimism), LEVEL);
        return new ResultRow(score, "bootstrap, optimism-corrected", bootstrap.optimismCorrectedAuc(), moved,
                "DeLong, logit, of the apparent AUC, moved by the optimism", Optional.empty());
    }

    private static double within(double auc) {
        return Math.max(0, Math.min(1, auc));
    }
}
