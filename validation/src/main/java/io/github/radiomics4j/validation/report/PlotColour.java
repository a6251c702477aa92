package io.github.radiomics4j.validation.report;

import java.util.Locale;

/**
 * Every colour that a figure uses, on white paper and on a dark screen. Figures are written with the colours of paper, so that a file is
 * complete in itself; a page swaps them by way of its style sheet. The palette is that of Okabe and Ito, without the yellow that paper
 * swallows.
 */
enum PlotColour {
    INK("#222222", "#e8e8e8"),
    PAPER("#ffffff", "#1b1e23"),
    GRID("#e4e4e4", "#3d424b"),
    MUTED("#888888", "#a0a6b0"),
    BLUE("#0072B2", "#5cb5f2"),
    VERMILION("#D55E00", "#ff9048"),
    GREEN("#009E73", "#3fcda1"),
    PURPLE("#CC79A7", "#eaa3cb"),
    BLACK("#000000", "#f6f6f6"),
    AMBER("#E69F00", "#f6bd40"),
    SKY("#56B4E9", "#a4dcff");

    private final String onPaper;
    private final String onDark;

    PlotColour(String onPaper, String onDark) {
        this.onPaper = onPaper;
        this.onDark = onDark;
    }

    String onPaper() {
        return onPaper;
    }

    String onDark() {
        return onDark;
    }

    /** Its name in a style sheet. */
    String variable() {
        return "--plot-" + name().toLowerCase(Locale.ROOT);
    }

    String stroke() {
        return "stroke=\"" + onPaper + "\"";
    }

    String fill() {
        return "fill=\"" + onPaper + "\"";
    }
}
