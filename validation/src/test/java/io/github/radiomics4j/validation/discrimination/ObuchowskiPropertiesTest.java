package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ObuchowskiPropertiesTest {
    private static final double CLOSE = 1e-12;

    /** Two scores with many ties of cases in up to eight clusters; the first four cases see to it that two clusters have each class. */
    private record Cases(double[] a, double[] b, BinaryOutcome outcome, List<String> clusters) {

        Cases rows(int... rows) {
            return new Cases(ScoredCases.at(a, rows), ScoredCases.at(b, rows), outcome.rows(rows),
                    IntStream.of(rows).mapToObj(clusters::get).toList());
        }

        Cases inClusters(IntFunction<String> clusterOfRow) {
            return new Cases(a, b, outcome, IntStream.range(0, a.length).mapToObj(clusterOfRow).toList());
        }

        /** Each case several times, its copies in its own cluster. */
        Cases copied(int times) {
            return rows(IntStream.range(0, a.length * times).map(i -> i / times).toArray());
        }

        PairedAucTest test() {
            return Obuchowski.pairedTest(a, b, outcome, clusters);
        }
    }

    @Provide
    Arbitrary<Cases> cases() {
        return Arbitraries.integers().between(4, 40).flatMap(n -> {
            Arbitrary<List<Integer>> scores = Arbitraries.integers().between(-8, 8).list().ofSize(n);
            Arbitrary<List<Integer>> outcome = Arbitraries.integers().between(0, 1).list().ofSize(n);
            Arbitrary<List<Integer>> cluster = Arbitraries.integers().between(0, 7).list().ofSize(n);
            return Combinators.combine(scores, scores, outcome, cluster).as((a, b, o, c) -> new Cases(quarters(a), quarters(b),
                    BinaryOutcome.of(IntStream.range(0, n).map(i -> i < 4 ? i / 2 : o.get(i)).toArray()),
                    IntStream.range(0, n).mapToObj(i -> "cluster" + (i < 4 ? i % 2 : c.get(i))).toList()));
        });
    }

    private static double[] quarters(List<Integer> values) {
        return values.stream().mapToDouble(value -> value / 4.0).toArray();
    }

    private static void assertClose(PairedAucTest expected, PairedAucTest actual) {
        assertEquals(expected.aucA(), actual.aucA(), CLOSE);
        assertEquals(expected.aucB(), actual.aucB(), CLOSE);
        assertEquals(expected.varianceA(), actual.varianceA(), CLOSE);
        assertEquals(expected.varianceB(), actual.varianceB(), CLOSE);
        assertEquals(expected.covariance(), actual.covariance(), CLOSE);
    }

    @Property
    void clustersOfOneCaseGiveDeLongToTheLastBit(@ForAll("cases") Cases cases) {
        Cases single = cases.inClusters(row -> "case" + row);
        assertEquals(DeLong.interval(cases.a(), cases.outcome(), 0.9),
                Obuchowski.interval(single.a(), single.outcome(), single.clusters(), 0.9));
        assertEquals(DeLong.pairedTest(cases.a(), cases.b(), cases.outcome()), single.test());
        assertEquals(DeLong.overallTest(cases.outcome(), cases.a(), cases.b()),
                Obuchowski.overallTest(single.outcome(), single.clusters(), single.a(), single.b()));
    }

    @Property
    void theDefinitionTakenLiterallyGivesTheSame(@ForAll("cases") Cases cases) {
        PairedAucTest test = cases.test();
        assertEquals(literally(cases, cases.a(), cases.a()), test.varianceA(), CLOSE);
        assertEquals(literally(cases, cases.b(), cases.b()), test.varianceB(), CLOSE);
        assertEquals(literally(cases, cases.a(), cases.b()), test.covariance(), CLOSE);
    }

    /** Obuchowski's covariance by loops over pairs of cases and over names of clusters. */
    private static double literally(Cases cases, double[] first, double[] second) {
        BinaryOutcome outcome = cases.outcome();
        double m = outcome.positives();
        double n = outcome.negatives();
        int withPositive = 0;
        int withNegative = 0;
        double ofPositives = 0;
        double ofNegatives = 0;
        double between = 0;
        TreeSet<String> names = new TreeSet<>(cases.clusters());
        for (String name : names) {
            int[] rows = IntStream.range(0, first.length).filter(row -> cases.clusters().get(row).equals(name)).toArray();
            withPositive += IntStream.of(rows).anyMatch(outcome::isPositive) ? 1 : 0;
            withNegative += IntStream.of(rows).allMatch(outcome::isPositive) ? 0 : 1;
            double positive = excess(true, rows, first, outcome);
            double negative = excess(false, rows, first, outcome);
            double otherPositive = excess(true, rows, second, outcome);
            double otherNegative = excess(false, rows, second, outcome);
            ofPositives += positive * otherPositive;
            ofNegatives += negative * otherNegative;
            between += positive * otherNegative + otherPositive * negative;
        }
        double clusters = names.size();
        double s10 = withPositive / ((withPositive - 1) * m) * ofPositives;
        double s01 = withNegative / ((withNegative - 1) * n) * ofNegatives;
        return s10 / m + s01 / n + clusters / (clusters - 1) * between / (m * n);
    }

    /** The sum of the placements of a cluster's cases of a class, less their number times the AUC. */
    private static double excess(boolean positive, int[] rows, double[] scores, BinaryOutcome outcome) {
        double wins = 0;
        for (int x = 0; x < scores.length; x++) {
            for (int y = 0; y < scores.length; y++) {
                wins += outcome.isPositive(x) && !outcome.isPositive(y) ? won(scores[x], scores[y]) : 0;
            }
        }
        double auc = wins / outcome.positives() / outcome.negatives();
        double sum = 0;
        for (int row : rows) {
            if (outcome.isPositive(row) == positive) {
                double placement = 0;
                for (int other = 0; other < scores.length; other++) {
                    if (outcome.isPositive(other) != positive) {
                        placement += positive ? won(scores[row], scores[other]) : won(scores[other], scores[row]);
                    }
                }
                sum += placement / (positive ? outcome.negatives() : outcome.positives()) - auc;
            }
        }
        return sum;
    }

    private static double won(double positive, double negative) {
        return positive > negative ? 1 : positive == negative ? 0.5 : 0;
    }

    @Property
    void copiesOfCasesInTheirOwnClusterTellNothingNew(@ForAll("cases") Cases cases, @ForAll @IntRange(min = 2, max = 5) int times) {
        assertClose(cases.test(), cases.copied(times).test());
        Cases single = cases.inClusters(row -> "case" + row);
        assertClose(DeLong.pairedTest(cases.a(), cases.b(), cases.outcome()), single.copied(times).test());
    }

    @Property
    void theOrderOfCasesDoesNotMatter(@ForAll("cases") Cases cases, @ForAll long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, cases.a().length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        assertClose(cases.test(), cases.rows(order.stream().mapToInt(row -> row).toArray()).test());
    }

    @Property
    void theNamesOfClustersDoNotMatter(@ForAll("cases") Cases cases) {
        List<String> names = List.copyOf(new TreeSet<>(cases.clusters()));
        assertEquals(cases.test(),
                cases.inClusters(row -> names.get(names.size() - 1 - names.indexOf(cases.clusters().get(row)))).test());
    }

    @Property
    void strictlyRisingTransformsChangeNothing(@ForAll("cases") Cases cases) {
        Cases risen = new Cases(Arrays.stream(cases.a()).map(Math::exp).toArray(),
                Arrays.stream(cases.b()).map(x -> x * x * x).toArray(), cases.outcome(), cases.clusters());
        assertEquals(cases.test(), risen.test());
    }

    @Property
    void turnedScoresTurnTheAucOnly(@ForAll("cases") Cases cases) {
        double[] turned = Arrays.stream(cases.a()).map(score -> -score).toArray();
        AucInterval there = Obuchowski.interval(cases.a(), cases.outcome(), cases.clusters(), 0.95);
        AucInterval back = Obuchowski.interval(turned, cases.outcome(), cases.clusters(), 0.95);
        assertEquals(1, there.auc() + back.auc(), CLOSE);
        assertEquals(there.variance(), back.variance(), CLOSE);
    }

    @Property
    void noVarianceIsNegativeAndNoCorrelationAboveOne(@ForAll("cases") Cases cases) {
        PairedAucTest test = cases.test();
        assertTrue(test.varianceA() >= 0 && test.varianceB() >= 0 && test.standardError() >= 0, test.toString());
        assertTrue(Math.abs(test.covariance()) <= Math.sqrt(test.varianceA() * test.varianceB()) + CLOSE, test.toString());
    }
}
