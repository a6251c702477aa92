package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.information.MutualInformation;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What validation says of pure noise, over and over. */
@Tag("monte-carlo")
class ValidationMonteCarloTest {

    static List<MutualInformation> estimators() {
        return List.of(new EqualFrequencyBins(2), new EqualWidthBins(5));
    }

    /** 50 tables of 170 cases, 39 events and 2000 columns; the ten best by mutual information, ten folds. */
    @ParameterizedTest
    @MethodSource("estimators")
    void honestValidationOfNoiseCentresOnOneHalfAndLeakyDoesNot(MutualInformation estimator) {
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(estimator, 10))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        BinaryOutcome outcome = Cohorts.outcome(39, 131);
        int tables = 50;
        double[] leaky = new double[tables];
        double[] pooled = new double[tables];
        double[] withinFolds = new double[tables];
        for (int s = 0; s < tables; s++) {
            LeakageDemonstration shown = LeakageDemonstration.of(recipe, Cohorts.table(outcome, 2000, 0, 0, 1000 + s), outcome,
                    new StratifiedKFold(10, 1, s));
            leaky[s] = shown.leakyAuc();
            pooled[s] = shown.honest().auc();
            withinFolds[s] = shown.honest().meanFoldAuc();
        }
        report("noise, " + estimator + ", selection outside the folds, AUC", leaky);
        report("noise, " + estimator + ", selection inside, AUC of pooled scores", pooled);
        report("noise, " + estimator + ", selection inside, mean AUC of folds", withinFolds);
        assertEquals(0.5, mean(withinFolds), 4 * standardError(withinFolds));
        assertEquals(0.5, mean(pooled), 4 * standardError(pooled));
        assertTrue(mean(leaky) - 0.65 > 4 * standardError(leaky));
    }

    /** 400 tables of noise, 19 permutations each: every p from 0.05 to 1 in steps of 0.05 is as likely as any other. */
    @Test
    void permutationPIsUniformUnderTheNull() {
        BinaryOutcome outcome = Cohorts.outcome(15, 25);
        int tables = 400;
        double[] p = IntStream.range(0, tables).mapToDouble(s -> PermutationTest.of(Cohorts.recipe(3, 0.05),
                Cohorts.table(outcome, 10, 0, 0, s), outcome, new StratifiedKFold(5, 1, s), 19, s).pValue()).toArray();
        report("permutation of the outcome under the null, p", p);
        for (double level : new double[] {0.05, 0.1, 0.25, 0.5, 0.75}) {
            double share = Arrays.stream(p).filter(value -> value <= level + 1e-9).count() / (double) tables;
            System.out.printf(Locale.ROOT, "  share of p ≤ %.2f: %.4f%n", level, share);
            assertEquals(level, share, 4 * Math.sqrt(level * (1 - level) / tables));
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1) / values.length);
    }

    private static void report(String what, double[] values) {
        System.out.printf(Locale.ROOT, "%s: mean %.4f, standard error %.4f, n %d%n", what, mean(values), standardError(values),
                values.length);
    }
}
