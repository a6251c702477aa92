package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a study found.
 *
 * @param settings everything of the plan that can change a number, but for the recipes, which the scores themselves tell; copied
 * @param cohort from the cases read to those analysed
 * @param models one score per structure in their order, then the combined one; copied
 * @param clinical the comparators, each taken for a score; copied
 * @param comparisons of every model with every comparator and with every other model, by each cross-validation plan; copied
 * @param interactions of two structures, by each cross-validation plan; none where there is one structure only; copied
 * @param cases the analysed cases with their scores; copied
 * @param warnings what a reader should know; copied
 */
public record StudyResult(SortedMap<String, String> settings, CohortFlow cohort, List<ModelResult> models, List<ClinicalScore> clinical,
        List<Comparison> comparisons, List<InteractionResult> interactions, List<CaseResult> cases, List<StudyWarning> warnings) {

    /**
     * Copies the collections.
     *
     * @param settings everything of the plan that can change a number; copied
     * @param cohort from the cases read to those analysed
     * @param models one score per structure, then the combined one; copied
     * @param clinical the comparators; copied
     * @param comparisons of every model with every comparator and with every other model; copied
     * @param interactions of two structures, by each cross-validation plan; copied
     * @param cases the analysed cases with their scores; copied
     * @param warnings what a reader should know; copied
     */
    public StudyResult {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        models = List.copyOf(models);
        clinical = List.copyOf(clinical);
        comparisons = List.copyOf(comparisons);
        interactions = List.copyOf(interactions);
        cases = List.copyOf(cases);
        warnings = List.copyOf(warnings);
    }

    /**
     * A score of the study.
     *
     * @param name the structure's, or {@value StudyPlan#COMBINED}
     * @return what was found of it
     * @throws IllegalArgumentException where there is no such score
     */
    public ModelResult model(String name) {
        return models.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "there is no score \"" + name + "\" among " + models.stream().map(ModelResult::name).toList()));
    }

    /**
     * The outcome of the analysed cases.
     *
     * @return in the order of {@link #cases()}
     */
    public BinaryOutcome outcome() {
        return BinaryOutcome.of(cases.stream().mapToInt(one -> one.event() ? 1 : 0).toArray());
    }

    /**
     * A comparison.
     *
     * @param model whose scores
     * @param plan label of a cross-validation plan
     * @param comparator a clinical column or another model
     * @return what was found
     * @throws IllegalArgumentException where there is no such comparison
     */
    public Comparison comparison(String model, String plan, String comparator) {
        return comparisons.stream().filter(c -> c.model().equals(model) && c.plan().equals(plan) && c.comparator().equals(comparator))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("there is no comparison of \"" + model + "\" with \""
                        + comparator + "\" by \"" + plan + "\""));
    }
}
