package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.StackedRecipe;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import io.github.radiomics4j.validation.resampling.ExplicitFolds;
import io.github.radiomics4j.validation.resampling.GroupedBootstrap;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A plan made concrete for a cohort: its rows, its patients. */
final class Plans {
    private final StudyPlan plan;
    private final AnalysedCases cohort;

    Plans(StudyPlan plan, AnalysedCases cohort) {
        this.plan = plan;
        this.cohort = cohort;
        List<String> structures = List.copyOf(cohort.structures().keySet());
        requireKnown("a recipe", plan.recipes(), structures, "structures");
        requireKnown("a first step", plan.firstSteps(), structures, "structures");
        requireKnown("an interaction", plan.interaction(), structures, "structures");
        plan.comparators().ifPresent(names -> requireKnown("a comparison", names, List.copyOf(cohort.clinical().keySet()),
                "clinical columns"));
    }

    private static void requireKnown(String what, List<String> names, List<String> known, String sort) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the plan has " + what + " of \"" + name + "\", but the data have the " + sort + " "
                        + known);
            }
        }
    }

    /** Label to plan, with whole patients where there are several cases of one. */
    Map<String, Resampling> resamplings() {
        Map<String, Resampling> resamplings = new LinkedHashMap<>();
        plan.validations().forEach(one -> resamplings.put(one.label(), resampling(one)));
        return resamplings;
    }

    private Resampling resampling(ValidationPlan one) {
        boolean grouped = cohort.hasSeveralCasesPerPatient();
        if (one instanceof ValidationPlan.KFold k) {
            return grouped ? GroupedKFold.of(cohort.patients(), k.folds(), k.repeats(), plan.seed())
                    : new StratifiedKFold(k.folds(), k.repeats(), plan.seed());
        }
        if (one instanceof ValidationPlan.Bootstrap samples) {
            return bootstrap(samples.samples());
        }
        return grouped ? leaveOnePatientOut() : new LeaveOneOut();
    }

    BootstrapSampling bootstrap(int samples) {
        return cohort.hasSeveralCasesPerPatient() ? GroupedBootstrap.of(cohort.patients(), samples, plan.seed())
                : new Bootstrap(samples, plan.seed());
    }

    private Resampling leaveOnePatientOut() {
        List<String> distinct = cohort.patients().stream().distinct().toList();
        Map<String, Integer> fold = new LinkedHashMap<>();
        distinct.forEach(patient -> fold.put(patient, fold.size()));
        return ExplicitFolds.of(cohort.patients().stream().mapToInt(fold::get).toArray());
    }

    /** The recipe of the combined score; none of one structure. */
    Optional<Recipe> combined() {
        if (cohort.structures().size() < 2 || plan.combination() instanceof Combination.None) {
            return Optional.empty();
        }
        if (plan.combination() instanceof Combination.OfFeatures features) {
            return Optional.of(plan.recipeOfFeatures(features, List.copyOf(cohort.structures().keySet())));
        }
        Combination.OfScores scores = (Combination.OfScores) plan.combination();
        Map<String, Recipe> parts = new LinkedHashMap<>();
        cohort.structures().keySet().forEach(name -> parts.put(name, plan.recipeOf(name)));
        return Optional.of(StackedRecipe.of(parts, new StratifiedKFold(scores.folds(), scores.repeats(), plan.seed()))
                .groupedBy(cohort.hasSeveralCasesPerPatient() ? cohort.patientOfCase() : Map.of()));
    }

    /** Two structures; none where there is one. */
    List<String> interaction() {
        if (!plan.interaction().isEmpty()) {
            return plan.interaction();
        }
        List<String> structures = new ArrayList<>(cohort.structures().keySet());
        return structures.size() < 2 ? List.of() : structures.subList(0, 2);
    }

    Map<String, double[]> comparators() {
        Map<String, double[]> chosen = new LinkedHashMap<>();
        plan.comparators().orElseGet(() -> List.copyOf(cohort.clinical().keySet()))
                .forEach(name -> chosen.put(name, cohort.clinical().get(name)));
        return chosen;
    }

    SortedMap<String, String> settings() {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("structures", String.join(" ", cohort.structures().keySet()));
        all.put("combination", plan.combination() instanceof Combination.OfScores of
                ? "logistic regression of scores, " + of.folds() + " × " + of.repeats() + " folds inside"
                : plan.combination() instanceof Combination.None ? "none" : "one recipe of all features");
        IntStream.range(0, plan.validations().size())
                .forEach(i -> all.put("validation." + (i + 1), plan.validations().get(i).label()));
        all.put("resampling.unit", cohort.hasSeveralCasesPerPatient() ? "patient" : "case");
        all.put("comparators", String.join(" ", comparators().keySet()));
        all.put("interaction", String.join(" ", interaction()));
        all.put("cut_off.rule", plan.cutOff().name());
        all.put("decision.thresholds", IntStream.range(0, plan.thresholds().length)
                .mapToObj(i -> Double.toString(plan.thresholds()[i])).reduce((a, b) -> a + " " + b).orElse(""));
        all.put("level", Double.toString(plan.level()));
        all.put("seed", Long.toString(plan.seed()));
        return all;
    }
}
