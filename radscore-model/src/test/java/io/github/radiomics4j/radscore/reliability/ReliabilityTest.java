package io.github.radiomics4j.radscore.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.Tables;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter.Criterion;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReliabilityTest {
    private static final int CASES = 20;
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i % 2).toArray());

    @ParameterizedTest
    @EnumSource(Form.class)
    void perfectAgreementIsOne(Form form) {
        IntraclassCorrelation.Estimate estimate = IntraclassCorrelation.of(new double[][] {{1, 1}, {2, 2}, {5, 5}}).estimate(form, 0.95);
        assertEquals(1, estimate.value());
        assertEquals(0, estimate.p());
    }

    @Test
    void constantShiftOfARaterHurtsAgreementAndNotConsistency() {
        IntraclassCorrelation shifted = IntraclassCorrelation.of(new double[][] {{1, 4}, {2, 5}, {5, 8}});
        assertEquals(1, shifted.value(Form.TWO_WAY_MIXED_SINGLE), 1e-12);
        assertTrue(shifted.value(Form.TWO_WAY_RANDOM_SINGLE) < 0.6);
    }

    @Test
    void equalMeasurementsAreRefused() {
        assertThrows(InvalidInputException.class, () -> IntraclassCorrelation.of(new double[][] {{3, 3}, {3, 3}}));
    }

    @Test
    void missingMeasurementIsNamed() {
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> IntraclassCorrelation.of(new double[][] {{1, 2}, {3, Double.NaN}}));
        assertTrue(e.getMessage().contains("subject 1 by rater 1"), e.getMessage());
    }

    @Test
    void filterKeepsWhatRepeatsAndDropsWhatDoesNot() {
        Selection selection = filter(measured(2)).select(measured(1), OUTCOME);
        assertEquals(List.of("steady"), selection.kept());
        assertTrue(selection.dropped().get(0).reason().contains("ICC(2,1)"), selection.dropped().toString());
    }

    @Test
    void lowerLimitIsStricterThanTheEstimate() {
        double estimate = threshold(Criterion.ESTIMATE);
        assertTrue(threshold(Criterion.LOWER_LIMIT_95) < estimate);
    }

    /** The largest of some thresholds at which the steady feature is kept. */
    private static double threshold(Criterion criterion) {
        double largest = 0;
        for (int t = 0; t <= 1000; t++) {
            ReliabilityFilter filter = new ReliabilityFilter(List.of(measured(2)), Form.TWO_WAY_RANDOM_SINGLE, criterion, t / 1000.0);
            largest = filter.select(measured(1), OUTCOME).kept().contains("steady") ? t / 1000.0 : largest;
        }
        return largest;
    }

    @Test
    void casesThatDoNotTrainAreNotLookedAt() {
        FeatureTable repeats = measured(2);
        double[][] spoilt = {repeats.column(0), repeats.column(1)};
        for (int i = CASES / 2; i < CASES; i++) {
            spoilt[0][i] = -1e6 * i; // would ruin the agreement
        }
        FeatureTable spoiltRepeats = FeatureTable.of(repeats.cases(), repeats.columns(), spoilt, repeats.provenance());
        int[] training = IntStream.range(0, CASES / 2).toArray();
        assertEquals(filter(repeats).select(measured(1).rows(training), OUTCOME.rows(training)),
                filter(spoiltRepeats).select(measured(1).rows(training), OUTCOME.rows(training)));
    }

    @Test
    void repeatsOfOtherCasesAreRefused() {
        FeatureTable others = measured(2);
        FeatureTable renamed = FeatureTable.of(others.cases().stream().map(id -> "other " + id).toList(), others.columns(),
                new double[][] {others.column(0), others.column(1)}, others.provenance());
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> filter(renamed).select(measured(1), OUTCOME));
        assertTrue(e.getMessage().contains("only 0 of 20"), e.getMessage());
    }

    @Test
    void ratersThatTellNoSubjectsApartAreRefused() {
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> IntraclassCorrelation.of(new double[][] {{1, 2}, {1, 2}, {1, 2}}));
        assertTrue(e.getMessage().contains("subjects do not differ"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"TWO_WAY_RANDOM_SINGLE, 0", "TWO_WAY_RANDOM_AVERAGE, 0", "TWO_WAY_MIXED_SINGLE, 1", "TWO_WAY_MIXED_AVERAGE, 1"})
    void aConstantShiftLeavesAgreementUncertainAndConsistencyPerfect(Form form, int lowest) {
        IntraclassCorrelation.Estimate estimate = IntraclassCorrelation.of(new double[][] {{1, 4}, {2, 5}, {6, 9}}).estimate(form, 0.95);
        assertEquals(0, estimate.p());
        assertEquals(lowest == 1, estimate.lower() == 1, estimate.toString());
        assertTrue(estimate.lower() <= estimate.value() && estimate.value() <= estimate.upper(), estimate.toString());
    }

    @Property(tries = 300)
    void limitsAreAnIntervalOfNumbers(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int subjects,
            @ForAll @IntRange(min = 2, max = 5) int raters, @ForAll("spreads") double subjectSpread, @ForAll("spreads") double raterSpread) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] ratings = new double[subjects][raters];
        for (double[] row : ratings) {
            double own = subjectSpread * random.nextDouble();
            for (int j = 0; j < raters; j++) {
                row[j] = own + random.nextDouble() + raterSpread * j;
            }
        }
        for (Form form : Form.values()) {
            IntraclassCorrelation.Estimate estimate = IntraclassCorrelation.of(ratings).estimate(form, 0.95);
            assertTrue(estimate.value() <= 1 && estimate.upper() <= 1 && estimate.p() >= 0 && estimate.p() <= 1,
                    estimate.toString());
            assertTrue(estimate.lower() <= estimate.upper(), estimate.toString());
        }
    }

    @Provide
    Arbitrary<Double> spreads() {
        return Arbitraries.of(0.0, 0.1, 1.0, 10.0, 1000.0);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void noiseBetweenRatersWhoDoNotDifferIsNotReliable(Form form) {
        IntraclassCorrelation.Estimate estimate = IntraclassCorrelation.of(new double[][] {{0, 10}, {10.5, 0.5}, {4, 6.25}, {6.25, 4}})
                .estimate(form, 0.95);
        assertTrue(estimate.value() < 0 && estimate.lower() <= estimate.value(), estimate.toString()); // not above 1
    }

    @Test
    void featureThatIsConstantAmongTheCasesMeasuredAgainIsDropped() {
        FeatureTable training = Tables.of(new double[] {1, 1, 1, 5, 6, 7}, new double[] {1, 2, 3, 4, 5, 6});
        Selection selection = filter(training.rows(0, 1, 2)).select(training, BinaryOutcome.of(new int[] {0, 1, 0, 1, 0, 1}));
        assertEquals(List.of("b"), selection.kept());
        assertTrue(selection.dropped().get(0).reason().contains("measured again"), selection.dropped().toString());
    }

    @Test
    void aFeatureThatIsUndefinedInARepeatIsDroppedWithTheCaseAsTheReason() {
        Selection selection = filter(measuredAgainAs(Double.NaN)).select(measured(1), OUTCOME);
        assertEquals(List.of("steady"), selection.kept());
        assertEquals("shaky", selection.dropped().get(0).feature());
        assertTrue(selection.dropped().get(0).reason().contains("\"case3\" in table 1"), selection.dropped().toString());
    }

    @Test
    void anInfiniteValueInARepeatIsNamedWithFeatureAndCase() {
        InvalidInputException e = assertThrows(InvalidInputException.class,
                () -> filter(measuredAgainAs(Double.POSITIVE_INFINITY)).select(measured(1), OUTCOME));
        assertEquals(Problem.NONFINITE_VALUES, e.problem());
        assertTrue(e.getMessage().contains("\"shaky\"") && e.getMessage().contains("\"case3\""), e.getMessage());
    }

    private static FeatureTable measuredAgainAs(double ofOneCase) {
        FeatureTable repeats = measured(2);
        double[] values = repeats.column(1);
        values[3] = ofOneCase;
        return FeatureTable.of(repeats.cases(), repeats.columns(), new double[][] {repeats.column(0), values}, repeats.provenance());
    }

    @Test
    void aFeatureMissingInARepeatIsNamed() {
        FeatureTable lacking = measured(2).select(List.of("steady"));
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> filter(lacking).select(measured(1), OUTCOME));
        assertTrue(e.getMessage().contains("lacks feature \"shaky\""), e.getMessage());
    }

    @Test
    void repeatsOfOtherSettingsAreRefused() {
        FeatureTable repeats = measured(2);
        FeatureTable others = FeatureTable.of(repeats.cases(), repeats.columns(), new double[][] {repeats.column(0), repeats.column(1)},
                Provenance.of(Map.of("discretisation", "fbn32")));
        assertEquals(Problem.SETTINGS_MISMATCH,
                assertThrows(InvalidInputException.class, () -> filter(others).select(measured(1), OUTCOME)).problem());
    }

    @Test
    void repeatsWithACaseTwiceAreRefused() {
        FeatureTable twice = measured(2).rows(0, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> filter(twice));
    }

    @Test
    void copiesOfABootstrapSampleCountOnce() {
        int[] once = IntStream.range(0, CASES).toArray();
        int[] repeated = IntStream.range(0, 2 * CASES).map(i -> i % CASES).toArray();
        assertEquals(filter(measured(2)).select(measured(1).rows(once), OUTCOME.rows(once)),
                filter(measured(2)).select(measured(1).rows(repeated), OUTCOME.rows(repeated)));
    }

    private static ReliabilityFilter filter(FeatureTable repeats) {
        return new ReliabilityFilter(List.of(repeats), Form.TWO_WAY_RANDOM_SINGLE, Criterion.ESTIMATE, 0.75);
    }

    private static FeatureTable measured(int reader) {
        SplittableRandom random = new SplittableRandom(reader);
        double[] steady = new double[CASES];
        double[] shaky = new double[CASES];
        for (int i = 0; i < CASES; i++) {
            steady[i] = i + random.nextDouble();
            shaky[i] = random.nextDouble();
        }
        return FeatureTable.of(IntStream.range(0, CASES).mapToObj(i -> "case" + i).toList(),
                List.of(FeatureColumn.named("steady"), FeatureColumn.named("shaky")), new double[][] {steady, shaky},
                Provenance.of(Map.of()));
    }
}
