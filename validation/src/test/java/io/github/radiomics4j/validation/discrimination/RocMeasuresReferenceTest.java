package io.github.radiomics4j.validation.discrimination;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.Conformance.Reference;
import io.github.radiomics4j.validation.ReferenceData;
import io.github.radiomics4j.validation.resampling.ExplicitBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reference numbers of R's pROC 1.18.0, such as {@code auc(r, partial.auc = c(1, 0.9), partial.auc.correct = TRUE)}, of
 * {@code wilcox.test(exact = FALSE, correct = FALSE)}, of scikit-learn's {@code average_precision_score} and of a bootstrap with the
 * rows given.
 */
@EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
class RocMeasuresReferenceTest {
    private static final double CLOSED_FORM = 1e-10;
    private static final double TAIL = 1e-9;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("discrimination-measures.txt");
    }

    @ParameterizedTest
    @MethodSource({"aneurysm", "hanleyMcNeil", "contrasts", "bootstrap", "grade"})
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    static List<Reference> aneurysm() {
        BinaryOutcome outcome = DiscriminationReferenceTest.outcome("asah.csv", "outcome");
        List<Reference> rows = new ArrayList<>();
        for (String marker : List.of("s100b", "ndka", "wfns")) {
            JsonNode expected = ReferenceData.expected("roc_asah", "curves", marker);
            double[] scores = ReferenceData.column("asah.csv", marker);
            rows.addAll(measures("aSAH", marker, expected, scores, outcome));
            PrecisionRecall precision = PrecisionRecall.of(Roc.of(scores, outcome));
            JsonNode extra = expected.get("extra");
            String section = "Precision and recall, aSAH";
            rows.add(of(section, marker + " average precision", extra.get("average_precision"), precision.averagePrecision()));
            rows.add(of(section, marker + " area", extra.get("pr_auc_trapezoid"), precision.trapezoidalArea()));
            JsonNode counts = extra.get("at_threshold");
            rows.addAll(cutOff(marker, counts, Roc.of(scores, outcome).at(counts.get("threshold").doubleValue())));
        }
        return rows;
    }

    private static List<Reference> cutOff(String marker, JsonNode expected, CutOff at) {
        String section = "Measures at a cut-off, aSAH";
        return List.of(of(section, marker + " TP", expected.get("tp"), at.truePositives()),
                of(section, marker + " FN", expected.get("fn"), at.falseNegatives()),
                of(section, marker + " FP", expected.get("fp"), at.falsePositives()),
                of(section, marker + " TN", expected.get("tn"), at.trueNegatives()),
                of(section, marker + " LR+", expected.get("lr_pos"), at.positiveLikelihoodRatio().estimate()),
                of(section, marker + " LR-", expected.get("lr_neg"), at.negativeLikelihoodRatio().estimate()),
                of(section, marker + " odds ratio", expected.get("diagnostic_or"), at.diagnosticOddsRatio().estimate()),
                of(section, marker + " F1", expected.get("f1"), at.f1Score()),
                of(section, marker + " Matthews", expected.get("mcc"), at.matthewsCorrelation()),
                of(section, marker + " balanced accuracy", expected.get("balanced_accuracy"), at.balancedAccuracy()),
                of(section, marker + " kappa", expected.get("kappa"), at.kappa()));
    }

    static List<Reference> hanleyMcNeil() {
        List<Double> scores = new ArrayList<>();
        List<Integer> outcome = new ArrayList<>();
        for (String[] row : ReferenceData.rows("hanley_mcneil_1982.csv").stream().skip(1).toList()) {
            for (int abnormal = 0; abnormal <= 1; abnormal++) {
                for (int i = 0; i < Integer.parseInt(row[1 + abnormal]); i++) {
                    scores.add(Double.parseDouble(row[0]));
                    outcome.add(abnormal);
                }
            }
        }
        JsonNode expected = ReferenceData.expected("roc_hanley_mcneil");
        return measures("Hanley & McNeil", "rating", expected, scores.stream().mapToDouble(s -> s).toArray(),
                BinaryOutcome.of(outcome.stream().mapToInt(o -> o).toArray()));
    }

    private static List<Reference> measures(String data, String name, JsonNode expected, double[] scores, BinaryOutcome outcome) {
        Roc roc = Roc.of(scores, outcome);
        String partial = "Partial AUC, " + data;
        PartialAuc specific = PartialAuc.overSpecificity(roc, 0.9, 1);
        double error = HanleyMcNeil.standardError(roc.auc(), roc.positives(), roc.negatives());
        JsonNode p = expected.get("wilcox_p_asymptotic");
        return List.of(of("Hanley-McNeil error, " + data, name, expected.get("hanley_mcneil_1982_se"), error),
                Reference.of("Mann-Whitney test, " + data, name, p, MannWhitney.test(scores, outcome).pValue(), TAIL),
                of(partial, name + " specificity 0.9 to 1", expected.get("pauc_spec_90_100"), specific.area()),
                of(partial, name + " the same corrected", expected.get("pauc_spec_90_100_corrected"), specific.corrected()),
                of(partial, name + " sensitivity 0.9 to 1", expected.get("pauc_sens_90_100"),
                        PartialAuc.overSensitivity(roc, 0.9, 1).area()));
    }

    /** The overall test is the joint contrast of any two independent differences. */
    static List<Reference> contrasts() {
        String section = "Joint contrast of AUCs, aSAH";
        JsonNode overall = ReferenceData.expected("roc_asah", "overall");
        JsonNode covariance = ReferenceData.expected("roc_asah", "covariance");
        JsonNode paired = ReferenceData.expected("roc_asah", "paired_delong");
        BinaryOutcome outcome = DiscriminationReferenceTest.outcome("asah.csv", "outcome");
        double[][] scores = ReferenceData.expected("roc_asah", "covariance_order").valueStream()
                .map(marker -> ReferenceData.column("asah.csv", marker.asText())).toArray(double[][]::new);
        AucContrastTest test = DeLong.contrastTest(new double[][] {{-1, 0, 1}, {0, -1, 1}}, outcome, scores);
        List<Reference> rows = new ArrayList<>(List.of(of(section, "chi-squared", overall.get("chisq"), test.chiSquared()),
                of(section, "degrees of freedom", overall.get("df"), test.degreesOfFreedom()),
                of(section, "p", overall.get("p"), test.pValue())));
        List<String> pairs = List.of("wfns_vs_s100b", "wfns_vs_ndka");
        for (int i = 0; i < 2; i++) {
            Estimate contrast = test.contrasts().get(i);
            JsonNode pair = paired.get(pairs.get(i));
            rows.add(of(section, pairs.get(i) + " difference", pair.get("auc_diff"), contrast.value()));
            rows.add(of(section, pairs.get(i) + " z", pair.get("z"), contrast.z()));
            rows.add(of(section, pairs.get(i) + " p", pair.get("p"), contrast.pValue()));
            rows.add(of(section, pairs.get(i) + " lower", pair.get("ci95").get(0), contrast.interval(0.95).lower()));
            rows.add(of(section, pairs.get(i) + " upper", pair.get("ci95").get(1), contrast.interval(0.95).upper()));
        }
        double[][] actual = DeLong.covariance(outcome, scores);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                rows.add(of(section, "covariance " + a + " " + b, covariance.get(a).get(b), actual[a][b]));
            }
        }
        return rows;
    }

    static List<Reference> bootstrap() {
        String section = "Bootstrap of the AUC, cohort";
        JsonNode expected = ReferenceData.expected("radscore_cohort", "auc_compare");
        int[][] samples = ReferenceData.rows("radscore_boot.csv").stream().skip(1)
                .map(row -> Arrays.stream(row).skip(1).mapToInt(Integer::parseInt).toArray()).toArray(int[][]::new);
        AucBootstrap bootstrap = AucBootstrap.of(ReferenceData.column("radscore_scores.csv", "disc_score"),
                DiscriminationReferenceTest.outcome("radscore_cohort.csv", "recurrence"), ExplicitBootstrap.of(samples));
        Interval interval = bootstrap.percentileInterval(0.95);
        return List.of(of(section, "lower", expected.get("disc_bootstrap_percentile_ci95").get(0), interval.lower()),
                of(section, "upper", expected.get("disc_bootstrap_percentile_ci95").get(1), interval.upper()),
                of(section, "standard error", expected.get("disc_bootstrap_sd"), bootstrap.standardError()));
    }

    static List<Reference> grade() {
        String section = "Radscore beside Pfirrmann grade, cohort";
        JsonNode expected = ReferenceData.expected("radscore_cohort", "auc_compare");
        int[] grades = Arrays.stream(ReferenceData.column("radscore_cohort.csv", "pfirrmann")).mapToInt(g -> (int) g).toArray();
        JsonNode threshold = ReferenceData.expected("radscore_cohort", "interaction", "cut_a");
        GradeComparison comparison = GradeComparison.of(ReferenceData.column("radscore_scores.csv", "disc_score"), grades,
                DiscriminationReferenceTest.outcome("radscore_cohort.csv", "recurrence"), threshold.doubleValue(), 0.95);
        JsonNode groups = ReferenceData.expected("radscore_cohort", "interaction", "groups");
        int high = comparison.table().stream().mapToInt(row -> row.high().trials()).sum();
        int highEvents = comparison.table().stream().mapToInt(row -> row.high().successes()).sum();
        return List.of(of(section, "AUC of the score", expected.get("auc").get(0), comparison.score().auc()),
                of(section, "AUC of the grade", expected.get("auc").get(2), comparison.grade().auc()),
                of(section, "lower limit of the grade", expected.get("ci95").get(2).get(0), comparison.grade().plain().lower()),
                of(section, "z", expected.get("z").get("disc_vs_pfirrmann"), comparison.difference().z()),
                of(section, "p", expected.get("p").get("disc_vs_pfirrmann"), comparison.difference().pValue()),
                new Reference(section, "cases of high score", count(groups, "n"), high, 0),
                new Reference(section, "events of high score", count(groups, "events"), highEvents, 0));
    }

    private static double count(JsonNode groups, String what) {
        return groups.get("high_low").get(what).intValue() + groups.get("high_high").get(what).intValue();
    }

    private static Reference of(String section, String what, JsonNode expected, double actual) {
        return Reference.of(section, what, expected, actual, CLOSED_FORM);
    }
}
