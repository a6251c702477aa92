package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.MedianImputation;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.discrimination.CutOffRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a study computes. {@link #standard()} is the way of Frontiers in AI 2026, doi 10.3389/frai.2026.1757269: of each structure the ten
 * features of largest mutual information, no two correlated above 0.9, in a penalised logistic regression (what up to a fifth of the
 * training rows lack is replaced by the median of the others, what more of them lack is dropped); a combined score; leave-one-out, ten
 * folds and bootstrap; every clinical column a comparator; Youden's cut-offs; the interaction of the first two structures. Immutable:
 * each method gives a new plan.
 */
public final class StudyPlan {
    /** The name of the score of all structures together. */
    public static final String COMBINED = "combined";

    private static final RadscoreRecipe RECIPE = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(4), 10))
            .then(new CorrelationFilter(0.9)).fittedBy(PenalisedLogistic.elasticNet(0.03, 0.5)).imputing(new MedianImputation(0.2));

    private final Learning learning;
    private final List<ValidationPlan> validations;
    private final Optional<List<String>> comparators;
    private final List<String> interaction;
    private final NamedRule cutOff;
    private final List<Double> thresholds;
    private final double level;
    private final long seed;

    /** A rule has no name of its own, results need one. */
    record NamedRule(String name, CutOffRule rule) {
    }

    /** How scores come about. */
    private record Learning(Recipe recipe, Map<String, Recipe> recipes, Map<String, SelectionStep> firstSteps, Combination combination) {
    }

    private StudyPlan(Learning learning, List<ValidationPlan> validations, Optional<List<String>> comparators, List<String> interaction,
            NamedRule cutOff, List<Double> thresholds, double level, long seed) {
        this.learning = learning;
        this.validations = validations;
        this.comparators = comparators;
        this.interaction = interaction;
        this.cutOff = cutOff;
        this.thresholds = thresholds;
        this.level = level;
        this.seed = seed;
    }

    /**
     * The plan that is described above, with 1000 bootstrap samples, ten repeats of ten folds, the combined score by weights learned in
     * five folds, decision thresholds from 0.01 to 0.6, confidence level 0.95 and seed 1.
     *
     * @return the plan
     */
    public static StudyPlan standard() {
        return new StudyPlan(new Learning(RECIPE, Map.of(), Map.of(), new Combination.OfScores(5, 1)),
                List.of(new ValidationPlan.LeaveOneOut(), new ValidationPlan.KFold(10, 10), new ValidationPlan.Bootstrap(1000)),
                Optional.empty(), List.of(), new NamedRule("Youden", CutOffRule.youden()),
                IntStream.rangeClosed(1, 60).mapToObj(percent -> percent / 100.0).toList(), 0.95, 1);
    }

    /**
     * The recipe of every structure that has none of its own.
     *
     * @param chosen unfitted
     * @return the plan with it
     */
    public StudyPlan withRecipe(Recipe chosen) {
        return learning(new Learning(chosen, learning.recipes, learning.firstSteps, learning.combination));
    }

    private StudyPlan learning(Learning chosen) {
        return new StudyPlan(chosen, validations, comparators, interaction, cutOff, thresholds, level, seed);
    }

    /**
     * The recipe of one structure.
     *
     * @param structure its name in the data
     * @param chosen unfitted; sees the features under their own names
     * @return the plan with it
     */
    public StudyPlan withRecipe(String structure, Recipe chosen) {
        Map<String, Recipe> more = new LinkedHashMap<>(learning.recipes);
        more.put(structure, chosen);
        return learning(new Learning(learning.recipe, Collections.unmodifiableMap(more), learning.firstSteps, learning.combination));
    }

    /**
     * A selection step that goes before all others of a structure's recipe, and of the combined score's where that is
     * {@link Combination.OfFeatures}: a {@link io.github.radiomics4j.radscore.reliability.ReliabilityFilter} of measurements with changed
     * masks, say, which belongs to the structure's data and not to a recipe. In each resample it sees the training rows only, like any
     * step.
     *
     * @param structure its name in the data
     * @param step sees the structure's features under their own names
     * @return the plan with it; its recipes must be {@link RadscoreRecipe}s
     */
    public StudyPlan withFirstStep(String structure, SelectionStep step) {
        Map<String, SelectionStep> more = new LinkedHashMap<>(learning.firstSteps);
        more.put(structure, step);
        return learning(new Learning(learning.recipe, learning.recipes, Collections.unmodifiableMap(more), learning.combination));
    }

    /**
     * How the combined score is formed.
     *
     * @param chosen of scores, of features, or not at all
     * @return the plan with it
     */
    public StudyPlan withCombination(Combination chosen) {
        return learning(new Learning(learning.recipe, learning.recipes, learning.firstSteps, chosen));
    }

    /**
     * How scores are validated.
     *
     * @param chosen at least one plan, each once
     * @return the plan with them in place of the former
     * @throws IllegalArgumentException where there is none, or two have the same label
     */
    public StudyPlan withValidations(ValidationPlan... chosen) {
        List<ValidationPlan> plans = List.of(chosen);
        if (plans.isEmpty() || new HashSet<>(plans.stream().map(ValidationPlan::label).toList()).size() < plans.size()) {
            throw new IllegalArgumentException("a study needs at least one validation and each once, got "
                    + plans.stream().map(ValidationPlan::label).toList());
        }
        return new StudyPlan(learning, plans, comparators, interaction, cutOff, thresholds, level, seed);
    }

    /**
     * What scores are compared with; every clinical column unless this is called.
     *
     * @param clinicalColumns names of clinical columns whose higher values mean more likely positive; may be none
     * @return the plan with them in place of the former
     */
    public StudyPlan comparedWith(String... clinicalColumns) {
        return new StudyPlan(learning, validations, Optional.of(List.of(clinicalColumns)), interaction, cutOff, thresholds, level, seed);
    }

    /**
     * Whose interaction is looked at; the first two structures unless this is called.
     *
     * @param a a structure
     * @param b another
     * @return the plan with it
     * @throws IllegalArgumentException where they are the same
     */
    public StudyPlan withInteraction(String a, String b) {
        if (a.equals(b)) {
            throw new IllegalArgumentException("an interaction is of two structures, got \"" + a + "\" twice");
        }
        return new StudyPlan(learning, validations, comparators, List.of(a, b), cutOff, thresholds, level, seed);
    }

    /**
     * How cut-offs are chosen.
     *
     * @param name as the result calls it
     * @param rule the rule; Youden's unless this is called
     * @return the plan with it
     */
    public StudyPlan withCutOff(String name, CutOffRule rule) {
        return new StudyPlan(learning, validations, comparators, interaction, new NamedRule(name, rule), thresholds, level, seed);
    }

    /**
     * Where decision curves have points.
     *
     * @param risks at least one, each between 0 and 1
     * @return the plan with them in place of the former
     * @throws IllegalArgumentException where there is none or one does not lie between 0 and 1
     */
    public StudyPlan withThresholds(double... risks) {
        List<Double> chosen = Arrays.stream(risks).boxed().toList();
        if (chosen.isEmpty() || chosen.stream().anyMatch(risk -> !(risk > 0 && risk < 1))) {
            throw new IllegalArgumentException("decision thresholds lie between 0 and 1 and there is at least one, got " + chosen);
        }
        return new StudyPlan(learning, validations, comparators, interaction, cutOff, chosen, level, seed);
    }

    /**
     * The level of all intervals.
     *
     * @param confidence between 0 and 1, such as 0.95
     * @return the plan with it
     * @throws IllegalArgumentException where it does not lie between 0 and 1
     */
    public StudyPlan withLevel(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, such as 0.95; was " + confidence);
        }
        return new StudyPlan(learning, validations, comparators, interaction, cutOff, thresholds, confidence, seed);
    }

    /**
     * The seed of folds and samples. Data, plan and seed determine the result to the last bit.
     *
     * @param chosen any number
     * @return the plan with it
     */
    public StudyPlan withSeed(long chosen) {
        return new StudyPlan(learning, validations, comparators, interaction, cutOff, thresholds, level, chosen);
    }

    /**
     * The recipe of every structure that has none of its own.
     *
     * @return unfitted
     */
    public Recipe recipe() {
        return learning.recipe;
    }

    /** With the structure's first step. */
    Recipe recipeOf(String structure) {
        Recipe recipe = learning.recipes.getOrDefault(structure, learning.recipe);
        return learning.firstSteps.containsKey(structure) ? startingWith(learning.firstSteps.get(structure), recipe) : recipe;
    }

    /** The structures that have recipes of their own. */
    List<String> recipes() {
        return List.copyOf(learning.recipes.keySet());
    }

    /** The structures that have first steps. */
    List<String> firstSteps() {
        return List.copyOf(learning.firstSteps.keySet());
    }

    Combination combination() {
        return learning.combination;
    }

    /** The recipe of all features, with the structures' first steps; some of the structures may have none. */
    Recipe recipeOfFeatures(Combination.OfFeatures all, List<String> structures) {
        return learning.firstSteps.isEmpty() ? all.recipe()
                : startingWith(StepsByStructure.of(structures, learning.firstSteps), all.recipe());
    }

    private static Recipe startingWith(SelectionStep step, Recipe recipe) {
        if (recipe instanceof RadscoreRecipe one) {
            return one.startingWith(step);
        }
        throw new IllegalArgumentException("a first step goes before those of a RadscoreRecipe, the recipe is a "
                + recipe.getClass().getSimpleName() + ": make it one that begins with the step");
    }

    List<ValidationPlan> validations() {
        return validations;
    }

    Optional<List<String>> comparators() {
        return comparators;
    }

    /** Two names, or none where it is left to the data. */
    List<String> interaction() {
        return interaction;
    }

    NamedRule cutOff() {
        return cutOff;
    }

    double[] thresholds() {
        return thresholds.stream().mapToDouble(risk -> risk).toArray();
    }

    double level() {
        return level;
    }

    long seed() {
        return seed;
    }
}
