package io.github.radiomics4j.radscore.information;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TrainingFeaturesTest {
    private static final int CASES = 40;
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i % 4 == 0 ? 1 : 0).toArray());

    /** Few digits make ties, many none. */
    @Property(tries = 200)
    void columnsOfAResampleGiveTheSameBits(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int digits) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[CASES];
        for (int i = 0; i < CASES; i++) {
            values[i] = Math.rint((random.nextDouble() - 0.5) * Math.pow(10, digits)) / Math.pow(10, digits);
        }
        int[] rows = IntStream.range(0, CASES).map(i -> random.nextInt(CASES)).toArray();
        int[] positive = {0, 4, 8};
        System.arraycopy(positive, 0, rows, 0, 3);
        System.arraycopy(new int[] {1, 2, 3}, 0, rows, 3, 3);
        FeatureTable table = FeatureTable.of(IntStream.range(0, CASES).mapToObj(i -> "c" + i).toList(),
                List.of(FeatureColumn.named("x")), new double[][] {values}, Provenance.of(Map.of())).rows(rows);
        BinaryOutcome outcome = OUTCOME.rows(rows);
        for (MutualInformation estimator : List.of(new NearestNeighbourMutualInformation(3), new EqualFrequencyBins(5),
                new EqualFrequencyBins(5, EqualFrequencyBins.Ties.ROW_ORDER), new EqualWidthBins(5))) {
            assertEquals(estimator.estimate(table.column(0), outcome), estimator.estimate(TrainingFeatures.of(table, outcome).feature(0)),
                    estimator.label());
        }
    }
}
