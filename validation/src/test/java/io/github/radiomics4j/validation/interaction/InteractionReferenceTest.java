package io.github.radiomics4j.validation.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.ReferenceData;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Interaction against R's glm, Newton fits and epiR. */
class InteractionReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double CLOSED = 1e-10;
    private static final double NEWTON = 1e-7;
    /** R's glm takes the covariance from the weights of its last but one iteration; ours is the closed form of the saturated model. */
    private static final double LAST_BUT_ONE = 1e-5;
    private static final double ROUNDED_QUANTILE = 1e-5;

    @AfterAll
    static void write() {
        CONFORMANCE.write("interaction.txt");
    }

    @Test
    @EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
    void oralCancerAgrees() {
        AdditiveInteraction additive = oralCancer().additive();
        JsonNode expected = ReferenceData.expected("interaction_oral_cancer");
        String section = "Additive interaction, oral cancer";
        check(section, expected, "or_a_only", additive.oddsRatioA());
        check(section, expected, "or_b_only", additive.oddsRatioB());
        check(section, expected, "or_both", additive.oddsRatioBoth());
        measure(section, expected, "reri", additive.reri(0.95));
        measure(section, expected, "ap", additive.attributableProportion(0.95));
        AdditiveInteraction.Measure s = additive.synergy(0.95).orElseThrow();
        check(section, expected, "s", s.value());
        interval(section, expected.get("s_ci95"), s, LAST_BUT_ONE);
        check(section, expected, "multiplicative_or", additive.multiplicative(0.95).value());
        interval(section, expected.get("multiplicative_ci95"), additive.multiplicative(0.95), LAST_BUT_ONE);
        compare("Published interaction", "RERI", 3.74, additive.reri(0.95).value(), 0.005);
        compare("Published interaction", "AP", 0.41, additive.attributableProportion(0.95).value(), 0.005);
        compare("Published interaction", "S", 1.87, s.value(), 0.005);
    }

    @Test
    @EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
    void oralCancerAgreesWithEpiR() {
        AdditiveInteraction additive = oralCancer().additive();
        epiR("reri", additive.reri(0.95));
        epiR("ap", additive.attributableProportion(0.95));
        epiR("s", additive.synergy(0.95).orElseThrow());
    }

    private static void epiR(String key, AdditiveInteraction.Measure measure) {
        JsonNode expected = ReferenceData.expected("interaction_oral_cancer_epiR", key);
        compare("Additive interaction, epiR", key, expected.get("est").doubleValue(), measure.value(), ROUNDED_QUANTILE);
        compare("Additive interaction, epiR", key, expected.get("lower").doubleValue(), measure.interval().lower(),
                ROUNDED_QUANTILE);
        compare("Additive interaction, epiR", key, expected.get("upper").doubleValue(), measure.interval().upper(),
                ROUNDED_QUANTILE);
    }

    @Test
    @EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
    void discAndMuscleOfTheCohortAgree() {
        JsonNode expected = ReferenceData.expected("radscore_cohort", "interaction");
        double[] disc = ReferenceData.column("radscore_scores.csv", "disc_score");
        double[] muscle = ReferenceData.column("radscore_scores.csv", "muscle_score");
        BinaryOutcome outcome = BinaryOutcome.of(Arrays.stream(ReferenceData.column("radscore_cohort.csv", "recurrence"))
                .mapToInt(v -> (int) v).toArray());
        String section = "Interaction of disc and muscle, cohort";
        compare(section, "cut_a", expected.get("cut_a").doubleValue(), Roc.of(disc, outcome).youden().threshold(), CLOSED);
        compare(section, "cut_b", expected.get("cut_b").doubleValue(), Roc.of(muscle, outcome).youden().threshold(), CLOSED);
        CutOffGroups groups = CutOffGroups.atYouden(disc, muscle, outcome);
        group(section, expected.get("groups").get("low_low"), groups.lowLow());
        group(section, expected.get("groups").get("high_low"), groups.highLow());
        group(section, expected.get("groups").get("low_high"), groups.lowHigh());
        group(section, expected.get("groups").get("high_high"), groups.highHigh());
        check(section, expected, "pearson_chisq", groups.pearson().chiSquare());
        check(section, expected, "pearson_df", groups.pearson().degreesOfFreedom());
        check(section, expected, "pearson_p", groups.pearson().p());
        check(section, expected, "lrt_product_chisq", groups.productTest().chiSquare());
        check(section, expected, "lrt_product_p", groups.productTest().p());
        AdditiveInteraction additive = groups.additive();
        check(section, expected, "or_a_only", additive.oddsRatioA());
        check(section, expected, "or_b_only", additive.oddsRatioB());
        check(section, expected, "or_both", additive.oddsRatioBoth());
        measure(section, expected, "reri", additive.reri(0.95));
        check(section, expected, "ap", additive.attributableProportion(0.95).value());
        check(section, expected, "synergy", additive.synergy(0.95).orElseThrow().value());
        ProductTerm product = ProductTerm.of(disc, muscle, outcome);
        for (int k = 0; k < 4; k++) {
            compare(section, "coefficient " + k, expected.get("continuous").get("coef").get(k).doubleValue(),
                    product.fit().coefficients()[k], NEWTON);
        }
        check(section, expected.get("continuous"), "lrt_chisq", product.test().chiSquare());
        check(section, expected.get("continuous"), "lrt_p", product.test().p());
    }

    private static void compare(String section, String what, double expected, double actual, double tolerance) {
        CONFORMANCE.check(new Conformance.Reference(section, what, expected, actual, tolerance * Math.max(1, Math.abs(expected))));
    }

    private static void group(String section, JsonNode expected, Proportion group) {
        check(section, expected, "n", group.trials());
        check(section, expected, "events", group.successes());
        check(section, expected, "rate", group.estimate());
        compare(section, "Wilson", expected.get("wilson95").get(0).doubleValue(), group.wilson(0.95).lower(), CLOSED);
        compare(section, "Wilson", expected.get("wilson95").get(1).doubleValue(), group.wilson(0.95).upper(), CLOSED);
    }

    private static void measure(String section, JsonNode expected, String key, AdditiveInteraction.Measure measure) {
        check(section, expected, key, measure.value());
        compare(section, key, expected.get(key + "_se").doubleValue(), measure.standardError(), LAST_BUT_ONE);
        interval(section, expected.get(key + "_ci95"), measure, LAST_BUT_ONE);
    }

    private static void interval(String section, JsonNode limits, AdditiveInteraction.Measure measure, double tolerance) {
        compare(section, "lower", limits.get(0).doubleValue(), measure.interval().lower(), tolerance);
        compare(section, "upper", limits.get(1).doubleValue(), measure.interval().upper(), tolerance);
    }

    private static void check(String section, JsonNode expected, String key, double actual) {
        compare(section, key, expected.get(key).doubleValue(), actual, NEWTON);
    }

    @Test
    void multipliedOddsRatiosAreNoInteraction() {
        CutOffGroups groups = new CutOffGroups(new Proportion(10, 30), new Proportion(20, 40), new Proportion(30, 60), new Proportion(60, 90));
        assertEquals(1, groups.additive().multiplicative(0.95).value(), 1e-12);
        assertEquals(0, groups.productTest().chiSquare(), 1e-9);
    }

    @Test
    void groupWithoutEventsIsNamed() {
        CutOffGroups groups = new CutOffGroups(new Proportion(0, 30), new Proportion(20, 40), new Proportion(30, 60), new Proportion(60, 90));
        InvalidInputException e = assertThrows(InvalidInputException.class, groups::additive);
        assertTrue(e.getMessage().contains("low-low has 0 events in 30 cases"), e.getMessage());
    }

    @Test
    void synergyOfAHarmAndABenefitIsNotDefined() {
        CutOffGroups groups = new CutOffGroups(new Proportion(15, 30), new Proportion(10, 40), new Proportion(30, 60), new Proportion(60, 90));
        assertTrue(groups.additive().synergy(0.95).isEmpty());
    }

    /** Alcohol is a, smoking is b. */
    private static CutOffGroups oralCancer() {
        return new CutOffGroups(new Proportion(3, 23), new Proportion(6, 18), new Proportion(8, 26), new Proportion(225, 391));
    }
}
