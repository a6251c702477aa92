package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.validation.report.ContributionPlot;
import io.github.radiomics4j.validation.report.HtmlBlock;
import io.github.radiomics4j.validation.report.HtmlFigure;
import io.github.radiomics4j.validation.report.HtmlPage.Section;
import io.github.radiomics4j.validation.report.HtmlSideBySide;
import io.github.radiomics4j.validation.report.HtmlTable;
import io.github.radiomics4j.validation.report.HtmlTable.Column;
import io.github.radiomics4j.validation.study.CaseResult;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.StudyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The scores of each case, and how they add up. */
final class CaseParts {
    private CaseParts() {
    }

    static Section of(StudyResult result, String plan) {
        List<HtmlBlock> blocks = new ArrayList<>();
        for (int m = 0; m < result.models().size(); m++) {
            if (!result.models().get(m).terms().isEmpty()) {
                blocks.add(extremes(result, m, plan));
            }
        }
        blocks.add(table(result, plan));
        return new Section("Cases", blocks, List.of());
    }

    /** The cases of the highest and the lowest out-of-sample score. */
    private static HtmlSideBySide extremes(StudyResult result, int model, String plan) {
        Comparator<CaseResult> byScore = Comparator.comparingDouble(one -> one.scores().get(model).honest().get(plan));
        CaseResult highest = result.cases().stream().max(byScore).orElseThrow();
        CaseResult lowest = result.cases().stream().min(byScore).orElseThrow();
        return HtmlSideBySide.of(contributions(result.models().get(model), highest, model, "highest"),
                contributions(result.models().get(model), lowest, model, "lowest"));
    }

    private static HtmlFigure contributions(ModelResult model, CaseResult one, int index, String which) {
        List<ContributionPlot.Contribution> contributions = one.scores().get(index).contributions().entrySet().stream()
                .map(entry -> new ContributionPlot.Contribution(entry.getKey(), entry.getValue())).toList();
        return new HtmlFigure(ContributionPlot.svg("", "score of " + model.name() + " (log odds)", "average case",
                model.radscore().intercept(), contributions), "How the score of " + model.name() + " adds up in case " + one.id()
                + (one.event() ? " (event)" : " (no event)") + ", that of the " + which + " out-of-sample score.");
    }

    private static HtmlTable table(StudyResult result, String plan) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("case"), Column.words("event")));
        result.models().forEach(model -> {
            columns.add(Column.numbers(model.name()));
            columns.add(Column.words("terms of " + model.name()));
        });
        List<List<String>> rows = new ArrayList<>();
        for (CaseResult one : result.cases()) {
            List<String> row = new ArrayList<>(List.of(one.id(), one.event() ? "yes" : "no"));
            one.scores().forEach(score -> {
                row.add(Words.three(score.honest().get(plan)));
                row.add(terms(score.contributions()));
            });
            rows.add(row);
        }
        return HtmlTable.of("Out-of-sample scores (" + plan + ") and the terms of the final scores", columns, rows)
                .withFootnote("Scores are log odds by fits that did not see the case; terms, by their numbers in the tables"
                        + " of terms, are what a feature adds to the final score.");
    }

    /** Numbers in place of names, which would fill pages. */
    private static String terms(Map<String, Double> contributions) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (double contribution : contributions.values()) {
            text.append(number++ == 0 ? "" : "; ").append(number).append(": ").append(Words.three(contribution));
        }
        return text.toString();
    }
}
