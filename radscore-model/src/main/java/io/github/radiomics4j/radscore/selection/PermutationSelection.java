package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.SeededRows;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.information.MutualInformation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Keeps the features whose mutual information with the outcome is larger than chance explains: {@code p = (1 + #{I* ≥ I}) / (1 + B)}
 * over B permutations of the outcome, adjusted for the number of features. Estimates are compared before they are cut at 0; a
 * permutation counts where it comes within 10⁻¹². Every feature is tested with the same permutations. Kept features come in falling
 * order of information. The smallest p is {@code 1 / (1 + B)}: with many features and Bonferroni or Holm take B large enough.
 *
 * @param estimator how the information is estimated
 * @param permutations B, at least 1; 999 is customary
 * @param adjustment for the number of features tested
 * @param alpha the largest adjusted p of a feature that is kept, from 0 to 1
 * @param seed the same seed gives the same permutations
 */
public record PermutationSelection(MutualInformation estimator, int permutations, PValueAdjustment adjustment, double alpha, long seed)
        implements SelectionStep {
    private static final double AS_LARGE = 1e-12;

    /**
     * Checks the numbers.
     *
     * @param estimator how the information is estimated
     * @param permutations B, at least 1
     * @param adjustment for the number of features tested
     * @param alpha the largest adjusted p of a feature that is kept, from 0 to 1
     * @param seed the same seed gives the same permutations
     */
    public PermutationSelection {
        if (permutations < 1) {
            throw new IllegalArgumentException("a permutation test needs at least 1 permutation, was " + permutations);
        }
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("the level of significance lies between 0 and 1, was " + alpha);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException NONFINITE_VALUES where a feature is NaN or infinite for a case; TABLE_INVALID where a class is
     *     missing or too small, or where a case occurs twice: permuted outcomes would part its copies, which real ones never do
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        TrainingRules.requireDistinctCases(training, "a permutation test");
        List<BinaryOutcome> permuted = IntStream.range(0, permutations).mapToObj(b -> permuted(outcome, b)).toList();
        List<String> names = new ArrayList<>();
        List<Double> information = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            names.add(name);
            information.add(estimator.uncut(values, outcome));
            p.add(pValue(estimator, values, outcome, permuted));
        });
        double[] adjusted = adjustment.adjust(p.stream().mapToDouble(v -> v).toArray());
        List<Integer> kept = new ArrayList<>();
        for (int f = 0; f < adjusted.length; f++) {
            if (adjusted[f] <= alpha) {
                kept.add(f);
            } else {
                dropped.add(new Dropped(names.get(f), "permutation p " + p.get(f) + ", adjusted (" + adjustment.label() + ") "
                        + adjusted[f] + ", is above " + alpha));
            }
        }
        kept.sort(Comparator.comparingDouble((Integer f) -> information.get(f)).reversed());
        return new Selection(kept.stream().map(names::get).toList(), dropped);
    }

    /**
     * The test of one feature.
     *
     * @param estimator how the information is estimated
     * @param feature one finite value per case; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @param permuted outcomes of the same cases in other orders, at least one
     * @return {@code (1 + #{I* ≥ I}) / (1 + B)}
     */
    public static double pValue(MutualInformation estimator, double[] feature, BinaryOutcome outcome, List<BinaryOutcome> permuted) {
        double observed = estimator.uncut(feature, outcome) - AS_LARGE;
        int asLarge = 0;
        for (BinaryOutcome other : permuted) {
            asLarge += estimator.uncut(feature, other) >= observed ? 1 : 0;
        }
        return (1.0 + asLarge) / (1 + permuted.size());
    }

    private BinaryOutcome permuted(BinaryOutcome outcome, int number) {
        int[] rows = IntStream.range(0, outcome.size()).toArray();
        SeededRows.shuffle(rows, SeededRows.generator(seed, number));
        return outcome.rows(rows);
    }

    @Override
    public Map<String, String> settings() {
        return new TreeMap<>(Map.of("permutation_test.estimator", estimator.label(),
                "permutation_test.permutations", Integer.toString(permutations), "permutation_test.adjustment", adjustment.label(),
                "permutation_test.alpha", Double.toString(alpha), "permutation_test.seed", Long.toString(seed)));
    }
}
