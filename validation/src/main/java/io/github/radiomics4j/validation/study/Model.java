package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.InternalValidation;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A score of the study and its validations: the resampled scores, computed once per plan, that every figure is read off.
 *
 * @param name the structure's, or that of the combined score
 * @param table the features it learns from, one row per case
 * @param validations label of the plan to what it found, in the plan's order
 */
record Model(String name, FeatureTable table, Map<String, InternalValidation> validations) {

    /** Fits a recipe by a plan, or finds what an earlier run has fitted. */
    @FunctionalInterface
    interface Fitting {
        InternalValidation internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan);
    }

    static Model of(String name, Recipe recipe, FeatureTable table, BinaryOutcome outcome, Map<String, Resampling> plans,
            Fitting fitting) {
        Map<String, InternalValidation> validations = new LinkedHashMap<>();
        plans.forEach((label, plan) -> validations.put(label,
                named(name, label, () -> fitting.internal(recipe, table, outcome, plan))));
        return new Model(name, table, validations);
    }

    private static InternalValidation named(String name, String label, Supplier<InternalValidation> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problem(), where(name, label) + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(where(name, label) + e.getMessage(), e);
        }
    }

    private static String where(String name, String label) {
        return "score \"" + name + "\", " + label + ": ";
    }

    /** Fitted on all cases, the same whatever the plan. */
    Radscore radscore() {
        return validations.values().iterator().next().radscore();
    }

    double[] apparentScores() {
        return validations.values().iterator().next().apparentScores();
    }
}
