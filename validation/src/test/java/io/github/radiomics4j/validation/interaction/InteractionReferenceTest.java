package io.github.radiomics4j.validation.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.ZScore;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.Conformance.Reference;
import io.github.radiomics4j.validation.ReferenceData;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.interaction.AdditiveInteraction.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference numbers of R's glm and {@code epiR::epi.interaction}, printed ones of the latter, and of the reference pipeline. */
@EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
class InteractionReferenceTest {
    private static final double CLOSED_FORM = 1e-10;
    private static final double NEWTON = 1e-7;
    /**
     * The reference's covariance of the oral cancer fit is that of glm's last step but one: Woolf's closed form, 1/a + 1/b + 1/c + 1/d,
     * differs from it by 2e-6 and agrees with ours (InteractionTest).
     */
    private static final double EARLIER_STEP = 1e-5;
    /** epiR rounds z = 1.959963985 to 1.96, which moves limits by up to 2e-5 of the half width. */
    private static final double ROUNDED_Z = 1e-5;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("interaction.txt");
    }

    @ParameterizedTest
    @MethodSource({"oralCancer", "oralCancerByEpiR", "published", "cohortGroups", "cohortMeasures", "cohortContinuous", "birthWeight"})
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    /** Rothman and Keller's table, a row for each person. */
    private static AdditiveInteraction oralCancerMeasures() {
        List<double[]> people = new ArrayList<>();
        for (String[] row : ReferenceData.rows("oral_cancer.csv").stream().skip(1).toList()) {
            for (int diseased = 0; diseased < 2; diseased++) {
                for (int i = 0; i < Integer.parseInt(row[3 - diseased]); i++) {
                    people.add(new double[] {Double.parseDouble(row[0]), Double.parseDouble(row[1]), diseased});
                }
            }
        }
        BinaryOutcome cancer = BinaryOutcome.of(people.stream().mapToInt(p -> (int) p[2]).toArray());
        return AdditiveInteraction.of(CutOffGroups.at(people.stream().mapToDouble(p -> p[0]).toArray(), 0.5,
                people.stream().mapToDouble(p -> p[1]).toArray(), 0.5, cancer), 0.95);
    }

    static List<Reference> oralCancer() {
        String section = "Interaction, oral cancer";
        JsonNode expected = ReferenceData.expected("interaction_oral_cancer");
        AdditiveInteraction measures = oralCancerMeasures();
        List<Reference> rows = new ArrayList<>(oddsRatiosAndReri(section, expected, measures, EARLIER_STEP));
        Measure ap = measures.attributableProportion();
        rows.add(newton(section, "AP", expected.get("ap"), ap.estimate()));
        rows.add(Reference.of(section, "AP standard error", expected.get("ap_se"), ap.standardError(), EARLIER_STEP));
        rows.addAll(limits(section, "AP", expected.get("ap_ci95"), ap.interval(), EARLIER_STEP));
        Measure synergy = measures.synergy().orElseThrow();
        rows.add(newton(section, "S", expected.get("s"), synergy.estimate()));
        rows.addAll(limits(section, "S", expected.get("s_ci95"), synergy.interval(), EARLIER_STEP));
        rows.add(newton(section, "multiplicative", expected.get("multiplicative_or"), measures.multiplicative().estimate()));
        rows.addAll(limits(section, "multiplicative", expected.get("multiplicative_ci95"),
                measures.multiplicative().interval(), EARLIER_STEP));
        return rows;
    }

    private static List<Reference> oddsRatiosAndReri(String section, JsonNode expected, AdditiveInteraction measures,
            double uncertainty) {
        List<Reference> rows = new ArrayList<>();
        rows.add(newton(section, "OR of the first alone", expected.get("or_a_only"), measures.firstOnly().estimate()));
        rows.add(newton(section, "OR of the second alone", expected.get("or_b_only"), measures.secondOnly().estimate()));
        rows.add(newton(section, "OR of both", expected.get("or_both"), measures.both().estimate()));
        rows.add(newton(section, "RERI", expected.get("reri"), measures.reri().estimate()));
        rows.add(Reference.of(section, "RERI standard error", expected.get("reri_se"), measures.reri().standardError(), uncertainty));
        rows.addAll(limits(section, "RERI", expected.get("reri_ci95"), measures.reri().interval(), uncertainty));
        return rows;
    }

    static List<Reference> oralCancerByEpiR() {
        String section = "Interaction, oral cancer by epiR";
        AdditiveInteraction measures = oralCancerMeasures();
        Map<String, Measure> named = Map.of("reri", measures.reri(), "ap", measures.attributableProportion(),
                "s", measures.synergy().orElseThrow());
        List<Reference> rows = new ArrayList<>();
        for (String name : List.of("reri", "ap", "s")) {
            JsonNode expected = ReferenceData.expected("interaction_oral_cancer_epiR", name);
            Measure measure = named.get(name);
            rows.add(newton(section, name, expected.get("est"), measure.estimate()));
            rows.add(Reference.of(section, name + " lower", expected.get("lower"), measure.interval().lower(), ROUNDED_Z));
            rows.add(Reference.of(section, name + " upper", expected.get("upper"), measure.interval().upper(), ROUNDED_Z));
        }
        return rows;
    }

    static List<Reference> published() {
        AdditiveInteraction measures = oralCancerMeasures();
        Map<String, Double> named = Map.of("RERI", measures.reri().estimate(), "AP", measures.attributableProportion().estimate(),
                "S", measures.synergy().orElseThrow().estimate());
        return ReferenceData.rows("published.csv").stream().filter(row -> row[0].equals("oral_cancer.csv"))
                .map(row -> new Reference("Published interaction numbers", row[1], Double.parseDouble(row[2]), named.get(row[1]), 0.005))
                .toList();
    }

    private static double[] score(String region) {
        return ReferenceData.column("radscore_scores.csv", region + "_score");
    }

    private static BinaryOutcome events(String file, String column) {
        return BinaryOutcome.of(Arrays.stream(ReferenceData.column(file, column)).mapToInt(v -> (int) v).toArray());
    }

    private static CutOffGroups cohort() {
        return CutOffGroups.byYouden(score("disc"), score("muscle"), events("radscore_cohort.csv", "recurrence"));
    }

    static List<Reference> cohortGroups() {
        String section = "Cut-off groups, cohort";
        JsonNode expected = ReferenceData.expected("radscore_cohort", "interaction");
        CutOffGroups groups = cohort();
        List<Reference> rows = new ArrayList<>();
        rows.add(closed(section, "first cut-off", expected.get("cut_a"), groups.firstCutOff()));
        rows.add(closed(section, "second cut-off", expected.get("cut_b"), groups.secondCutOff()));
        for (CutOffGroup group : CutOffGroup.values()) {
            JsonNode counts = expected.get("groups").get(group.name().toLowerCase(Locale.ROOT));
            Proportion events = groups.events(group);
            rows.add(closed(section, group + " cases", counts.get("n"), events.trials()));
            rows.add(closed(section, group + " events", counts.get("events"), events.successes()));
            rows.add(closed(section, group + " rate", counts.get("rate"), events.estimate()));
            rows.addAll(limits(section, group + " Wilson", counts.get("wilson95"), events.wilson(0.95), CLOSED_FORM));
        }
        CutOffGroups.PearsonTest pearson = groups.pearsonTest();
        rows.add(closed(section, "Pearson chi-squared", expected.get("pearson_chisq"), pearson.chiSquared()));
        rows.add(closed(section, "Pearson degrees of freedom", expected.get("pearson_df"), pearson.degreesOfFreedom()));
        rows.add(closed(section, "Pearson p", expected.get("pearson_p"), pearson.pValue()));
        return rows;
    }

    static List<Reference> cohortMeasures() {
        String section = "Interaction at cut-offs, cohort";
        JsonNode expected = ReferenceData.expected("radscore_cohort", "interaction");
        CutOffGroups groups = cohort();
        ProductTermTest product = ProductTermTest.of(groups);
        AdditiveInteraction measures = AdditiveInteraction.of(groups, 0.95);
        List<Reference> rows = new ArrayList<>(oddsRatiosAndReri(section, expected, measures, NEWTON));
        for (int k = 0; k < 4; k++) {
            rows.add(newton(section, "saturated coefficient " + k, expected.get("saturated_coef").get(k), product.fit().coefficients()[k]));
        }
        rows.add(newton(section, "product chi-squared", expected.get("lrt_product_chisq"), product.test().chiSquare()));
        rows.add(newton(section, "product p", expected.get("lrt_product_p"), product.test().p()));
        rows.add(newton(section, "AP", expected.get("ap"), measures.attributableProportion().estimate()));
        rows.add(newton(section, "S", expected.get("synergy"), measures.synergy().orElseThrow().estimate()));
        return rows;
    }

    static List<Reference> cohortContinuous() {
        String section = "Product-term test, cohort";
        JsonNode expected = ReferenceData.expected("radscore_cohort", "interaction", "continuous");
        double[] disc = score("disc");
        double[] muscle = score("muscle");
        ProductTermTest product = ProductTermTest.of(ZScore.fit(disc, StandardDeviation.SAMPLE).of(disc),
                ZScore.fit(muscle, StandardDeviation.SAMPLE).of(muscle), events("radscore_cohort.csv", "recurrence"));
        List<Reference> rows = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            rows.add(newton(section, "coefficient " + k, expected.get("coef").get(k), product.fit().coefficients()[k]));
        }
        rows.add(newton(section, "chi-squared", expected.get("lrt_chisq"), product.test().chiSquare()));
        rows.add(newton(section, "p", expected.get("lrt_p"), product.test().p()));
        return rows;
    }

    /** The difference of two log likelihoods near −110 is held to their digits. */
    static List<Reference> birthWeight() {
        String section = "Product-term test, birth weight";
        JsonNode expected = ReferenceData.expected("lrt_birthwt_age_lwt");
        ProductTermTest product = ProductTermTest.of(ReferenceData.column("birthwt.csv", "age"), ReferenceData.column("birthwt.csv", "lwt"),
                Map.of("smoke", ReferenceData.column("birthwt.csv", "smoke")), events("birthwt.csv", "low"));
        return List.of(newton(section, "chi-squared", expected.get("chisq"), product.test().chiSquare()),
                newton(section, "degrees of freedom", expected.get("df"), product.test().degreesOfFreedom()),
                newton(section, "p", expected.get("p"), product.test().p()),
                newton(section, "coefficient", expected.get("coef_product"), product.coefficient()));
    }

    private static List<Reference> limits(String section, String what, JsonNode expected, Interval interval, double tolerance) {
        return List.of(Reference.of(section, what + " lower", expected.get(0), interval.lower(), tolerance),
                Reference.of(section, what + " upper", expected.get(1), interval.upper(), tolerance));
    }

    private static Reference newton(String section, String what, JsonNode expected, double actual) {
        return Reference.of(section, what, expected, actual, NEWTON);
    }

    private static Reference closed(String section, String what, JsonNode expected, double actual) {
        return Reference.of(section, what, expected, actual, CLOSED_FORM);
    }
}
