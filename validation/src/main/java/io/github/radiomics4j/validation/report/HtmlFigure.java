package io.github.radiomics4j.validation.report;

/**
 * A drawing with its caption.
 *
 * @param svg an SVG document with title and description, as the plots of this package write it
 * @param caption what the figure shows, behind its number
 */
public record HtmlFigure(String svg, String caption) implements HtmlBlock {

    /**
     * Looks the drawing through.
     *
     * @param svg an SVG document with title and description: shapes and words only, nothing that runs or is fetched
     * @param caption what the figure shows, behind its number
     */
    public HtmlFigure {
        SvgInPage.of(svg);
    }

    @Override
    public void appendTo(HtmlWriter page) {
        page.open("figure").open("div", "class", "drawing", "tabindex", "0", "role", "group", "aria-label", "Drawing");
        page.drawing(SvgInPage.of(svg));
        page.close().open("figcaption").element("strong", "Figure " + page.next(HtmlWriter.Numbered.FIGURE) + ". ").text(caption).close()
                .close();
    }
}
