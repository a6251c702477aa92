package io.github.radiomics4j.radscore.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coefficients against glmnet 4.1-6 and, without penalty, R's glm; the whole chain against the reference pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PenalisedLogisticReferenceTest {
    private static final int FITS = 4;

    private final Conformance conformance = new Conformance();

    @BeforeEach
    void assumeData() {
        SharedStatistics.assumePresent();
    }

    @AfterAll
    void write() {
        conformance.write("penalised-logistic.txt");
    }

    static Stream<Arguments> elasticNets() {
        List<Arguments> fits = new ArrayList<>();
        for (String section : List.of("elastic_net_wdbc", "elastic_net_cohort_disc")) {
            for (String alpha : List.of("0", "0.5", "1")) {
                for (int fit = 0; fit < FITS; fit++) {
                    fits.add(Arguments.of(section, alpha, fit));
                }
            }
        }
        return fits.stream();
    }

    @ParameterizedTest(name = "{0}, alpha {1}, fit {2}")
    @MethodSource("elasticNets")
    void coefficientsAgreeWithGlmnet(String section, String alphaText, int index) {
        JsonNode fits = SharedStatistics.expected(section).get("alpha_" + alphaText).get("fits");
        assertEquals(FITS, fits.size(), "every fit of the reference is looked at");
        JsonNode reference = fits.get(index);
        double alpha = Double.parseDouble(alphaText);
        double lambda = reference.get("lambda").doubleValue();
        boolean isWdbc = section.equals("elastic_net_wdbc");
        FeatureTable table = isWdbc ? wdbc() : disc();
        RadscoreTrainer.FittedTerms fit = new PenalisedLogistic(lambda, alpha).fit(table, isWdbc ? malignant() : recurrence());
        Radscore score = new Radscore(fit.intercept(), fit.terms(), table.provenance());
        String call = "glmnet(x, y, \"binomial\", alpha = " + alpha + ", lambda = " + lambda + ", thresh = 1e-16): ";
        String name = "Elastic net, " + (isWdbc ? "wdbc" : "cohort") + ", alpha " + alpha;
        double[] coefficients = SharedStatistics.doubles(reference.get("coef"));
        conformance.check(name, call + "intercept", reference.get("intercept").doubleValue(), score.rawIntercept(), 1e-6);
        int nonzero = 0;
        for (int j = 0; j < coefficients.length; j++) {
            conformance.check(name, call + fit.terms().get(j).feature(), coefficients[j], fit.terms().get(j).rawCoefficient(), 1e-6);
            nonzero += fit.terms().get(j).coefficient() != 0 ? 1 : 0;
        }
        conformance.check(name, call + "nonzero", reference.get("nonzero").intValue(), nonzero);
    }

    @ParameterizedTest
    @CsvSource({"elastic_net_wdbc, 0", "elastic_net_wdbc, 0.5", "elastic_net_wdbc, 1", "elastic_net_cohort_disc, 0",
        "elastic_net_cohort_disc, 0.5", "elastic_net_cohort_disc, 1"})
    void largestLambdaAgreesWithGlmnet(String section, String alpha) {
        boolean isWdbc = section.equals("elastic_net_wdbc");
        conformance.check("Elastic net, largest lambda", section + " alpha " + alpha,
                SharedStatistics.expected(section).get("alpha_" + alpha).get("lambda_max").doubleValue(),
                PenalisedLogistic.lambdaMax(isWdbc ? wdbc() : disc(), isWdbc ? malignant() : recurrence(), Double.parseDouble(alpha)),
                1e-10);
    }

    @ParameterizedTest
    @CsvSource({"logistic_birthwt, birthwt.csv, low", "logistic_lbw, lbw.csv, low", "logistic_spector, spector.csv, grade"})
    void withoutPenaltyCoefficientsAgreeWithGlm(String section, String file, String outcome) {
        JsonNode reference = SharedStatistics.expected(section);
        List<String> names = SharedStatistics.texts(reference.get("names"));
        FeatureTable all = SharedStatistics.table(file);
        FeatureTable features = withRaceIndicators(all).select(names.subList(1, names.size()));
        RadscoreTrainer.FittedTerms fit = PenalisedLogistic.ridge(0).fit(features, BinaryOutcome.ofColumn(all, outcome));
        double[] coefficients = SharedStatistics.doubles(reference.get("coef"));
        String call = "glm(" + reference.get("formula").textValue() + ", binomial): ";
        conformance.check("Logistic regression", call + "intercept", coefficients[0],
                new Radscore(fit.intercept(), fit.terms(), features.provenance()).rawIntercept(), 1e-7);
        for (int j = 1; j < coefficients.length; j++) {
            conformance.check("Logistic regression", call + names.get(j), coefficients[j], fit.terms().get(j - 1).rawCoefficient(), 1e-7);
        }
    }

    private static FeatureTable withRaceIndicators(FeatureTable table) {
        if (!table.has("race")) {
            return table;
        }
        double[] race = table.column(table.indexOf("race"));
        double[][] indicators = new double[2][race.length];
        for (int i = 0; i < race.length; i++) {
            indicators[0][i] = race[i] == 2 ? 1 : 0;
            indicators[1][i] = race[i] == 3 ? 1 : 0;
        }
        List<FeatureColumn> names = List.of(FeatureColumn.named("race2"), FeatureColumn.named("race3"));
        return table.beside(FeatureTable.of(table.cases(), names, indicators, table.provenance()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disc", "muscle"})
    void theWholeChainAgreesWithTheReferencePipeline(String region) {
        JsonNode reference = SharedStatistics.expected("radscore_cohort").get(region);
        FeatureTable table = SharedStatistics.columnsStartingWith(cohort(), region + "_");
        EqualWidthBins estimator = new EqualWidthBins(5);
        double[] information = SharedStatistics.doubles(reference.get("mi_all"));
        for (int c = 0; c < information.length; c++) {
            conformance.check("Cohort, MI of all features", region + " " + c, information[c],
                    estimator.estimate(table.column(c), recurrence()), 1e-10);
        }
        Radscore score = RadscoreRecipe.selecting(new MutualInformationSelection(estimator, 5)).fittedBy(PenalisedLogistic.ridge(0.05))
                .fit(table, recurrence());
        checkFit("Cohort, Radscore of the best five", reference, table, score);
        double[] scores = score.scores(table);
        double[] expected = SharedStatistics.table("radscore_scores.csv").column(region.equals("disc") ? 0 : 1);
        for (int i = 0; i < expected.length; i++) {
            conformance.check("Cohort, apparent scores", region + " row " + i, expected[i], scores[i], 1e-8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disc", "muscle"})
    void namedFeaturesAgreeWithTheReferencePipelineWithoutSelection(String region) {
        FeatureTable table = SharedStatistics.columnsStartingWith(cohort(), region + "_");
        Radscore score = RadscoreRecipe.selecting(new NamedFeatures(table.columnNames().subList(0,
                5))).fittedBy(PenalisedLogistic.ridge(0.05))
                .fit(table, recurrence());
        checkFit("Cohort, Radscore of the first five", SharedStatistics.expected("radscore_cohort").get(region).get("fixed_first5"), table,
                score);
    }

    private void checkFit(String section, JsonNode reference, FeatureTable table, Radscore score) {
        double[] selected = SharedStatistics.doubles(reference.get("apparent_selected"));
        List<Radscore.Term> terms = new ArrayList<>(score.terms());
        terms.sort((a, b) -> table.indexOf(a.feature()) - table.indexOf(b.feature()));
        conformance.check(section, "intercept", reference.get("apparent_intercept_std").doubleValue(), score.intercept(), 1e-8);
        conformance.check(section, "raw intercept", reference.get("apparent_intercept_raw").doubleValue(), score.rawIntercept(), 1e-8);
        conformance.check(section, "number of terms", selected.length, terms.size());
        for (int t = 0; t < selected.length; t++) {
            Radscore.Term term = terms.get(t);
            conformance.check(section, "selected", (int) selected[t], table.indexOf(term.feature()));
            conformance.check(section, term.feature(), reference.get("apparent_coef_std").get(t).doubleValue(), term.coefficient(), 1e-8);
            conformance.check(section, term.feature() + " raw", reference.get("apparent_coef_raw").get(t).doubleValue(),
                    term.rawCoefficient(), 1e-8);
        }
        double[] first = SharedStatistics.doubles(reference.get("apparent_score_first5"));
        double[] scores = score.scores(table);
        for (int i = 0; i < first.length; i++) {
            conformance.check(section, "score of row " + i, first[i], scores[i], 1e-8);
        }
    }

    private static FeatureTable wdbc() {
        List<String> features = SharedStatistics.texts(SharedStatistics.expected("elastic_net_wdbc").get("features"));
        return SharedStatistics.table("wdbc.csv").select(features);
    }

    private static BinaryOutcome malignant() {
        return BinaryOutcome.ofColumn(SharedStatistics.table("wdbc.csv"), "malignant");
    }

    private static FeatureTable cohort() {
        return SharedStatistics.table("radscore_cohort.csv");
    }

    private static FeatureTable disc() {
        return SharedStatistics.columnsStartingWith(cohort(), "disc_");
    }

    private static BinaryOutcome recurrence() {
        return BinaryOutcome.ofColumn(cohort(), "recurrence");
    }
}
