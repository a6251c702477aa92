package io.github.radiomics4j.radscore.selection;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.information.MutualInformation;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Choice;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Criterion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Forward selections, permutation tests and adjusted p-values against reference implementations, mRMRe and R's p.adjust. */
class InformationSelectionReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double TOLERANCE = 1e-10;

    @AfterAll
    static void write() {
        CONFORMANCE.write("information-selection.txt");
    }

    @ParameterizedTest
    @CsvSource({"MRMR_DIFFERENCE,select_mid", "MRMR_QUOTIENT,select_miq", "JMI,select_jmi", "CMIM,select_cmim"})
    void forwardSelectionAgreesOnWdbc(Criterion criterion, String key) {
        JsonNode expected = SharedStatistics.expected("mi_wdbc").get(key);
        List<Choice> choices = new JointInformationSelection(criterion, new EqualWidthBins(10), 10).choices(wdbc(), malignant());
        check("Forward selection, " + criterion.label(), expected.get("order"), expected.get("score"), choices);
    }

    @Test
    void mrmrByCorrelationAgreesWithMrmre() {
        JsonNode expected = SharedStatistics.expected("mrmre_wdbc");
        List<Choice> choices = new CorrelationMrmr(8).choices(wdbc(), malignant());
        check("mRMR by correlation (mRMRe)", expected.get("selected"), expected.get("scores"), choices);
    }

    private static void check(String section, JsonNode order, JsonNode scores, List<Choice> choices) {
        for (int k = 0; k < order.size(); k++) {
            CONFORMANCE.check(section, "feature " + k, order.get(k).textValue(), choices.get(k).feature());
            CONFORMANCE.check(section, "score " + k, scores.get(k).doubleValue(), choices.get(k).score(), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Correlation.class)
    void greedyRedundancyAgrees(Correlation correlation) {
        JsonNode expected = SharedStatistics.expected("mi_wdbc").get("greedy_redundancy");
        FeatureTable wdbc = wdbc();
        FeatureTable ranked = wdbc.select(new MutualInformationSelection(new EqualWidthBins(10), 30).select(wdbc, malignant()).kept());
        List<String> kept = new CorrelationFilter(0.9, correlation).select(ranked, malignant()).kept().stream()
                .sorted(Comparator.comparingInt(wdbc::indexOf)).toList();
        String key = correlation == Correlation.PEARSON ? "pearson_0_9" : "spearman_0_9";
        CONFORMANCE.check("Greedy redundancy, " + key, key, SharedStatistics.texts(expected.get(key)), kept);
    }

    @ParameterizedTest
    @EnumSource(PValueAdjustment.class)
    void adjustedPValuesAgreeWithR(PValueAdjustment adjustment) {
        JsonNode expected = SharedStatistics.expected("p_adjust");
        String key = switch (adjustment) {
            case NONE -> "p";
            case BONFERRONI -> "bonferroni";
            case HOLM -> "holm";
            case BENJAMINI_HOCHBERG -> "BH";
            case BENJAMINI_YEKUTIELI -> "BY";
        };
        double[] adjusted = adjustment.adjust(SharedStatistics.doubles(expected.get("p")));
        for (int k = 0; k < adjusted.length; k++) {
            CONFORMANCE.check("Adjusted p-values", key + " " + k, expected.get(key).get(k).doubleValue(), adjusted[k], TOLERANCE);
        }
    }

    @ParameterizedTest
    @CsvSource({"permutation_p_ross_k3, true", "permutation_p_plugin_equal_frequency_5, false"})
    void permutationTestsAgree(String key, boolean neighbours) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get(key));
        FeatureTable table = SharedStatistics.table("mi_continuous.csv");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "y");
        List<BinaryOutcome> permuted = SharedStatistics.lines("mi_permutations.csv").stream()
                .map(line -> outcome.rows(Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray())).toList();
        MutualInformation estimator = neighbours ? new NearestNeighbourMutualInformation(3) : new EqualFrequencyBins(5);
        for (int c = 0; c < 8; c++) {
            CONFORMANCE.check("Permutation tests of MI", key + " x" + (c + 1), expected[c],
                    PermutationSelection.pValue(estimator, table.column(c), outcome, permuted), TOLERANCE);
        }
    }

    private static FeatureTable wdbc() {
        return SharedStatistics.table("wdbc.csv").select(SharedStatistics.texts(SharedStatistics.expected("mi_wdbc").get("features")));
    }

    private static BinaryOutcome malignant() {
        return BinaryOutcome.ofColumn(SharedStatistics.table("wdbc.csv"), "malignant");
    }
}
