package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often 95 % intervals contain the truth, at the size of the study: 170 cases, 39 events, normal scores of equal variance. */
@Tag("monte-carlo")
class MonteCarloTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int CASES = 170;
    private static final int EVENTS = 39;
    private static final BinaryOutcome OUTCOME = outcome();

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 0.9})
    void deLongIntervalsContainTheTruth(double auc) {
        int simulations = 20_000;
        int plain = 0;
        int logit = 0;
        for (int s = 0; s < simulations; s++) {
            AucInterval interval = DeLong.interval(scores(auc, SeededRows.generator(1, s)), OUTCOME, 0.95);
            plain += interval.plain().contains(auc) ? 1 : 0;
            logit += interval.logit().orElseThrow().contains(auc) ? 1 : 0;
        }
        report("DeLong, AUC " + auc, (double) plain / simulations);
        report("DeLong on the logit, AUC " + auc, (double) logit / simulations);
    }

    private static void report(String what, double coverage) {
        System.out.printf(java.util.Locale.ROOT, "%s: %.4f%n", what, coverage);
    }

    private static BinaryOutcome outcome() {
        boolean[] event = new boolean[CASES];
        for (int i = 0; i < EVENTS; i++) {
            event[i] = true;
        }
        return BinaryOutcome.of(event);
    }

    private static double[] scores(double auc, SplittableRandom random) {
        double shift = Math.sqrt(2) * NORMAL.inverseCumulativeProbability(auc);
        double[] scores = new double[CASES];
        for (int i = 0; i < CASES; i++) {
            scores[i] = NORMAL.inverseCumulativeProbability(random.nextDouble(Double.MIN_NORMAL, 1)) + (i < EVENTS ? shift : 0);
        }
        return scores;
    }
}
