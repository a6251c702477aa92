package io.github.radiomics4j.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.Conformance.Reference;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.resampling.ExplicitBootstrap;
import io.github.radiomics4j.validation.resampling.ExplicitFolds;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.LeavePairOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole pipeline (five features by plug-in mutual information in five equal-width bins, then ridge logistic regression with lambda
 * 0.05), refitted in every row of given folds and bootstrap samples; the reference was computed with numpy, scipy and scikit-learn.
 */
@EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
class CohortReferenceTest {
    /** AUCs count pairs, so they agree as closed forms do as long as the order of scores does. */
    private static final double COUNTED = 1e-10;
    /** Scores, and what is smooth in them, come from an iterative fit. */
    private static final double FITTED = 1e-6;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("cohort.txt");
    }

    @ParameterizedTest
    @MethodSource({"leaveOneOut", "tenFolds", "bootstrap", "pairsLeftOut"})
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    /** What is validated: a region's features with selection inside, or its first five without selection. */
    private record Pipeline(String name, RadscoreRecipe recipe, FeatureTable table, BinaryOutcome outcome, JsonNode expected) {
    }

    private static List<Pipeline> pipelines() {
        BinaryOutcome outcome = BinaryOutcome.of(
                Arrays.stream(ReferenceData.column("radscore_cohort.csv", "recurrence")).mapToInt(v -> (int) v).toArray());
        List<Pipeline> pipelines = new ArrayList<>();
        for (String region : List.of("disc", "muscle")) {
            JsonNode expected = ReferenceData.expected("radscore_cohort", region);
            FeatureTable table = ReferenceData.table("radscore_cohort.csv", region + "_[0-9]+");
            RadscoreRecipe selecting = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualWidthBins(5), 5))
                    .fittedBy(PenalisedLogistic.ridge(0.05));
            RadscoreRecipe fixed = RadscoreRecipe.selecting(new KeepAll()).fittedBy(PenalisedLogistic.ridge(0.05));
            pipelines.add(new Pipeline(region, selecting, table, outcome, expected));
            pipelines.add(new Pipeline(region + ", first 5 features", fixed, table.select(table.columnNames().subList(0, 5)), outcome,
                    expected.get("fixed_first5")));
        }
        return pipelines;
    }

    private record KeepAll() implements SelectionStep {

        @Override
        public Selection select(FeatureTable training, BinaryOutcome outcome) {
            return new Selection(training.columnNames(), List.of());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("keep", "all");
        }
    }

    static List<Reference> leaveOneOut() {
        List<Reference> rows = new ArrayList<>();
        for (Pipeline pipeline : pipelines()) {
            String section = "Cohort, apparent and leave-one-out";
            CrossValidated result = Validation.internal(pipeline.recipe(), pipeline.table(), pipeline.outcome(), new LeaveOneOut());
            JsonNode apparent = pipeline.expected().get("apparent");
            JsonNode expected = pipeline.expected().get("loo");
            AucInterval interval = result.interval(0.95);
            double[] scores = result.scores();
            rows.add(of(section, pipeline, "apparent AUC", apparent.get("auc"), result.apparentAuc(), COUNTED));
            rows.add(of(section, pipeline, "apparent Brier", apparent.get("brier"),
                    PerformanceMeasure.BRIER_SCORE.of(result.apparentScores(), pipeline.outcome()), FITTED));
            rows.add(of(section, pipeline, "apparent error rate", apparent.get("error_05"), result.apparent(PerformanceMeasure.ERROR_RATE),
                    COUNTED));
            rows.add(of(section, pipeline, "apparent log loss", apparent.get("logloss"),
                    PerformanceMeasure.LOG_LOSS.of(result.apparentScores(), pipeline.outcome()), FITTED));
            rows.add(of(section, pipeline, "AUC", expected.get("auc_pooled"), result.auc(), COUNTED));
            rows.add(of(section, pipeline, "lower", expected.get("delong_ci95").get(0), interval.plain().lower(), COUNTED));
            rows.add(of(section, pipeline, "upper", expected.get("delong_ci95").get(1), interval.plain().upper(), COUNTED));
            rows.add(of(section, pipeline, "Brier", expected.get("brier"),
                    PerformanceMeasure.BRIER_SCORE.of(scores, pipeline.outcome()), FITTED));
            rows.add(of(section, pipeline, "log loss", expected.get("logloss"),
                    PerformanceMeasure.LOG_LOSS.of(scores, pipeline.outcome()), FITTED));
            for (int i = 0; i < 5; i++) {
                rows.add(of(section, pipeline, "score " + i, expected.get("score_first5").get(i), scores[i], FITTED));
            }
        }
        return rows;
    }

    static List<Reference> tenFolds() {
        List<String[]> lines = ReferenceData.rows("radscore_folds.csv");
        int[][] folds = new int[5][];
        for (int r = 0; r < 5; r++) {
            int repeat = r;
            folds[r] = lines.stream().skip(1).mapToInt(line -> Integer.parseInt(line[repeat])).toArray();
        }
        List<Reference> rows = new ArrayList<>();
        for (Pipeline pipeline : pipelines()) {
            String section = "Cohort, 5 times 10 folds";
            CrossValidated result = Validation.internal(pipeline.recipe(), pipeline.table(), pipeline.outcome(), ExplicitFolds.of(folds));
            double[] aucs = result.perRepeat(PerformanceMeasure.AUC);
            double[] briers = result.perRepeat(PerformanceMeasure.BRIER_SCORE);
            double meanFoldAuc = 0;
            for (int r = 0; r < 5; r++) {
                JsonNode expected = pipeline.expected().get("kfold10").get(r);
                double[] foldAucs = result.foldAucs(r);
                rows.add(of(section, pipeline, "AUC of repeat " + r, expected.get("auc_pooled"), aucs[r], COUNTED));
                rows.add(of(section, pipeline, "Brier of repeat " + r, expected.get("brier"), briers[r], FITTED));
                for (int f = 0; f < 10; f++) {
                    rows.add(of(section, pipeline, "AUC of fold " + f + " of repeat " + r, expected.get("fold_auc").get(f), foldAucs[f],
                            COUNTED));
                }
                meanFoldAuc += expected.get("auc_mean_over_folds").doubleValue() / 5;
            }
            rows.add(of(section, pipeline, "mean AUC of repeats", pipeline.expected().get("kfold10_mean_of_pooled_auc"),
                    Arrays.stream(aucs).average().orElseThrow(), COUNTED));
            rows.add(new Reference(section, pipeline.name() + " mean AUC of folds", meanFoldAuc, result.meanFoldAuc(), COUNTED));
        }
        return rows;
    }

    static List<Reference> bootstrap() {
        int[][] samples = ReferenceData.rows("radscore_boot.csv").stream().filter(line -> !line[0].equals("b"))
                .map(line -> Arrays.stream(line).skip(1).mapToInt(Integer::parseInt).toArray()).toArray(int[][]::new);
        List<Reference> rows = new ArrayList<>();
        for (Pipeline pipeline : pipelines()) {
            String section = "Cohort, bootstrap of 200";
            ExplicitBootstrap plan = ExplicitBootstrap.of(samples);
            Bootstrapped result = Validation.internal(pipeline.recipe(), pipeline.table(), pipeline.outcome(), plan);
            JsonNode expected = pipeline.expected().get("bootstrap");
            rows.add(of(section, pipeline, "samples", expected.get("B"), result.resamples(), COUNTED));
            rows.add(of(section, pipeline, "optimism", expected.get("harrell_optimism_auc"),
                    result.optimism(PerformanceMeasure.AUC), COUNTED));
            rows.add(of(section, pipeline, "corrected AUC", expected.get("harrell_corrected_auc"), result.optimismCorrectedAuc(), COUNTED));
            rows.add(of(section, pipeline, "Brier optimism", expected.get("harrell_optimism_brier"),
                    result.optimism(PerformanceMeasure.BRIER_SCORE), FITTED));
            rows.add(of(section, pipeline, "corrected Brier", expected.get("harrell_corrected_brier"),
                    result.corrected(PerformanceMeasure.BRIER_SCORE), FITTED));
            rows.addAll(weighted(pipeline, result, expected));
            Interval percentiles = result.percentilesOnOriginal(PerformanceMeasure.AUC, 0.95);
            rows.add(of(section, pipeline, "lower percentile", expected.get("percentile_ci95_auc_test").get(0), percentiles.lower(), COUNTED));
            rows.add(of(section, pipeline, "upper percentile", expected.get("percentile_ci95_auc_test").get(1), percentiles.upper(), COUNTED));
            for (int term = 0; term < 2; term++) {
                int coefficient = term;
                String name = term == 0 ? "calibration_intercept_corrected" : "calibration_slope_corrected";
                rows.add(of("Cohort, calibration of bootstrap fits", pipeline, name, expected.get(name),
                        Arrays.stream(result.onOriginal((scores, y) -> LogisticRegression.estimate(Map.of("score", scores), y)
                                .coefficients()[coefficient])).average().orElseThrow(), FITTED));
            }
            for (int b = 0; b < 5; b++) {
                rows.add(of(section, pipeline, "AUC in sample " + b, expected.get("auc_boot_train_first5").get(b),
                        result.inSample(PerformanceMeasure.AUC)[b], COUNTED));
                rows.add(of(section, pipeline, "AUC on the original cases, sample " + b, expected.get("auc_boot_test_first5").get(b),
                        result.onOriginal(PerformanceMeasure.AUC)[b], COUNTED));
                rows.add(of(section, pipeline, "out-of-bag AUC of sample " + b, expected.get("auc_oob_first5").get(b),
                        result.outOfBagAucs()[b], COUNTED));
            }
            if (pipeline.expected().has("selection_frequency")) {
                int column = 0;
                for (double share : result.selectionFrequency().values()) {
                    rows.add(of(section, pipeline, "selection frequency of feature " + column,
                            pipeline.expected().get("selection_frequency").get(column++), share, COUNTED));
                }
            }
        }
        return rows;
    }

    private static List<Reference> weighted(Pipeline pipeline, Bootstrapped result, JsonNode bootstrap) {
        String section = "Cohort, .632 and .632+";
        List<Reference> rows = new ArrayList<>();
        Map<PerformanceMeasure, String> names = Map.of(PerformanceMeasure.AUC, "auc632", PerformanceMeasure.BRIER_SCORE, "e632_brier",
                PerformanceMeasure.ERROR_RATE, "e632_error05");
        names.forEach((measure, name) -> {
            JsonNode expected = bootstrap.get(name);
            boolean isAuc = measure == PerformanceMeasure.AUC;
            double tolerance = measure == PerformanceMeasure.BRIER_SCORE ? FITTED : COUNTED;
            Bootstrap632 actual = result.weighted(measure);
            String what = measure + " ";
            rows.add(of(section, pipeline, what + "apparent", expected.get("apparent"), actual.apparent(), tolerance));
            rows.add(of(section, pipeline, what + "out of bag", expected.get(isAuc ? "oob_mean" : "loo_bootstrap"), actual.outOfBag(),
                    tolerance));
            rows.add(of(section, pipeline, what + "without information", expected.get("no_information"), actual.noInformation(), tolerance));
            rows.add(of(section, pipeline, what + "overfitting", expected.get("relative_overfitting"), actual.relativeOverfitting(),
                    10 * tolerance));
            rows.add(of(section, pipeline, what + "weight", expected.get("weight"), actual.weight(), 10 * tolerance));
            rows.add(of(section, pipeline, what + ".632", expected.get(isAuc ? "auc632" : "e632"), actual.estimate(), tolerance));
            rows.add(of(section, pipeline, what + ".632+", expected.get(isAuc ? "auc632plus" : "e632plus"), actual.estimatePlus(),
                    tolerance));
        });
        return rows;
    }

    static List<Reference> pairsLeftOut() {
        List<Reference> rows = new ArrayList<>();
        for (Pipeline pipeline : pipelines()) {
            PairValidated result = Validation.internal(pipeline.recipe(), pipeline.table(), pipeline.outcome(), new LeavePairOut());
            rows.add(of("Cohort, leave-pair-out", pipeline, "AUC", pipeline.expected().get("leave_pair_out_auc"), result.auc(), COUNTED));
        }
        return rows;
    }

    private static Reference of(String section, Pipeline pipeline, String what, JsonNode expected, double actual, double tolerance) {
        return Reference.of(section, pipeline.name() + " " + what, expected, actual, tolerance);
    }
}
