package io.github.radiomics4j.validation.utility;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.validation.BirthWeight;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.Conformance.Reference;
import io.github.radiomics4j.validation.ReferenceData;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference numbers of the R packages dcurves (and its test suite's constants) and Hmisc 4.8-0, {@code improveProb(p1, p2, low)}. */
@EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
class UtilityReferenceTest {
    private static final double CLOSED_FORM = 1e-10;
    /** Risks of two fitted models, each exact to the tolerance of Newton fits. */
    private static final double FIT = 1e-7;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("utility.txt");
    }

    @ParameterizedTest
    @MethodSource({"decisionCurves", "published", "reclassification"})
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    private static PredictedRisks model() {
        return PredictedRisks.of(ReferenceData.column("dca.csv", "cancerpredmarker"), cancer());
    }

    private static BinaryOutcome cancer() {
        return BinaryOutcome.of(Arrays.stream(ReferenceData.column("dca.csv", "cancer")).mapToInt(v -> (int) v).toArray());
    }

    private static PredictedRisks age() {
        double[] age = ReferenceData.column("dca.csv", "age");
        return PredictedRisks.of(LogisticRegression.estimate(Map.of("age", age), cancer()).fitted(), cancer());
    }

    private static PredictedRisks caseControl() {
        List<String[]> sampled = ReferenceData.rows("dca.csv").stream().skip(1).filter(row -> !row[5].equals("NA")).toList();
        return PredictedRisks.of(sampled.stream().mapToDouble(row -> Double.parseDouble(row[9])).toArray(),
                BinaryOutcome.of(sampled.stream().mapToInt(row -> Integer.parseInt(row[5])).toArray()));
    }

    static List<Reference> decisionCurves() {
        List<Reference> rows = new ArrayList<>();
        for (String model : List.of("cancerpredmarker", "age_as_probability_logistic", "casecontrol_prevalence_0.15")) {
            JsonNode expected = ReferenceData.expected("dca", model);
            double[] thresholds = expected.valueStream().mapToDouble(point -> point.get("threshold").doubleValue()).toArray();
            DecisionCurve curve = switch (model) {
                case "cancerpredmarker" -> DecisionCurve.of(model(), thresholds);
                case "age_as_probability_logistic" -> DecisionCurve.of(age(), thresholds);
                default -> DecisionCurve.ofCaseControl(caseControl(), 0.15, thresholds);
            };
            for (int i = 0; i < thresholds.length; i++) {
                DecisionCurve.Point point = curve.points().get(i);
                String what = model + " at " + thresholds[i];
                JsonNode at = expected.get(i);
                rows.add(closedForm(what + " net benefit", at.get("net_benefit"), point.netBenefit()));
                rows.add(closedForm(what + " treat all", at.get("treat_all"), point.treatAll()));
                rows.add(closedForm(what + " standardised", at.get("standardised"), point.standardised()));
                rows.add(closedForm(what + " avoided", at.get("interventions_avoided_per_100"), point.interventionsAvoidedPer100()));
            }
        }
        return rows;
    }

    private static Reference closedForm(String what, JsonNode expected, double actual) {
        // a difference of shares of cases: what is 0 here may be rounding there
        return new Reference("Decision curves", what, expected.doubleValue(), actual,
                CLOSED_FORM * Math.max(1e-3, Math.abs(expected.doubleValue())));
    }

    static List<Reference> published() {
        List<Reference> rows = new ArrayList<>();
        for (String[] row : ReferenceData.rows("published.csv")) {
            if (row[0].equals("dca.csv")) {
                DecisionCurve curve = row[1].contains("age") ? DecisionCurve.of(age(), 0.25)
                        : row[1].contains("case-control") ? DecisionCurve.ofCaseControl(caseControl(), 0.15, 0.25)
                        : DecisionCurve.of(model(), 0.25);
                DecisionCurve.Point point = curve.points().get(0);
                int digits = row[2].length() - row[2].indexOf('.') - 1;
                rows.add(new Reference("Published net benefit", row[1], Double.parseDouble(row[2]),
                        row[1].contains("treat-all") ? point.treatAll() : point.netBenefit(), 0.5 * Math.pow(10, -digits)));
            }
        }
        return rows;
    }

    static List<Reference> reclassification() {
        BirthWeight data = new BirthWeight("birthwt.csv");
        int[] all = data.rows(0, 1);
        PredictedRisks before = PredictedRisks.ofScores(data.logOdds(4, all, all), data.low());
        PredictedRisks after = PredictedRisks.ofScores(data.logOdds(8, all, all), data.low());
        List<Reference> rows = new ArrayList<>(continuous(before, after));
        JsonNode expected = ReferenceData.expected("nri_birthwt", "categorical");
        double[] cuts = expected.get("cuts").valueStream().mapToDouble(JsonNode::doubleValue).toArray();
        NetReclassification nri = NetReclassification.categorical(before, after, cuts);
        rows.add(fit("events up", expected.get("up_event"), nri.eventsUp()));
        rows.add(fit("events down", expected.get("down_event"), nri.eventsDown()));
        rows.add(fit("non-events up", expected.get("up_nonevent"), nri.nonEventsUp()));
        rows.add(fit("non-events down", expected.get("down_nonevent"), nri.nonEventsDown()));
        rows.add(fit("categorical NRI of events", expected.get("nri_event"), nri.ofEvents().value()));
        rows.add(fit("categorical NRI of non-events", expected.get("nri_nonevent"), nri.ofNonEvents().value()));
        rows.add(fit("categorical NRI", expected.get("nri"), nri.total().value()));
        rows.add(fit("its error", expected.get("se"), nri.total().standardError()));
        rows.add(fit("its error after Pencina", expected.get("se_pencina2008"), nri.totalUnderNull().standardError()));
        return rows;
    }

    private static List<Reference> continuous(PredictedRisks before, PredictedRisks after) {
        JsonNode expected = ReferenceData.expected("nri_birthwt", "hmisc_improveProb");
        NetReclassification nri = NetReclassification.continuous(before, after);
        DiscriminationImprovement idi = DiscriminationImprovement.between(before, after);
        JsonNode slopes = ReferenceData.expected("nri_birthwt", "idi_discrimination_slopes");
        List<Reference> rows = new ArrayList<>(List.of(fit("cases", expected.get("n"), nri.events() + nri.nonEvents()),
                fit("events", expected.get("na"), nri.events()),
                fit("non-events", expected.get("nb"), nri.nonEvents()),
                fit("up, events", expected.get("pup.ev"), (double) nri.eventsUp() / nri.events()),
                fit("up, non-events", expected.get("pup.ne"), (double) nri.nonEventsUp() / nri.nonEvents()),
                fit("down, events", expected.get("pdown.ev"), (double) nri.eventsDown() / nri.events()),
                fit("down, non-events", expected.get("pdown.ne"), (double) nri.nonEventsDown() / nri.nonEvents()),
                fit("improved sensitivity", expected.get("improveSens"), idi.ofEvents().value()),
                fit("improved specificity", expected.get("improveSpec"), idi.ofNonEvents().value()),
                fit("slope before", slopes.get(0), idi.slopeBefore()),
                fit("slope after", slopes.get(1), idi.slopeAfter())));
        rows.addAll(estimate("nri", expected, nri.total()));
        rows.addAll(estimate("nri.ev", expected, nri.ofEvents()));
        rows.addAll(estimate("nri.ne", expected, nri.ofNonEvents()));
        rows.addAll(estimate("idi", expected, idi.total()));
        return rows;
    }

    private static List<Reference> estimate(String name, JsonNode expected, Estimate actual) {
        return List.of(fit(name, expected.get(name), actual.value()), fit("se." + name, expected.get("se." + name), actual.standardError()),
                fit("z." + name, expected.get("z." + name), actual.z()));
    }

    private static Reference fit(String what, JsonNode expected, double actual) {
        return Reference.of("NRI and IDI, birthwt", what, expected, actual, FIT);
    }
}
