package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The best of several recipes, such as a grid of settings, chosen by cross-validation inside the training rows. It is a recipe itself, so
 * to validate it is nested cross-validation: the choice is made anew in every resample, and does not see the cases held out. To validate
 * each candidate and quote the best instead would be optimistic. Immutable.
 *
 * <p>The chosen recipe is fitted on all training rows. Rows of one case, as a bootstrap draws them, stay together in the inner folds.
 * Inner folds are worked on one after the other, since validation works on the outer resamples in parallel.
 */
public final class ChosenRecipe implements Recipe {
    private static final String CHOICE = "choice/candidate";

    private final List<Recipe> candidates;
    private final InnerFolds inner;
    private final PerformanceMeasure measure;

    private ChosenRecipe(List<Recipe> candidates, InnerFolds inner, PerformanceMeasure measure) {
        this.candidates = candidates;
        this.inner = inner;
        this.measure = measure;
    }

    /**
     * A choice between recipes.
     *
     * @param candidates at least two, numbered from 0; of equally good ones the first is taken; copied
     * @param inner the folds inside the training rows; with seed
     * @param measure what the choice goes by: the mean over repeats of the measure of the pooled out-of-sample scores. The logarithmic loss
     *     tells recipes apart that rank alike; the AUC compares scores of different folds
     * @return the recipe
     * @throws IllegalArgumentException where there are fewer than two candidates
     */
    public static ChosenRecipe of(List<? extends Recipe> candidates, StratifiedKFold inner, PerformanceMeasure measure) {
        if (candidates.size() < 2) {
            throw new IllegalArgumentException("a choice needs at least 2 candidates, was " + candidates.size());
        }
        return new ChosenRecipe(List.copyOf(candidates), new InnerFolds(inner, Map.of()), measure);
    }

    /**
     * The same choice with inner folds that keep groups of cases together, such as the discs of one patient.
     *
     * @param groups case id to the name of its group; a case that is not in it is a group of its own; copied
     * @return the recipe
     */
    public ChosenRecipe groupedBy(Map<String, String> groups) {
        return new ChosenRecipe(candidates, new InnerFolds(inner.folds(), groups), measure);
    }

    /**
     * {@inheritDoc} Its {@code training} has the choice and what it went by.
     *
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where the training rows do not allow the inner folds; and
     *     whatever a candidate finds, in the training rows or without an inner fold
     */
    @Override
    public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
        CrossValidation plan = inner.of(training);
        List<Radscore> fitted = new ArrayList<>();
        double[] performance = new double[candidates.size()];
        for (int c = 0; c < performance.length; c++) {
            CrossValidated result = new CrossValidated(plan, Refits.ofRepeatedCases(candidates.get(c), training, outcome, plan));
            performance[c] = Performance.meanOfDefined(result.perRepeat(measure));
            fitted.add(result.radscore());
        }
        int chosen = best(performance);
        Radscore score = fitted.get(chosen);
        SortedMap<String, String> how = new TreeMap<>(score.training());
        how.putAll(choiceSettings());
        how.put(CHOICE, Integer.toString(chosen));
        for (int c = 0; c < performance.length; c++) {
            how.put("choice/candidate." + c + "/" + measure, Double.toString(performance[c]));
        }
        return score.withTraining(how);
    }

    private int best(double[] performance) {
        int best = 0;
        for (int c = 1; c < performance.length; c++) {
            if (measure.isHigherBetter() ? performance[c] > performance[best] : performance[c] < performance[best]) {
                best = c;
            }
        }
        return best;
    }

    /**
     * Which candidate a score was fitted by.
     *
     * @param radscore a score that a chosen recipe fitted
     * @return the candidate's number, from 0
     * @throws IllegalArgumentException where the score comes of no such choice
     */
    public static int choiceOf(Radscore radscore) {
        if (!radscore.training().containsKey(CHOICE)) {
            throw new IllegalArgumentException("the Radscore comes of no choice between recipes: its training says nothing of \"" + CHOICE
                    + "\"");
        }
        return Integer.parseInt(radscore.training().get(CHOICE));
    }

    /**
     * Which candidate each resample chose: how stable the choice is.
     *
     * @param result the validation of a chosen recipe
     * @return one number per resample, from 0
     * @throws IllegalArgumentException where another recipe was validated
     */
    public static int[] choices(InternalValidation result) {
        return result.radscores().stream().mapToInt(ChosenRecipe::choiceOf).toArray();
    }

    private SortedMap<String, String> choiceSettings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("choice/candidates", Integer.toString(candidates.size()));
        settings.put("choice/measure", measure.toString());
        settings.put("choice/folds", inner.label());
        settings.put("choice/groups", inner.groupsLabel());
        return settings;
    }

    /**
     * {@inheritDoc}
     *
     * @return those of the choice begin with {@code choice/}, those of candidate i with {@code candidate.i/}
     */
    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> all = choiceSettings();
        IntStream.range(0, candidates.size())
                .forEach(c -> PartSettings.of(candidates.get(c)).forEach((name, value) -> all.put("candidate." + c + "/" + name, value)));
        return all;
    }

    @Override
    public String toString() {
        return "recipe " + settings();
    }
}
