package io.github.radiomics4j.validation.report;

import java.util.List;

/**
 * A box that a reader must not overlook.
 *
 * @param title what it is about
 * @param lines one paragraph each
 */
public record HtmlWarning(String title, List<String> lines) implements HtmlBlock {

    /**
     * Copies the lines.
     *
     * @param title what it is about
     * @param lines one paragraph each
     */
    public HtmlWarning {
        lines = List.copyOf(lines);
    }

    @Override
    public void appendTo(HtmlWriter page) {
        page.open("aside", "class", "warning", "role", "note").open("p").element("strong", "Warning: " + title).close();
        lines.forEach(line -> page.element("p", line));
        page.close();
    }
}
