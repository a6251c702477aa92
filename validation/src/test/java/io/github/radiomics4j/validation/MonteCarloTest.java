package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.SeededRows;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.PermutationSelection;
import io.github.radiomics4j.validation.discrimination.AucBootstrap;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded simulations at the size of the study, 170 cases with 39 events. Run by the profile {@code monte-carlo}, which writes
 * {@code target/monte-carlo.txt}; {@code docs/statistics.md} quotes it.
 */
@Tag("monte-carlo")
class MonteCarloTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int CASES = 170;
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i < 39 ? 1 : 0).toArray());
    private static final double LEAST = 0.935;
    private static final double MOST = 0.965;
    private static final List<String> LINES = new ArrayList<>();

    @AfterAll
    static void write() throws IOException {
        LINES.sort(null);
        Files.write(Files.createDirectories(Path.of("target")).resolve("monte-carlo.txt"), LINES);
        LINES.forEach(System.out::println);
    }

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
        for (int s = 0; s < simulations; s++) {
            AucBootstrap bootstrap = AucBootstrap.of(scores(auc, SeededRows.generator(2, s)), OUTCOME, new Bootstrap(1000, s));
            covered += bootstrap.percentileInterval(0.95).contains(auc) ? 1.0 / simulations : 0;
        }
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

    @Test
    void honestValidationOfNoiseCentresOnOneHalfAndLeakyDoesNot() {
        int cohorts = 40;
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(5), 10))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        double[] honest = new double[cohorts];
        double[] leaky = new double[cohorts];
        double[] corrected = new double[cohorts];
        for (int c = 0; c < cohorts; c++) {
            FeatureTable noise = noise(2000, SeededRows.generator(4, c));
            LeakageDemonstration both = LeakageDemonstration.of(recipe, noise, OUTCOME, new StratifiedKFold(10, 1, c));
            honest[c] = both.honest().auc();
            leaky[c] = both.leakyAuc();
            corrected[c] = Validation.internal(recipe, noise, OUTCOME, new Bootstrap(50, c)).auc632Plus();
        }
        report("noise of 170 x 2000, mean AUC of 40 cohorts, 10 folds, selection inside: %s (standard error %.4f)", rounded(mean(honest)),
                error(honest));
        report("noise of 170 x 2000, mean AUC of 40 cohorts, 10 folds, selection outside: %s (standard error %.4f)", rounded(mean(leaky)),
                error(leaky));
        report("noise of 170 x 2000, mean AUC of 40 cohorts, .632+: %s (standard error %.4f)", rounded(mean(corrected)), error(corrected));
        assertTrue(Math.abs(mean(honest) - 0.5) < 4 * error(honest), "honest " + mean(honest));
        assertTrue(mean(leaky) > 0.75, "leaky " + mean(leaky));
    }

    private static void report(String format, double truth, double value) {
        LINES.add(String.format(Locale.ROOT, format, truth, value));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1) / values.length);
    }

    private static double[] scores(double auc, SplittableRandom random) {
        double shift = Math.sqrt(2) * NORMAL.inverseCumulativeProbability(auc);
        return IntStream.range(0, CASES).mapToDouble(i -> normal(random) + (OUTCOME.isPositive(i) ? shift : 0)).toArray();
    }

    private static double normal(SplittableRandom random) {
        return NORMAL.inverseCumulativeProbability(random.nextDouble(Double.MIN_NORMAL, 1));
    }

    private static FeatureTable noise(int features, SplittableRandom random) {
        double[][] values = new double[features][];
        for (int f = 0; f < features; f++) {
            values[f] = random.doubles(CASES).toArray();
        }
        return FeatureTable.of(IntStream.range(0, CASES).mapToObj(i -> "case" + i).toList(),
                IntStream.range(0, features).mapToObj(f -> FeatureColumn.named("f" + f)).toList(), values, Provenance.of(Map.of()));
    }
}
