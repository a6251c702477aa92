package io.github.radiomics4j.validation.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.calibration.BrierScore;
import io.github.radiomics4j.validation.calibration.HosmerLemeshow;
import io.github.radiomics4j.validation.discrimination.CutOff;
import io.github.radiomics4j.validation.discrimination.Estimate;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.utility.DecisionCurve;

/** The part of a study's JSON that is about one score. */
final class ModelJson {
    private static final String NO_ERROR = "the standard error is 0 or undefined";

    private final double level;

    ModelJson(double level) {
        this.level = level;
    }

    void write(ObjectNode node, ModelResult model) {
        node.put("name", model.name()).put("candidates", model.candidates());
        radscore(node.putObject("radscore"), model);
        auc(node.putObject("apparent"), model.apparent());
        ArrayNode plans = node.putArray("plans");
        model.plans().forEach(plan -> plan(plans.addObject(), plan));
    }

    private static void radscore(ObjectNode node, ModelResult model) {
        Radscore radscore = model.radscore();
        node.put("formula", model.formula()).put("intercept", radscore.intercept()).put("raw_intercept", radscore.rawIntercept());
        ArrayNode terms = node.putArray("terms");
        for (ModelResult.Term term : model.terms()) {
            ObjectNode written = terms.addObject().put("feature", term.weight().feature());
            term.ibsiCode().ifPresent(code -> written.put("ibsi_code", code));
            term.key().ifPresent(key -> {
                written.put("source", key.source()).put("family", key.feature().family().toString()).put("name", key.feature().name())
                        .put("unit", key.feature().unit());
                key.aggregation().ifPresent(aggregation -> written.put("aggregation", aggregation.label()));
                key.discretisation().ifPresent(discretisation -> written.put("discretisation", discretisation));
            });
            written.put("mean", term.weight().mean()).put("sd", term.weight().sd()).put("coefficient", term.weight().coefficient())
                    .put("raw_coefficient", term.weight().rawCoefficient());
            term.weight().imputed().ifPresent(value -> written.put("imputed", value));
        }
        node.put("provenance_fingerprint", radscore.provenance().fingerprint());
        JsonTree.texts(node.putObject("provenance"), radscore.provenance().settings());
        JsonTree.texts(node.putObject("training"), radscore.training());
    }

    static void auc(ObjectNode node, AucEstimate auc) {
        node.put("auc", auc.auc());
        JsonTree.interval(node, "interval", auc.interval());
        node.put("interval_method", auc.method());
    }

    private void plan(ObjectNode node, PlanResult plan) {
        node.put("plan", plan.plan()).put("resamples", plan.resamples());
        auc(node, plan.auc());
        plan.bootstrap().ifPresent(bootstrap -> bootstrap(node, bootstrap));
        plan.honest().ifPresent(honest -> honest(node, honest));
        selection(node.putObject("selection"), plan.selection());
    }

    private static void bootstrap(ObjectNode node, BootstrapFigures figures) {
        String none = "no sample leaves cases of both outcomes out";
        node.put("optimism", figures.optimism());
        JsonTree.number(node, "out_of_bag_auc", figures.outOfBagAuc(), none);
        node.put("out_of_bag_samples", figures.outOfBagSamples());
        JsonTree.number(node, "auc_632", figures.auc632(), none);
        JsonTree.number(node, "auc_632_plus", figures.auc632Plus(), none);
        node.put("brier_score", figures.brierScore());
        JsonTree.found(node, "calibration_slope", figures.calibrationSlope(), (slope, value) -> slope.put("value", value));
    }

    private void selection(ObjectNode node, SelectionFigures selection) {
        node.put("mean_terms", selection.meanTerms()).put("resamples_without_terms", selection.withoutTerms());
        JsonTree.found(node, "stability", selection.stability(), (written, stability) -> {
            written.put("nogueira_index", stability.index());
            written.putArray("interval").add(stability.lower(level)).add(stability.upper(level));
        });
        ArrayNode features = node.putArray("frequency");
        selection.frequency().forEach((feature, share) -> features.addObject().put("feature", feature).put("share", share));
    }

    private static void honest(ObjectNode node, HonestFigures honest) {
        JsonTree.numbers(node, "auc_of_repeats", honest.aucOfRepeats());
        JsonTree.number(node, "mean_fold_auc", honest.meanFoldAuc(), "no fold holds out cases of both outcomes");
        cutOff(node.putObject("cut_off"), honest.cutOff());
        calibration(node.putObject("calibration"), honest.calibration());
        ArrayNode roc = node.putArray("roc");
        for (Roc.Point point : honest.roc()) {
            ObjectNode written = roc.addObject();
            JsonTree.number(written, "threshold", point.threshold(), point.threshold() < 0 ? "-infinity" : "infinity");
            written.put("sensitivity", point.sensitivity()).put("specificity", point.specificity());
        }
        ArrayNode decision = node.putArray("decision_curve");
        for (DecisionCurve.Point point : honest.decision()) {
            decision.addObject().put("threshold", point.threshold()).put("net_benefit", point.netBenefit())
                    .put("treat_all", point.treatAll()).put("interventions_avoided_per_100", point.interventionsAvoidedPer100());
        }
    }

    private static void cutOff(ObjectNode node, CutOffResult result) {
        node.put("rule", result.rule());
        figures(node.putObject("chosen"), result.chosen());
        node.put("corrected_sensitivity", result.correctedSensitivity()).put("corrected_specificity", result.correctedSpecificity());
        ObjectNode inTraining = node.putObject("chosen_in_training");
        figures(inTraining, result.chosenInTraining());
        inTraining.remove("threshold"); // half of the repeats, no score
    }

    private static void figures(ObjectNode node, CutOffFigures figures) {
        CutOff counts = figures.counts();
        JsonTree.number(node, "threshold", counts.threshold(), counts.threshold() < 0 ? "-infinity: all are called positive"
                : "infinity: none is called positive");
        node.put("true_positives", counts.truePositives()).put("false_negatives", counts.falseNegatives())
                .put("true_negatives", counts.trueNegatives()).put("false_positives", counts.falsePositives());
        JsonTree.rate(node, "sensitivity", figures.sensitivity());
        JsonTree.rate(node, "specificity", figures.specificity());
        JsonTree.rate(node, "positive_predictive_value", figures.positivePredictiveValue());
        JsonTree.rate(node, "negative_predictive_value", figures.negativePredictiveValue());
        JsonTree.rate(node, "accuracy", figures.accuracy());
    }

    private static void calibration(ObjectNode node, CalibrationFigures figures) {
        JsonTree.found(node, "line", figures.line(), (line, value) -> {
            estimate(line.putObject("slope"), value.slope());
            estimate(line.putObject("intercept"), value.intercept());
        });
        JsonTree.found(node, "in_the_large", figures.inTheLarge(), ModelJson::estimate);
        BrierScore brier = figures.brier();
        ObjectNode score = node.putObject("brier_score").put("score", brier.score()).put("reliability", brier.reliability())
                .put("resolution", brier.resolution()).put("uncertainty", brier.uncertainty());
        JsonTree.number(score, "scaled", brier.scaled(), "all cases have one outcome");
        node.put("integrated_calibration_index", figures.integratedIndex()).put("largest_distance", figures.largestDistance());
        HosmerLemeshow groups = figures.groups();
        JsonTree.test(node.putObject("hosmer_lemeshow"), groups.chiSquared(), groups.groups().size(), figures.groupsP());
        ArrayNode written = node.putArray("groups");
        groups.groups().forEach(group -> written.addObject().put("cases", group.cases()).put("observed", group.observed())
                .put("expected", group.expected()));
        ArrayNode curve = node.putArray("curve");
        figures.curve().forEach(point -> curve.addObject().put("predicted", point.predicted()).put("observed", point.observed()));
    }

    private static void estimate(ObjectNode node, Estimate estimate) {
        node.put("value", estimate.value());
        JsonTree.number(node, "standard_error", estimate.standardError(), NO_ERROR);
    }
}
