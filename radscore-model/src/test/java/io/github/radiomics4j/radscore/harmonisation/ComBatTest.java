package io.github.radiomics4j.radscore.harmonisation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComBatTest {
    private static final int ROWS = 24;
    private static final FeatureTable NOISE = CombatTables.noise(5, ROWS, 1);
    private static final ComBat PLAIN = ComBat.over("batch").leaving("age");

    private static FittedComBat fit(ComBat settings, FeatureTable table) {
        return settings.fit(table, CombatTables.alternating(table.caseCount()));
    }

    private static double[] column(FeatureTable table, String name) {
        return table.column(table.indexOf(name));
    }

    private static void assertRefused(Problem problem, String message, ComBat settings, FeatureTable table) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> fit(settings, table));
        assertEquals(problem, refused.problem());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    /** By hand: batches (1, 3) and (7, 13): α = 6, residuals ±1 and ±3, σ = √5, γ̂ = ∓4/√5, δ̂² = 2/5 and 18/5. */
    @Test
    void twoBatchesByHand() {
        FeatureTable table = CombatTables.of(new String[] {"batch", "f"}, new double[][] {{1, 1, 2, 2}, {1, 3, 7, 13}});
        FittedComBat.Feature feature = fit(ComBat.over("batch").adjustedBy(BatchAdjustment.PER_FEATURE), table).features().get(0);
        double sigma = Math.sqrt(5);
        assertEquals(6, feature.location(), 1e-14);
        assertEquals(sigma, feature.scale(), 1e-14);
        assertEquals(-4 / sigma, feature.shifts().get(0), 1e-14);
        assertEquals(4 / sigma, feature.shifts().get(1), 1e-14);
        assertEquals(Math.sqrt(2 / 5.0), feature.scales().get(0), 1e-14);
        assertEquals(Math.sqrt(18 / 5.0), feature.scales().get(1), 1e-14);
    }

    @Property(tries = 60)
    void withoutBayesBatchesEndWithOneMeanAndOneVariance(@ForAll long seed) {
        FeatureTable harmonised = fit(PLAIN.adjustedBy(BatchAdjustment.PER_FEATURE), CombatTables.noise(3, 30, seed))
                .apply(CombatTables.noise(3, 30, seed));
        double[] first = meanAndVariance(column(harmonised, "f1"), 0);
        for (int batch = 1; batch < 3; batch++) {
            assertArrayEquals(first, meanAndVariance(column(harmonised, "f1"), batch), 1e-9);
        }
    }

    private static double[] meanAndVariance(double[] values, int batch) {
        double[] own = IntStream.range(0, values.length).filter(r -> r % 3 == batch).mapToDouble(r -> values[r]).toArray();
        double mean = IntStream.range(0, own.length).mapToDouble(i -> own[i]).average().orElseThrow();
        return new double[] {mean, IntStream.range(0, own.length).mapToDouble(i -> (own[i] - mean) * (own[i] - mean)).sum()};
    }

    @Property(tries = 60)
    void unitsAndBatchNumbersDoNotMatter(@ForAll long seed, @ForAll BatchAdjustment adjustment,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        FeatureTable table = CombatTables.noise(4, 30, seed);
        ComBat settings = ComBat.over("batch").preserving("age").adjustedBy(adjustment);
        double[][] values = IntStream.range(0, table.columnCount()).mapToObj(table::column).toArray(double[][]::new);
        for (int r = 0; r < 30; r++) {
            values[0][r] = 7 - values[0][r];
            values[1][r] = by * values[1][r] + 3;
            values[2][r] = by * values[2][r] - 5;
        }
        FeatureTable other = CombatTables.of(table.columnNames().toArray(String[]::new), values);
        double[] here = column(fit(settings, table).apply(table), "f0");
        double[] there = column(fit(settings, other).apply(other), "f0");
        for (int r = 0; r < 30; r++) {
            assertEquals(by * here[r] - 5, there[r], 1e-8 * by);
        }
    }

    @Test
    void theReferenceBatchStaysToTheBit() {
        FeatureTable harmonised = fit(PLAIN.towards(2), NOISE).apply(NOISE);
        for (int r = 1; r < ROWS; r += 3) {
            assertEquals(column(NOISE, "f0")[r], column(harmonised, "f0")[r]);
        }
    }

    @Test
    void theBatchLeavesTheTableAndOtherColumnsStayAsTheyAre() {
        FeatureTable harmonised = fit(PLAIN, NOISE).apply(NOISE);
        assertEquals(List.of("age", "f0", "f1", "f2", "f3", "f4"), harmonised.columnNames());
        assertArrayEquals(column(NOISE, "age"), column(harmonised, "age"));
    }

    @Test
    void rowsAreHarmonisedOneByOne() {
        FittedComBat fitted = fit(PLAIN, NOISE);
        FeatureTable all = fitted.apply(NOISE);
        for (int r = 0; r < ROWS; r++) {
            assertEquals(column(all, "f3")[r], column(fitted.apply(NOISE.rows(r)), "f3")[0]);
        }
    }

    @Test
    void copiesOfABootstrapStayCopies() {
        FeatureTable copies = NOISE.rows(0, 1, 2, 3, 4, 5, 0, 7, 8, 1, 10, 11);
        FeatureTable harmonised = fit(PLAIN, copies).apply(copies);
        assertEquals(copies.cases(), harmonised.cases());
        assertEquals(10, harmonised.source().caseCount());
        assertEquals(column(harmonised, "f0")[0], column(harmonised, "f0")[6]);
    }

    /** A gap takes no part: other features of the row, and other rows, come out as if the row lacked that value from the start. */
    @Test
    void aMissingValueStaysMissingAndChangesNothingElseButItsFeature() {
        FeatureTable gap = CombatTables.with(NOISE, "f2", 4, Double.NaN);
        ComBat settings = ComBat.over("batch").preserving("age").adjustedBy(BatchAdjustment.PER_FEATURE);
        FeatureTable harmonised = fit(settings, gap).apply(gap);
        assertTrue(Double.isNaN(column(harmonised, "f2")[4]));
        assertArrayEquals(column(fit(settings, NOISE).apply(NOISE), "f1"), column(harmonised, "f1"));
        int[] others = IntStream.range(0, ROWS).filter(r -> r != 4).toArray();
        double[] without = column(fit(settings, NOISE.rows(others)).apply(NOISE.rows(others)), "f2");
        for (int i = 0; i < others.length; i++) {
            assertEquals(without[i], column(harmonised, "f2")[others[i]], 1e-12);
        }
    }

    @Test
    void aFeatureThatIsConstantInABatchIsLetGo() {
        FeatureTable table = NOISE;
        for (int r = 2; r < ROWS; r += 3) {
            table = CombatTables.with(table, "f1", r, 8);
        }
        FittedComBat fitted = fit(PLAIN, table);
        assertEquals("f1", fitted.dropped().get(0).feature());
        assertTrue(fitted.dropped().get(0).reason().contains("in batch 3, where it is constant"), fitted.dropped().toString());
        assertFalse(fitted.apply(table).has("f1"));
        assertTrue(fit(PLAIN.ofMeansOnly(), table).apply(table).has("f1"));
    }

    @Test
    void aFeatureMissingFromABatchIsLetGo() {
        FeatureTable table = NOISE;
        for (int r = 0; r < ROWS - 3; r += 3) {
            table = CombatTables.with(table, "f1", r, Double.NaN);
        }
        assertTrue(fit(PLAIN, table).dropped().get(0).reason().contains("given for 1 training rows of batch 1"));
    }

    @Test
    void aFeatureThatTheCovariatesExplainIsLetGo() {
        FeatureTable table = NOISE;
        for (int r = 0; r < ROWS; r++) {
            table = CombatTables.with(table, "f1", r, 3 * column(NOISE, "age")[r] + column(NOISE, "batch")[r]);
        }
        assertTrue(fit(ComBat.over("batch").preserving("age"), table).dropped().get(0).reason().contains("covariates explain"));
    }

    @Test
    void aBatchOfOneCaseIsRefusedExceptForMeans() {
        FeatureTable table = CombatTables.with(NOISE, "batch", 5, 9);
        assertRefused(Problem.TABLE_INVALID, "batch 9 of column \"batch\" has one training case only, \"case5\"", PLAIN, table);
        FeatureTable harmonised = fit(PLAIN.ofMeansOnly(), table).apply(table);
        assertTrue(Double.isFinite(column(harmonised, "f0")[5]));
    }

    @Test
    void copiesOfOneCaseAreOneCase() {
        int[] rows = IntStream.concat(IntStream.range(0, ROWS).filter(r -> r % 3 != 0), IntStream.of(0, 0, 0)).toArray();
        assertRefused(Problem.TABLE_INVALID, "one training case only, \"case0\"", PLAIN, NOISE.rows(rows));
    }

    @Test
    void anUnseenBatchIsRefused() {
        FittedComBat fitted = fit(PLAIN, NOISE);
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> fitted.apply(CombatTables.with(NOISE, "batch", 2, 2.5)));
        assertTrue(refused.getMessage()
                .contains("case \"case2\" is of batch 2.5 in column \"batch\", of which harmonisation saw no training"
                + " row; it knows 1, 2, 3"), refused.getMessage());
    }

    @Test
    void theOutcomeIsNoCovariate() {
        FeatureTable table = NOISE;
        for (int r = 0; r < ROWS; r++) {
            table = CombatTables.with(table, "age", r, CombatTables.alternating(ROWS).isPositive(r) ? 2 : 5);
        }
        assertRefused(Problem.TABLE_INVALID, "covariate \"age\" is the outcome", ComBat.over("batch").preserving("age"), table);
        assertRefused(Problem.TABLE_INVALID, "The outcome cannot be one", ComBat.over("batch").preserving("recurrence"), NOISE);
    }

    @Test
    void whatCannotBeHarmonisedIsRefusedByName() {
        FeatureTable same = NOISE;
        FeatureTable confounded = NOISE;
        for (int r = 0; r < ROWS; r++) {
            same = CombatTables.with(same, "batch", r, 4);
            confounded = CombatTables.with(confounded, "age", r, 10 * column(NOISE, "batch")[r]);
        }
        ComBat age = ComBat.over("batch").preserving("age");
        assertRefused(Problem.TABLE_INVALID, "all training rows are of one batch, 4", PLAIN, same);
        assertRefused(Problem.TABLE_INVALID, "covariate \"age\" cannot be told from the batches", age, confounded);
        assertRefused(Problem.TABLE_INVALID, "the reference batch 7 has no training row; column \"batch\" holds 1, 2, 3",
                PLAIN.towards(7), NOISE);
        assertRefused(Problem.TABLE_INVALID, "lacks column \"scanner\"", ComBat.over("scanner"), NOISE);
        assertRefused(Problem.NONFINITE_VALUES, "batch column \"batch\" is NaN for case \"case3\"", PLAIN,
                CombatTables.with(NOISE, "batch", 3, Double.NaN));
        assertRefused(Problem.NONFINITE_VALUES, "covariate \"age\" is NaN for case \"case3\"", age,
                CombatTables.with(NOISE, "age", 3, Double.NaN));
        assertRefused(Problem.NONFINITE_VALUES, "feature \"f0\" is Infinity for case \"case3\"", PLAIN,
                CombatTables.with(NOISE, "f0", 3, Double.POSITIVE_INFINITY));
        assertRefused(Problem.TABLE_INVALID, "take PER_FEATURE", PLAIN, NOISE.select(List.of("batch", "age", "f0")));
    }

    @Test
    void aColumnHasOnePart() {
        assertThrows(IllegalArgumentException.class, () -> ComBat.over("batch").preserving("batch"));
        assertThrows(IllegalArgumentException.class, () -> ComBat.over("batch").preserving("age").leaving("age"));
        assertThrows(IllegalArgumentException.class, () -> ComBat.over("batch").towards(Double.NaN));
    }

    /** All features have the same prior moments then; variances of 0 must not divide. */
    @Test
    void equalFeaturesHavePriorsWithoutSpread() {
        FeatureTable one = CombatTables.noise(1, ROWS, 3);
        double[][] values = {one.column(0), one.column(2), one.column(2)};
        FeatureTable table = CombatTables.of(new String[] {"batch", "f", "g"}, values);
        double[] bayes = column(fit(ComBat.over("batch"), table).apply(table), "g");
        assertArrayEquals(column(fit(ComBat.over("batch").adjustedBy(BatchAdjustment.PER_FEATURE), table).apply(table), "g"), bayes, 1e-9);
    }
}
