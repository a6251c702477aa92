package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.selection.PermutationSelection;
import io.github.radiomics4j.validation.discrimination.AucBootstrap;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded simulations at the size of the study, 170 cases with 39 events. Run by the profile {@code monte-carlo}; {@code docs/statistics.md} quotes
 * what is printed.
 */
@Tag("monte-carlo")
class CoverageMonteCarloTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int CASES = 170;
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i < 39 ? 1 : 0).toArray());
    private static final double LEAST = 0.935;
    private static final double MOST = 0.965;

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 0.9})
    void deLongIntervalsContainTheTruth(double auc) {
        int simulations = 20_000;
        double plain = 0;
        double logit = 0;
        for (int s = 0; s < simulations; s++) {
            AucInterval interval = DeLong.interval(scores(auc, SeededRows.generator(1, s)), OUTCOME, 0.95);
            plain += interval.plain().contains(auc) ? 1.0 / simulations : 0;
            logit += interval.logit().orElseThrow().contains(auc) ? 1.0 / simulations : 0;
        }
        report("coverage, DeLong, AUC %s: %.4f", auc, plain);
        report("coverage, DeLong on the logit, AUC %s: %.4f", auc, logit);
        assertTrue(logit >= LEAST && logit <= MOST, "logit " + logit);
        // Near 1 the symmetric interval is known to be too narrow: reported, not hidden.
        assertTrue(auc == 0.9 ? plain > 0.915 && plain < LEAST : plain >= LEAST && plain <= MOST, "plain " + plain);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.75, 0.9})
    void bootstrapIntervalsContainTheTruth(double auc) {
        int simulations = 2000;
        double covered = 0;
        double logit = 0;
        for (int s = 0; s < simulations; s++) {
            AucBootstrap bootstrap = AucBootstrap.of(scores(auc, SeededRows.generator(2, s)), OUTCOME, new Bootstrap(1000, s));
            covered += bootstrap.percentileInterval(0.95).contains(auc) ? 1.0 / simulations : 0;
            logit += bootstrap.logitInterval(0.95).orElseThrow().contains(auc) ? 1.0 / simulations : 0;
        }
        report("coverage, bootstrap on the logit, AUC %s: %.4f", auc, logit);
        assertTrue(logit >= LEAST && logit <= MOST, "logit " + logit);
        report("coverage, bootstrap percentile, AUC %s: %.4f", auc, covered);
        assertTrue(auc == 0.9 ? covered > 0.91 : covered >= LEAST && covered <= MOST, "coverage " + covered);
    }

    @Test
    void permutationPIsUniformWhereThereIsNothing() {
        int features = 2000;
        int permutations = 99;
        int[] decile = new int[10];
        double rejected = 0;
        for (int f = 0; f < features; f++) {
            SplittableRandom random = SeededRows.generator(3, f);
            double[] noise = IntStream.range(0, CASES).mapToDouble(i -> normal(random)).toArray();
            List<BinaryOutcome> permuted = new ArrayList<>();
            for (int b = 0; b < permutations; b++) {
                int[] rows = IntStream.range(0, CASES).toArray();
                SeededRows.shuffle(rows, random);
                permuted.add(OUTCOME.rows(rows));
            }
            double p = PermutationSelection.pValue(new NearestNeighbourMutualInformation(3), noise, OUTCOME, permuted);
            decile[Math.min(9, (int) Math.ceil(p * 10 - 1e-9) - 1)]++;
            rejected += p <= 0.05 ? 1.0 / features : 0;
        }
        double chiSquare = Arrays.stream(decile).mapToDouble(n -> (n - features / 10.0) * (n - features / 10.0) / (features / 10.0)).sum();
        double p = ChiSquaredDistribution.of(9).survivalProbability(chiSquare);
        report("permutation p under the null: uniform over ten classes, p %s; share at or below 0.05: %.4f", Math.round(p * 1e4) / 1e4,
                rejected);
        assertTrue(p > 0.001, Arrays.toString(decile));
    }

    private static void report(String format, double truth, double value) {
        System.out.printf(Locale.ROOT, format + "%n", truth, value);
    }

    private static double[] scores(double auc, SplittableRandom random) {
        double shift = Math.sqrt(2) * NORMAL.inverseCumulativeProbability(auc);
        return IntStream.range(0, CASES).mapToDouble(i -> normal(random) + (OUTCOME.isPositive(i) ? shift : 0)).toArray();
    }

    private static double normal(SplittableRandom random) {
        return NORMAL.inverseCumulativeProbability(random.nextDouble(Double.MIN_NORMAL, 1));
    }
}
