package io.github.radiomics4j.radscore.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.JointCounts;
import io.github.radiomics4j.radscore.information.KraskovMutualInformation;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Criterion;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InformationSelectionTest {
    private static final int CASES = 90;
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i % 3 == 0 ? 1 : 0).toArray());

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void firstChoiceIsTheMostInformativeFeature(Criterion criterion) {
        EqualFrequencyBins bins = new EqualFrequencyBins(4);
        String first = new JointInformationSelection(criterion, bins, 1).select(noise(12), OUTCOME).kept().get(0);
        assertEquals(new MutualInformationSelection(bins, 1).select(noise(12), OUTCOME).kept().get(0), first);
    }

    @ParameterizedTest
    @EnumSource(value = Criterion.class, names = "JMI", mode = EnumSource.Mode.EXCLUDE)
    void copyOfAChosenFeatureIsNotTheSecondChoice(Criterion criterion) {
        FeatureTable table = informative();
        List<String> kept = new JointInformationSelection(criterion, new EqualFrequencyBins(4), 2).select(table, OUTCOME).kept();
        assertEquals(List.of("strong", "weaker"), kept);
    }

    @Test
    void copiesOfTheOutcomeHaveFiniteScores() {
        double[] outcome = IntStream.range(0, CASES).mapToDouble(i -> OUTCOME.isPositive(i) ? 1 : 0).toArray();
        FeatureTable table = table(new double[][] {outcome, outcome.clone(), informative().column(2)}, "y1", "y2", "weaker");
        new CorrelationMrmr(3).choices(table, OUTCOME)
                .forEach(choice -> assertTrue(Double.isFinite(choice.score()), choice.toString()));
    }

    @Test
    void everyFeatureIsKeptOrDropped() {
        JointInformationSelection step = new JointInformationSelection(Criterion.CMIM, new EqualFrequencyBins(4), 5);
        var selection = step.select(noise(12), OUTCOME);
        assertEquals(12, selection.kept().size() + selection.dropped().size());
    }

    @Test
    void permutationSelectionKeepsSignalAndDropsNoise() {
        PermutationSelection step = new PermutationSelection(new EqualFrequencyBins(4), 199, PValueAdjustment.HOLM, 0.05, 1);
        assertEquals(List.of("strong", "copy", "weaker"), step.select(informative(), OUTCOME).kept());
        assertTrue(step.select(noise(12), OUTCOME).kept().size() <= 1);
    }

    @Test
    void permutationSelectionRefusesRepeatedCases() {
        int[] twice = IntStream.range(0, CASES).map(i -> i / 2 * 2).toArray();
        PermutationSelection step = new PermutationSelection(new EqualFrequencyBins(4), 19, PValueAdjustment.NONE, 0.05, 1);
        assertThrows(InvalidInputException.class, () -> step.select(noise(3).rows(twice), OUTCOME.rows(twice)));
    }

    @Test
    void permutationPIsNeverZero() {
        double[] perfect = IntStream.range(0, CASES).mapToDouble(i -> OUTCOME.isPositive(i) ? 1 + i : -i).toArray();
        List<BinaryOutcome> permuted = List.of(OUTCOME.rows(IntStream.range(0, CASES).map(i -> CASES - 1 - i).toArray()));
        double p = PermutationSelection.pValue(new NearestNeighbourMutualInformation(3), perfect, OUTCOME, permuted);
        assertTrue(p > 0 && p <= 1, "p " + p);
    }

    @Property
    void adjustedPKeepsTheOrderAndNeverFallsBelowP(@ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> values,
            @ForAll PValueAdjustment adjustment) {
        double[] p = values.stream().mapToDouble(v -> v).toArray();
        double[] adjusted = adjustment.adjust(p);
        for (int i = 0; i < p.length; i++) {
            assertTrue(adjusted[i] >= p[i] * (1 - 1e-12) && adjusted[i] <= 1, adjusted[i] + " for " + p[i]);
            for (int j = 0; j < p.length; j++) {
                assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j], "order of " + p[i] + " and " + p[j]);
            }
        }
    }

    @Property(tries = 100)
    void informationOfTwoVariablesIsSymmetric(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(40).toArray();
        double[] y = random.doubles(40).toArray();
        KraskovMutualInformation information = new KraskovMutualInformation(3);
        assertEquals(information.estimate(x, y), information.estimate(y, x), 1e-9);
    }

    @Property(tries = 100)
    void pairTellsNoMoreThanEachAloneCan(@ForAll @Size(30) List<@IntRange(min = 0, max = 3) Integer> values) {
        int[] x = values.stream().mapToInt(v -> v).limit(15).toArray();
        int[] y = values.stream().mapToInt(v -> v).skip(15).toArray();
        JointCounts counts = JointCounts.of(x, y);
        assertTrue(counts.mutualInformation() <= Math.min(counts.entropyOfX(), counts.entropyOfY()) + 1e-12);
    }

    /** strong, its copy, an independent weaker one, and noise. */
    private static FeatureTable informative() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] values = new double[6][CASES];
        for (int i = 0; i < CASES; i++) {
            values[0][i] = random.nextDouble() + (OUTCOME.isPositive(i) ? 0.9 : 0);
            values[1][i] = 2 * values[0][i] + 1;
            values[2][i] = random.nextDouble() + (OUTCOME.isPositive(i) ? 0.6 : 0);
            for (int j = 3; j < 6; j++) {
                values[j][i] = random.nextDouble();
            }
        }
        return table(values, "strong", "copy", "weaker", "noise1", "noise2", "noise3");
    }

    private static FeatureTable noise(int features) {
        SplittableRandom random = new SplittableRandom(4);
        double[][] values = new double[features][];
        for (int j = 0; j < features; j++) {
            values[j] = random.doubles(CASES).toArray();
        }
        return table(values, IntStream.range(0, features).mapToObj(j -> "f" + j).toArray(String[]::new));
    }

    private static FeatureTable table(double[][] values, String... names) {
        return FeatureTable.of(IntStream.range(0, CASES).mapToObj(i -> "case" + i).toList(),
                List.of(names).stream().map(FeatureColumn::named).toList(), values, Provenance.of(Map.of()));
    }
}
