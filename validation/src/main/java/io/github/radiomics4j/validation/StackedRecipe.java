package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRows;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.regression.FirthRegression;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One score of several scores (stacking): each part of the table, such as disc and muscle, has a recipe of its own, and a logistic
 * regression weighs what they say, {@code score = b₀ + Σ wₚ scoreₚ}. The weights are learned from out-of-sample scores of inner folds,
 * since scores of cases that a part has learned from would make the part that overfits most look best. The parts that are weighed are
 * fitted on all training rows. As parts are linear in their features, the result is a {@link Radscore} like any other, of features with
 * their part's prefix; and as this is a recipe, validation repeats all of it in every resample. Immutable.
 *
 * <p>Weights are Firth's, finite where the parts separate the classes; the intercept is that of largest likelihood given the weights, so
 * that risks sum to the number of events out of sample. A weight that would be negative would turn a score round that was made to rise with
 * the risk: such a part is left out, the most negative first, and so is one without terms, whose scores tell nothing but the folds. Of no
 * part left the score is the log odds of the training rows.
 *
 * <p>Parts are told apart by the prefixes that {@link FeatureTable#prefixed} gives; each recipe sees its part's columns under their own
 * names. A part's score must be the sum of terms that {@link Radscore} describes; one that does more to its values, such as harmonise them,
 * is refused.
 */
public final class StackedRecipe implements Recipe {
    private static final String WEIGHT = "stacked/weight.";
    private static final double ROUNDING = 1e-9;

    private final Map<String, Recipe> parts;
    private final InnerFolds inner;

    private StackedRecipe(Map<String, Recipe> parts, InnerFolds inner) {
        this.parts = parts;
        this.inner = inner;
    }

    /**
     * A stack of recipes.
     *
     * @param parts prefix of a part's columns to the part's recipe, at least two, in the order of the terms; copied
     * @param inner the folds inside the training rows; with seed
     * @return the recipe
     * @throws IllegalArgumentException where there are fewer than two parts
     */
    public static StackedRecipe of(Map<String, ? extends Recipe> parts, StratifiedKFold inner) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("a stacked score needs at least 2 parts, was " + parts.keySet());
        }
        return new StackedRecipe(Collections.unmodifiableMap(new LinkedHashMap<>(parts)), new InnerFolds(inner, Map.of()));
    }

    /**
     * The same stack with inner folds that keep groups of cases together, such as the discs of one patient.
     *
     * @param groups case id to the name of its group; a case that is not in it is a group of its own; copied
     * @return the recipe
     */
    public StackedRecipe groupedBy(Map<String, String> groups) {
        return new StackedRecipe(parts, new InnerFolds(inner.folds(), groups));
    }

    /**
     * {@inheritDoc} Its {@code training} has the weights.
     *
     * @throws InvalidInputException TABLE_INVALID where the table lacks a part or the training rows do not allow the inner folds; and
     *     whatever a part's recipe finds, in the training rows or without an inner fold
     * @throws IllegalStateException where a part's score is not the sum of its terms
     */
    @Override
    public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        CrossValidation plan = inner.of(training);
        Map<String, Radscore> fitted = new LinkedHashMap<>();
        Map<String, double[]> honest = new LinkedHashMap<>();
        parts.forEach((part, recipe) -> {
            CrossValidated scores = new CrossValidated(plan, Refits.ofRepeatedCases(recipe, training.part(part), outcome, plan));
            fitted.put(part, scores.radscore());
            if (scores.radscores().stream().anyMatch(fold -> !fold.terms().isEmpty())) {
                honest.put(part, scores.scores());
            }
        });
        fitted.forEach((part, radscore) -> requireSumOfTerms(part, radscore, training.part(part)));
        return combined(training, outcome, fitted, weights(honest, outcome), honest);
    }

    /** A score that does more to a value than its terms say would lose that in the combined one, silently. */
    private static void requireSumOfTerms(String part, Radscore radscore, FeatureTable training) {
        double[] scores = radscore.scores(training);
        int[] columns = radscore.features().stream().mapToInt(training::indexOf).toArray();
        for (int row = 0; row < scores.length; row++) {
            double sum = radscore.intercept();
            for (int t = 0; t < columns.length; t++) {
                sum += radscore.terms().get(t).contribution(training.value(row, columns[t]));
            }
            if (!(Math.abs(sum - scores[row]) <= ROUNDING * Math.max(1, Math.abs(sum)))) {
                throw new IllegalStateException("the score of part \"" + part + "\" is " + scores[row] + " for case \""
                        + training.cases().get(row) + "\", but its terms sum to " + sum + ": a score that prepares values beyond its terms,"
                        + " by harmonisation say, cannot be a part of a stack; give one recipe of all features instead");
            }
        }
    }

    /** The weight of each part that has one above 0. */
    static Map<String, Double> weights(Map<String, double[]> scores, BinaryOutcome outcome) {
        Map<String, double[]> left = new LinkedHashMap<>(scores);
        left.values().removeIf(StandardDeviation::isConstant);
        while (!left.isEmpty()) {
            LogisticFit fit = FirthRegression.estimate(left, outcome);
            Map<String, Double> weights = new LinkedHashMap<>();
            left.keySet().forEach(part -> weights.put(part, fit.coefficients()[weights.size() + 1]));
            String least = Collections.min(weights.entrySet(), Map.Entry.comparingByValue()).getKey();
            if (weights.get(least) > 0) {
                return weights;
            }
            left.remove(least);
        }
        return Map.of();
    }

    private Radscore combined(FeatureTable training, BinaryOutcome outcome, Map<String, Radscore> fitted, Map<String, Double> weights,
            Map<String, double[]> honest) {
        double[] offset = new double[outcome.size()];
        weights.forEach((part, weight) -> {
            for (int i = 0; i < offset.length; i++) {
                offset[i] += weight * honest.get(part)[i];
            }
        });
        double intercept = LogisticRegression.estimate(Map.of(), outcome, offset).coefficients()[0];
        List<Radscore.Term> terms = new ArrayList<>();
        SortedMap<String, String> how = settings();
        for (Map.Entry<String, Radscore> part : fitted.entrySet()) {
            double weight = weights.getOrDefault(part.getKey(), 0.0);
            how.put(WEIGHT + part.getKey(), Double.toString(weight));
            part.getValue().training().forEach((name, value) -> {
                if (!name.startsWith("training.")) {
                    how.put("part." + part.getKey() + "/" + name, value);
                }
            });
            if (weight > 0) {
                intercept += weight * part.getValue().intercept();
                part.getValue().terms().forEach(term -> terms.add(new Radscore.Term(part.getKey() + ":" + term.feature(), term.mean(),
                        term.sd(), weight * term.coefficient(), term.imputed())));
            }
        }
        how.put("training.cases", Integer.toString(outcome.size()));
        how.put("training.positives", Integer.toString(outcome.positives()));
        how.put(TrainingRows.ENTRY, TrainingRows.entry(training, terms.stream().map(Radscore.Term::feature).toList()));
        return new Radscore(intercept, terms, training.provenance(), how);
    }

    /**
     * What each part counts for in a score.
     *
     * @param radscore a score that a stacked recipe fitted
     * @return part to weight, not negative, in the order of names; 0 for a part that was left out
     * @throws IllegalArgumentException where the score comes of no stack
     */
    public static SortedMap<String, Double> weightsOf(Radscore radscore) {
        SortedMap<String, Double> weights = new TreeMap<>();
        radscore.training().forEach((name, value) -> {
            if (name.startsWith(WEIGHT)) {
                weights.put(name.substring(WEIGHT.length()), Double.valueOf(value));
            }
        });
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("the Radscore comes of no stack: its training says nothing of \"" + WEIGHT + "…\"");
        }
        return weights;
    }

    /**
     * {@inheritDoc}
     *
     * @return those of the stack begin with {@code stacked/}, those of a part with {@code part.} and its name
     */
    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("stacked/parts", PartSettings.ofNames(parts.keySet()));
        all.put("stacked/folds", inner.label());
        all.put("stacked/groups", inner.groupsLabel());
        parts.forEach((part, recipe) -> PartSettings.of(recipe).forEach((name, value) -> all.put("part." + part + "/" + name, value)));
        return all;
    }

    @Override
    public String toString() {
        return "recipe " + settings();
    }
}
