package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import io.github.radiomics4j.validation.study.AucEstimate;
import java.util.Optional;

/**
 * A line of the results.
 *
 * @param score whose performance
 * @param plan how it was estimated
 * @param auc the estimate with its 95 % interval
 * @param againstPfirrmann DeLong's paired comparison with the Pfirrmann grade, where scores of single cases are there to compare
 */
record ResultRow(String score, String plan, AucEstimate auc, Optional<PairedAucTest> againstPfirrmann) {
    static final String APPARENT = "apparent (same cases: too good)";
    private static final double LEVEL = 0.95;

    /** A line of scores that the study did not fit: the truth, or a score of learned features. */
    static ResultRow of(String score, String plan, double[] scores, BinaryOutcome outcome) {
        AucInterval auc = DeLong.interval(scores, outcome, LEVEL);
        return new ResultRow(score, plan, new AucEstimate(auc.auc(), auc.logit().orElse(auc.plain()),
                auc.logit().isPresent() ? "DeLong, logit" : "DeLong, plain"), Optional.empty());
    }

    /** The same, compared with the grades of the same cases. */
    static ResultRow compared(String score, String plan, double[] scores, double[] grades, BinaryOutcome outcome) {
        return new ResultRow(score, plan, of(score, plan, scores, outcome).auc, Optional.of(DeLong.pairedTest(scores, grades, outcome)));
    }
}
