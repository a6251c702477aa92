package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.InternalValidation;
import io.github.radiomics4j.validation.PerformanceMeasure;
import java.util.List;

/** {@code validation.json}: what the recipe selected on all cases, how the score does on them, and what each plan found instead. */
final class ValidationJson {

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
         * @return such as {@code kFold folds 10 repeats 5 seed 1}
         */
        String title() {
            StringBuilder title = new StringBuilder(plan.name());
            plan.parameters().forEach((key, value) -> title.append(' ').append(key).append(' ').append(value));
            return title.toString();
        }
    }

    /**
     * The file.
     *
     * @param outcome the outcome's column
     * @param recipe what was fitted
     * @param selections what its steps kept of all cases
     * @param results one per plan, at least one
     * @return its keys are described in {@code docs/cli.md}
     */
    static ObjectNode of(String outcome, RadscoreRecipe recipe, List<Selection> selections, List<Result> results) {
        InternalValidation first = results.get(0).found;
        BinaryOutcome cases = first.outcome();
        ObjectNode root = JsonOutput.file("validation").put("outcome", outcome).put("cases", cases.size())
                .put("positives", cases.positives()).put("negatives", cases.negatives())
                .put("features", first.selectionFrequency().size());
        JsonOutput.putAll(root.putObject("recipe"), recipe.settings());
        ArrayNode steps = root.putArray("selection");
        for (Selection selection : selections) {
            ObjectNode step = steps.addObject().put("step", steps.size()).put("dropped", selection.dropped().size());
            selection.kept().forEach(step.putArray("kept")::add);
        }
        root.put("formula", first.radscore().formula());
        performance(root.putObject("apparent"), first.apparentScores(), cases);
        ArrayNode plans = root.putArray("validation");
        results.forEach(result -> put(plans.addObject(), result));
        return root;
    }

    private static void performance(ObjectNode node, double[] scores, BinaryOutcome outcome) {
        RocCommand.describe(node, scores, outcome);
        JsonOutput.put(node, "brier_score", PerformanceMeasure.BRIER_SCORE.of(scores, outcome));
        JsonOutput.put(node, "log_loss", PerformanceMeasure.LOG_LOSS.of(scores, outcome));
    }

    private static void put(ObjectNode node, Result result) {
        node.put("plan", result.plan.name());
        JsonOutput.putAll(node.putObject("parameters"), result.plan.parameters());
        node.put("resamples", result.found.resamples());
        if (result.found instanceof CrossValidated folds) {
            performance(node, folds.scores(), folds.outcome());
            JsonOutput.put(node, "auc_of_repeats", folds.perRepeat(PerformanceMeasure.AUC));
            JsonOutput.put(node, "mean_fold_auc", folds.meanFoldAuc());
        } else if (result.found instanceof Bootstrapped samples) {
            bootstrapped(node, samples);
        }
        ObjectNode frequency = node.putObject("selection_frequency");
        result.found.selectionFrequency().forEach((feature, share) -> {
            if (share > 0) {
                frequency.put(feature, share);
            }
        });
    }

    private static void bootstrapped(ObjectNode node, Bootstrapped samples) {
        JsonOutput.put(node, "auc", samples.auc());
        JsonOutput.put(node, "auc_optimism", samples.optimism(PerformanceMeasure.AUC));
        JsonOutput.put(node, "brier_score", samples.corrected(PerformanceMeasure.BRIER_SCORE));
        JsonOutput.put(node, "brier_score_optimism", samples.optimism(PerformanceMeasure.BRIER_SCORE));
        JsonOutput.put(node, "log_loss", samples.corrected(PerformanceMeasure.LOG_LOSS));
        JsonOutput.put(node, "log_loss_optimism", samples.optimism(PerformanceMeasure.LOG_LOSS));
        JsonOutput.put(node, "out_of_bag_auc", samples.outOfBagAuc());
        node.put("out_of_bag_samples", samples.outOfBagSamples());
        JsonOutput.put(node, "auc_632", samples.auc632());
        JsonOutput.put(node, "auc_632_plus", samples.auc632Plus());
    }
}
