package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.study.StudyWarning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader should know before the figures are believed. The limits are customary ones, none is a law. */
final class Warnings {
    private static final int FEW_CASES = 100;
    private static final int FEW_OF_AN_OUTCOME = 20;
    private static final double MUCH_LEFT_OUT = 0.05;
    private static final int EVENTS_PER_VARIABLE = 10;
    private static final double UNSTABLE = 0.4;
    private static final double RARE = 0.3;
    private static final double FOLDS_APART = 0.05;
    private static final int FEW_SAMPLES = 200;
    private static final int SMALL_GROUP = 10;

    private final AnalysedCases cohort;
    private final int rarer;
    private final List<StudyWarning> found = new ArrayList<>();

    Warnings(AnalysedCases cohort, List<ModelResult> models, List<ClinicalScore> clinical, List<Comparison> comparisons,
            List<InteractionResult> interactions) {
        this.cohort = cohort;
        this.rarer = Math.min(cohort.outcome().positives(), cohort.outcome().negatives());
        ofCohort();
        ofPlans(models.get(0));
        clinical.forEach(this::ofClinical);
        models.forEach(this::ofModel);
        interactions.forEach(this::ofInteraction);
        if (comparisons.size() > 1) {
            add(Kind.COMPARISONS_UNADJUSTED, comparisons.size() + " comparisons are made and no p is adjusted for that: name the one that"
                    + " the study is about");
        }
    }

    List<StudyWarning> all() {
        return found;
    }

    private void add(Kind kind, String message) {
        found.add(new StudyWarning(kind, Optional.empty(), message));
    }

    private void add(Kind kind, ModelResult model, String message) {
        found.add(new StudyWarning(kind, Optional.of(model.name()), message));
    }

    private void ofCohort() {
        CohortFlow flow = cohort.flow();
        if (flow.analysed() < FEW_CASES || rarer < FEW_OF_AN_OUTCOME) {
            add(Kind.FEW_CASES, flow.analysed() + " cases with " + flow.events() + " events; below " + FEW_CASES + " cases, or "
                    + FEW_OF_AN_OUTCOME + " of the rarer outcome, intervals are wide and calibration cannot be judged");
        }
        if (flow.excluded().size() > MUCH_LEFT_OUT * flow.read()) {
            add(Kind.CASES_LEFT_OUT, flow.excluded().size() + " of " + flow.read() + " cases read are not analysed " + flow.exclusions()
                    + ": say how they differ from the others");
        }
        if (cohort.hasSeveralCasesPerPatient()) {
            add(Kind.CASES_OF_ONE_PATIENT, flow.analysed() + " cases are of " + flow.patients()
                    + " patients: resampling, AUC intervals and paired tests are by patient, but the intervals of"
                    + " sensitivity, specificity, predictive values and rates of groups, standard errors and tests of calibration, and"
                    + " tests of interaction take cases for independent");
        }
        flow.batches().forEach((name, batch) -> {
            if (batch.events() == 0 || batch.events() == batch.cases()) {
                add(Kind.BATCH_OF_ONE_OUTCOME, "batch \"" + name + "\" has " + batch.events() + " events in " + batch.cases()
                        + " cases: in it the outcome cannot be told from the batch");
            }
        });
    }

    /** What all models share. */
    private void ofPlans(ModelResult any) {
        double share = (double) rarer / cohort.flow().analysed();
        for (PlanResult plan : any.plans()) {
            if (plan.plan().equals(new ValidationPlan.LeaveOneOut().label()) && share < RARE) {
                add(Kind.LEAVE_ONE_OUT_BIAS, "the rarer outcome is " + percent(share) + " of the cases: leaving out one of them lowers the"
                        + " very score that it is given, so the AUC of pooled leave-one-out scores is biased downwards where the signal is"
                        + " weak; read it beside the other plans");
            }
            if (plan.bootstrap().isPresent() && plan.resamples() < FEW_SAMPLES) {
                add(Kind.FEW_SAMPLES, plan.resamples() + " bootstrap samples, an estimate of the optimism needs " + FEW_SAMPLES
                        + " and more");
            }
        }
    }

    private void ofClinical(ClinicalScore column) {
        if (column.cases() < cohort.flow().analysed()) {
            add(Kind.COMPARATOR_INCOMPLETE, "clinical column \"" + column.name() + "\" has values of " + column.cases() + " of "
                    + cohort.flow().analysed() + " cases: comparisons with it are of these");
        }
    }

    private void ofModel(ModelResult model) {
        int terms = model.terms().size();
        if (rarer < EVENTS_PER_VARIABLE * model.candidates()) {
            add(Kind.EVENTS_PER_CANDIDATE, model, rarer + " cases of the rarer outcome for " + model.candidates() + " candidate features ("
                    + two((double) rarer / model.candidates()) + " each, " + EVENTS_PER_VARIABLE
                    + " are customary): believe resampled figures only");
        }
        if (terms > 0 && rarer < EVENTS_PER_VARIABLE * terms) {
            add(Kind.EVENTS_PER_SELECTED, model, rarer + " cases of the rarer outcome for " + terms + " features of the score ("
                    + two((double) rarer / terms) + " each, " + EVENTS_PER_VARIABLE + " are customary)");
        }
        if (terms == 0) {
            add(Kind.WITHOUT_TERMS, model, "the score that was fitted on all cases has no term: it is the same for every case");
        }
        if (model.apparent().auc() == 1) {
            add(Kind.SEPARATION, model, "the fitted score separates the outcomes of its own cases completely: its weights are as large as"
                    + " the penalty allows, and its risks too extreme");
        }
        model.plans().forEach(plan -> ofPlan(model, plan));
    }

    private void ofPlan(ModelResult model, PlanResult plan) {
        int without = plan.selection().withoutTerms();
        if (without > 0) {
            add(Kind.WITHOUT_TERMS, model, plan.plan() + ": " + without + " of " + plan.resamples()
                    + " resamples have a score without terms, the same for every case");
        }
        plan.selection().stability().value().filter(index -> index.index() < UNSTABLE).ifPresent(index -> add(
                Kind.UNSTABLE_SELECTION, model, plan.plan() + ": Nogueira's index of the selections is " + two(index.index())
                        + ", below " + UNSTABLE
                        + ": other cases would have led to other features, do not read meaning into single ones"));
        plan.honest().filter(honest -> Math.abs(plan.auc().auc() - honest.meanFoldAuc()) > FOLDS_APART)
                .ifPresent(honest -> add(Kind.FOLDS_NOT_COMPARABLE, model, plan.plan() + ": the AUC of the pooled scores is "
                        + two(plan.auc().auc()) + ", the mean within folds " + two(honest.meanFoldAuc())
                        + ": scores of different fits do not compare well"));
    }

    private void ofInteraction(InteractionResult interaction) {
        long small = interaction.atChosenCutOffs().rates().stream().filter(group -> group.counts().trials() < SMALL_GROUP).count();
        if (small > 0) {
            add(Kind.SMALL_GROUP, interaction.plan() + ": " + small + " of the four groups of " + interaction.a() + " and "
                    + interaction.b() + " have fewer than " + SMALL_GROUP + " cases: their rates tell little");
        }
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
