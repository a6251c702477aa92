package io.github.radiomics4j.validation.utility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UtilityPropertiesTest {

    @Provide
    Arbitrary<PredictedRisks> risks() {
        return Arbitraries.integers().between(1, 50).flatMap(n -> {
            Arbitrary<List<Integer>> hundredths = Arbitraries.integers().between(0, 100).list().ofSize(n);
            Arbitrary<List<Boolean>> outcome = Arbitraries.of(true, false).list().ofSize(n);
            return Combinators.combine(hundredths, outcome).as((h, o) -> {
                boolean[] positive = new boolean[n];
                for (int i = 0; i < n; i++) {
                    positive[i] = o.get(i);
                }
                return PredictedRisks.of(h.stream().mapToDouble(v -> v / 100.0).toArray(), BinaryOutcome.of(positive));
            });
        });
    }

    @Provide
    Arbitrary<Double> thresholds() {
        return Arbitraries.integers().between(1, 99).map(t -> t / 100.0);
    }

    @Property
    void treatingAllIsWorthWhatThePrevalenceSays(@ForAll("risks") PredictedRisks risks, @ForAll("thresholds") double threshold) {
        double prevalence = (double) risks.outcome().positives() / risks.size();
        double expected = prevalence - (1 - prevalence) * threshold / (1 - threshold);
        assertEquals(expected, DecisionCurve.of(risks, threshold).points().get(0).treatAll(), 1e-12);
        double[] certain = new double[risks.size()];
        Arrays.fill(certain, 1);
        DecisionCurve.Point all = DecisionCurve.of(PredictedRisks.of(certain, risks.outcome()), threshold).points().get(0);
        assertEquals(expected, all.netBenefit(), 1e-12 * Math.max(1, Math.abs(expected)));
    }

    @Property
    void netBenefitIsAtMostThePrevalence(@ForAll("risks") PredictedRisks risks, @ForAll("thresholds") double threshold) {
        DecisionCurve curve = DecisionCurve.of(risks, threshold);
        assertTrue(curve.points().get(0).netBenefit() <= curve.prevalence() + 1e-15);
    }

    @Property
    void exchangedModelsTurnTheSignOfImprovements(@ForAll("risks") PredictedRisks before, @ForAll long seed) {
        double[] shifted = before.risks();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = (shifted[i] * 100 + Math.floorMod(seed + 31L * i, 101)) / 200;
        }
        PredictedRisks after = PredictedRisks.of(shifted, before.outcome());
        if (before.outcome().positives() > 0 && before.outcome().negatives() > 0) {
            assertEquals(NetReclassification.continuous(before, after).total().value(),
                    -NetReclassification.continuous(after, before).total().value(), 1e-15);
            assertEquals(NetReclassification.categorical(before, after, 0.2, 0.6).total().value(),
                    -NetReclassification.categorical(after, before, 0.2, 0.6).total().value(), 1e-15);
            assertEquals(DiscriminationImprovement.between(before, after).total().value(),
                    -DiscriminationImprovement.between(after, before).total().value(), 1e-12);
        }
    }
}
