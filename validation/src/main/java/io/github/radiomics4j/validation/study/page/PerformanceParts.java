package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.calibration.RankGroups;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.report.AucForestPlot;
import io.github.radiomics4j.validation.report.CalibrationPlot;
import io.github.radiomics4j.validation.report.DecisionCurvePlot;
import io.github.radiomics4j.validation.report.HtmlBlock;
import io.github.radiomics4j.validation.report.HtmlFigure;
import io.github.radiomics4j.validation.report.HtmlPage.Section;
import io.github.radiomics4j.validation.report.HtmlSideBySide;
import io.github.radiomics4j.validation.report.HtmlTable;
import io.github.radiomics4j.validation.report.HtmlTable.Column;
import io.github.radiomics4j.validation.report.RocPlot;
import io.github.radiomics4j.validation.study.AucEstimate;
import io.github.radiomics4j.validation.study.CutOffResult;
import io.github.radiomics4j.validation.study.HonestFigures;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.PlanResult;
import io.github.radiomics4j.validation.study.StudyResult;
import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Discrimination, calibration, cut-offs, utility and comparisons: what is honest beside what is apparent. */
final class PerformanceParts {
    private static final int GROUPS = 10;

    private final StudyResult result;
    private final BinaryOutcome outcome;
    /** The label of the cross-validation whose curves are drawn: the last, since repeats of folds come after leave-one-out. */
    private final String plan;

    PerformanceParts(StudyResult result, String plan) {
        this.result = result;
        this.outcome = result.outcome();
        this.plan = plan;
    }

    /** AUCs of all scores and plans. */
    HtmlTable aucs() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : result.models()) {
            rows.add(List.of(model.name(), "apparent: on its own training cases", Words.auc(model.apparent()), model.apparent().method()));
            model.plans().forEach(one -> rows.add(
                    List.of(model.name(), "honest: " + one.plan(), Words.auc(one.auc()), one.auc().method())));
        }
        result.clinical().forEach(one -> rows.add(List.of(one.name(), "not fitted, " + one.cases() + " cases", Words.auc(one.auc()),
                one.auc().method())));
        return HtmlTable.of("Area under the ROC curve", List.of(Column.words("score"), Column.words("judged"),
                Column.numbers("AUC (interval)"), Column.words("interval by")), rows)
                .withFootnote("An apparent AUC is too good: the score has seen its cases. Quote an honest one.");
    }

    HtmlFigure forest() {
        List<AucForestPlot.Row> rows = new ArrayList<>();
        for (ModelResult model : result.models()) {
            rows.add(row(model.name(), "apparent", model.apparent(), true));
            model.plans().forEach(one -> rows.add(row(model.name(), one.plan(), one.auc(), false)));
        }
        result.clinical().forEach(one -> rows.add(row(one.name(), "not fitted", one.auc(), false)));
        return new HtmlFigure(AucForestPlot.svg("", rows), "Areas under the ROC curve with their intervals; apparent ones are hollow.");
    }

    private static AucForestPlot.Row row(String model, String plan, AucEstimate auc, boolean apparent) {
        return new AucForestPlot.Row(model, plan, auc.auc(), auc.interval(), apparent);
    }

    Section curves() {
        Map<String, Roc> rocs = new LinkedHashMap<>();
        Map<String, Calibration> calibrations = new LinkedHashMap<>();
        Map<String, DecisionCurve> decisions = new LinkedHashMap<>();
        for (ModelResult model : result.models()) {
            HonestFigures honest = honest(model);
            double[] scores = honest.scores().stream().mapToDouble(score -> score).toArray();
            PredictedRisks risks = PredictedRisks.ofScores(scores, outcome);
            rocs.put(model.name(), Roc.of(scores, outcome));
            calibrations.put(model.name(), new Calibration(risks));
            decisions.put(model.name(), DecisionCurve.of(risks, honest.decision().stream().mapToDouble(DecisionCurve.Point::threshold)
                    .toArray()));
        }
        String scores = "out-of-sample scores of " + plan;
        return Section.of("Curves", HtmlSideBySide.of(
                new HtmlFigure(RocPlot.svg("", rocs), "ROC curves of " + scores + "."),
                new HtmlFigure(CalibrationPlot.svg("", calibrations, new RankGroups(GROUPS)),
                        "Predicted and observed risk, " + scores + "."),
                new HtmlFigure(DecisionCurvePlot.svg("", decisions), "Net benefit by decision threshold, " + scores + ".")),
                calibrationTable());
    }

    private HtmlTable calibrationTable() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : result.models()) {
            var calibration = honest(model).calibration();
            rows.add(List.of(model.name(),
                    calibration.line().value().map(line -> Words.three(line.slope().value())).orElse("undefined"),
                    calibration.inTheLarge().value().map(found -> Words.three(found.value())).orElse("undefined"),
                    Words.three(calibration.brier().score()), Words.three(calibration.integratedIndex()), Words.p(calibration.groupsP())));
        }
        return HtmlTable.of("Calibration, " + plan, List.of(Column.words("score"), Column.numbers("slope"), Column.numbers("in the large"),
                Column.numbers("Brier score"), Column.numbers("ICI"), Column.numbers("p (Hosmer-Lemeshow)")), rows)
                .withFootnote("A slope of 1 and 0 in the large are right; a slope below 1 tells of overfitting.");
    }

    HtmlTable cutOffs() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : result.models()) {
            CutOffResult cutOff = honest(model).cutOff();
            var chosen = cutOff.chosen();
            rows.add(List.of(model.name(), Words.three(chosen.counts().threshold()), "chosen and judged on all cases",
                    Words.rate(chosen.sensitivity()), Words.rate(chosen.specificity()), Words.rate(chosen.positivePredictiveValue()),
                    Words.rate(chosen.negativePredictiveValue())));
            rows.add(List.of(model.name(), "", "less the optimism of the choice", Words.three(cutOff.correctedSensitivity()),
                    Words.three(cutOff.correctedSpecificity()), "", ""));
            var training = cutOff.chosenInTraining();
            rows.add(List.of(model.name(), "", "chosen in training rows only", Words.rate(training.sensitivity()),
                    Words.rate(training.specificity()), Words.rate(training.positivePredictiveValue()),
                    Words.rate(training.negativePredictiveValue())));
        }
        return HtmlTable.of("Optimal cut-offs (" + result.settings().get("cut_off.rule") + "), " + plan, List.of(Column.words("score"),
                Column.numbers("cut-off"), Column.words("judged"), Column.numbers("sensitivity"), Column.numbers("specificity"),
                Column.numbers("PPV"), Column.numbers("NPV")), rows)
                .withFootnote("Cut-offs are of the score (log odds). Intervals are Wilson's.");
    }

    List<HtmlBlock> comparisons() {
        List<List<String>> rows = result.comparisons().stream().map(one -> List.of(one.model(), one.plan(), one.comparator(),
                Integer.toString(one.cases()), Words.three(one.test().aucA()), Words.three(one.test().aucB()),
                Words.three(one.test().difference()) + " (" + Words.range(one.difference()) + ")", Words.p(one.test().pValue()))).toList();
        String method = result.cohort().hasSeveralCasesPerPatient() ? "Obuchowski, by patient" : "DeLong";
        return rows.isEmpty() ? List.of() : List.of(HtmlTable.of("Paired comparisons (" + method + ")", List.of(Column.words("score"),
                Column.words("validation"), Column.words("compared with"), Column.numbers("cases"), Column.numbers("AUC"),
                Column.numbers("AUC of the other"), Column.numbers("difference (interval)"), Column.numbers("p")), rows)
                .withFootnote("Scores are out of sample. No p is adjusted for the number of comparisons."));
    }

    private HonestFigures honest(ModelResult model) {
        return model.plan(plan).honest().orElseThrow();
    }

    /** The labels of plans with out-of-sample scores. */
    static List<String> crossValidations(StudyResult result) {
        return result.models().get(0).plans().stream().filter(one -> one.honest().isPresent()).map(PlanResult::plan).toList();
    }
}
