package io.github.radiomics4j.validation.report;

/**
 * A paragraph of text.
 *
 * @param text shown as it is
 */
public record HtmlParagraph(String text) implements HtmlBlock {

    @Override
    public void appendTo(HtmlWriter page) {
        page.element("p", text);
    }
}
