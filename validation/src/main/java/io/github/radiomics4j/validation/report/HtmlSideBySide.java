package io.github.radiomics4j.validation.report;

import java.util.List;

/**
 * Blocks beside each other where the screen is wide enough, else under each other.
 *
 * @param blocks figures, mostly; from left to right
 */
public record HtmlSideBySide(List<HtmlBlock> blocks) implements HtmlBlock {

    /**
     * Copies the list.
     *
     * @param blocks figures, mostly; from left to right
     */
    public HtmlSideBySide {
        blocks = List.copyOf(blocks);
    }

    /**
     * Blocks beside each other.
     *
     * @param blocks from left to right
     * @return the block
     */
    public static HtmlSideBySide of(HtmlBlock... blocks) {
        return new HtmlSideBySide(List.of(blocks));
    }

    @Override
    public void appendTo(HtmlWriter page) {
        page.open("div", "class", "beside");
        blocks.forEach(block -> block.appendTo(page));
        page.close();
    }
}
