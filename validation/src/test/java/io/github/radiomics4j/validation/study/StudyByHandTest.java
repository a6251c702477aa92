package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores that are given, not learned, so that every figure is counted by hand. */
class StudyByHandTest {
    private static final double CLOSE = 1e-12;
    private static final List<String> CASES = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {1, 1, 1, 0, 0, 0, 0, 0});
    /** Of 15 pairs 13 are ranked right: −1 of an event lies below 1 and 0. */
    private static final double[] DISC = {3, 2, -1, 1, 0, -2, -3, -4};
    /** Of 15 pairs 12 are ranked right: 0 of an event lies below 1, 2 and 3. */
    private static final double[] MUSCLE = {5, 0, 4, 1, 2, 3, -1, -2};
    private static final StudyResult RESULT = StudyAnalysis.run(
            StudyData.of(CASES, OUTCOME).withStructure("disc", Studies.oneColumn(CASES, DISC))
                    .withStructure("muscle", Studies.oneColumn(CASES, MUSCLE))
                    .withClinical("grade", new double[] {3, 3, Double.NaN, 2, 3, 1, 1, 4}),
            StudyPlan.standard().withRecipe(Studies.identity()).withCombination(new Combination.None()).withThresholds(0.5, 0.8)
                    .withValidations(new ValidationPlan.LeaveOneOut()));
    private static final HonestFigures HONEST = RESULT.model("disc").plan("leave-one-out").honest().orElseThrow();

    @Test
    void aucIsTheShareOfPairsRankedRight() {
        assertEquals(13 / 15.0, RESULT.model("disc").plan("leave-one-out").auc().auc(), CLOSE);
        assertEquals(13 / 15.0, RESULT.model("disc").apparent().auc(), CLOSE);
        assertEquals(12 / 15.0, RESULT.model("muscle").plan("leave-one-out").auc().auc(), CLOSE);
    }

    @Test
    void cutOffHasTheLargestYoudenIndexAndItsCounts() {
        CutOffFigures chosen = HONEST.cutOff().chosen();
        assertEquals(1.5, chosen.counts().threshold());
        assertEquals(new Proportion(2, 3), chosen.sensitivity().counts());
        assertEquals(new Proportion(5, 5), chosen.specificity().counts());
        assertEquals(new Proportion(2, 2), chosen.positivePredictiveValue().counts());
        assertEquals(new Proportion(5, 6), chosen.negativePredictiveValue().counts());
        assertEquals(new Proportion(7, 8), chosen.accuracy().counts());
        assertEquals(chosen.sensitivity().counts().wilson(0.95), chosen.sensitivity().interval());
    }

    /**
     * Without a the largest Youden index is at −1.5 (two of two events, three of five others: 0.6), so a is called positive; without b the
     * same; without c it is at 1.5 and c is missed; without d at 0.5 (1 + 1 of 3, 3 of 4: no), by hand: index at 1.5 is 2/3, at −1.5 it is
     * 3/4, so d with 1 is called positive; without e likewise −1.5, and e with 0 is called positive; without f, g, h it stays at 1.5 (2/3
     * against 2/4), so they are called negative.
     */
    @Test
    void cutOffsChosenInTrainingNeverSawTheCaseTheyJudge() {
        assertEquals(List.of(1.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0), HONEST.calls());
        assertEquals(new Proportion(2, 3), HONEST.cutOff().chosenInTraining().sensitivity().counts());
        assertEquals(new Proportion(3, 5), HONEST.cutOff().chosenInTraining().specificity().counts());
    }

    /** Risk ½ is score 0: a, b, d, e are treated; risk 0.8 is score 1.39: a, b. */
    @Test
    void netBenefitCountsThoseTreated() {
        DecisionCurve.Point half = HONEST.decision().get(0);
        assertEquals(2 / 8.0 - 2 / 8.0, half.netBenefit(), CLOSE);
        assertEquals(3 / 8.0 - 5 / 8.0, half.treatAll(), CLOSE);
        assertEquals(2 / 8.0, HONEST.decision().get(1).netBenefit(), CLOSE);
    }

    /** Disc is high at 1.5 for a, b; muscle's cut-off is 3.5, for a, c. */
    @Test
    void groupsOfTheInteractionAreCounted() {
        InteractionResult.Groups groups = RESULT.interactions().get(0).atChosenCutOffs();
        assertEquals(3.5, groups.cutB());
        assertEquals(List.of(new Proportion(0, 5), new Proportion(1, 1), new Proportion(1, 1), new Proportion(1, 1)),
                groups.rates().stream().map(Rate::counts).toList());
        assertEquals(8, groups.equalRates().orElseThrow().chiSquare(), CLOSE);
        assertTrue(groups.additive().reason().contains("low-low has 0 events in 5 cases"), groups.additive().reason());
    }

    /** The grade is missing for c; of 10 pairs of a, b with the others 3 > 2, 1, 1 are right, 3 = 3 a half, 3 < 4 wrong. */
    @Test
    void aMissingGradeLeavesTheCaseOutOfThatComparison() {
        Comparison comparison = RESULT.comparison("disc", "leave-one-out", "grade");
        assertEquals(7, comparison.cases());
        assertEquals(1, comparison.test().aucA(), CLOSE);
        assertEquals(7 / 10.0, comparison.test().aucB(), CLOSE);
        assertEquals(7, RESULT.clinical().get(0).cases());
    }

    @Test
    void contributionsAndInterceptSumToTheFittedScore() {
        CaseResult.Score score = RESULT.cases().get(2).scores().get(0);
        assertEquals(-1, score.fitted());
        assertEquals(-1, score.contributions().get("x"));
        assertEquals(-1, score.honest().get("leave-one-out"));
        assertEquals(1 / (1 + Math.E), score.risk(), CLOSE);
    }

    @Test
    void modelsAreComparedWithEachOther() {
        Comparison comparison = RESULT.comparison("muscle", "leave-one-out", "disc");
        assertTrue(comparison.ofModels());
        assertEquals(-1 / 15.0, comparison.test().difference(), CLOSE);
    }
}
