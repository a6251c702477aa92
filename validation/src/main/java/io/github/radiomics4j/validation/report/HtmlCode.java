package io.github.radiomics4j.validation.report;

/**
 * Text in letters of one width, with its line breaks: a formula, a command, settings.
 *
 * @param name what it is, stands above it
 * @param code the text
 */
public record HtmlCode(String name, String code) implements HtmlBlock {

    @Override
    public void appendTo(HtmlWriter page) {
        page.open("div", "class", "code").element("p", name, "class", "name");
        page.open("pre", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name).element("code", code).close().close();
    }
}
