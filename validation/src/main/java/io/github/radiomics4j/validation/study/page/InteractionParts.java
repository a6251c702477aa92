package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.validation.report.HtmlBlock;
import io.github.radiomics4j.validation.report.HtmlDefinitions;
import io.github.radiomics4j.validation.report.HtmlFigure;
import io.github.radiomics4j.validation.report.HtmlPage.Section;
import io.github.radiomics4j.validation.report.HtmlSideBySide;
import io.github.radiomics4j.validation.report.HtmlTable;
import io.github.radiomics4j.validation.report.HtmlTable.Column;
import io.github.radiomics4j.validation.report.InteractionPlot;
import io.github.radiomics4j.validation.study.Found;
import io.github.radiomics4j.validation.study.InteractionResult;
import io.github.radiomics4j.validation.study.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two scores together: the four groups that their cut-offs make. */
final class InteractionParts {

    private InteractionParts() {
    }

    static Section of(StudyResult result, InteractionResult found, double level) {
        InteractionResult.Groups groups = found.atChosenCutOffs();
        double[] a = scores(result, found.a(), found.plan());
        double[] b = scores(result, found.b(), found.plan());
        List<HtmlBlock> blocks = new ArrayList<>();
        blocks.add(HtmlSideBySide.of(
                new HtmlFigure(InteractionPlot.rates("", found.a(), found.b(), groups.groups(), level),
                        "Share of events in the four groups, with Wilson's intervals."),
                new HtmlFigure(InteractionPlot.cases("", found.a(), a, groups.cutA(), found.b(), b, groups.cutB(), result.outcome()),
                        "Cases by both out-of-sample scores; lines are the cut-offs.")));
        blocks.add(rates(found));
        blocks.add(HtmlDefinitions.of(tests(found)));
        return new Section(found.a() + " and " + found.b() + ", " + found.plan(), blocks, List.of());
    }

    private static double[] scores(StudyResult result, String model, String plan) {
        return result.model(model).plan(plan).honest().orElseThrow().scores().stream().mapToDouble(score -> score).toArray();
    }

    private static HtmlTable rates(InteractionResult found) {
        List<String> names = List.of("low in both", "high in " + found.a() + " only", "high in " + found.b() + " only", "high in both");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(List.of(names.get(i), Words.rate(found.atChosenCutOffs().rates().get(i)),
                    Words.rate(found.atTrainingCutOffs().rates().get(i))));
        }
        return HtmlTable.of("Events in the four groups", List.of(Column.words("group"), Column.numbers("cut-offs chosen on all cases"),
                Column.numbers("cut-offs chosen in training rows")), rows);
    }

    private static Map<String, String> tests(InteractionResult found) {
        InteractionResult.Groups groups = found.atChosenCutOffs();
        Map<String, String> tests = new LinkedHashMap<>();
        tests.put("All rates equal (Pearson)", said(groups.equalRates(), test -> "p " + Words.p(test.p())));
        tests.put("Product of both groups (likelihood ratio)", said(groups.product(), test -> "p " + Words.p(test.p())));
        tests.put("Product of both scores (likelihood ratio)", said(found.product(), product -> "odds ratio "
                + Words.three(product.oddsRatio()) + " (" + Words.range(product.oddsRatioInterval()) + ") per SD × SD, p "
                + Words.p(product.test().p())));
        tests.put("Additive interaction (RERI)", said(groups.additive(), additive -> Words.three(additive.excessRisk().value())));
        tests.put("Attributable proportion (AP)", said(groups.additive(),
                additive -> Words.three(additive.attributableProportion().value())));
        tests.put("Synergy index (S)", said(groups.additive(), additive -> additive.synergy().map(s -> Words.three(s.value()))
                .orElse("undefined: an odds ratio does not exceed 1")));
        return tests;
    }

    private static <T> String said(Found<T> found, Function<T, String> words) {
        return found.value().map(words).orElseGet(() -> "undefined: " + found.reason());
    }
}
