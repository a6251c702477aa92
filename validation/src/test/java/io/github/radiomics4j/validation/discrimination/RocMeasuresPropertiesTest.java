package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.StratifiedBootstrap;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RocMeasuresPropertiesTest {

    /** Scores with many ties; the first case is positive, the second negative. */
    private record Cases(double[] scores, BinaryOutcome outcome) {
    }

    @Provide
    Arbitrary<Cases> cases() {
        return Arbitraries.integers().between(2, 40).flatMap(n -> {
            Arbitrary<List<Integer>> scores = Arbitraries.integers().between(-12, 12).list().ofSize(n);
            Arbitrary<List<Boolean>> outcome = Arbitraries.of(true, false).list().ofSize(n);
            return Combinators.combine(scores, outcome).as((s, o) -> {
                boolean[] positive = new boolean[n];
                for (int i = 0; i < n; i++) {
                    positive[i] = i == 0 || i > 1 && o.get(i);
                }
                return new Cases(s.stream().mapToDouble(v -> v / 4.0).toArray(), BinaryOutcome.of(positive));
            });
        });
    }

    /** The least average precision: all positive cases come last (Boyd et al. 2012). */
    @Property
    void averagePrecisionLiesBetweenThatOfTheWorstOrderAndOne(@ForAll("cases") Cases cases) {
        int m = cases.outcome().positives();
        int n = cases.outcome().negatives();
        double least = 0;
        for (int i = 1; i <= m; i++) {
            least += (double) i / (i + n) / m;
        }
        double precision = PrecisionRecall.of(Roc.of(cases.scores(), cases.outcome())).averagePrecision();
        assertTrue(precision >= least - 1e-12 && precision <= 1 + 1e-12, precision + " below " + least + " or above 1");
    }

    @Property
    void partialAreasOverSpecificityAndSensitivityAreTheAucAltogether(@ForAll("cases") Cases cases) {
        Roc roc = Roc.of(cases.scores(), cases.outcome());
        assertEquals(roc.auc(), PartialAuc.overSpecificity(roc, 0, 1).area(), 1e-12);
        assertEquals(roc.auc(), PartialAuc.overSensitivity(roc, 0, 1).area(), 1e-12);
    }

    @Property
    void partialAreasAddUp(@ForAll("cases") Cases cases) {
        Roc roc = Roc.of(cases.scores(), cases.outcome());
        double parts = PartialAuc.overSpecificity(roc, 0, 0.37).area() + PartialAuc.overSpecificity(roc, 0.37, 1).area();
        assertEquals(roc.auc(), parts, 1e-12);
    }

    @Property
    void averagePrecisionDoesNotChangeUnderStrictlyRisingTransforms(@ForAll("cases") Cases cases) {
        double[] risen = Arrays.stream(cases.scores()).map(Math::exp).toArray();
        assertEquals(PrecisionRecall.of(Roc.of(cases.scores(), cases.outcome())).averagePrecision(),
                PrecisionRecall.of(Roc.of(risen, cases.outcome())).averagePrecision());
    }

    @Property
    void requiredSharesAreKept(@ForAll("cases") Cases cases) {
        Roc roc = Roc.of(cases.scores(), cases.outcome());
        for (double least : new double[] {0, 0.3, 0.9, 1}) {
            assertTrue(CutOffRule.sensitivityAtLeast(least).choose(roc).sensitivity() >= least);
            assertTrue(CutOffRule.specificityAtLeast(least).choose(roc).specificity() >= least);
        }
    }

    @Property(tries = 50)
    void stratifiedSamplesHaveAsManyEventsAsTheCases(@ForAll("cases") Cases cases, @ForAll long seed) {
        StratifiedBootstrap plan = new StratifiedBootstrap(3, seed);
        for (int b = 0; b < plan.count(cases.outcome()); b++) {
            BinaryOutcome drawn = cases.outcome().rows(plan.resample(b, cases.outcome()).training());
            assertEquals(cases.outcome().positives(), drawn.positives());
            assertEquals(cases.outcome().size(), drawn.size());
        }
    }
}
