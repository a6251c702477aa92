package io.github.radiomics4j.validation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The square that figures of a validation are drawn in, as SVG text: title, axes with ticks, curves that differ in colour and dashes,
 * legend. Self-contained (no script, style sheet or font to fetch), the same calls give the same text.
 */
final class PlotFrame {
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
    private final PlotAxis horizontal;
    private final PlotAxis vertical;

    PlotFrame(PlotAxis horizontal, PlotAxis vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** A line of the legend: what stands there and how its curve is drawn. */
    record Entry(String label, String stroke) {
    }

    /** How curve number {@code index} is drawn. */
    static String stroke(int index) {
        String dash = DASHES.get(index % DASHES.size());
        return "stroke=\"" + colour(index) + "\" stroke-width=\"2.5\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    /** Opens the document, wide and high enough for title and legend. */
    void open(String title, String untitled, List<Entry> legend) {
        int widest = legend.stream().mapToInt(entry -> length(entry.label())).max().orElse(0);
        int widthOfLegend = (int) Math.ceil(LEGEND_TEXT + widest * LEGEND_CHARACTER);
        int heading = (int) Math.ceil(length(title) * TITLE_CHARACTER);
        int width = Math.max(LEFT + SIDE, Math.max(widthOfLegend, heading)) + RIGHT;
        int height = TOP + SIDE + BELOW_AXIS + legend.size() * LEGEND_LINE + 8;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " "
                + height + "\" role=\"img\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"14\""
                + " fill=\"#222222\">");
        line("<title>" + XmlText.escaped(title.isEmpty() ? untitled : title) + "</title>");
        line("<desc>" + XmlText.escaped(String.join("; ", legend.stream().map(Entry::label).toList())) + "</desc>");
        line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>");
        if (!title.isEmpty()) {
            text(width / 2.0, 30, "text-anchor=\"middle\" font-size=\"16\" font-weight=\"bold\"", title);
        }
    }

    /** Grid, ticks and frame; what {@code behind} draws lies on the grid and under the frame. */
    void axes(Runnable behind) {
        for (BigDecimal tick : horizontal.ticks()) {
            double x = x(tick.doubleValue());
            if (!horizontal.isEnd(tick)) {
                segment(x, TOP + SIDE, x, TOP, "stroke=\"#e4e4e4\"");
            }
            segment(x, TOP + SIDE, x, TOP + SIDE + 6.0, "stroke=\"#222222\"");
            text(x, TOP + SIDE + 21.0, "text-anchor=\"middle\"", PlotAxis.text(tick));
        }
        for (BigDecimal tick : vertical.ticks()) {
            double y = y(tick.doubleValue());
            if (!vertical.isEnd(tick)) {
                segment(LEFT, y, LEFT + SIDE, y, "stroke=\"#e4e4e4\"");
            }
            segment(LEFT - 6.0, y, LEFT, y, "stroke=\"#222222\"");
            text(LEFT - 10.0, y + 5, "text-anchor=\"end\"", PlotAxis.text(tick));
        }
        behind.run();
        line("<rect x=\"" + LEFT + "\" y=\"" + TOP + "\" width=\"" + SIDE + "\" height=\"" + SIDE
                + "\" fill=\"none\" stroke=\"#222222\"/>");
        text(LEFT + SIDE / 2.0, TOP + SIDE + 44.0, "text-anchor=\"middle\"", horizontal.label());
        double middle = TOP + SIDE / 2.0;
        text(24, middle, "text-anchor=\"middle\" transform=\"rotate(-90 24 " + number(middle) + ")\"", vertical.label());
    }

    /** From the lower left to the upper right corner. */
    void diagonal() {
        segment(LEFT, TOP + SIDE, LEFT + SIDE, TOP, "stroke=\"#888888\" stroke-dasharray=\"4 4\"");
    }

    /**
     * A curve through points with x within the axis; what lies above or below the frame is cut off. Points that fall on one spot of the
     * figure are written once.
     */
    void curve(double[] xs, double[] ys, String stroke) {
        StringBuilder path = new StringBuilder();
        String last = "";
        for (int i = 1; i < xs.length; i++) {
            double[] ends = clipped(vertical.share(ys[i - 1]), vertical.share(ys[i]));
            if (ends.length == 0) {
                continue;
            }
            String start = spot(xs[i - 1], ys[i - 1], xs[i], ys[i], ends[0]);
            String end = spot(xs[i - 1], ys[i - 1], xs[i], ys[i], ends[1]);
            if (!start.equals(last)) {
                path.append('M').append(start);
            }
            if (!end.equals(start)) {
                path.append('L').append(end);
            }
            last = end;
        }
        line("<path fill=\"none\" " + stroke + " stroke-linejoin=\"round\" d=\"" + path + "\"/>");
    }

    /** The part of the way from one height to another that lies within 0 and 1, as shares of the way; empty where none does. */
    private static double[] clipped(double from, double to) {
        if (Math.max(from, to) < 0 || Math.min(from, to) > 1) {
            return new double[0];
        }
        double start = from < 0 ? from / (from - to) : from > 1 ? (from - 1) / (from - to) : 0;
        double end = to < 0 ? from / (from - to) : to > 1 ? (from - 1) / (from - to) : 1;
        return new double[] {start, end};
    }

    private String spot(double x0, double y0, double x1, double y1, double share) {
        double x = share == 1 ? x1 : x0 + share * (x1 - x0);
        double y = share == 1 ? y1 : y0 + share * (y1 - y0);
        return number(x(x)) + " " + number(y(y));
    }

    /** A dot with a bar from one height to another, in the units of the axes. */
    void dot(double x, double y, double lower, double upper, String colour) {
        segment(x(x), y(lower), x(x), y(upper), "stroke=\"" + colour + "\" stroke-width=\"1.5\"");
        line("<circle cx=\"" + number(x(x)) + "\" cy=\"" + number(y(y)) + "\" r=\"4\" fill=\"" + colour + "\"/>");
    }

    /** A bar that stands on the lower edge, its height as a share of the frame's. */
    void bar(double from, double to, double height, String colour) {
        double top = TOP + SIDE * (1 - height);
        line("<rect x=\"" + number(x(from)) + "\" y=\"" + number(top) + "\" width=\"" + number(x(to) - x(from)) + "\" height=\""
                + number(TOP + SIDE - top) + "\" fill=\"" + colour + "\" fill-opacity=\"0.35\"/>");
    }

    void legend(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            double middle = TOP + SIDE + BELOW_AXIS + (i + 0.5) * LEGEND_LINE;
            segment(LEFT, middle, LEGEND_TEXT - 10.0, middle, entries.get(i).stroke());
            text(LEGEND_TEXT, middle + 5, "", entries.get(i).label());
        }
    }

    /** The document, ending with a line break. */
    String close() {
        line("</svg>");
        return svg.toString();
    }

    /** Three decimals, as a legend gives numbers. */
    static String threeDecimals(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private double x(double value) {
        return LEFT + SIDE * horizontal.share(value);
    }

    private double y(double value) {
        return TOP + SIDE * (1 - vertical.share(value));
    }

    private void segment(double x1, double y1, double x2, double y2, String attributes) {
        line("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\" " + attributes
                + "/>");
    }

    private void text(double x, double y, String attributes, String content) {
        line("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\"" + (attributes.isEmpty() ? "" : " " + attributes) + ">"
                + XmlText.escaped(content) + "</text>");
    }

    private void line(String element) {
        svg.append(element).append('\n');
    }

    /** Two decimals are a hundredth of a pixel. */
    private static String number(double coordinate) {
        BigDecimal rounded = BigDecimal.valueOf(coordinate).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
