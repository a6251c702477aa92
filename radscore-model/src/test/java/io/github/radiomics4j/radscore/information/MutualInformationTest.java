package io.github.radiomics4j.radscore.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutualInformationTest {
    record Sample(double[] feature, BinaryOutcome outcome) {
    }

    static List<MutualInformation> estimators() {
        return List.of(new NearestNeighbourMutualInformation(3), new EqualWidthBins(4), new EqualFrequencyBins(4));
    }

    /** Whole numbers from −50 to 50, so ties occur; at least two cases of each class. */
    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.integers().between(4, 60).flatMap(n -> Combinators.combine(
                Arbitraries.integers().between(-50, 50).array(int[].class).ofSize(n),
                Arbitraries.integers().between(0, 1).array(int[].class).ofSize(n)).as((x, y) -> {
                    y[0] = 1;
                    y[1] = 1;
                    y[2] = 0;
                    y[3] = 0;
                    return new Sample(IntStream.of(x).asDoubleStream().toArray(), BinaryOutcome.of(y));
                }));
    }

    @Property(tries = 200)
    void equalFrequencyBinsAreUnchangedByIncreasingTransforms(@ForAll("samples") Sample s) {
        EqualFrequencyBins estimator = new EqualFrequencyBins(4);
        double before = estimator.estimate(s.feature, s.outcome);
        double[] exponential = new double[s.feature.length];
        double[] cubic = new double[s.feature.length];
        for (int i = 0; i < exponential.length; i++) {
            exponential[i] = Math.exp(s.feature[i] / 10);
            cubic[i] = s.feature[i] * s.feature[i] * s.feature[i] - 1e6;
        }
        assertEquals(before, estimator.estimate(exponential, s.outcome));
        assertEquals(before, estimator.estimate(cubic, s.outcome));
    }

    @Property(tries = 200)
    void theOrderOfRowsDoesNotMatter(@ForAll("samples") Sample s, @ForAll long seed) {
        int n = s.feature.length;
        int[] order = new Random(seed).ints(0, Integer.MAX_VALUE).distinct().limit(n).toArray();
        int[] rows = IntStream.range(0, n).boxed().sorted((a, b) -> Integer.compare(order[a], order[b])).mapToInt(i -> i).toArray();
        double[] moved = new double[n];
        for (int i = 0; i < n; i++) {
            moved[i] = s.feature[rows[i]] / 7;
        }
        double[] still = IntStream.range(0, n).mapToDouble(i -> s.feature[i] / 7).toArray();
        for (MutualInformation estimator : estimators()) {
            assertEquals(estimator.estimate(still, s.outcome), estimator.estimate(moved, s.outcome.rows(rows)), estimator::label);
        }
    }

    @Property(tries = 200)
    void theInformationIsNeverNegativeAndPlugInNeverAboveTheOutcomesEntropy(@ForAll("samples") Sample s) {
        double p = (double) s.outcome.positives() / s.outcome.size();
        double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
        for (MutualInformation estimator : estimators()) {
            double information = estimator.estimate(s.feature, s.outcome);
            assertTrue(information >= 0, estimator::label);
            assertTrue(information <= entropy + 1e-12 || estimator instanceof NearestNeighbourMutualInformation, estimator::label);
        }
    }

    @Property(tries = 200)
    void sortedSearchGivesWhatTheDefinitionGives(@ForAll("samples") Sample s, @ForAll @IntRange(min = 1, max = 6) int k,
            @ForAll boolean scaled) {
        double[] x = new double[s.feature.length];
        Random random = new Random(x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = scaled ? s.feature[i] + random.nextDouble() : s.feature[i];
        }
        assertEquals(byDefinition(x, s.outcome, k), new NearestNeighbourMutualInformation(k).estimate(x, s.outcome), 1e-12);
    }

    private static double byDefinition(double[] feature, BinaryOutcome outcome, int k) {
        int n = feature.length;
        double[] sorted = feature.clone();
        Arrays.sort(sorted);
        double sd = StandardDeviation.POPULATION.of(sorted);
        if (sd == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int row = i;
            int members = outcome.isPositive(i) ? outcome.positives() : outcome.negatives();
            double[] distances = IntStream.range(0, n).filter(j -> outcome.isPositive(j) == outcome.isPositive(row))
                    .mapToDouble(j -> Math.abs(feature[j] / sd - feature[row] / sd)).sorted().toArray();
            double radius = Math.max(0, Math.nextDown(distances[Math.min(k, members - 1)]));
            long inClass = IntStream.range(0, distances.length).filter(j -> distances[j] <= radius).count();
            long inAll = IntStream.range(0, n).filter(j -> Math.abs(feature[j] / sd - feature[row] / sd) <= radius).count();
            sum += Digamma.value(inClass) - Digamma.value(members) - Digamma.value(inAll);
        }
        return Math.max(0, Digamma.value(n) + sum / n);
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void aConstantFeatureTellsNothing(MutualInformation estimator) {
        double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(0, estimator.estimate(constant, BinaryOutcome.of(new int[] {1, 0, 1, 0, 1, 0})));
    }

    @Test
    void aFeatureThatIsTheOutcomeTellsAllOfIt() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {1, 0, 1, 0, 1, 0, 1, 0});
        double[] copy = {1, 0, 1, 0, 1, 0, 1, 0};
        assertEquals(Math.log(2), new EqualWidthBins(2).estimate(copy, outcome), 1e-15);
        assertEquals(Math.log(2), new EqualFrequencyBins(2).estimate(copy, outcome), 1e-15);
    }

    @Test
    void roundedNoiseTellsNothingToNearestNeighbours() {
        double sum = 0;
        for (double[] noise : Tables.gaussian(40, 170, 11)) {
            double[] rounded = IntStream.range(0, noise.length).mapToDouble(i -> Math.rint(noise[i] * 100) / 100).toArray();
            sum += new NearestNeighbourMutualInformation(3).unclipped(rounded,
                    IntStream.range(0, 170).map(i -> i % 4 == 0 ? 1 : 0).toArray(), 2);
        }
        assertEquals(0, sum / 40, 0.02);
    }

    @Test
    void repeatedRowsLookLikeInformationToNearestNeighbours() {
        double distinct = 0;
        double repeated = 0;
        Random random = new Random(5);
        for (double[] noise : Tables.gaussian(40, 170, 12)) {
            int[] classes = IntStream.range(0, 170).map(i -> i % 4 == 0 ? 1 : 0).toArray();
            int[] rows = random.ints(170, 0, 170).toArray();
            distinct += new NearestNeighbourMutualInformation(3).unclipped(noise, classes, 2) / 40;
            repeated += new NearestNeighbourMutualInformation(3).unclipped(IntStream.of(rows).mapToDouble(r -> noise[r]).toArray(),
                    IntStream.of(rows).map(r -> classes[r]).toArray(), 2) / 40;
        }
        assertTrue(repeated > distinct + 0.03, "distinct " + distinct + ", repeated " + repeated);
    }

    @Test
    void equalValuesAreRankedByRowOnlyWhenAskedFor() {
        double[] feature = {1, 1, 1, 1};
        double[] twoValues = {1, 1, 1, 2};
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 1, 1});
        assertEquals(0, new EqualFrequencyBins(2).estimate(feature, outcome));
        assertEquals(Math.log(2), new EqualFrequencyBins(2, EqualFrequencyBins.Ties.ROW_ORDER).estimate(twoValues, outcome), 1e-15);
        assertEquals(0, new EqualFrequencyBins(2, EqualFrequencyBins.Ties.TOGETHER).estimate(new double[] {1, 1, 1, 1}, outcome));
    }

    @Test
    void negativeZeroIsZero() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 1, 1, 0, 1});
        for (MutualInformation estimator : estimators()) {
            assertEquals(estimator.estimate(new double[] {0, 0, 0, 1, 2, 3}, outcome),
                    estimator.estimate(new double[] {0, -0.0, 0, 1, 2, 3}, outcome), estimator::label);
        }
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void oneClassIsRefused(MutualInformation estimator) {
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> estimator.estimate(new double[] {1, 2, 3}, BinaryOutcome.of(new int[] {1, 1, 1})));
        assertEquals(Problem.TABLE_INVALID, refused.problem());
        assertTrue(refused.getMessage().contains("3 positive and 0 negative"), refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("estimators")
    void valuesThatAreNotFiniteAreRefused(MutualInformation estimator) {
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.MAX_VALUE}) {
            InvalidInputException refused = assertThrows(InvalidInputException.class,
                    () -> estimator.estimate(new double[] {1, 2, 3, bad}, BinaryOutcome.of(new int[] {1, 1, 0, 0})));
            assertEquals(Problem.NONFINITE_VALUES, refused.problem());
            assertTrue(refused.getMessage().contains("row 3"), refused.getMessage());
        }
    }

    @Test
    void aCaseAloneInItsClassHasNoNeighbourThere() {
        InvalidInputException refused = assertThrows(InvalidInputException.class,
                () -> new NearestNeighbourMutualInformation(3).estimate(new double[] {1, 2, 3}, BinaryOutcome.of(new int[] {1, 0, 0})));
        assertTrue(refused.getMessage().contains("at least 2 cases of each class"), refused.getMessage());
    }

    @Test
    void lengthsMustAgree() {
        assertThrows(IllegalArgumentException.class,
                () -> new EqualWidthBins(3).estimate(new double[] {1, 2}, BinaryOutcome.of(new int[] {1, 0, 0})));
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NearestNeighbourMutualInformation(0));
        assertThrows(IllegalArgumentException.class, () -> new EqualWidthBins(1));
        assertThrows(IllegalArgumentException.class, () -> new EqualFrequencyBins(1));
    }
}
