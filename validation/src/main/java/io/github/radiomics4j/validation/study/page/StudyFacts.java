package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.validation.report.checklist.ChecklistAnswer;
import io.github.radiomics4j.validation.report.checklist.StudyFact;
import io.github.radiomics4j.validation.study.CohortFlow;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.StudyResult;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a study's result says on the items of checklists. What it cannot know is left to the authors. */
final class StudyFacts {
    private static final String IMPUTATION = "imputation.median.largest_missing_share";

    private final StudyResult result;
    private final Map<StudyFact, ChecklistAnswer> facts = new EnumMap<>(StudyFact.class);

    private StudyFacts(StudyResult result) {
        this.result = result;
    }

    static Map<StudyFact, ChecklistAnswer> of(StudyResult result, Map<String, Provenance> extraction, String software) {
        StudyFacts all = new StudyFacts(result);
        all.cohort();
        all.models();
        all.evaluation();
        if (!extraction.isEmpty()) {
            all.extraction(extraction, software);
        }
        return all.facts;
    }

    private void yes(StudyFact fact, String text) {
        facts.put(fact, ChecklistAnswer.yes(text));
    }

    private void cohort() {
        CohortFlow cohort = result.cohort();
        yes(StudyFact.CASE_FLOW, cohort.read() + " cases read, " + cohort.excluded().size() + " left out"
                + cohort.exclusions().entrySet().stream().map(one -> "; " + one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining())
                + "; " + cohort.analysed() + " analysed");
        yes(StudyFact.CASES_AND_EVENTS, cohort.analysed() + " cases of " + cohort.patients() + " patients, " + cohort.events() + " events");
        yes(StudyFact.CLASS_BALANCE, cohort.events() + " of " + cohort.analysed() + " cases with the event; folds keep this share");
        facts.put(StudyFact.END_TO_END_ROBUSTNESS, ChecklistAnswer.notApplicable("no end-to-end network"));
    }

    private void models() {
        yes(StudyFact.FEATURE_COUNT, each(model -> model.name() + ": " + model.candidates()));
        yes(StudyFact.DIMENSION_REDUCTION, each(
                model -> model.name() + ": " + model.terms().size() + " of " + model.candidates() + " kept"));
        yes(StudyFact.DIMENSIONALITY, each(model -> model.name() + ": " + model.terms().size() + " features for " + result.cohort().events()
                + " events"));
        yes(StudyFact.FEATURE_SCALING, "z-scores by mean and standard deviation of the training cases");
        yes(StudyFact.ALGORITHM, each(model -> model.name() + ": " + words(recipe(model))));
        yes(StudyFact.MODEL_SPECIFICATION, "formulas are in the report");
        yes(StudyFact.MODEL_OUTPUT, "log odds; cut-offs by " + result.settings().get("cut_off.rule"));
        yes(StudyFact.EXPLANATION, "formula, and what each term adds to the score of a case");
        where(IMPUTATION, StudyFact.MISSING_DATA, model -> "median of the training cases where "
                + percent(recipe(model, IMPUTATION).values()) + " of them at most lack a feature, otherwise it is dropped;"
                + " missing: " + model.radscore().training().getOrDefault("training.imputed", "not told"));
        where("reliability.", StudyFact.SEGMENTATION_RELIABILITY, model -> words(recipe(model, "reliability.")));
        yes(StudyFact.FEATURE_STATISTICS, "how often resamples selected each feature, and Nogueira's stability");
    }

    /** What is told of the models whose recipe has such a setting; nothing where none has. */
    private void where(String setting, StudyFact fact, Function<ModelResult, String> words) {
        String text = result.models().stream().filter(model -> !recipe(model, setting).isEmpty())
                .map(model -> model.name() + ": " + words.apply(model)).collect(Collectors.joining("; "));
        if (!text.isEmpty()) {
            yes(fact, text);
        }
    }

    private void evaluation() {
        String plans = result.models().get(0).plans().stream().map(plan -> plan.plan()).collect(Collectors.joining("; "));
        yes(StudyFact.DATA_SPLIT, plans + "; every step that looks at outcomes is repeated on the training cases of each resample");
        yes(StudyFact.TRAINING_AND_TUNING, "recipes and seed are in the settings; fits are repeated in each resample");
        yes(StudyFact.TESTING, "internal: " + plans);
        facts.put(StudyFact.INTERNAL_TEST, ChecklistAnswer.no("resampling only: " + plans));
        facts.put(StudyFact.EXTERNAL_TEST, ChecklistAnswer.no("none by this analysis"));
        yes(StudyFact.PERFORMANCE_MEASURES, "AUC, sensitivity, specificity, PPV, NPV, calibration, Brier score, decision curve");
        boolean byPatient = result.cohort().hasSeveralCasesPerPatient();
        yes(StudyFact.UNCERTAINTY, "intervals of level " + result.settings().get("level") + ": " + (byPatient ? "Obuchowski by patient"
                : "DeLong") + " on the logit, Wilson, bootstrap");
        yes(StudyFact.CALIBRATION, "slope, in the large, curve, ICI, Brier score on out-of-sample risks");
        yes(StudyFact.PERFORMANCE_RESULTS, each(model -> model.name() + ": " + model.plans().stream()
                .map(plan -> plan.plan() + " " + Words.auc(plan.auc())).collect(Collectors.joining(", "))));
        yes(StudyFact.PREDICTION_CALCULATION, "out-of-sample scores, each by fits that did not see the case");
        facts.put(StudyFact.MODEL_UPDATING, ChecklistAnswer.no("no model was updated"));
        if (!result.comparisons().isEmpty()) {
            yes(StudyFact.COMPARISON_TESTS, "paired " + (byPatient ? "Obuchowski tests by patient" : "DeLong tests")
                    + "; p is not adjusted for the number of comparisons");
        }
        if (!result.clinical().isEmpty()) {
            yes(StudyFact.NON_RADIOMIC_COMPARISON, result.clinical().stream().map(one -> one.name()).collect(Collectors.joining(", ")));
        }
    }

    private void extraction(Map<String, Provenance> extraction, String software) {
        yes(StudyFact.EXTRACTION_SOFTWARE, software + ", features as IBSI 1 defines them where they have its code");
        setting(extraction, "resampling", text -> yes(StudyFact.RESAMPLING, text));
        setting(extraction, "discretisation", text -> yes(StudyFact.DISCRETISATION, text));
        setting(extraction, "resegmentation", text -> yes(StudyFact.PREPROCESSING, "re-segmentation: " + text));
        setting(extraction, "families", text -> yes(StudyFact.FEATURE_CLASSES, text));
        setting(extraction, "aggregations", text -> yes(StudyFact.EXTRACTION_PARAMETERS, "aggregation: " + text + "; all in the report"));
    }

    private static void setting(Map<String, Provenance> extraction, String name, Consumer<String> found) {
        Map<String, String> texts = new LinkedHashMap<>();
        extraction.forEach((structure, provenance) -> {
            if (provenance.settings().containsKey(name)) {
                texts.put(structure, provenance.settings().get(name));
            }
        });
        if (!texts.isEmpty()) {
            boolean same = texts.values().stream().distinct().count() == 1;
            found.accept(same ? texts.values().iterator().next() : words(texts));
        }
    }

    /** The settings of the recipe, without the fingerprints of the training rows. */
    private static Map<String, String> recipe(ModelResult model) {
        Map<String, String> settings = new TreeMap<>(model.radscore().training());
        settings.keySet().removeIf(name -> name.startsWith("training."));
        return settings;
    }

    private static String percent(Collection<String> shares) {
        return shares.stream().distinct().map(share -> Math.round(100 * Double.parseDouble(share)) + " %")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> recipe(ModelResult model, String setting) {
        Map<String, String> settings = recipe(model);
        settings.keySet().removeIf(name -> !name.contains(setting));
        return settings;
    }

    private String each(Function<ModelResult, String> words) {
        return result.models().stream().map(words).collect(Collectors.joining("; "));
    }

    private static String words(Map<String, String> settings) {
        return settings.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", "));
    }
}
