package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.validation.report.checklist.ChecklistAnswer;
import io.github.radiomics4j.validation.report.checklist.ChecklistItem;
import io.github.radiomics4j.validation.report.checklist.FilledChecklist;

/**
 * A checklist of reporting with the answers that are known, and room for those that are not.
 *
 * @param filled the checklist
 */
public record HtmlChecklist(FilledChecklist filled) implements HtmlBlock {

    @Override
    public void appendTo(HtmlWriter page) {
        String name = filled.checklist().name();
        long authors = filled.open().stream().filter(item -> item.fact().isEmpty()).count();
        page.element("p", filled.answers().size() + " of " + filled.checklist().items().size() + " items of " + name
                + " are filled in from the analysis, " + filled.open().size() + " are open, " + authors + " of these for the authors. "
                + "What is filled in are proposals, which the authors have to check." + score());
        page.open("div", "class", "scroll").open("table", "class", "checklist", "role", "table");
        page.open("caption").element("strong", "Table " + page.next(HtmlWriter.Numbered.TABLE) + ". ").text(name).close();
        page.open("thead").open("tr", "role", "row");
        for (String column : new String[] {"Item", "Topic", "Answer"}) {
            page.element("th", column, "scope", "col", "role", "columnheader");
        }
        page.close().close().open("tbody");
        filled.checklist().items().forEach(item -> row(page, item));
        page.close().close().close();
        page.element("p", "Topics are in our own words; what an item asks for is in the publication: " + filled.checklist().citation()
                + (filled.checklist().citation().endsWith(".") ? "" : "."), "class", "note");
    }

    private String score() {
        return filled.score().map(range -> " The score lies between " + PlotText.decimals(range.lowest(), 1)
                + " % (no open item is met) and " + PlotText.decimals(range.highest(), 1) + " % (all are).").orElse("");
    }

    private void row(HtmlWriter page, ChecklistItem item) {
        page.open("tr", "role", "row").element("th", item.number(), "scope", "row", "role", "rowheader");
        page.open("td", "role", "cell").element("span", item.section(), "class", "section").text(": " + item.text());
        item.weight().ifPresent(weight -> page.text(" (weight " + PlotText.decimals(weight, 4) + ")"));
        page.close().open("td", "role", "cell");
        filled.answer(item).ifPresentOrElse(answer -> page.element("span", word(answer) + " ", "class", "verdict").text(answer.text()),
                () -> page.element("span", item.fact().isEmpty() ? "☐ For the authors" : "☐ Open", "class", "open"));
        page.close().close();
    }

    private static String word(ChecklistAnswer answer) {
        return switch (answer.verdict()) {
            case YES -> "✓ Yes.";
            case NO -> "✗ No.";
            case NOT_APPLICABLE -> "– Does not apply.";
        };
    }
}
