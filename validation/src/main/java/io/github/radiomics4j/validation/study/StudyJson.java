package io.github.radiomics4j.validation.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import io.github.radiomics4j.validation.interaction.AdditiveInteraction.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A study's result as JSON (UTF-8):
 * <pre>{@code
 * {
 *   "format" : "io.github.radiomics4j.study",
 *   "schema_version" : 1,
 *   "settings" : { "setting" : "value" },
 *   "cohort" : { "read" : 172, "analysed" : 170, "events" : 39, … },
 *   "models" : [ { "name" : "disc", "radscore" : { … }, "apparent" : { "auc" : 0.8, … }, "plans" : [ … ] } ],
 *   "clinical" : [ … ], "comparisons" : [ … ], "interactions" : [ … ], "cases" : [ … ], "warnings" : [ … ]
 * }
 * }</pre>
 *
 * <p>Keys come in one order, numbers with as many digits as give back the same bits, so equal results are equal texts. JSON has no NaN and
 * no infinity: a number that is undefined, or infinite, is {@code null}, and {@code key_undefined} beside it says why; {@code null} means
 * nothing else. What does not apply (the IBSI code of a feature that has none, the batch of data without batches) is left out; a comparison
 * without {@code method} is DeLong's. Keys may be added within a schema version, none changes its meaning.
 */
public final class StudyJson {
    /** The version of the keys. */
    public static final int SCHEMA_VERSION = 1;

    private static final String FORMAT = "io.github.radiomics4j.study";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> GROUPS = List.of("both_low", "a_high", "b_high", "both_high");

    private StudyJson() {
    }

    /**
     * Writes a result.
     *
     * @param result of a study
     * @return JSON text, the same for equal results, with {@code \n} at line ends
     */
    public static String write(StudyResult result) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(tree(result)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts can be written", e);
        }
    }

    /**
     * Writes a result to a file.
     *
     * @param result of a study
     * @param file overwritten
     * @throws UncheckedIOException where the file cannot be written
     */
    public static void write(StudyResult result, Path file) {
        try {
            Files.writeString(file, write(result));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the study's result " + file, e);
        }
    }

    private static ObjectNode tree(StudyResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("schema_version", SCHEMA_VERSION);
        JsonTree.texts(root.putObject("settings"), result.settings());
        cohort(root.putObject("cohort"), result.cohort());
        ModelJson models = new ModelJson(Double.parseDouble(result.settings().get("level")));
        ArrayNode written = root.putArray("models");
        result.models().forEach(model -> models.write(written.addObject(), model));
        ArrayNode clinical = root.putArray("clinical");
        result.clinical().forEach(column -> ModelJson.auc(clinical.addObject().put("name", column.name()).put("cases", column.cases()),
                column.auc()));
        ArrayNode comparisons = root.putArray("comparisons");
        result.comparisons().forEach(comparison -> comparison(comparisons.addObject(), comparison,
                result.cohort().hasSeveralCasesPerPatient()));
        ArrayNode interactions = root.putArray("interactions");
        result.interactions().forEach(interaction -> interaction(interactions.addObject(), interaction));
        ArrayNode cases = root.putArray("cases");
        result.cases().forEach(one -> oneCase(cases.addObject(), one));
        ArrayNode warnings = root.putArray("warnings");
        result.warnings().forEach(warning -> {
            ObjectNode node = warnings.addObject().put("kind", warning.kind().name());
            warning.model().ifPresent(model -> node.put("model", model));
            node.put("message", warning.message());
        });
        return root;
    }

    private static void cohort(ObjectNode node, CohortFlow flow) {
        node.put("read", flow.read()).put("analysed", flow.analysed()).put("events", flow.events()).put("patients", flow.patients());
        ObjectNode reasons = node.putObject("exclusions");
        flow.exclusions().forEach(reasons::put);
        ArrayNode excluded = node.putArray("excluded");
        flow.excluded().forEach(one -> excluded.addObject().put("id", one.id()).put("reason", one.reason()));
        ArrayNode batches = node.putArray("batches");
        flow.batches().forEach((name, batch) -> batches.addObject().put("name", name).put("cases", batch.cases())
                .put("events", batch.events()));
    }

    private static void comparison(ObjectNode node, Comparison comparison, boolean byPatient) {
        PairedAucTest test = comparison.test();
        node.put("model", comparison.model()).put("plan", comparison.plan()).put("comparator", comparison.comparator())
                .put("of_models", comparison.ofModels()).put("cases", comparison.cases()).put("auc", test.aucA())
                .put("comparator_auc", test.aucB()).put("difference", test.difference());
        JsonTree.interval(node, "interval", comparison.difference());
        node.put("standard_error", test.standardError());
        String same = "the standard error is 0";
        JsonTree.number(node, "z", test.z(), same);
        JsonTree.number(node, "p", test.pValue(), same);
        if (byPatient) {
            node.put("method", "Obuchowski, by patient");
        }
    }

    private static void interaction(ObjectNode node, InteractionResult found) {
        node.put("a", found.a()).put("b", found.b()).put("plan", found.plan());
        ObjectNode chosen = node.putObject("at_chosen_cut_offs");
        String all = "-infinity: all cases are high";
        String none = "infinity: no case is high";
        InteractionResult.Groups atChosen = found.atChosenCutOffs();
        JsonTree.number(chosen, "cut_off_a", atChosen.cutA(), atChosen.cutA() < 0 ? all : none);
        JsonTree.number(chosen, "cut_off_b", atChosen.cutB(), atChosen.cutB() < 0 ? all : none);
        groups(chosen, atChosen);
        groups(node.putObject("at_training_cut_offs"), found.atTrainingCutOffs());
        JsonTree.found(node, "product_of_scores", found.product(), (written, product) -> {
            JsonTree.numbers(written, "coefficients", product.coefficients());
            JsonTree.numbers(written, "standard_errors", product.standardErrors());
            written.put("odds_ratio", product.oddsRatio());
            JsonTree.interval(written, "interval", product.oddsRatioInterval());
            JsonTree.test(written, product.test().chiSquare(), product.test().degreesOfFreedom(), product.test().p());
        });
    }

    private static void groups(ObjectNode node, InteractionResult.Groups groups) {
        for (int g = 0; g < GROUPS.size(); g++) {
            JsonTree.rate(node, GROUPS.get(g), groups.rates().get(g));
        }
        JsonTree.found(node, "equal_rates", groups.equalRates(),
                (written, test) -> JsonTree.test(written, test.chiSquare(), test.degreesOfFreedom(), test.p()));
        JsonTree.found(node, "product", groups.product(),
                (written, test) -> JsonTree.test(written, test.chiSquare(), test.degreesOfFreedom(), test.p()));
        JsonTree.found(node, "additive", groups.additive(), (written, additive) -> {
            measure(written.putObject("reri"), additive.excessRisk());
            measure(written.putObject("attributable_proportion"), additive.attributableProportion());
            additive.synergy().ifPresentOrElse(synergy -> measure(written.putObject("synergy_index"), synergy),
                    () -> written.putNull("synergy_index").put("synergy_index_undefined", "a difference of odds ratios is not above 0"));
            measure(written.putObject("ratio_of_odds_ratios"), additive.multiplicative());
        });
    }

    private static void measure(ObjectNode node, Measure measure) {
        node.put("value", measure.value()).put("standard_error", measure.standardError());
        JsonTree.interval(node, "interval", measure.interval());
    }

    private static void oneCase(ObjectNode node, CaseResult one) {
        node.put("id", one.id());
        one.patient().ifPresent(patient -> node.put("patient", patient));
        one.batch().ifPresent(batch -> node.put("batch", batch));
        node.put("event", one.event());
        ArrayNode scores = node.putArray("scores");
        for (CaseResult.Score score : one.scores()) {
            ObjectNode written = scores.addObject().put("model", score.model());
            ObjectNode honest = written.putObject("out_of_sample");
            score.honest().forEach(honest::put);
            written.put("fitted", score.fitted()).put("risk", score.risk());
            ObjectNode contributions = written.putObject("contributions");
            score.contributions().forEach(contributions::put);
        }
    }
}
