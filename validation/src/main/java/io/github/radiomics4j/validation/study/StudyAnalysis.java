package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.KeptRefits;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A clinical radiomics study in one call: from the features of every structure, and the outcome, to scores, their validation and what they
 * add to a grade.
 *
 * <pre>{@code
 * StudyData data = StudyData.of(cases, recurrence).withStructure("disc", disc).withStructure("muscle", muscle)
 *         .withClinical("pfirrmann", grades);
 * StudyResult result = StudyAnalysis.run(data, StudyPlan.standard().withSeed(7));
 * Files.writeString(file, StudyJson.write(result));
 * }</pre>
 *
 * <p>Whatever looks at outcomes lies inside the resampling: selection, scaling, weights, the weights of the combined score, and once more
 * the cut-offs. Each recipe is refitted once per resample of each plan; all figures are read off the scores that this gives. Resamples are
 * worked on in parallel by the threads that ImgLib2's {@code Parallelization} was given; results are the same to the last bit for any
 * number of them. {@link KeptRefits} keeps fits on disk, so that a run after a kill or a change fits only what is missing.
 */
public final class StudyAnalysis {
    private static final int SAMPLES_FOR_CUT_OFFS = 1000;

    private StudyAnalysis() {
    }

    /**
     * Runs a study.
     *
     * @param data what is known of the cases
     * @param plan what to compute
     * @return everything that was found; figures that these cases do not have carry the reason, other findings that a reader should know
     *     are warnings
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where fewer than two cases of an outcome, and of different
     *     patients, have all structures, or a comparator has fewer than two such cases of an outcome; and whatever a recipe or plan finds, with
     *     the name of the score and the plan
     * @throws IllegalArgumentException where there is no structure, or the plan names a structure or clinical column that is not there
     */
    public static StudyResult run(StudyData data, StudyPlan plan) {
        return run(data, plan, Validation::internal);
    }

    /**
     * Runs a study, and fits only what no earlier run has fitted: the fits of a score by a plan are on the disk before the next are begun.
     * A change of level, comparators, interaction, thresholds or cut-off fits nothing, another recipe of a structure that structure's
     * score and the combined one, a further validation that one alone. What is found is the same to the last bit.
     *
     * <pre>{@code
     * try (KeptRefits kept = KeptRefits.in(Path.of("state", "analysis"))) {
     *     StudyResult result = StudyAnalysis.run(data, plan, kept);
     * }
     * }</pre>
     *
     * @param data what is known of the cases
     * @param plan what to compute
     * @param kept where fits are kept; stays open
     * @return as without it
     * @throws io.github.radiomics4j.core.InvalidInputException as without it
     * @throws IllegalArgumentException as without it
     * @throws java.io.UncheckedIOException where the folder cannot be written, a full disk say; what was kept stays
     */
    public static StudyResult run(StudyData data, StudyPlan plan, KeptRefits kept) {
        return run(data, plan, kept::internal);
    }

    private static StudyResult run(StudyData data, StudyPlan plan, Model.Fitting fitting) {
        AnalysedCases cohort = AnalysedCases.of(data);
        Plans plans = new Plans(plan, cohort);
        Map<String, double[]> comparators = plans.comparators();
        Comparisons compare = new Comparisons(cohort.units(), plan.level());
        List<ClinicalScore> clinical = compare.clinical(comparators);
        List<Model> fitted = models(plan, plans, cohort, fitting);
        Figures figures = new Figures(plan, plans.bootstrap(SAMPLES_FOR_CUT_OFFS), cohort.units());
        List<ModelResult> models = fitted.stream().map(figures::of).toList();
        List<String> folds = fitted.get(0).validations().entrySet().stream().filter(one -> one.getValue() instanceof CrossValidated)
                .map(Map.Entry::getKey).toList();
        List<Comparison> comparisons = compare.of(models, comparators, folds);
        List<InteractionResult> interactions = interactions(plans.interaction(), models, folds, cohort.outcome(),
                plan.level());
        return new StudyResult(plans.settings(), cohort.flow(), models, clinical, comparisons, interactions, cases(cohort, fitted, folds),
                new Warnings(cohort, models, clinical, comparisons, interactions).all());
    }

    private static List<Model> models(StudyPlan plan, Plans plans, AnalysedCases cohort, Model.Fitting fitting) {
        Map<String, Resampling> resamplings = plans.resamplings();
        List<Model> models = new ArrayList<>();
        cohort.structures().forEach((name, table) -> models.add(Model.of(name, plan.recipeOf(name), table, cohort.outcome(), resamplings,
                fitting)));
        plans.combined().ifPresent(recipe -> models.add(Model.of(StudyPlan.COMBINED, recipe, cohort.sideBySide(columnsOfCases(recipe)),
                cohort.outcome(), resamplings, fitting)));
        return models;
    }

    private static List<String> columnsOfCases(Recipe recipe) {
        return recipe instanceof RadscoreRecipe one ? one.columnsOfHarmonisation() : List.of();
    }

    private static List<InteractionResult> interactions(List<String> pair, List<ModelResult> models, List<String> folds,
            BinaryOutcome outcome, double level) {
        if (pair.isEmpty()) {
            return List.of();
        }
        ModelResult a = models.stream().filter(model -> model.name().equals(pair.get(0))).findFirst().orElseThrow();
        ModelResult b = models.stream().filter(model -> model.name().equals(pair.get(1))).findFirst().orElseThrow();
        return folds.stream().map(label -> Interactions.of(a, b, label, outcome, level)).toList();
    }

    private static List<CaseResult> cases(AnalysedCases cohort, List<Model> models, List<String> folds) {
        Map<String, Map<String, double[]>> honest = new LinkedHashMap<>();
        for (Model model : models) {
            Map<String, double[]> ofPlan = new LinkedHashMap<>();
            folds.forEach(label -> ofPlan.put(label, ((CrossValidated) model.validations().get(label)).scores()));
            honest.put(model.name(), ofPlan);
        }
        Map<String, double[]> apparent = new LinkedHashMap<>();
        models.forEach(model -> apparent.put(model.name(), model.apparentScores()));
        return IntStream.range(0, cohort.cases().size()).mapToObj(row -> new CaseResult(cohort.cases().get(row),
                cohort.patients().isEmpty() ? Optional.empty() : Optional.of(cohort.patients().get(row)),
                cohort.batches().isEmpty() ? Optional.empty() : Optional.of(cohort.batches().get(row)), cohort.outcome().isPositive(row),
                models.stream().map(model -> score(model, row, honest.get(model.name()), apparent.get(model.name())[row])).toList()))
                .toList();
    }

    private static CaseResult.Score score(Model model, int row, Map<String, double[]> honest, double fitted) {
        Map<String, Double> ofPlan = new LinkedHashMap<>();
        honest.forEach((label, scores) -> ofPlan.put(label, scores[row]));
        return new CaseResult.Score(model.name(), ofPlan, fitted, model.radscore().risk(fitted),
                model.radscore().contributions(model.table(), row));
    }
}
