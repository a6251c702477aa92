package io.github.radiomics4j.validation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A figure as SVG text: lines, shapes and words at places in pixels. Self-contained, the same calls give the same text. */
final class SvgCanvas {
    /** About how wide a character of a label is, of 14 pixels, and of a bold heading, of 16. */
    static final double CHARACTER = 7.6;
    static final double HEADING_CHARACTER = 9.2;

    private static final double ARROW = 8;

    private final StringBuilder svg = new StringBuilder();

    /**
     * Opens a document on white paper.
     *
     * @param heading lines above the figure, may be none
     * @param untitled what the figure is called where it has no heading
     */
    SvgCanvas(int width, int height, List<String> heading, String untitled, String description) {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " "
                + height + "\" role=\"img\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"14\" "
                + PlotColour.INK.fill() + ">");
        line("<title>" + XmlText.escaped(heading.isEmpty() ? untitled : String.join(" ", heading)) + "</title>");
        line("<desc>" + XmlText.escaped(description) + "</desc>");
        line("<rect width=\"" + width + "\" height=\"" + height + "\" " + PlotColour.PAPER.fill() + "/>");
        for (int i = 0; i < heading.size(); i++) {
            text(width / 2.0, 30 + 20.0 * i, "text-anchor=\"middle\" font-size=\"16\" font-weight=\"bold\"", heading.get(i));
        }
    }

    void segment(double x1, double y1, double x2, double y2, String attributes) {
        line("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\" " + attributes
                + "/>");
    }

    void text(double x, double y, String attributes, String content) {
        line("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\"" + (attributes.isEmpty() ? "" : " " + attributes) + ">"
                + XmlText.escaped(content) + "</text>");
    }

    void rectangle(double x, double y, double width, double height, String attributes) {
        line("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" "
                + attributes + "/>");
    }

    void circle(double x, double y, double radius, String attributes) {
        line("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" " + attributes + "/>");
    }

    void path(String way, String attributes) {
        line("<path " + attributes + " d=\"" + way + "\"/>");
    }

    /** A straight arrow, level or upright. */
    void arrow(double x1, double y1, double x2, double y2) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double neckX = x2 - ARROW * ux;
        double neckY = y2 - ARROW * uy;
        segment(x1, y1, neckX, neckY, PlotColour.INK.stroke() + " stroke-width=\"1.5\"");
        path("M" + spot(x2, y2) + "L" + spot(neckX - uy * ARROW / 2, neckY + ux * ARROW / 2) + "L"
                + spot(neckX + uy * ARROW / 2, neckY - ux * ARROW / 2) + "Z", PlotColour.INK.fill());
    }

    void line(String element) {
        svg.append(element).append('\n');
    }

    /** The document, ending with a line break. */
    String close() {
        line("</svg>");
        return svg.toString();
    }

    static String spot(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** Two decimals are a hundredth of a pixel. */
    static String number(double coordinate) {
        BigDecimal rounded = BigDecimal.valueOf(coordinate).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
