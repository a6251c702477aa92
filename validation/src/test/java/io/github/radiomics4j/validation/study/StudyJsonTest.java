package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyJsonTest {
    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final StudyResult RESULT = StudyAnalysis.run(Studies.twoStructures(45, 3), Studies.shortPlan());

    private static JsonNode read(StudyResult result) throws JsonProcessingException {
        return STRICT.readTree(StudyJson.write(result));
    }

    /** Every null has a reason beside it, and no text pretends to be a number. */
    private static void assertNullsHaveReasons(JsonNode node, String where) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (entry.getValue().isNull()) {
                    assertTrue(node.path(entry.getKey() + "_undefined").isTextual(), where + "/" + entry.getKey());
                }
                assertNullsHaveReasons(entry.getValue(), where + "/" + entry.getKey());
            });
        } else if (node.isArray()) {
            node.forEach(element -> {
                assertFalse(element.isNull(), where);
                assertNullsHaveReasons(element, where + "[]");
            });
        } else if (node.isTextual()) {
            assertFalse(List.of("NaN", "Infinity", "-Infinity").contains(node.textValue()), where);
        } else if (node.isNumber()) {
            assertTrue(Double.isFinite(node.doubleValue()), where);
        }
    }

    @Test
    void numbersComeBackWithTheSameBits() throws JsonProcessingException {
        JsonNode root = read(RESULT);
        assertEquals("io.github.radiomics4j.study", root.get("format").textValue());
        assertEquals(StudyJson.SCHEMA_VERSION, root.get("schema_version").intValue());
        JsonNode combined = root.get("models").get(2);
        ModelResult model = RESULT.model("combined");
        assertEquals(model.radscore().intercept(), combined.at("/radscore/intercept").doubleValue());
        assertEquals(model.terms().get(0).weight().coefficient(), combined.at("/radscore/terms/0/coefficient").doubleValue());
        assertEquals(model.plan("leave-one-out").auc().auc(), combined.at("/plans/0/auc").doubleValue());
        assertEquals(model.plan("leave-one-out").auc().interval().upper(), combined.at("/plans/0/interval/1").doubleValue());
        HonestFigures honest = model.plan("leave-one-out").honest().orElseThrow();
        assertEquals(honest.calibration().line().orElseThrow().slope().value(),
                combined.at("/plans/0/calibration/line/slope/value").doubleValue());
        assertEquals(honest.cutOff().chosen().sensitivity().interval().lower(),
                combined.at("/plans/0/cut_off/chosen/sensitivity/interval/0").doubleValue());
        assertEquals(honest.roc().get(3).threshold(), combined.at("/plans/0/roc/3/threshold").doubleValue());
        assertEquals(RESULT.comparison("disc", "leave-one-out", "pfirrmann").test().pValue(), root.at("/comparisons/0/p").doubleValue());
        assertEquals(RESULT.interactions().get(0).product().orElseThrow().test().p(),
                root.at("/interactions/0/product_of_scores/p").doubleValue());
        assertEquals(45, root.get("cases").size());
        assertEquals(RESULT.cases().get(7).scores().get(1).honest().get("leave-one-out"),
                root.at("/cases/7/scores/1/out_of_sample/leave-one-out").doubleValue());
        assertEquals(RESULT.warnings().size(), root.get("warnings").size());
    }

    @Test
    void nothingIsUndefinedWithoutAReason() throws JsonProcessingException {
        assertNullsHaveReasons(read(RESULT), "");
        assertTrue(read(RESULT).at("/models/0/plans/0/mean_fold_auc").isNull(), "leave-one-out has no AUC within folds");
    }

    @Test
    void figuresThatSeparatedCasesDoNotHaveAreNullWithTheReason() throws JsonProcessingException {
        List<String> cases = Studies.cases(8);
        double[] separated = {1, 2, 3, 4, 5, 6, 7, 8};
        StudyResult result = StudyAnalysis.run(
                StudyData.of(cases, BinaryOutcome.of(new int[] {0, 0, 0, 0, 1, 1, 1, 1}))
                        .withStructure("disc", Studies.oneColumn(cases, separated))
                        .withStructure("bone", Studies.oneColumn(cases, separated))
                        .withClinical("grade", separated),
                StudyPlan.standard().withRecipe(Studies.identity()).withCombination(new Combination.None())
                        .withValidations(new ValidationPlan.LeaveOneOut(), new ValidationPlan.Bootstrap(3)));
        JsonNode root = read(result);
        assertNullsHaveReasons(root, "");
        assertTrue(root.at("/models/0/plans/0/calibration/line").isNull());
        assertTrue(root.at("/models/0/plans/0/calibration/line_undefined").textValue().contains("separat"));
        assertEquals("the standard error is 0", root.at("/comparisons/0/z_undefined").textValue());
        assertTrue(root.at("/interactions/0/at_chosen_cut_offs/additive").isNull());
        assertTrue(result.warnings().stream().anyMatch(w -> w.kind() == StudyWarning.Kind.SEPARATION));
        assertTrue(result.warnings().stream().anyMatch(w -> w.kind() == StudyWarning.Kind.FEW_SAMPLES));
    }

    @Test
    void aFileHoldsTheTextAndAFolderThatIsNotThereIsNamed(@TempDir Path folder) throws IOException {
        StudyJson.write(RESULT, folder.resolve("study.json"));
        assertEquals(StudyJson.write(RESULT), Files.readString(folder.resolve("study.json")));
        UncheckedIOException e = assertThrows(UncheckedIOException.class,
                () -> StudyJson.write(RESULT, folder.resolve("nowhere").resolve("study.json")));
        assertTrue(e.getMessage().contains("nowhere"), e.getMessage());
    }

    @Test
    void aFeatureWithAKeyBringsItsIbsiCode() throws JsonProcessingException {
        List<String> cases = Studies.cases(9);
        FeatureKey key = FeatureKey.of("original", FeatureId.standard(FamilyId.standard("morphology", "HCUG"), "VOLUME_MESH", "RNU0", "mm3"));
        Recipe volume = RadscoreRecipe.selecting(new NamedFeatures(List.of(key.columnName()))).fittedBy(PenalisedLogistic.ridge(1));
        FeatureTable table = FeatureTable.of(cases, List.of(FeatureColumn.of(key)), new double[][] {{5, 2, 3, 4, 1, 6, 7, 8, 9}},
                Studies.SETTINGS);
        StudyResult result = StudyAnalysis.run(StudyData.of(cases, Studies.outcome(9)).withStructure("disc", table),
                StudyPlan.standard().withRecipe(volume).withValidations(new ValidationPlan.LeaveOneOut()));
        JsonNode term = read(result).at("/models/0/radscore/terms/0");
        assertEquals("RNU0", term.get("ibsi_code").textValue());
        assertEquals("morphology", term.get("family").textValue());
        assertEquals("mm3", term.get("unit").textValue());
        assertEquals("RNU0", result.model("disc").terms().get(0).ibsiCode().orElseThrow());
    }

    @Test
    void aFeatureWithoutKeyHasANameOnlyAndSettingsAreWritten() throws JsonProcessingException {
        JsonNode term = read(RESULT).at("/models/0/radscore/terms/0");
        assertFalse(term.has("ibsi_code"));
        assertTrue(term.has("raw_coefficient"));
        FeatureTable other = FeatureTable.of(List.of("a"), List.of(FeatureColumn.named("x")), new double[][] {{1}},
                Provenance.of(Map.of("bins", "32")));
        assertEquals(other.provenance().fingerprint(), read(RESULT).at("/models/0/radscore/provenance_fingerprint").textValue());
    }
}
