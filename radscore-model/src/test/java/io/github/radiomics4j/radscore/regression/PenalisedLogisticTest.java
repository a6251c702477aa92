package io.github.radiomics4j.radscore.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.Tables;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PenalisedLogisticTest {

    /** The conditions of the optimum, computed here from the definition and the fitted terms alone. */
    private static double violation(FeatureTable table, BinaryOutcome outcome, RadscoreTrainer.FittedTerms fit, double lambda,
            double alpha) {
        int n = outcome.size();
        Radscore score = new Radscore(fit.intercept(), fit.terms(), table.provenance());
        double[] scores = score.scores(table);
        double[] residuals = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            residuals[i] = (outcome.isPositive(i) ? 1 : 0) - score.risk(scores[i]);
            sum += residuals[i];
        }
        double worst = Math.abs(sum / n);
        for (int j = 0; j < fit.terms().size(); j++) {
            Radscore.Term term = fit.terms().get(j);
            double slope = 0;
            for (int i = 0; i < n; i++) {
                slope += residuals[i] * (table.value(i, j) - term.mean()) / term.sd() / n;
            }
            slope -= lambda * (1 - alpha) * term.coefficient();
            double off = term.coefficient() == 0 ? Math.max(0, Math.abs(slope) - lambda * alpha)
                    : Math.abs(slope - lambda * alpha * Math.signum(term.coefficient()));
            worst = Math.max(worst, off);
        }
        return worst;
    }

    @Property(tries = 150)
    void everyFitMeetsTheConditionsOfTheOptimum(@ForAll long seed, @ForAll @IntRange(min = 10, max = 80) int rows,
            @ForAll @IntRange(min = 1, max = 120) int columns, @ForAll @DoubleRange(min = -4, max = 0) double logLambda,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha) {
        double[][] x = Tables.gaussian(columns, rows, seed);
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                x[j][i] = (x[j][i] + (j % 3) * x[0][i]) * Math.pow(10, j % 5 - 2) + j; // correlated, of many units
            }
        }
        FeatureTable table = Tables.of(x);
        BinaryOutcome outcome = Tables.noisyOutcome(x[0], seed);
        double lambda = Math.pow(10, logLambda);
        RadscoreTrainer.FittedTerms fit = new PenalisedLogistic(lambda, alpha).fit(table, outcome);
        double violation = violation(table, outcome, fit, lambda, alpha);
        assertTrue(violation <= 1.01e-9, () -> "violation " + violation);
    }

    @Test
    void manyMoreFeaturesThanCasesConverge() {
        double[][] x = Tables.gaussian(2048, 100, 3);
        BinaryOutcome outcome = Tables.noisyOutcome(x[0], 4);
        FeatureTable table = Tables.of(x);
        for (double alpha : new double[] {0, 0.5, 1}) {
            RadscoreTrainer.FittedTerms fit = new PenalisedLogistic(0.05, alpha).fit(table, outcome);
            assertTrue(violation(table, outcome, fit, 0.05, alpha) <= 1e-9);
        }
    }

    @Test
    void nearlyEqualColumnsConverge() {
        double[][] x = Tables.gaussian(6, 120, 5);
        for (int j = 1; j < 6; j++) {
            for (int i = 0; i < 120; i++) {
                x[j][i] = x[0][i] + 1e-4 * x[j][i];
            }
        }
        BinaryOutcome outcome = Tables.noisyOutcome(x[0], 6);
        FeatureTable table = Tables.of(x);
        for (double lambda : new double[] {0, 1e-6, 0.01}) {
            for (double alpha : new double[] {0, 0.5, 1}) {
                RadscoreTrainer.FittedTerms fit = new PenalisedLogistic(lambda, alpha).fit(table, outcome);
                assertTrue(violation(table, outcome, fit, lambda, alpha) <= 1e-9, "lambda " + lambda + ", alpha " + alpha);
            }
        }
    }

    @Test
    void aFitThatDoesNotReachTheOptimumSaysSo() {
        double[][] x = Tables.gaussian(300, 30, 5);
        for (int j = 1; j < x.length; j++) {
            for (int i = 0; i < 30; i++) {
                x[j][i] = x[0][i] + 1e-3 * x[j][i];
            }
        }
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> PenalisedLogistic.ridge(1e-9).fit(Tables.of(x), Tables.noisyOutcome(x[0], 6)));
        assertTrue(refused.getMessage().contains("did not converge"), refused.getMessage());
    }

    @Test
    void withoutPenaltyATwoByTwoTableGivesItsLogOddsRatio() {
        // exposed: 6 of 10 with event, not exposed: 3 of 12
        double[] exposed = new double[22];
        int[] event = new int[22];
        for (int i = 0; i < 22; i++) {
            exposed[i] = i < 10 ? 1 : 0;
            event[i] = i < 6 || i >= 10 && i < 13 ? 1 : 0;
        }
        Radscore.Term term = PenalisedLogistic.ridge(0).fit(Tables.of(exposed), BinaryOutcome.of(event)).terms().get(0);
        assertEquals(Math.log(6.0 / 4 / (3.0 / 9)), term.rawCoefficient(), 1e-8);
    }

    @Test
    void aPenaltyFromLambdaMaxOnLeavesTheInterceptAlone() {
        double[][] x = Tables.gaussian(5, 40, 8);
        BinaryOutcome outcome = Tables.noisyOutcome(x[0], 9);
        FeatureTable table = Tables.of(x);
        double largest = PenalisedLogistic.lambdaMax(table, outcome, 1);
        RadscoreTrainer.FittedTerms fit = PenalisedLogistic.lasso(largest * 1.000001).fit(table, outcome);
        assertTrue(fit.terms().stream().allMatch(t -> t.coefficient() == 0));
        assertEquals(Math.log((double) outcome.positives() / outcome.negatives()), fit.intercept(), 1e-9);
        assertTrue(PenalisedLogistic.lasso(largest * 0.99).fit(table, outcome).terms().stream().anyMatch(t -> t.coefficient() != 0));
    }

    @Property(tries = 100)
    void separatedClassesHaveNoFitWithoutPenaltyAndOneWithIt(@ForAll long seed, @ForAll @IntRange(min = 8, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 4) int columns, @ForAll boolean tie) {
        double[][] x = Tables.gaussian(columns, rows, seed);
        int[] positive = new int[rows];
        for (int i = 0; i < rows; i++) {
            positive[i] = i % 2;
            x[0][i] = Math.abs(x[0][i]) * (i % 2 == 1 ? 1 : -1) + (i % 2 == 1 ? 0.1 : -0.1);
        }
        if (tie) {
            x[0][0] = 0; // one case of each class at the border: quasi-complete
            x[0][1] = 0;
        }
        FeatureTable table = Tables.of(x);
        BinaryOutcome outcome = BinaryOutcome.of(positive);
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> PenalisedLogistic.ridge(0).fit(table, outcome));
        assertTrue(refused.getMessage().contains("separation"), refused.getMessage());
        for (double alpha : new double[] {0, 0.5, 1}) {
            RadscoreTrainer.FittedTerms fit = new PenalisedLogistic(1e-3, alpha).fit(table, outcome);
            assertTrue(violation(table, outcome, fit, 1e-3, alpha) <= 1e-9);
        }
    }

    @Test
    void quasiCompleteSeparationNamesTheFeature() {
        // every exposed case has the event; the others are mixed
        double[] exposed = new double[30];
        double[] other = Tables.gaussian(1, 30, 2)[0];
        int[] event = new int[30];
        for (int i = 0; i < 30; i++) {
            exposed[i] = i < 5 ? 1 : 0;
            event[i] = i < 5 || i % 3 == 0 ? 1 : 0;
        }
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> PenalisedLogistic.ridge(0).fit(Tables.of(other, exposed), BinaryOutcome.of(event)));
        assertEquals(Problem.TABLE_INVALID, refused.problem());
        assertTrue(refused.getMessage().contains("separation") && refused.getMessage().contains("\"b\""), refused.getMessage());
    }

    @Test
    void endometrialCancerDataAreKnownToBeQuasiSeparatedByNeovasculation() {
        SharedStatistics.assumePresent();
        FeatureTable table = SharedStatistics.table("endometrial.csv");
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> PenalisedLogistic.ridge(0)
                .fit(table.select(List.of("NV", "PI", "EH")), BinaryOutcome.ofColumn(table, "HG")));
        assertTrue(refused.getMessage().contains("separation") && refused.getMessage().contains("\"NV\""), refused.getMessage());
    }

    @Test
    void withoutPenaltyALinearCombinationIsNamed() {
        double[][] x = Tables.gaussian(3, 40, 1);
        for (int i = 0; i < 40; i++) {
            x[2][i] = 3 * x[0][i] - x[1][i] + 5;
        }
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> PenalisedLogistic.ridge(0).fit(Tables.of(x), Tables.noisyOutcome(x[0], 1)));
        assertTrue(refused.getMessage().contains("\"c\" is a linear combination"), refused.getMessage());
    }

    @Test
    void aConstantFeatureIsNamed() {
        double[][] x = Tables.gaussian(2, 20, 1);
        Arrays.fill(x[1], 0.1);
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> PenalisedLogistic.ridge(1).fit(Tables.of(x), Tables.noisyOutcome(x[0], 1)));
        assertTrue(refused.getMessage().contains("\"b\" is constant"), refused.getMessage());
    }

    @Test
    void aMissingValueIsNamedWithItsCase() {
        double[][] x = Tables.gaussian(2, 20, 1);
        x[1][7] = Double.NaN;
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> PenalisedLogistic.ridge(1).fit(Tables.of(x), Tables.noisyOutcome(x[0], 1)));
        assertEquals(Problem.NONFINITE_VALUES, refused.problem());
        assertTrue(refused.getMessage().contains("\"b\"") && refused.getMessage().contains("\"case7\""), refused.getMessage());
    }

    @Test
    void oneClassIsRefused() {
        assertThrows(InvalidInputException.class,
                () -> PenalisedLogistic.ridge(1).fit(Tables.of(new double[] {1, 2, 3}), BinaryOutcome.of(new int[] {0, 0, 0})));
    }

    @Test
    void aTableWithoutFeaturesIsRefused() {
        double[][] x = Tables.gaussian(1, 10, 1);
        FeatureTable empty = Tables.of(x).select(List.of());
        assertTrue(assertThrows(InvalidInputException.class, () -> PenalisedLogistic.ridge(1).fit(empty, Tables.noisyOutcome(x[0], 1)))
                .getMessage().contains("no feature"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLambdaThatIsNoPenaltyIsRefused(double lambda) {
        assertThrows(IllegalArgumentException.class, () -> PenalisedLogistic.ridge(lambda));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void anAlphaThatIsNoMixtureIsRefused(double alpha) {
        assertThrows(IllegalArgumentException.class, () -> PenalisedLogistic.elasticNet(1, alpha));
    }
}
