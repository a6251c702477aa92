package io.github.radiomics4j.validation.report;

/** A piece of a page: a paragraph, a table, a figure. The writer keeps it well-formed and harmless, so anyone may write one. */
@FunctionalInterface
public interface HtmlBlock {

    /**
     * Writes the block.
     *
     * @param page what to write to; elements that are opened are closed again
     */
    void appendTo(HtmlWriter page);
}
