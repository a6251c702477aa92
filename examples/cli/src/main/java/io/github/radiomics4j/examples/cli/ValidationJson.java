package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.stability.SelectionStability;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.ChosenRecipe;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.InternalValidation;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.PermutationTest;
import io.github.radiomics4j.validation.Subsampled;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code validation.json}: what the recipe selected on all cases, how the score does on them, and what each plan found instead. */
final class ValidationJson {
    private static final double LEVEL = 0.95;

    private ValidationJson() { }

    /**
     * What a plan found.
     *
     * @param plan as the recipe names it
     * @param found by it
     */
    record Result(RecipeKind.Named<?> plan, InternalValidation found) {

        /**
         * The plan in a line, for tables and figures.
         *
         * @return such as {@code kFold, folds 10, repeats 5, seed 1}
         */
        String title() {
            StringBuilder title = new StringBuilder(plan.name());
            plan.parameters().forEach((key, value) -> title.append(", ").append(key).append(' ').append(value));
            return title.toString();
        }
    }

    /**
     * The file, but for a permutation test.
     *
     * @param outcome the outcome's column
     * @param recipe what was fitted
     * @param selections what the steps of the fitted recipe kept of all cases
     * @param results one per plan, at least one
     * @param groups for each case the name of its group; empty where cases are independent
     * @return its keys are described in {@code docs/cli.md}
     */
    static ObjectNode of(String outcome, RecipeFile recipe, List<Selection> selections, List<Result> results,
            Optional<List<String>> groups) {
        InternalValidation first = results.get(0).found;
        BinaryOutcome cases = first.outcome();
        ObjectNode root = JsonOutput.file("validation").put("outcome", outcome).put("cases", cases.size())
                .put("positives", cases.positives()).put("negatives", cases.negatives())
                .put("features", first.selectionFrequency().size());
        JsonOutput.putAll(root.putObject("recipe"), recipe.recipe().settings());
        if (recipe.candidates().size() > 1) {
            root.put("chosen_candidate", ChosenRecipe.choiceOf(first.radscore()));
        }
        ArrayNode steps = root.putArray("selection");
        for (Selection selection : selections) {
            ObjectNode step = steps.addObject().put("step", steps.size()).put("dropped", selection.dropped().size());
            selection.kept().forEach(step.putArray("kept")::add);
        }
        root.put("formula", first.radscore().formula());
        AucInference inference = new AucInference(cases, groups);
        performance(root.putObject("apparent"), first.apparentScores(), inference);
        ArrayNode plans = root.putArray("validation");
        results.forEach(result -> put(plans.addObject(), result, recipe.candidates().size(), inference));
        return root;
    }

    /**
     * Puts a permutation test.
     *
     * @param root the file
     * @param settings of the test
     * @param test what was found
     */
    static void put(ObjectNode root, RecipeFile.Permutations settings, PermutationTest test) {
        ObjectNode node = root.putObject("permutation_test").put("plan", settings.plan().name());
        JsonOutput.putAll(node.putObject("parameters"), settings.plan().parameters());
        node.put("permutations", settings.permutations()).put("seed", settings.seed());
        JsonOutput.put(node, "auc", test.observed().auc());
        JsonOutput.put(node, "p", test.pValue());
        JsonOutput.put(node, "permuted_aucs", test.permutedAucs());
    }

    private static void performance(ObjectNode node, double[] scores, AucInference inference) {
        inference.describe(node, scores);
        JsonOutput.put(node, "brier_score", PerformanceMeasure.BRIER_SCORE.of(scores, inference.outcome()));
        JsonOutput.put(node, "log_loss", PerformanceMeasure.LOG_LOSS.of(scores, inference.outcome()));
    }

    private static void put(ObjectNode node, Result result, int candidates, AucInference inference) {
        node.put("plan", result.plan.name());
        JsonOutput.putAll(node.putObject("parameters"), result.plan.parameters());
        node.put("resamples", result.found.resamples());
        if (result.found instanceof CrossValidated folds) {
            performance(node, folds.scores(), inference);
            JsonOutput.put(node, "auc_of_repeats", folds.perRepeat(PerformanceMeasure.AUC));
            JsonOutput.put(node, "mean_fold_auc", folds.meanFoldAuc());
            CalibrationJson.put(node.putObject("calibration"), folds.scores(), folds.outcome());
        } else if (result.found instanceof Bootstrapped samples) {
            bootstrapped(node, samples);
        } else {
            JsonOutput.put(node, "auc", result.found.auc());
            if (result.found instanceof Subsampled samples) {
                JsonOutput.put(node, "brier_score", mean(samples.heldOut(PerformanceMeasure.BRIER_SCORE)));
                JsonOutput.put(node, "log_loss", mean(samples.heldOut(PerformanceMeasure.LOG_LOSS)));
                JsonOutput.put(node, "auc_of_samples", samples.heldOut(PerformanceMeasure.AUC));
            }
        }
        if (candidates > 1) {
            int[] times = new int[candidates];
            Arrays.stream(ChosenRecipe.choices(result.found)).forEach(choice -> times[choice]++);
            ArrayNode counts = node.putArray("times_chosen");
            Arrays.stream(times).forEach(counts::add);
        }
        stability(node, result.found);
        ObjectNode frequency = node.putObject("selection_frequency");
        result.found.selectionFrequency().forEach((feature, share) -> {
            if (share > 0) {
                frequency.put(feature, share);
            }
        });
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static void bootstrapped(ObjectNode node, Bootstrapped samples) {
        JsonOutput.put(node, "auc", samples.auc());
        JsonOutput.put(node, "auc_optimism", samples.optimism(PerformanceMeasure.AUC));
        JsonOutput.put(node, "auc_on_original_percentiles95", samples.percentilesOnOriginal(PerformanceMeasure.AUC, LEVEL));
        JsonOutput.put(node, "brier_score", samples.corrected(PerformanceMeasure.BRIER_SCORE));
        JsonOutput.put(node, "brier_score_optimism", samples.optimism(PerformanceMeasure.BRIER_SCORE));
        JsonOutput.put(node, "log_loss", samples.corrected(PerformanceMeasure.LOG_LOSS));
        JsonOutput.put(node, "log_loss_optimism", samples.optimism(PerformanceMeasure.LOG_LOSS));
        JsonOutput.put(node, "out_of_bag_auc", samples.outOfBagAuc());
        node.put("out_of_bag_samples", samples.outOfBagSamples());
        JsonOutput.put(node, "auc_632", samples.auc632());
        JsonOutput.put(node, "auc_632_plus", samples.auc632Plus());
        try {
            JsonOutput.put(node, "calibration_slope", mean(samples.onOriginal(
                    (scores, outcome) -> new Calibration(PredictedRisks.ofScores(scores, outcome)).line().slope().value())));
        } catch (InvalidInputException e) {
            node.put("calibration_slope_undefined", e.getMessage());
        }
    }

    /** Nogueira's index, which selections of nothing or of everything do not have. */
    private static void stability(ObjectNode node, InternalValidation found) {
        List<Set<String>> selections = found.selections();
        int candidates = found.selectionFrequency().size();
        int selected = selections.stream().mapToInt(Set::size).sum();
        boolean defined = selections.size() > 1 && selected > 0 && selected < selections.size() * candidates;
        JsonOutput.put(node, "selection_stability", defined ? SelectionStability.of(selections, candidates).index() : Double.NaN);
    }
}
