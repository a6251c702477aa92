package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import io.github.radiomics4j.validation.resampling.Resampling;

/**
 * Internal validation of a recipe. It takes the recipe, not a fitted score, and repeats all of it (selection, scaling, fitting) in
 * every resample, on training rows only: features that were selected on all cases would carry the held-out outcomes into training,
 * and make noise look like a finding. For the same reason, do not leave columns out of the table because of how they relate to the
 * outcome.
 *
 * <p>Resamples are worked on in parallel by the {@code TaskExecutor} of ImgLib2's {@code Parallelization}: the caller chooses the
 * threads, such as with {@code Parallelization.runWithNumThreads(4, () -> Validation.internal(…))}. Results are the same to the last
 * bit for any number of threads.
 *
 * <p>A recipe that fails in a resample ends the validation with an exception that names the resamples and the reason: to leave the
 * resamples out in which a recipe cannot be fitted would flatter it. An {@code InvalidInputException} keeps its problem; any other
 * becomes the cause of an {@link IllegalStateException}.
 */
public final class Validation {

    private Validation() {
    }

    /**
     * Cross-validation.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan leave-one-out, k folds, or explicit folds
     * @return out-of-sample scores and what follows from them
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs
     *     twice; and whatever the recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static CrossValidated internal(RadscoreRecipe recipe, FeatureTable table, BinaryOutcome outcome, CrossValidation plan) {
        return new CrossValidated(plan, Refits.of(recipe, table, outcome, plan, Refits.Scored.HELD_OUT));
    }

    /**
     * Bootstrap validation. A sample repeats cases, which biases mutual information by nearest neighbours upwards (a case's own copy is
     * its neighbour); estimate by bins in recipes that are to be validated so.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan the bootstrap samples
     * @return optimism, out-of-bag performance and what follows from them
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs
     *     twice; and whatever the recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static Bootstrapped internal(RadscoreRecipe recipe, FeatureTable table, BinaryOutcome outcome, BootstrapSampling plan) {
        return new Bootstrapped(plan, Refits.of(recipe, table, outcome, plan, Refits.Scored.ALL));
    }

    /**
     * Internal validation by a plan that is known only when the program runs.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan any plan
     * @return a {@link CrossValidated} or a {@link Bootstrapped}
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs
     *     twice; and whatever the recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static InternalValidation internal(RadscoreRecipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan) {
        return plan instanceof CrossValidation folds
                ? internal(recipe, table, outcome, folds)
                : internal(recipe, table, outcome, (BootstrapSampling) plan);
    }
}
