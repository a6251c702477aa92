package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.report.HtmlBlock;
import io.github.radiomics4j.validation.report.HtmlCode;
import io.github.radiomics4j.validation.report.HtmlFigure;
import io.github.radiomics4j.validation.report.HtmlPage.Section;
import io.github.radiomics4j.validation.report.HtmlParagraph;
import io.github.radiomics4j.validation.report.HtmlTable;
import io.github.radiomics4j.validation.report.HtmlTable.Column;
import io.github.radiomics4j.validation.report.SelectionFrequencyPlot;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.PlanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A score: its terms, its formula, and how its selection held in resamples. */
final class ModelParts {
    private static final int FEATURES_SHOWN = 10;

    private ModelParts() {
    }

    static Section of(ModelResult model) {
        List<HtmlBlock> blocks = new ArrayList<>();
        blocks.add(new HtmlParagraph(model.terms().size() + " of " + model.candidates() + " candidate features, fitted on all cases."));
        if (!model.terms().isEmpty()) {
            blocks.add(terms(model));
        }
        blocks.add(new HtmlCode("Formula, in features as they are", model.formula().replaceAll(" ([+-]) ", "\n    $1 ")));
        Set<String> inModel = model.terms().stream().map(term -> term.weight().feature()).collect(Collectors.toSet());
        for (PlanResult plan : model.plans()) {
            if (plan.bootstrap().isPresent() && !plan.selection().frequency().isEmpty()) {
                blocks.add(new HtmlFigure(SelectionFrequencyPlot.svg("", plan.selection().frequency(), inModel, FEATURES_SHOWN),
                        "How often " + plan.plan() + " selected a feature; those of the final score are filled. On average "
                        + Words.three(plan.selection().meanTerms()) + " features, " + stability(plan)));
            }
        }
        return new Section(model.name(), blocks, List.of());
    }

    private static String stability(PlanResult plan) {
        return plan.selection().stability().value().map(found -> "stability (Nogueira) " + Words.three(found.index()) + ".")
                .orElseGet(() -> "stability undefined: " + plan.selection().stability().reason() + ".");
    }

    private static HtmlTable terms(ModelResult model) {
        List<List<String>> rows = IntStream.range(0, model.terms().size()).mapToObj(number -> {
            ModelResult.Term term = model.terms().get(number);
            Radscore.Term weight = term.weight();
            return List.of(Integer.toString(1 + number), weight.feature(), term.ibsiCode().orElse("not in IBSI"),
                    term.key().map(key -> key.feature().unit()).orElse(""),
                    Words.three(weight.coefficient()), number(weight.mean()), number(weight.sd()));
        }).toList();
        return HtmlTable.of("Terms of the score of " + model.name(), List.of(Column.numbers("term"), Column.words("feature"),
                Column.words("IBSI code"),
                Column.words("unit"), Column.numbers("weight per SD"), Column.numbers("mean"), Column.numbers("SD")), rows)
                .withFootnote("Weights are log odds per standard deviation of the feature; the score is "
                        + Words.three(model.radscore().intercept()) + " plus the sum of weight times (feature less mean) by SD.");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
