package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.TrainingRows;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import io.github.radiomics4j.validation.resampling.PairSampling;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.Subsampling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Internal validation of a recipe, and external validation of a score. Internal validation takes the recipe, not a fitted score, and
 * repeats all of it (selection, scaling, fitting) in every resample, on training rows only: features that were selected on all cases would
 * carry the held-out outcomes into training, and make noise look like a finding. For the same reason, do not leave columns out of the
 * table because of how they relate to the outcome, and hand features that were trained on the outcome over as {@link LearnedFeatures}, not
 * as a table.
 *
 * <p>Resamples are worked on in parallel by the {@code TaskExecutor} of ImgLib2's {@code Parallelization}: the caller chooses the
 * threads, such as with {@code Parallelization.runWithNumThreads(4, () -> Validation.internal(…))}. Results are the same to the last
 * bit for any number of threads. Training tables are views of the whole table, so memory grows by a few columns per thread and by the
 * scores kept. {@link KeptRefits} keeps the fits of a validation on disk, for a program that is run again.
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
     * @param plan leave-one-out, k folds, folds that keep patients together, or explicit folds
     * @return out-of-sample scores and what follows from them
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static CrossValidated internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, CrossValidation plan) {
        return internal(recipe, fixed(table), outcome, plan);
    }

    /**
     * Bootstrap validation. A sample repeats cases, which biases mutual information by nearest neighbours upwards (a case's own copy is
     * its neighbour); recipes that use it are refused here, and are to be validated by subsampling or cross-validation.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan the bootstrap samples
     * @return optimism, out-of-bag performance and what follows from them
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static Bootstrapped internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, BootstrapSampling plan) {
        return internal(recipe, fixed(table), outcome, plan);
    }

    /**
     * Leave-pair-out validation.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan all pairs of a positive and a negative case, or some of them
     * @return the share of pairs ranked right
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static PairValidated internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, PairSampling plan) {
        return internal(recipe, fixed(table), outcome, plan);
    }

    /**
     * Subsampling.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan the samples without replacement
     * @return the performance on cases held out
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static Subsampled internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, Subsampling plan) {
        return internal(recipe, fixed(table), outcome, plan);
    }

    /**
     * Internal validation by a plan that is known only when the program runs.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan any plan
     * @return the result of that kind of plan
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static InternalValidation internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan) {
        return internal(recipe, fixed(table), outcome, plan);
    }

    private static LearnedFeatures fixed(FeatureTable table) {
        return (trainingRows, trainingOutcome) -> table;
    }

    /**
     * Cross-validation of a recipe whose features are learned anew in every resample.
     *
     * @param recipe the unfitted recipe
     * @param features what is learned, and fixed features beside it
     * @param outcome the outcome of the same cases in the same order
     * @param plan leave-one-out, k folds, folds that keep patients together, or explicit folds
     * @return out-of-sample scores and what follows from them
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where features, outcome and plan are not of one number of cases
     * @throws IllegalStateException where the features are not of the same cases every time
     */
    public static CrossValidated internal(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, CrossValidation plan) {
        return new CrossValidated(plan, Refits.of(recipe, features, outcome, plan));
    }

    /**
     * Bootstrap validation of a recipe whose features are learned anew in every resample.
     *
     * @param recipe the unfitted recipe
     * @param features what is learned, and fixed features beside it
     * @param outcome the outcome of the same cases in the same order
     * @param plan the bootstrap samples
     * @return optimism, out-of-bag performance and what follows from them
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where features, outcome and plan are not of one number of cases
     * @throws IllegalStateException where the features are not of the same cases every time
     */
    public static Bootstrapped internal(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, BootstrapSampling plan) {
        return new Bootstrapped(plan, Refits.of(recipe, features, outcome, plan));
    }

    /**
     * Leave-pair-out validation of a recipe whose features are learned anew in every resample.
     *
     * @param recipe the unfitted recipe
     * @param features what is learned, and fixed features beside it
     * @param outcome the outcome of the same cases in the same order
     * @param plan all pairs of a positive and a negative case, or some of them
     * @return the share of pairs ranked right
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where features, outcome and plan are not of one number of cases
     * @throws IllegalStateException where the features are not of the same cases every time
     */
    public static PairValidated internal(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, PairSampling plan) {
        return new PairValidated(plan, Refits.of(recipe, features, outcome, plan));
    }

    /**
     * Subsampling of a recipe whose features are learned anew in every resample.
     *
     * @param recipe the unfitted recipe
     * @param features what is learned, and fixed features beside it
     * @param outcome the outcome of the same cases in the same order
     * @param plan the samples without replacement
     * @return the performance on cases held out
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where features, outcome and plan are not of one number of cases
     * @throws IllegalStateException where the features are not of the same cases every time
     */
    public static Subsampled internal(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, Subsampling plan) {
        return new Subsampled(plan, Refits.of(recipe, features, outcome, plan));
    }

    /**
     * Internal validation of learned features by a plan that is known only when the program runs.
     *
     * @param recipe the unfitted recipe
     * @param features what is learned, and fixed features beside it
     * @param outcome the outcome of the same cases in the same order
     * @param plan any plan
     * @return the result of that kind of plan
     * @throws InvalidInputException TABLE_INVALID where the cases do not allow the plan or a case occurs twice; and whatever the
     *     recipe finds, with the number of the resample
     * @throws IllegalArgumentException where features, outcome and plan are not of one number of cases
     * @throws IllegalStateException where the features are not of the same cases every time
     */
    public static InternalValidation internal(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, Resampling plan) {
        return of(plan, Refits.of(recipe, features, outcome, plan));
    }

    /** What is read off the refits of a plan. */
    static InternalValidation of(Resampling plan, Refits refits) {
        if (plan instanceof CrossValidation folds) {
            return new CrossValidated(folds, refits);
        }
        if (plan instanceof BootstrapSampling samples) {
            return new Bootstrapped(samples, refits);
        }
        return plan instanceof PairSampling pairs ? new PairValidated(pairs, refits) : new Subsampled((Subsampling) plan, refits);
    }

    /**
     * External validation: a fitted score on cases of another cohort, where nothing is fitted any more.
     *
     * @param radscore the score
     * @param table the new cases, at least the columns of the score's terms, extracted under the settings of its training; not modified
     * @param outcome the outcome of the same cases in the same order
     * @return scores, risks, and the AUC with its interval
     * @throws InvalidInputException TABLE_INVALID where the score has learned from cases of the table, which the message names, a case
     *     occurs twice, or a column is missing; SETTINGS_MISMATCH where the table was extracted under other settings; NONFINITE_VALUES
     *     where a value is NaN or infinite; of an outcome of one class TABLE_INVALID
     * @throws IllegalArgumentException where table and outcome are not of one number of cases
     */
    public static ExternalValidation external(Radscore radscore, FeatureTable table, BinaryOutcome outcome) {
        requireOneRowPerCase(table, outcome);
        if (!Performance.hasBothClasses(outcome)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "there are " + outcome
                    + " among the new cases: to tell the classes apart, external validation needs cases of both");
        }
        double[] scores = radscore.scores(table);
        List<String> overlap = TrainingRows.among(table, radscore);
        if (!overlap.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the Radscore has learned from " + overlap.size() + " of these "
                    + table.caseCount() + " cases (" + String.join(", ", overlap.subList(0, Math.min(5, overlap.size())))
                    + (overlap.size() > 5 ? ", …" : "") + "), so they cannot validate it: leave them out, or validate its recipe"
                    + " internally");
        }
        return new ExternalValidation(radscore, scores, outcome, TrainingRows.areKnown(radscore));
    }

    static void requireOneRowPerCase(FeatureTable table, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(table.caseCount(), outcome);
        Set<String> seen = new HashSet<>();
        for (String id : table.cases()) {
            if (!seen.add(id)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "case \"" + id
                        + "\" occurs twice in the table: it could train and be held out at once, keep one of its rows");
            }
        }
    }
}
