package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the commands write, against numbers computed by R (pROC, psych) and Python (scikit-learn, numpy, scipy). */
@EnabledIf(value = StatisticsReference.IS_PRESENT, disabledReason = StatisticsReference.ABSENT)
class StatisticsReferenceTest {
    private static final double CLOSED_FORM = 1e-10;
    private static final double FITTED = 1e-6;

    @TempDir
    private Path folder;

    private static void run(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(0, run.exitCode(), run.err());
    }

    private static JsonNode number(double value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    @Test
    void rocAgreesWithProcAndPublishedNumbers() throws IOException {
        Path out = folder.resolve("roc.json");
        run("roc", "--table", StatisticsReference.file("asah.csv"), "--outcome", "outcome", "--scores", "wfns,s100b,ndka", "--out", out);
        JsonNode found = StatisticsReference.json(out);
        StatisticsReference reference = new StatisticsReference("Command line, roc");
        reference.compare("published AUC of s100b", number(0.7314), number(rounded(found.at("/scores/s100b/auc"))), CLOSED_FORM);
        for (String score : List.of("wfns", "s100b", "ndka")) {
            JsonNode expected = StatisticsReference.expected("roc_asah", "curves", score);
            JsonNode actual = found.path("scores").path(score);
            for (String key : List.of("auc", "delong_se", "delong_ci95", "delong_logit_ci95")) {
                reference.compare(score + " " + key, expected.get(key), actual.path(key), CLOSED_FORM);
            }
            for (String key : List.of("threshold", "sensitivity", "specificity")) {
                reference.compare(score + " youden " + key, expected.get("youden_best").get(key), actual.path("youden").path(key),
                        CLOSED_FORM);
            }
        }
        for (JsonNode pair : found.get("pairs")) {
            JsonNode expected = StatisticsReference.expected("roc_asah", "paired_delong",
                    pair.get("a").textValue() + "_vs_" + pair.get("b").textValue());
            reference.compare(pair + " difference", expected.get("auc_diff"), pair.get("auc_difference"), CLOSED_FORM);
            reference.compare(pair + " limits", expected.get("ci95"), pair.get("delong_difference_ci95"), CLOSED_FORM);
            reference.compare(pair + " z", expected.get("z"), pair.get("delong_paired_z"), CLOSED_FORM);
            reference.compare(pair + " p", expected.get("p"), pair.get("delong_paired_p"), CLOSED_FORM);
        }
        reference.finish("command-line-roc.txt");
    }

    private static double rounded(JsonNode value) {
        return Math.rint(value.doubleValue() * 1e4) / 1e4;
    }

    @Test
    void miAgreesWithScikitLearnAndPlugInEstimates() throws IOException {
        StatisticsReference reference = new StatisticsReference("Command line, mi");
        compareMi(reference, "ross_y_k3", "--estimator", "knn");
        compareMi(reference, "ross_y_k5", "--neighbours", "5");
        compareMi(reference, "plugin_equal_width_5", "--estimator", "equal-width");
        compareMi(reference, "plugin_equal_width_10", "--estimator", "equal-width", "--bins", "10");
        compareMi(reference, "miller_madow_equal_width_5", "--estimator", "equal-width", "--bins", "5", "--miller-madow");
        compareMi(reference, "plugin_equal_frequency_5", "--estimator", "equal-frequency");
        reference.finish("command-line-mi.txt");
    }

    private void compareMi(StatisticsReference reference, String key, String... options) throws IOException {
        Path out = folder.resolve(key + ".csv");
        List<Object> arguments = new ArrayList<>(List.of("mi", "--table", StatisticsReference.file("mi_continuous.csv"), "--outcome", "y",
                "--exclude", "y3,yc", "--out", out));
        arguments.addAll(List.of(options));
        run(arguments.toArray());
        Map<String, Double> found = new HashMap<>();
        CommandRun.rows(out).forEach(row -> found.put(row.get("feature"), Double.parseDouble(row.get("mutual_information"))));
        JsonNode expected = StatisticsReference.expected("mi_continuous", key);
        for (int x = 0; x < expected.size(); x++) {
            reference.compare(key + " x" + (x + 1), expected.get(x), number(found.get("x" + (x + 1))), CLOSED_FORM);
        }
    }

    @Test
    void iccAgreesWithPsychAndPublishedNumbers() throws IOException {
        List<CSVRecord> subjects = CommandRun.rows(StatisticsReference.file("shrout_fleiss_1979.csv"));
        List<String> tables = new ArrayList<>();
        for (int judge = 1; judge <= 4; judge++) {
            StringBuilder text = new StringBuilder("subject,rating\n");
            for (CSVRecord subject : subjects) {
                text.append(subject.get("subject")).append(',').append(subject.get("judge" + judge)).append('\n');
            }
            tables.add(Files.writeString(folder.resolve("judge" + judge + ".csv"), text).toString());
        }
        Path out = folder.resolve("icc.csv");
        run("icc", "--tables", String.join(",", tables), "--id", "subject", "--out", out);
        JsonNode expected = StatisticsReference.expected("icc_shrout_fleiss");
        StatisticsReference reference = new StatisticsReference("Command line, icc");
        Map<String, String> columns = Map.of("icc", "icc", "F", "f", "df1", "df1", "df2", "df2", "p", "p", "lower95", "lower95", "upper95",
                "upper95");
        List<String> forms = List.of("ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)");
        List<CSVRecord> rows = CommandRun.rows(out);
        assertEquals(forms, rows.stream().map(row -> row.get("form")).toList());
        columns.forEach((key, column) -> {
            ArrayNode found = JsonNodeFactory.instance.arrayNode();
            rows.forEach(row -> found.add(Double.parseDouble(row.get(column))));
            reference.compare(key, expected.get(key), found, CLOSED_FORM);
        });
        reference.finish("command-line-icc.txt");
    }

    @Test
    void radscoreAgreesWithTheReferencePipeline() throws IOException {
        StatisticsReference reference = new StatisticsReference("Command line, radscore");
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                selection:
                  - mutualInformation: {estimator: equal-width, bins: 5, keep: 5}
                trainer: {ridge: {lambda: 0.05}}
                validation: [leaveOneOut]
                """);
        for (String region : List.of("disc", "muscle")) {
            Path table = columnsOf(region);
            Path out = folder.resolve(region);
            run("radscore", "--table", table, "--outcome", "recurrence", "--id", "id", "--recipe", recipe, "--out", out);
            JsonNode expected = StatisticsReference.expected("radscore_cohort", region);
            JsonNode found = StatisticsReference.json(out.resolve("validation.json"));
            compareWithReference(reference, region, expected, found);
            JsonNode radscore = StatisticsReference.json(out.resolve("radscore.json"));
            reference.compare(region + " intercept", expected.get("apparent_intercept_std"), radscore.get("intercept"), FITTED);
            for (int i = 0; i < 5; i++) {
                String feature = String.format("%s_%02d", region, expected.get("apparent_selected").get(i).intValue() + 1);
                for (JsonNode term : radscore.get("terms")) {
                    if (term.get("feature").textValue().equals(feature)) {
                        reference.compare(feature, expected.get("apparent_coef_std").get(i), term.get("coefficient"), FITTED);
                    }
                }
            }
            List<CSVRecord> scores = CommandRun.rows(out.resolve("scores.csv"));
            for (int i = 0; i < 5; i++) {
                reference.compare(region + " apparent score " + i, expected.get("apparent_score_first5").get(i),
                        number(Double.parseDouble(scores.get(i).get("apparent_score"))), FITTED);
                reference.compare(region + " score " + i, expected.get("loo").get("score_first5").get(i),
                        number(Double.parseDouble(scores.get(i).get("score_1_leaveOneOut"))), FITTED);
            }
        }
        reference.finish("command-line-radscore.txt");
    }

    private static void compareWithReference(StatisticsReference reference, String region, JsonNode expected, JsonNode found) {
        JsonNode apparent = expected.get("apparent");
        reference.compare(region + " apparent AUC", apparent.get("auc"), found.at("/apparent/auc"), CLOSED_FORM);
        reference.compare(region + " apparent Brier score", apparent.get("brier"), found.at("/apparent/brier_score"), FITTED);
        reference.compare(region + " apparent log loss", apparent.get("logloss"), found.at("/apparent/log_loss"), FITTED);
        JsonNode out = expected.get("loo");
        reference.compare(region + " AUC", out.get("auc_pooled"), found.at("/validation/0/auc"), CLOSED_FORM);
        reference.compare(region + " limits", out.get("delong_ci95"), found.at("/validation/0/delong_ci95"), CLOSED_FORM);
        reference.compare(region + " Brier score", out.get("brier"), found.at("/validation/0/brier_score"), FITTED);
        reference.compare(region + " log loss", out.get("logloss"), found.at("/validation/0/log_loss"), FITTED);
    }

    /** The cohort's id, outcome and the features of one region. */
    private Path columnsOf(String region) throws IOException {
        List<CSVRecord> rows = CommandRun.rows(StatisticsReference.file("radscore_cohort.csv"));
        List<String> names = rows.get(0).getParser().getHeaderNames().stream()
                .filter(name -> name.equals("id") || name.equals("recurrence") || name.startsWith(region)).toList();
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        rows.forEach(row -> text.append(String.join(",", names.stream().map(row::get).toList())).append('\n'));
        return Files.writeString(folder.resolve(region + ".csv"), text);
    }
}
