package io.github.radiomics4j.validation.discrimination;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.Conformance.Reference;
import io.github.radiomics4j.validation.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reference numbers of R's pROC 1.18.0, such as {@code ci.auc(roc(outcome, s100b, direction = "<"))},
 * {@code roc.test(a, b, method = "delong")} and {@code coords(r, "best")}, of scikit-learn and statsmodels, and printed ones.
 */
@EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
class DiscriminationReferenceTest {
    private static final double CLOSED_FORM = 1e-10;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("discrimination.txt");
    }

    @ParameterizedTest
    @MethodSource({"aneurysmCurves", "hanleyMcNeil", "pairedTests", "unpairedTest", "cohortScores", "otherAucs", "proportions",
            "published", "overallTest"})
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    static BinaryOutcome outcome(String file, String column) {
        return BinaryOutcome.of(Arrays.stream(ReferenceData.column(file, column)).mapToInt(v -> (int) v).toArray());
    }

    static List<Reference> aneurysmCurves() {
        List<Reference> rows = new ArrayList<>();
        for (String marker : List.of("s100b", "ndka", "wfns")) {
            JsonNode expected = ReferenceData.expected("roc_asah", "curves", marker);
            double[] scores = ReferenceData.column("asah.csv", marker);
            BinaryOutcome outcome = outcome("asah.csv", "outcome");
            rows.addAll(curve("ROC and DeLong, aSAH", marker, expected, scores, outcome));
            JsonNode counts = expected.get("extra").get("at_threshold");
            CutOff at = Roc.of(scores, outcome).at(counts.get("threshold").doubleValue());
            for (String quantity : List.of("sensitivity", "specificity", "ppv", "npv", "accuracy")) {
                Proportion proportion = switch (quantity) {
                    case "sensitivity" -> at.truePositiveProportion();
                    case "specificity" -> at.trueNegativeProportion();
                    case "ppv" -> at.positivePredictiveValue();
                    case "npv" -> at.negativePredictiveValue();
                    default -> at.accuracy();
                };
                rows.addAll(proportion("Cut-off proportions, aSAH", marker + " " + quantity, counts.get(quantity), "x", proportion));
            }
        }
        return rows;
    }

    static List<Reference> hanleyMcNeil() {
        List<double[]> scores = new ArrayList<>();
        for (String[] row : ReferenceData.rows("hanley_mcneil_1982.csv").stream().skip(1).toList()) {
            for (int column = 1; column <= 2; column++) {
                for (int i = 0; i < Integer.parseInt(row[column]); i++) {
                    scores.add(new double[] {Double.parseDouble(row[0]), column - 1});
                }
            }
        }
        return curve("ROC and DeLong, Hanley & McNeil", "rating", ReferenceData.expected("roc_hanley_mcneil"),
                scores.stream().mapToDouble(s -> s[0]).toArray(), BinaryOutcome.of(scores.stream().mapToInt(s -> (int) s[1]).toArray()));
    }

    private static List<Reference> curve(String section, String name, JsonNode expected, double[] scores, BinaryOutcome outcome) {
        Roc roc = Roc.of(scores, outcome);
        AucInterval interval = DeLong.interval(scores, outcome, 0.95);
        CutOff youden = roc.youden();
        CutOff topLeft = roc.closestToTopLeft();
        JsonNode best = expected.get("youden_best");
        JsonNode closest = expected.get("closest_topleft_best");
        return List.of(of(section, name + " cases", expected.get("n_case"), roc.positives()),
                of(section, name + " controls", expected.get("n_control"), roc.negatives()),
                of(section, name + " AUC", expected.get("auc"), roc.auc()),
                of(section, name + " AUC by DeLong", expected.get("auc"), interval.auc()),
                of(section, name + " variance", expected.get("delong_var"), interval.variance()),
                of(section, name + " standard error", expected.get("delong_se"), interval.standardError()),
                of(section, name + " lower", expected.get("delong_ci95").get(0), interval.plain().lower()),
                of(section, name + " upper", expected.get("delong_ci95").get(1), interval.plain().upper()),
                of(section, name + " logit lower", expected.get("delong_logit_ci95").get(0), interval.logit().orElseThrow().lower()),
                of(section, name + " logit upper", expected.get("delong_logit_ci95").get(1), interval.logit().orElseThrow().upper()),
                of(section, name + " thresholds", expected.get("n_thresholds"), roc.points().size()),
                of(section, name + " Youden threshold", best.get("threshold"), youden.threshold()),
                of(section, name + " Youden sensitivity", best.get("sensitivity"), youden.sensitivity()),
                of(section, name + " Youden specificity", best.get("specificity"), youden.specificity()),
                of(section, name + " Youden TP", best.get("tp"), youden.truePositives()),
                of(section, name + " Youden FN", best.get("fn"), youden.falseNegatives()),
                of(section, name + " Youden TN", best.get("tn"), youden.trueNegatives()),
                of(section, name + " Youden FP", best.get("fp"), youden.falsePositives()),
                of(section, name + " Youden PPV", best.get("ppv"), youden.positivePredictiveValue().estimate()),
                of(section, name + " Youden NPV", best.get("npv"), youden.negativePredictiveValue().estimate()),
                of(section, name + " Youden accuracy", best.get("accuracy"), youden.accuracy().estimate()),
                of(section, name + " Youden J + 1", best.get("youden"), youden.youdenIndex() + 1),
                of(section, name + " top-left threshold", closest.get("threshold"), topLeft.threshold()),
                of(section, name + " top-left sensitivity", closest.get("sensitivity"), topLeft.sensitivity()),
                of(section, name + " top-left specificity", closest.get("specificity"), topLeft.specificity()));
    }

    static List<Reference> pairedTests() {
        String section = "Paired DeLong test, aSAH";
        List<Reference> rows = new ArrayList<>();
        BinaryOutcome outcome = outcome("asah.csv", "outcome");
        ReferenceData.expected("roc_asah", "paired_delong").properties().forEach(pair -> {
            String[] names = pair.getKey().split("_vs_");
            PairedAucTest test = pairedTest(names[0], names[1], outcome);
            JsonNode expected = pair.getValue();
            rows.add(of(section, pair.getKey() + " difference", expected.get("auc_diff"), test.difference()));
            rows.add(of(section, pair.getKey() + " covariance", expected.get("cov"), test.covariance()));
            rows.add(of(section, pair.getKey() + " z", expected.get("z"), test.z()));
            rows.add(of(section, pair.getKey() + " p", expected.get("p"), test.pValue()));
            rows.add(of(section, pair.getKey() + " lower", expected.get("ci95").get(0), test.differenceInterval(0.95).lower()));
            rows.add(of(section, pair.getKey() + " upper", expected.get("ci95").get(1), test.differenceInterval(0.95).upper()));
        });
        return rows;
    }

    private static PairedAucTest pairedTest(String markerA, String markerB, BinaryOutcome outcome) {
        return DeLong.pairedTest(ReferenceData.column("asah.csv", markerA), ReferenceData.column("asah.csv", markerB), outcome);
    }

    static List<Reference> unpairedTest() {
        String section = "Unpaired DeLong test, aSAH";
        JsonNode expected = ReferenceData.expected("roc_asah", "unpaired_s100b_male_vs_female");
        Map<String, List<double[]>> bySex = new HashMap<>();
        for (String[] row : ReferenceData.rows("asah.csv").stream().skip(1).toList()) {
            double[] pair = {Double.parseDouble(row[5]), Double.parseDouble(row[1])};
            bySex.computeIfAbsent(row[2], s -> new ArrayList<>()).add(pair);
        }
        List<double[]> men = bySex.get("Male");
        List<double[]> women = bySex.get("Female");
        UnpairedAucTest test = DeLong.unpairedTest(first(men), second(men), first(women), second(women));
        return List.of(of(section, "AUC of men", expected.get("auc_male"), test.aucA()),
                of(section, "AUC of women", expected.get("auc_female"), test.aucB()),
                of(section, "variance of men", expected.get("var_male"), test.varianceA()),
                of(section, "variance of women", expected.get("var_female"), test.varianceB()),
                of(section, "D", expected.get("D"), test.t()),
                of(section, "degrees of freedom", expected.get("df"), test.degreesOfFreedom()),
                of(section, "p", expected.get("p"), test.pValue()));
    }

    static List<Reference> overallTest() {
        String section = "Overall DeLong test, aSAH";
        JsonNode expected = ReferenceData.expected("roc_asah", "overall");
        JsonNode covariance = ReferenceData.expected("roc_asah", "covariance");
        List<String> order = List.of("s100b", "ndka", "wfns");
        BinaryOutcome outcome = outcome("asah.csv", "outcome");
        OverallAucTest test = DeLong.overallTest(outcome,
                order.stream().map(marker -> ReferenceData.column("asah.csv", marker)).toArray(double[][]::new));
        List<Reference> rows = new ArrayList<>();
        rows.add(of(section, "chi-squared", expected.get("chisq"), test.chiSquared()));
        rows.add(of(section, "degrees of freedom", expected.get("df"), test.degreesOfFreedom()));
        rows.add(of(section, "p", expected.get("p"), test.pValue()));
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                rows.add(of(section, "covariance of " + order.get(a) + " and " + order.get(b), covariance.get(a).get(b),
                        pairedTest(order.get(a), order.get(b), outcome).covariance()));
            }
        }
        return rows;
    }

    private static double[] first(List<double[]> pairs) {
        return pairs.stream().mapToDouble(p -> p[0]).toArray();
    }

    private static BinaryOutcome second(List<double[]> pairs) {
        return BinaryOutcome.of(pairs.stream().mapToInt(p -> (int) p[1]).toArray());
    }

    /** Two Radscores and the Pfirrmann grade, an ordinal 1 to 5, all through the same calls. */
    static List<Reference> cohortScores() {
        String section = "Radscores against Pfirrmann grade, cohort";
        JsonNode expected = ReferenceData.expected("radscore_cohort", "auc_compare");
        BinaryOutcome outcome = outcome("radscore_cohort.csv", "recurrence");
        List<String> names = List.of("disc", "muscle", "pfirrmann");
        List<double[]> scores = List.of(ReferenceData.column("radscore_scores.csv", "disc_score"),
                ReferenceData.column("radscore_scores.csv", "muscle_score"), ReferenceData.column("radscore_cohort.csv", "pfirrmann"));
        List<Reference> rows = new ArrayList<>();
        for (int a = 0; a < 3; a++) {
            AucInterval interval = DeLong.interval(scores.get(a), outcome, 0.95);
            rows.add(of(section, names.get(a) + " AUC", expected.get("auc").get(a), interval.auc()));
            rows.add(of(section, names.get(a) + " lower", expected.get("ci95").get(a).get(0), interval.plain().lower()));
            rows.add(of(section, names.get(a) + " upper", expected.get("ci95").get(a).get(1), interval.plain().upper()));
            for (int b = 0; b < 3; b++) {
                PairedAucTest test = DeLong.pairedTest(scores.get(a), scores.get(b), outcome);
                rows.add(of(section, names.get(a) + " covariance with " + names.get(b), expected.get("cov").get(a).get(b),
                        test.covariance()));
                if (a < b) {
                    String pair = names.get(a) + "_vs_" + names.get(b);
                    rows.add(of(section, pair + " z", expected.get("z").get(pair), test.z()));
                    rows.add(of(section, pair + " p", expected.get("p").get(pair), test.pValue()));
                }
            }
        }
        JsonNode interaction = ReferenceData.expected("radscore_cohort", "interaction");
        for (int a = 0; a < 2; a++) {
            CutOff youden = Roc.of(scores.get(a), outcome).youden();
            JsonNode best = interaction.get("youden_" + names.get(a));
            rows.add(of(section, names.get(a) + " Youden threshold", best.get(0), youden.threshold()));
            rows.add(of(section, names.get(a) + " Youden index", best.get(1), youden.youdenIndex()));
        }
        return rows;
    }

    static List<Reference> otherAucs() {
        String section = "AUC of other data";
        List<Reference> rows = new ArrayList<>();
        FeatureTable wdbc = ReferenceData.table("wdbc.csv", "(?!malignant$).*");
        BinaryOutcome malignant = outcome("wdbc.csv", "malignant");
        JsonNode aucs = ReferenceData.expected("mi_wdbc", "auc_raw");
        for (int c = 0; c < wdbc.columnCount(); c++) {
            rows.add(of(section, "wdbc " + wdbc.columnNames().get(c), aucs.get(c), Roc.of(wdbc.column(c), malignant).auc()));
        }
        for (String study : List.of("birthwt", "lbw")) {
            BinaryOutcome low = outcome(study + ".csv", "low");
            JsonNode auc = ReferenceData.expected("logistic_" + study, "auc");
            rows.add(of(section, study + " logistic", auc, Roc.of(birthWeight(study), low).auc()));
        }
        double[] spector = linear(ReferenceData.expected("logistic_spector", "coef"), ReferenceData.column("spector.csv", "gpa"),
                ReferenceData.column("spector.csv", "tuce"), ReferenceData.column("spector.csv", "psi"));
        rows.add(of(section, "spector logistic", ReferenceData.expected("logistic_spector", "auc"),
                Roc.of(spector, outcome("spector.csv", "grade")).auc()));
        return rows;
    }

    private static double[] birthWeight(String study) {
        String file = study + ".csv";
        double[] race = ReferenceData.column(file, "race");
        double[] race2 = Arrays.stream(race).map(r -> r == 2 ? 1 : 0).toArray();
        double[] race3 = Arrays.stream(race).map(r -> r == 3 ? 1 : 0).toArray();
        return linear(ReferenceData.expected("logistic_" + study, "coef"), ReferenceData.column(file, "age"),
                ReferenceData.column(file, "lwt"), race2, race3, ReferenceData.column(file, "smoke"),
                ReferenceData.column(file, "ptl"), ReferenceData.column(file, "ht"), ReferenceData.column(file, "ui"));
    }

    private static double[] linear(JsonNode coefficients, double[]... columns) {
        double[] scores = new double[columns[0].length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = coefficients.get(0).doubleValue();
            for (int c = 0; c < columns.length; c++) {
                scores[i] += coefficients.get(c + 1).doubleValue() * columns[c][i];
            }
        }
        return scores;
    }

    static List<Reference> proportions() {
        List<Reference> rows = new ArrayList<>();
        for (JsonNode expected : ReferenceData.expected("newcombe_1998")) {
            Proportion proportion = new Proportion(expected.get("x").intValue(), expected.get("n").intValue());
            rows.addAll(limits("Proportions, Newcombe 1998", proportion.toString(), expected, proportion));
        }
        return rows;
    }

    private static List<Reference> proportion(String section, String name, JsonNode expected, String count, Proportion proportion) {
        List<Reference> rows = new ArrayList<>(limits(section, name, expected, proportion));
        rows.add(of(section, name + " count", expected.get(count), proportion.successes()));
        rows.add(of(section, name + " of", expected.get("n"), proportion.trials()));
        rows.add(of(section, name, expected.get("estimate"), proportion.estimate()));
        return rows;
    }

    private static List<Reference> limits(String section, String name, JsonNode expected, Proportion proportion) {
        Interval wilson = proportion.wilson(0.95);
        Interval exact = proportion.clopperPearson(0.95);
        return List.of(of(section, name + " Wilson lower", expected.get("wilson95").get(0), wilson.lower()),
                of(section, name + " Wilson upper", expected.get("wilson95").get(1), wilson.upper()),
                of(section, name + " Clopper-Pearson lower", expected.get("clopper_pearson95").get(0), exact.lower()),
                of(section, name + " Clopper-Pearson upper", expected.get("clopper_pearson95").get(1), exact.upper()));
    }

    /** Printed numbers: half a unit of the last printed digit is the tolerance, or that of closed forms where more digits are printed. */
    static List<Reference> published() {
        List<Reference> rows = new ArrayList<>();
        BinaryOutcome outcome = outcome("asah.csv", "outcome");
        for (String[] row : ReferenceData.rows("published.csv")) {
            String[] words = row[1].split(" ");
            String marker = words[words.length - 1];
            if (row[0].equals("asah.csv") && words[0].equals("AUC")) {
                rows.add(printed(row, Roc.of(ReferenceData.column("asah.csv", marker), outcome).auc()));
            } else if (row[0].equals("asah.csv") && words[0].equals("DeLong")) {
                rows.add(printed(row, DeLong.interval(ReferenceData.column("asah.csv", marker), outcome, 0.95).variance()));
            } else if (row[0].equals("asah.csv") && words[0].equals("paired")) {
                rows.add(printed(row, pairedTest(words[3], words[5], outcome).pValue()));
            } else if (row[0].equals("hanley_mcneil_1982.csv")) {
                Reference auc = hanleyMcNeil().stream().filter(r -> r.what().equals("rating AUC")).findFirst().orElseThrow();
                rows.add(printed(row, auc.actual()));
            } else if (row[1].equals("ROC area")) {
                rows.add(printed(row, Roc.of(birthWeight("lbw"), outcome("lbw.csv", "low")).auc()));
            } else if (row[1].startsWith("Wilson") || row[1].startsWith("Clopper-Pearson")) {
                rows.addAll(printedInterval(row));
            }
        }
        return rows;
    }

    private static List<Reference> printedInterval(String[] row) {
        String[] words = row[1].split("[ /]");
        Proportion proportion = new Proportion(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        Interval interval = words[0].equals("Wilson") ? proportion.wilson(0.95) : proportion.clopperPearson(0.95);
        String[] limits = row[2].split(" to ");
        return List.of(printed(row[0], row[1] + " lower", limits[0], interval.lower()),
                printed(row[0], row[1] + " upper", limits[1], interval.upper()));
    }

    private static Reference printed(String[] row, double actual) {
        return printed(row[0], row[1], row[2], actual);
    }

    private static Reference printed(String data, String what, String number, double actual) {
        int digits = number.length() - number.indexOf('.') - 1;
        double value = Double.parseDouble(number);
        return new Reference("Published discrimination numbers", data + " " + what, value, actual,
                Math.max(0.5 * Math.pow(10, -digits), CLOSED_FORM * Math.abs(value)));
    }

    private static Reference of(String section, String what, JsonNode expected, double actual) {
        return Reference.of(section, what, expected, actual, CLOSED_FORM);
    }
}
