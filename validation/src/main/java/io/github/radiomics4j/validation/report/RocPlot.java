package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.validation.discrimination.Roc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * ROC curves as an SVG figure: sensitivity against 1 − specificity, with ticks, the diagonal of no discrimination and a legend that
 * gives each curve's AUC. The figure is self-contained (no script, style sheet or font to fetch) and the same input gives the same text.
 * Curves differ in colour and in dashes, so they can be told apart in grey print and with impaired colour vision.
 */
public final class RocPlot {
    private static final int SIDE = 400;
    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int RIGHT = 30;
    private static final int BELOW_AXIS = 62;
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_TEXT = LEFT + 52;
    private static final double LEGEND_CHARACTER = 7.6;
    private static final double TITLE_CHARACTER = 9.2;

    /** The palette of Okabe and Ito, without the yellow that paper swallows; seven colours and five dashes make 35 pairs. */
    private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9");
    private static final List<String> DASHES = List.of("", "8 3", "2 3", "10 3 2 3", "14 4");

    private final StringBuilder svg = new StringBuilder();

    private RocPlot() {
    }

    /**
     * Draws curves.
     *
     * @param title stands above the figure; may be empty
     * @param curves name to curve, drawn and listed in the map's order (of a {@code LinkedHashMap}, say: {@code Map.of} has no order of
     *     its own, and with it the figure may change from run to run); at least one
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no curve
     */
    public static String svg(String title, Map<String, Roc> curves) {
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a ROC plot needs at least one curve");
        }
        RocPlot plot = new RocPlot();
        plot.open(title, curves);
        plot.axes();
        plot.curves(curves);
        plot.legend(curves);
        plot.svg.append("</svg>\n");
        return plot.svg.toString();
    }

    private void open(String title, Map<String, Roc> curves) {
        int widest = curves.entrySet().stream().mapToInt(e -> length(label(e.getKey(), e.getValue()))).max().orElse(0);
        int legend = (int) Math.ceil(LEGEND_TEXT + widest * LEGEND_CHARACTER);
        int heading = (int) Math.ceil(length(title) * TITLE_CHARACTER);
        int width = Math.max(LEFT + SIDE, Math.max(legend, heading)) + RIGHT;
        int height = TOP + SIDE + BELOW_AXIS + curves.size() * LEGEND_LINE + 8;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " "
                + height + "\" role=\"img\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"14\""
                + " fill=\"#222222\">");
        line("<title>" + escaped(title.isEmpty() ? "ROC curves" : title) + "</title>");
        List<String> labels = curves.entrySet().stream().map(e -> label(e.getKey(), e.getValue())).toList();
        line("<desc>" + escaped(String.join("; ", labels)) + "</desc>");
        line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>");
        if (!title.isEmpty()) {
            text(width / 2.0, 30, "text-anchor=\"middle\" font-size=\"16\" font-weight=\"bold\"", title);
        }
    }

    private void axes() {
        for (int tick = 0; tick <= 5; tick++) {
            double at = tick / 5.0;
            String label = tick == 0 ? "0" : tick == 5 ? "1" : "0." + 2 * tick;
            if (tick > 0 && tick < 5) {
                segment(x(at), y(0), x(at), y(1), "stroke=\"#e4e4e4\"");
                segment(x(0), y(at), x(1), y(at), "stroke=\"#e4e4e4\"");
            }
            segment(x(at), y(0), x(at), y(0) + 6, "stroke=\"#222222\"");
            segment(x(0) - 6, y(at), x(0), y(at), "stroke=\"#222222\"");
            text(x(at), y(0) + 21, "text-anchor=\"middle\"", label);
            text(x(0) - 10, y(at) + 5, "text-anchor=\"end\"", label);
        }
        segment(x(0), y(0), x(1), y(1), "stroke=\"#888888\" stroke-dasharray=\"4 4\"");
        line("<rect x=\"" + LEFT + "\" y=\"" + TOP + "\" width=\"" + SIDE + "\" height=\"" + SIDE
                + "\" fill=\"none\" stroke=\"#222222\"/>");
        text(x(0.5), y(0) + 44, "text-anchor=\"middle\"", "1 − specificity");
        text(24, y(0.5), "text-anchor=\"middle\" transform=\"rotate(-90 24 " + number(y(0.5)) + ")\"", "Sensitivity");
    }

    private void curves(Map<String, Roc> curves) {
        int index = 0;
        for (Roc curve : curves.values()) {
            line("<path fill=\"none\" " + stroke(index++) + " stroke-linejoin=\"round\" d=\"" + path(curve) + "\"/>");
        }
    }

    /** From (0, 0) up to (1, 1); points that fall on one spot of the figure are written once. */
    private static String path(Roc curve) {
        List<Roc.Point> points = curve.points();
        StringBuilder path = new StringBuilder();
        String last = "";
        for (int i = points.size() - 1; i >= 0; i--) {
            String here = number(x(1 - points.get(i).specificity())) + " " + number(y(points.get(i).sensitivity()));
            if (!here.equals(last)) {
                path.append(path.isEmpty() ? "M" : "L").append(here);
            }
            last = here;
        }
        return path.toString();
    }

    private void legend(Map<String, Roc> curves) {
        int index = 0;
        for (Map.Entry<String, Roc> curve : curves.entrySet()) {
            double middle = TOP + SIDE + BELOW_AXIS + (index + 0.5) * LEGEND_LINE;
            segment(LEFT, middle, LEGEND_TEXT - 10.0, middle, stroke(index));
            text(LEGEND_TEXT, middle + 5, "", label(curve.getKey(), curve.getValue()));
            index++;
        }
    }

    private static String label(String name, Roc curve) {
        return name + " (AUC " + BigDecimal.valueOf(curve.auc()).setScale(3, RoundingMode.HALF_EVEN).toPlainString() + ")";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String stroke(int index) {
        String dash = DASHES.get(index % DASHES.size());
        return "stroke=\"" + COLOURS.get(index % COLOURS.size()) + "\" stroke-width=\"2.5\""
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    private static double x(double share) {
        return LEFT + SIDE * share;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private void segment(double x1, double y1, double x2, double y2, String attributes) {
        line("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\" " + attributes
                + "/>");
    }

    private void text(double x, double y, String attributes, String content) {
        line("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\"" + (attributes.isEmpty() ? "" : " " + attributes) + ">"
                + escaped(content) + "</text>");
    }

    private void line(String element) {
        svg.append(element).append('\n');
    }

    /** Two decimals are a hundredth of a pixel. */
    private static String number(double coordinate) {
        BigDecimal rounded = BigDecimal.valueOf(coordinate).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Characters that XML 1.0 does not allow become the replacement character. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
