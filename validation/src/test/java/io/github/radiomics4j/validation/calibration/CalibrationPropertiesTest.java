package io.github.radiomics4j.validation.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CalibrationPropertiesTest {

    /** Risks in eighths, 0 and 1 included, with many ties. */
    @Provide
    Arbitrary<PredictedRisks> risks() {
        return Arbitraries.integers().between(1, 50).flatMap(n -> {
            Arbitrary<List<Integer>> eighths = Arbitraries.integers().between(0, 8).list().ofSize(n);
            Arbitrary<List<Boolean>> outcome = Arbitraries.of(true, false).list().ofSize(n);
            return Combinators.combine(eighths, outcome).as((e, o) -> {
                boolean[] positive = new boolean[n];
                for (int i = 0; i < n; i++) {
                    positive[i] = o.get(i);
                }
                return PredictedRisks.of(e.stream().mapToDouble(v -> v / 8.0).toArray(), BinaryOutcome.of(positive));
            });
        });
    }

    @Property
    void theBrierScoreIsReliabilityLessResolutionPlusUncertainty(@ForAll("risks") PredictedRisks risks) {
        BrierScore brier = BrierScore.of(risks);
        assertEquals(brier.score(), brier.reliability() - brier.resolution() + brier.uncertainty(), 1e-12);
    }

    @Property
    void theBrierScoreAndItsPartsStayWithinTheirBounds(@ForAll("risks") PredictedRisks risks) {
        BrierScore brier = BrierScore.of(risks);
        assertTrue(brier.score() >= 0 && brier.score() <= 1, brier.toString());
        assertTrue(brier.reliability() >= 0 && brier.reliability() <= 1, brier.toString());
        assertTrue(brier.resolution() >= 0 && brier.resolution() <= brier.uncertainty() + 1e-12, brier.toString());
        assertTrue(brier.uncertainty() <= 0.25, brier.toString());
    }

    @Property
    void groupsHoldEveryCaseOnce(@ForAll("risks") PredictedRisks risks) {
        for (RiskGrouping grouping : List.of(new RankGroups(5), new QuantileGroups(5))) {
            HosmerLemeshow test = HosmerLemeshow.of(risks, grouping);
            assertEquals(risks.size(), test.groups().stream().mapToInt(HosmerLemeshow.Group::cases).sum());
            assertEquals(risks.outcome().positives(), test.groups().stream().mapToInt(HosmerLemeshow.Group::observed).sum());
            assertEquals(risks.expected(), test.groups().stream().mapToDouble(HosmerLemeshow.Group::expected).sum(), 1e-12);
        }
    }

    @Property
    void groupsRiseWithTheRisk(@ForAll("risks") PredictedRisks risks) {
        for (RiskGrouping grouping : List.of(new RankGroups(5), new QuantileGroups(5))) {
            int[] group = grouping.groupOf(risks.risks());
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < group.length; j++) {
                    assertTrue(risks.risk(i) > risks.risk(j) || group[i] <= group[j]);
                }
            }
        }
    }

    /** The score equations of the fit are those of intercept 0 and slope 1. Neighbours of both classes overlap, so a fit exists. */
    @Property(tries = 100)
    void aLogisticFitIsCalibratedOnItsOwnData(@ForAll("overlapping") double[] x) {
        int[] outcome = new int[x.length];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = i % 3 == 0 ? 1 : 0;
        }
        BinaryOutcome binary = BinaryOutcome.of(outcome);
        LogisticFit fit = LogisticRegression.estimate(Map.of("x", x), binary);
        double[] b = fit.coefficients();
        Calibration calibration = new Calibration(
                PredictedRisks.ofScores(Arrays.stream(x).map(value -> b[0] + b[1] * value).toArray(), binary));
        assertEquals(0, calibration.inTheLarge().value(), 1e-6);
        assertEquals(1, calibration.expectedOverObserved(), 1e-6);
        if (Math.abs(b[1]) > 0.05) { // of risks that hardly differ the slope is hardly determined
            assertEquals(1, calibration.line().slope().value(), 1e-5);
            assertEquals(0, calibration.line().intercept().value(), 1e-5);
        }
    }

    /** The first six cases are at 0 and 6 in both classes, which keeps any line from separating them. */
    @Provide
    Arbitrary<double[]> overlapping() {
        return Arbitraries.integers().between(0, 6).list().ofMinSize(6).ofMaxSize(40).map(values -> {
            double[] x = new double[values.size() + 6];
            double[] fixed = {0, 0, 6, 6, 6, 0};
            System.arraycopy(fixed, 0, x, 0, 6);
            for (int i = 6; i < x.length; i++) {
                x[i] = values.get(i - 6);
            }
            return x;
        });
    }
}
