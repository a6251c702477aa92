package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitBootstrap;
import io.github.radiomics4j.validation.resampling.StratifiedBootstrap;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CutOffOptimismTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
    private static final double[] MIXED = {1, 4, 3, 2, 5, 6};

    /** Scores that know nothing of the outcome: every third case is positive. */
    private static double[] noise(int cases, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[cases];
        for (int i = 0; i < cases; i++) {
            scores[i] = random.nextDouble();
        }
        return scores;
    }

    private static BinaryOutcome everyThird(int cases) {
        int[] outcome = new int[cases];
        for (int i = 0; i < cases; i += 3) {
            outcome[i] = 1;
        }
        return BinaryOutcome.of(outcome);
    }

    @Test
    void samplesThatAreTheCasesThemselvesShowNoOptimism() {
        int[] all = {0, 1, 2, 3, 4, 5};
        CutOffOptimism optimism = CutOffOptimism.of(MIXED, OUTCOME, CutOffRule.youden(), ExplicitBootstrap.of(all, all));
        assertEquals(Roc.of(MIXED, OUTCOME).youden(), optimism.apparent());
        assertEquals(0, optimism.optimism(CutOff::youdenIndex));
        assertEquals(optimism.apparent().sensitivity(), optimism.sensitivity());
    }

    @Test
    void optimismIsTheMeanOverSamplesOfInSampleLessOriginal() {
        int[] rows = {0, 0, 2, 4, 4, 5};
        CutOffOptimism optimism = CutOffOptimism.of(MIXED, OUTCOME, CutOffRule.youden(), ExplicitBootstrap.of(rows));
        // the sample (1, 1, 3 against 5, 5, 6) is separated at 4, where the original has sensitivity 2/3 and specificity 2/3
        assertArrayEquals(new double[] {4}, optimism.thresholds());
        assertEquals(2 - 4 / 3.0, optimism.optimism(CutOff::youdenIndex), 1e-15);
        assertEquals(1 / 3.0, optimism.optimism(CutOff::sensitivity), 1e-15);
        assertEquals(optimism.apparent().youdenIndex() - 2 / 3.0, optimism.youdenIndex(), 1e-15);
        assertEquals(optimism.apparent().specificity() - 1 / 3.0, optimism.specificity(), 1e-15);
    }

    @Test
    void theYoudenIndexOfNoiseIsCorrectedDownwards() {
        double[] scores = noise(90, 4);
        CutOffOptimism optimism = CutOffOptimism.of(scores, everyThird(90), CutOffRule.youden(), new Bootstrap(300, 1));
        assertTrue(optimism.optimism(CutOff::youdenIndex) > 0.05, "optimism " + optimism.optimism(CutOff::youdenIndex));
        assertTrue(optimism.youdenIndex() < optimism.apparent().youdenIndex());
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        double[] scores = noise(60, 4);
        double[] first = CutOffOptimism.of(scores, everyThird(60), CutOffRule.youden(), new Bootstrap(50, 7)).thresholds();
        double[] second = CutOffOptimism.of(scores, everyThird(60), CutOffRule.youden(), new Bootstrap(50, 7)).thresholds();
        double[] other = CutOffOptimism.of(scores, everyThird(60), CutOffRule.youden(), new Bootstrap(50, 8)).thresholds();
        assertArrayEquals(first, second);
        assertTrue(!Arrays.equals(first, other));
    }

    @Test
    void rulesOfRequiredSharesTakeTheBestCutOffThatSatisfiesThem() {
        Roc roc = Roc.of(MIXED, OUTCOME);
        CutOff sensitive = CutOffRule.sensitivityAtLeast(1).choose(roc);
        assertEquals(1, sensitive.sensitivity());
        assertEquals(1 / 3.0, sensitive.specificity());
        CutOff specific = CutOffRule.specificityAtLeast(1).choose(roc);
        assertEquals(1, specific.specificity());
        assertEquals(2 / 3.0, specific.sensitivity());
    }

    @Test
    void weightedYoudenIsYoudenWhereTheWeightIsOne() {
        double[] scores = noise(50, 2);
        Roc roc = Roc.of(scores, everyThird(50));
        assertEquals(roc.youden(), CutOffRule.weightedYouden(1, 0.5).choose(roc));
        assertEquals(roc.youden(), CutOffRule.weightedYouden(3, 0.25).choose(roc));
    }

    @Test
    void dearMissesLowerTheCutOff() {
        Roc roc = Roc.of(noise(50, 2), everyThird(50));
        CutOff dear = CutOffRule.weightedYouden(100, 0.5).choose(roc);
        CutOff cheap = CutOffRule.weightedYouden(0.01, 0.5).choose(roc);
        assertTrue(dear.threshold() < cheap.threshold());
        assertEquals(1, dear.sensitivity());
        assertEquals(1, cheap.specificity());
    }

    @Test
    void rulesRefuseWhatIsNoShareOrCost() {
        assertThrows(IllegalArgumentException.class, () -> CutOffRule.sensitivityAtLeast(90));
        assertThrows(IllegalArgumentException.class, () -> CutOffRule.specificityAtLeast(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> CutOffRule.weightedYouden(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> CutOffRule.weightedYouden(1, 1));
    }

    @Test
    void bootstrapIntervalsHoldTheAucAndNarrowWithTheLevel() {
        AucBootstrap bootstrap = AucBootstrap.of(noise(60, 3), everyThird(60), new Bootstrap(200, 1));
        assertTrue(bootstrap.percentileInterval(0.95).contains(bootstrap.auc()));
        assertTrue(bootstrap.percentileInterval(0.95).lower() < bootstrap.percentileInterval(0.5).lower());
        assertEquals(200, bootstrap.aucs().length);
        assertThrows(IllegalArgumentException.class, () -> bootstrap.percentileInterval(95));
    }

    @Test
    void theBootstrapErrorIsNearDeLongs() {
        double[] scores = noise(150, 3);
        double error = DeLong.interval(scores, everyThird(150), 0.95).standardError();
        assertEquals(error, AucBootstrap.of(scores, everyThird(150), new Bootstrap(2000, 1)).standardError(), 0.1 * error);
        assertEquals(error, AucBootstrap.of(scores, everyThird(150), new StratifiedBootstrap(2000, 1)).standardError(), 0.1 * error);
    }

    @Test
    void completeSeparationHasNoBootstrapSpread() {
        AucBootstrap bootstrap = AucBootstrap.of(new double[] {1, 2, 3, 4, 5, 6}, OUTCOME, new StratifiedBootstrap(20, 1));
        assertEquals(0, bootstrap.standardError());
        assertEquals(new Interval(1, 1, 0.95), bootstrap.percentileInterval(0.95));
    }

    @Test
    void oneClassAndNonFiniteScoresAreRefused() {
        BinaryOutcome one = BinaryOutcome.of(new int[] {1, 1, 1, 1, 1, 1});
        assertThrows(InvalidInputException.class, () -> AucBootstrap.of(MIXED, one, new Bootstrap(10, 1)));
        double[] broken = MIXED.clone();
        broken[2] = Double.NaN;
        assertThrows(InvalidInputException.class, () -> CutOffOptimism.of(broken, OUTCOME, CutOffRule.youden(), new Bootstrap(10, 1)));
    }

    @Test
    void logitIntervalHoldsTheAucAndStaysInside() {
        AucBootstrap bootstrap = AucBootstrap.of(noise(60, 3), everyThird(60), new Bootstrap(200, 1));
        Interval interval = bootstrap.logitInterval(0.95).orElseThrow();
        assertTrue(interval.contains(bootstrap.auc()) && interval.lower() > 0 && interval.upper() < 1, interval.toString());
        assertTrue(interval.upper() - interval.lower() > 2 * bootstrap.standardError());
    }

    @Test
    void perfectSeparationHasNoLogitInterval() {
        double[] perfect = new double[60];
        Arrays.setAll(perfect, i -> everyThird(60).isPositive(i) ? 1 : 0);
        assertTrue(AucBootstrap.of(perfect, everyThird(60), new Bootstrap(20, 1)).logitInterval(0.95).isEmpty());
    }
}
