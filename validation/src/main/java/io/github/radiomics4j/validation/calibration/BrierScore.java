package io.github.radiomics4j.validation.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The Brier score, {@code B = Σ (risk − y)² / n}, with Murphy's parts (J Appl Meteorol 1973) over groups k of equal risk:
 * {@code B = reliability − resolution + uncertainty}. Risks that are nearly all distinct make groups of one case, of which the parts
 * say little.
 *
 * @param score B, from 0 for perfect predictions to 1; lower is better
 * @param reliability {@code Σ n_k (risk_k − rate_k)² / n}, 0 for risks that come true exactly
 * @param resolution {@code Σ n_k (rate_k − rate)² / n}, at most the uncertainty
 * @param uncertainty {@code rate (1 − rate)} with the share of positive cases, the score of that share as a risk for all
 */
public record BrierScore(double score, double reliability, double resolution, double uncertainty) {

    /**
     * Scores risks.
     *
     * @param risks risks and outcome
     * @return score and parts
     */
    public static BrierScore of(PredictedRisks risks) {
        int n = risks.size();
        double rate = (double) risks.outcome().positives() / n;
        double score = 0;
        for (int i = 0; i < n; i++) {
            score += Math.pow(risks.risk(i) - risks.observed(i), 2);
        }
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(risks::risk)).mapToInt(Integer::intValue).toArray();
        double reliability = 0;
        double resolution = 0;
        int start = 0;
        while (start < n) {
            double risk = risks.risk(order[start]);
            int end = start;
            while (end < n && risks.risk(order[end]) == risk) {
                end++;
            }
            double groupRate = (double) Arrays.stream(order, start, end).map(risks::observed).sum() / (end - start);
            reliability += (end - start) * Math.pow(risk - groupRate, 2);
            resolution += (end - start) * Math.pow(groupRate - rate, 2);
            start = end;
        }
        return new BrierScore(score / n, reliability / n, resolution / n, rate * (1 - rate));
    }

    /**
     * The scaled Brier score: the share of the uncertainty that the risks explain.
     *
     * @return {@code 1 − score / uncertainty}: 1 for perfect predictions, 0 for the share of positives as a risk for all, negative for
     *     worse; NaN of cases of one class
     */
    public double scaled() {
        return uncertainty > 0 ? 1 - score / uncertainty : Double.NaN;
    }
}
