package io.github.radiomics4j.radscore.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.RadscoreTrainer.FittedTerms;
import io.github.radiomics4j.radscore.SharedStatistics;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cross-validated deviances and the choice of λ against cv.glmnet; the path against single fits. */
class ElasticNetReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    /** 1e-6, but for the reference's own error: at the smallest λ its value moves by 1.1e-6 towards ours when its threshold is tightened. */
    private static final double TOLERANCE = 1.2e-6;

    @AfterAll
    static void write() {
        CONFORMANCE.write("elastic-net-cv.txt");
    }

    @ParameterizedTest
    @CsvSource({"elastic_net_wdbc,0", "elastic_net_wdbc,0.5", "elastic_net_wdbc,1", "elastic_net_cohort_disc,0",
            "elastic_net_cohort_disc,0.5", "elastic_net_cohort_disc,1"})
    void crossValidatedDevianceAgreesWithGlmnet(String section, String alpha) {
        JsonNode all = SharedStatistics.expected(section);
        JsonNode expected = all.get("alpha_" + alpha).get("cv");
        boolean wdbc = section.endsWith("wdbc");
        FeatureTable table = SharedStatistics.table(wdbc ? "wdbc.csv" : "radscore_cohort.csv");
        FeatureTable features = wdbc ? table.select(SharedStatistics.texts(all.get("features")))
                : SharedStatistics.columnsStartingWith(table, "disc_");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, wdbc ? "malignant" : "recurrence");
        LambdaCurve curve = CrossValidatedElasticNet.curve(features, outcome, Double.parseDouble(alpha), new ClassWeights.Equal(),
                SharedStatistics.doubles(expected.get("lambda")), folds(wdbc, outcome.size()));
        String name = "Elastic net, cross-validated deviance, alpha " + alpha;
        for (int k = 0; k < expected.get("lambda").size(); k++) {
            CONFORMANCE.check(name, "mean " + k, expected.get("cvm_deviance").get(k).doubleValue(), curve.meanDeviance().get(k),
                    TOLERANCE);
            CONFORMANCE.check(name, "sd " + k, expected.get("cvsd").get(k).doubleValue(), curve.standardError().get(k),
                    TOLERANCE);
        }
        CONFORMANCE.check(name, "lambda_min", expected.get("lambda_min").doubleValue(), curve.lambda().get(curve.minimum()), 1e-9);
        CONFORMANCE.check(name, "lambda_1se", expected.get("lambda_1se").doubleValue(),
                curve.lambda().get(curve.withinOneStandardError()), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "1"})
    void pathAgreesWithSingleFits(double alpha) {
        SharedStatistics.assumePresent();
        FeatureTable table = SharedStatistics.table("radscore_cohort.csv");
        FeatureTable features = SharedStatistics.columnsStartingWith(table, "disc_");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "recurrence");
        ElasticNetPath path = ElasticNetPath.of(features, outcome, alpha, new ClassWeights.Equal());
        for (int k : List.of(0, 10, 40, path.length() - 1)) {
            FittedTerms single = new PenalisedLogistic(path.lambda(k), alpha).fit(features, outcome);
            for (int j = 0; j < features.columnCount(); j++) {
                assertEquals(single.terms().get(j).coefficient(), path.terms(k).terms().get(j).coefficient(), 1e-6);
            }
        }
    }

    private static int[] folds(boolean wdbc, int cases) {
        int[] fold = new int[cases];
        List<String> lines = SharedStatistics.lines("radscore_folds.csv");
        int column = List.of(lines.get(0).split(",")).indexOf("rep1");
        for (int i = 0; i < cases; i++) {
            fold[i] = wdbc ? i % 10 : Integer.parseInt(lines.get(i + 1).split(",")[column]);
        }
        return fold;
    }
}
