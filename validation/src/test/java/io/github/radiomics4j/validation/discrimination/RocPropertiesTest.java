package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RocPropertiesTest {

    /** Scores on a coarse grid, so that ties within and between classes are common; one case of each class is always there. */
    private record Cases(List<Integer> scores, List<Boolean> outcome) {

        double[] values() {
            return scores.stream().mapToDouble(s -> s / 8.0).toArray();
        }

        BinaryOutcome binary() {
            boolean[] positive = new boolean[outcome.size()];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = outcome.get(i);
            }
            positive[0] = true;
            positive[1] = false;
            return BinaryOutcome.of(positive);
        }

        BinaryOutcome swapped() {
            BinaryOutcome binary = binary();
            return BinaryOutcome.of(IntStream.range(0, binary.size()).map(i -> binary.isPositive(i) ? 0 : 1).toArray());
        }
    }

    @Provide
    Arbitrary<Cases> cases() {
        return Arbitraries.integers().between(2, 60).flatMap(n -> {
            Arbitrary<List<Integer>> scores = Arbitraries.integers().between(-40, 40).list().ofSize(n);
            Arbitrary<List<Boolean>> outcome = Arbitraries.of(true, false).list().ofSize(n);
            return Combinators.combine(scores, outcome).as(Cases::new);
        });
    }

    @Property
    void aucDoesNotChangeUnderStrictlyRisingTransforms(@ForAll("cases") Cases cases) {
        double auc = Roc.of(cases.values(), cases.binary()).auc();
        List<DoubleUnaryOperator> rising = List.of(x -> x * x * x, Math::exp, Math::atan, x -> 1e9 * x - 7, x -> 1 / (1 + Math.exp(-x)));
        for (DoubleUnaryOperator transform : rising) {
            assertEquals(auc, Roc.of(Arrays.stream(cases.values()).map(transform).toArray(), cases.binary()).auc());
        }
    }

    @Property
    void aucDoesNotDependOnTheOrderOfRows(@ForAll("cases") Cases cases, @ForAll long seed) {
        List<Integer> order = IntStream.range(0, cases.scores().size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        int[] rows = order.stream().mapToInt(i -> i).toArray();
        double[] values = cases.values();
        Roc shuffled = Roc.of(Arrays.stream(rows).mapToDouble(i -> values[i]).toArray(), cases.binary().rows(rows));
        assertEquals(Roc.of(values, cases.binary()).auc(), shuffled.auc());
        assertEquals(Roc.of(values, cases.binary()).points(), shuffled.points());
    }

    @Property
    void swappedLabelsGiveOneMinusTheAuc(@ForAll("cases") Cases cases) {
        assertEquals(1 - Roc.of(cases.values(), cases.binary()).auc(), Roc.of(cases.values(), cases.swapped()).auc(), 1e-15);
    }

    @Property
    void aucIsTheAreaUnderThePoints(@ForAll("cases") Cases cases) {
        Roc roc = Roc.of(cases.values(), cases.binary());
        double area = 0;
        for (int i = 1; i < roc.points().size(); i++) {
            Roc.Point left = roc.points().get(i);
            Roc.Point right = roc.points().get(i - 1);
            area += (left.specificity() - right.specificity()) * (left.sensitivity() + right.sensitivity()) / 2;
        }
        assertEquals(area, roc.auc(), 1e-12);
    }

    @Property
    void aucCountsPairs(@ForAll("cases") Cases cases) {
        double[] values = cases.values();
        BinaryOutcome outcome = cases.binary();
        double wins = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                if (outcome.isPositive(i) && !outcome.isPositive(j)) {
                    wins += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(wins / ((double) outcome.positives() * outcome.negatives()), Roc.of(values, outcome).auc());
    }

    @Property
    void youdenIsTheBestOfAllPoints(@ForAll("cases") Cases cases) {
        Roc roc = Roc.of(cases.values(), cases.binary());
        double best = roc.points().stream().mapToDouble(p -> p.sensitivity() + p.specificity() - 1).max().orElseThrow();
        assertEquals(best, roc.youden().youdenIndex(), 1e-15);
    }

    @Property
    void everyPointIsWhatItsThresholdDoes(@ForAll("cases") Cases cases) {
        Roc roc = Roc.of(cases.values(), cases.binary());
        for (Roc.Point point : roc.points()) {
            CutOff at = roc.at(point.threshold());
            assertEquals(point, new Roc.Point(at.threshold(), at.sensitivity(), at.specificity()));
        }
    }
}
