package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.SeededRows;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether a recipe finds anything: its whole validation is repeated with the outcome permuted among the cases, so that there is nothing to
 * find. The distribution of the AUCs shows where the plan puts a recipe without signal, below ½ for pooled leave-one-out. Immutable.
 *
 * <p>Source: Ojala and Garriga 2010, Permutation tests for studying classifier performance, Journal of Machine Learning Research 11:1833
 * (their first test); Phipson and Smyth 2010, Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular
 * Biology 9:39.
 */
public final class PermutationTest {
    private final InternalValidation observed;
    private final double[] permutedAucs;

    private PermutationTest(InternalValidation observed, double[] permutedAucs) {
        this.observed = observed;
        this.permutedAucs = permutedAucs;
    }

    /**
     * Validates, permutes and validates again. Takes {@code 1 + permutations} times as long as the validation.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan any plan; the same for each permutation
     * @param permutations how often the outcome is permuted, at least 1; 999 for p-values down to 0.001
     * @param seed the same seed gives the same permutations
     * @return the test
     * @throws io.github.radiomics4j.core.InvalidInputException whatever {@link Validation#internal(Recipe, FeatureTable, BinaryOutcome,
     *     Resampling)} finds, of the outcome or of a permuted one
     * @throws IllegalArgumentException where there is no permutation, or table, outcome and plan are not of one number of cases
     */
    public static PermutationTest of(Recipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan, int permutations,
            long seed) {
        return of(recipe, (rows, y) -> table, outcome, plan, permutations, seed);
    }

    /**
     * Validates, permutes and validates again, features learned anew from the permuted outcome.
     *
     * @param recipe the unfitted recipe
     * @param features what is learned in every resample
     * @param outcome the outcome of the same cases in the same order
     * @param plan any plan; the same for each permutation
     * @param permutations how often the outcome is permuted, at least 1; 999 for p-values down to 0.001
     * @param seed the same seed gives the same permutations
     * @return the test
     * @throws io.github.radiomics4j.core.InvalidInputException whatever {@link Validation#internal(Recipe, LearnedFeatures, BinaryOutcome,
     *     Resampling)} finds, of the outcome or of a permuted one
     * @throws IllegalArgumentException where there is no permutation, or features, outcome and plan are not of one number of cases
     */
    public static PermutationTest of(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, Resampling plan, int permutations,
            long seed) {
        if (permutations < 1) {
            throw new IllegalArgumentException("the outcome must be permuted at least once, was " + permutations);
        }
        InternalValidation observed = Validation.internal(recipe, features, outcome, plan);
        double[] aucs = new double[permutations];
        for (int number = 0; number < permutations; number++) {
            int[] rows = IntStream.range(0, outcome.size()).toArray();
            SeededRows.shuffle(rows, SeededRows.generator(seed, number));
            aucs[number] = Validation.internal(recipe, features, outcome.rows(rows), plan).auc();
        }
        return new PermutationTest(observed, aucs);
    }

    /**
     * The validation under the outcome as it is.
     *
     * @return the result whose AUC is tested
     */
    public InternalValidation observed() {
        return observed;
    }

    /**
     * The AUC of the validation under each permuted outcome.
     *
     * @return one per permutation, a fresh array
     */
    public double[] permutedAucs() {
        return permutedAucs.clone();
    }

    /**
     * The p-value of the AUC under the hypothesis that features and outcome are independent.
     *
     * @return {@code (1 + #{AUC* ≥ AUC}) / (1 + B)}, of B permutations
     */
    public double pValue() {
        double auc = observed.auc();
        return (1.0 + Arrays.stream(permutedAucs).filter(permuted -> permuted >= auc).count()) / (1 + permutedAucs.length);
    }

    @Override
    public String toString() {
        return observed + ", p " + pValue() + " of " + permutedAucs.length + " permutations";
    }
}
