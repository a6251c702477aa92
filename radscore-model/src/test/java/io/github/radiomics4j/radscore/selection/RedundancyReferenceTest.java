package io.github.radiomics4j.radscore.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SharedStatistics;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** findCorrelation and nearZeroVar against R's caret. */
class RedundancyReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double[] NEAR_CONSTANT = IntStream.range(0, 100).mapToDouble(i -> i < 97 ? 0 : i - 96).toArray();

    @AfterAll
    static void write() {
        CONFORMANCE.write("redundancy.txt");
    }

    @ParameterizedTest
    @CsvSource({"exact_dropped,true", "inexact_dropped,false"})
    void findCorrelationAgreesWithCaret(String key, boolean exact) {
        JsonNode expected = SharedStatistics.expected("findCorrelation_wdbc");
        FeatureTable table = SharedStatistics.table("wdbc.csv");
        FeatureTable features = table.select(SharedStatistics.texts(SharedStatistics.expected("mi_wdbc").get("features")));
        Selection selection = new FindCorrelation(expected.get("cutoff").doubleValue(), Correlation.PEARSON, exact)
                .select(features, BinaryOutcome.ofColumn(table, "malignant"));
        CONFORMANCE.check("findCorrelation", key, SharedStatistics.texts(expected.get(key)),
                selection.dropped().stream().map(Dropped::feature).toList());
    }

    @Test
    void nearZeroVarianceAgreesWithCaret() {
        JsonNode expected = SharedStatistics.expected("near_zero_variance");
        Map<String, double[]> cases = Map.of("near_constant", NEAR_CONSTANT, "constant", IntStream.range(0, 100).mapToDouble(i -> 1).toArray(),
                "balanced", IntStream.range(0, 100).mapToDouble(i -> i % 2).toArray(),
                "distinct", IntStream.range(0, 100).mapToDouble(i -> i).toArray());
        cases.forEach((name, values) -> {
            JsonNode numbers = expected.get("cases").get(name);
            NearZeroVariance.Variation variation = NearZeroVariance.Variation.of(values);
            CONFORMANCE.check("Near-zero variance", name, numbers.get("percent_unique").doubleValue(), variation.percentUnique(), 1e-12);
            if (!numbers.get("freq_ratio").isNull()) {
                CONFORMANCE.check("Near-zero variance", name, numbers.get("freq_ratio").doubleValue(), variation.frequencyRatio(), 1e-12);
            }
            boolean flagged = new NearZeroVariance().select(table(values), outcome()).kept().isEmpty();
            CONFORMANCE.check("Near-zero variance", name, (Object) expected.get("flag").get(name).booleanValue(), flagged);
        });
    }

    @Test
    void copyIsFoundByEitherRule() {
        double[] rising = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        double[] falling = IntStream.range(0, 100).mapToDouble(i -> -i).toArray();
        double[] other = IntStream.range(0, 100).mapToDouble(i -> i * 37 % 100).toArray();
        for (boolean exact : new boolean[] {true, false}) {
            Selection selection = new FindCorrelation(0.9, Correlation.SPEARMAN, exact).select(table(rising, falling, other), outcome());
            assertEquals(2, selection.kept().size());
            assertTrue(selection.kept().contains("f2"), selection.toString());
        }
    }

    private static FeatureTable table(double[]... values) {
        return FeatureTable.of(IntStream.range(0, 100).mapToObj(i -> "case" + i).toList(),
                IntStream.range(0, values.length).mapToObj(j -> FeatureColumn.named("f" + j)).toList(), values, Provenance.of(Map.of()));
    }

    private static BinaryOutcome outcome() {
        return BinaryOutcome.of(IntStream.range(0, 100).map(i -> i % 2).toArray());
    }

    @Test
    void severalFeaturesKeepTheirOrder() {
        double[] a = IntStream.range(0, 100).mapToDouble(i -> i * 37 % 100).toArray();
        double[] b = IntStream.range(0, 100).mapToDouble(i -> i * 53 % 100).toArray();
        assertEquals(List.of("f0", "f1"), new FindCorrelation(0.9, Correlation.PEARSON, true).select(table(a, b), outcome()).kept());
    }

    /** Mixtures of a few sources, so that many pairs are correlated. */
    @Property(tries = 200)
    void noTwoKeptFeaturesAreCorrelatedAboveTheCutoff(@ForAll long seed, @ForAll boolean exact, @ForAll Correlation correlation) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[15][100];
        for (int f = 0; f < values.length; f++) {
            for (int i = 0; i < 100; i++) {
                values[f][i] = f < 3 ? random.nextDouble() : values[f % 3][i] + 0.05 * f * random.nextDouble();
            }
        }
        FeatureTable table = table(values);
        Selection selection = new FindCorrelation(0.8, correlation, exact).select(table, outcome());
        assertEquals(15, selection.kept().size() + selection.dropped().size());
        assertTrue(!selection.dropped().isEmpty());
        // by the other filter, which compares each pair of kept features anew; 1e-12 for its rounding
        assertEquals(selection.kept(), new CorrelationFilter(0.8 + 1e-12, correlation)
                .select(table.select(selection.kept()), outcome()).kept());
    }
}
