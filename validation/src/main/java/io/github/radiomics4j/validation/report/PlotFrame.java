package io.github.radiomics4j.validation.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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
    /** Seven colours and five dashes make 35 pairs. */
    private static final List<PlotColour> COLOURS = List.of(PlotColour.BLUE, PlotColour.VERMILION, PlotColour.GREEN, PlotColour.PURPLE,
            PlotColour.BLACK, PlotColour.AMBER, PlotColour.SKY);
    private static final List<String> DASHES = List.of("", "8 3", "2 3", "10 3 2 3", "14 4");

    private SvgCanvas svg;
    private final PlotAxis horizontal;
    private final PlotAxis vertical;

    PlotFrame(PlotAxis horizontal, PlotAxis vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** A line of the legend: what stands there, how its curve is drawn, and the mark on it. */
    record Entry(String label, Optional<String> line, Optional<PlotMark> mark) {

        Entry(String label, String stroke) {
            this(label, Optional.of(stroke), Optional.empty());
        }

        String stroke() {
            return line.orElseThrow();
        }
    }

    /** How curve number {@code index} is drawn. */
    static String stroke(int index) {
        String dash = DASHES.get(index % DASHES.size());
        return "stroke=\"" + colour(index) + "\" stroke-width=\"2.5\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    static String colour(int index) {
        return COLOURS.get(index % COLOURS.size()).onPaper();
    }

    /** Opens the document, wide and high enough for title and legend. */
    void open(String title, String untitled, List<Entry> legend) {
        int widest = legend.stream().mapToInt(entry -> PlotText.length(entry.label())).max().orElse(0);
        int widthOfLegend = (int) Math.ceil(LEGEND_TEXT + widest * SvgCanvas.CHARACTER);
        int heading = (int) Math.ceil(PlotText.length(title) * SvgCanvas.HEADING_CHARACTER);
        int width = Math.max(LEFT + SIDE, Math.max(widthOfLegend, heading)) + RIGHT;
        int height = TOP + SIDE + BELOW_AXIS + legend.size() * LEGEND_LINE + 8;
        svg = new SvgCanvas(width, height, title.isEmpty() ? List.of() : List.of(title), untitled,
                String.join("; ", legend.stream().map(Entry::label).toList()));
    }

    /** Grid, ticks and frame; what {@code behind} draws lies on the grid and under the frame. */
    void axes(Runnable behind) {
        for (BigDecimal tick : horizontal.ticks()) {
            double x = x(tick.doubleValue());
            if (!horizontal.isEnd(tick)) {
                segment(x, TOP + SIDE, x, TOP, PlotColour.GRID.stroke());
            }
            segment(x, TOP + SIDE, x, TOP + SIDE + 6.0, PlotColour.INK.stroke());
            svg.text(x, TOP + SIDE + 21.0, "text-anchor=\"middle\"", horizontal.nameOf(tick));
        }
        for (BigDecimal tick : vertical.ticks()) {
            double y = y(tick.doubleValue());
            if (!vertical.isEnd(tick)) {
                segment(LEFT, y, LEFT + SIDE, y, PlotColour.GRID.stroke());
            }
            segment(LEFT - 6.0, y, LEFT, y, PlotColour.INK.stroke());
            svg.text(LEFT - 10.0, y + 5, "text-anchor=\"end\"", vertical.nameOf(tick));
        }
        behind.run();
        svg.rectangle(LEFT, TOP, SIDE, SIDE, "fill=\"none\" " + PlotColour.INK.stroke());
        svg.text(LEFT + SIDE / 2.0, TOP + SIDE + 44.0, "text-anchor=\"middle\"", horizontal.label());
        double middle = TOP + SIDE / 2.0;
        svg.text(24, middle, "text-anchor=\"middle\" transform=\"rotate(-90 24 " + SvgCanvas.number(middle) + ")\"", vertical.label());
    }

    /** From the lower left to the upper right corner. */
    void diagonal() {
        segment(LEFT, TOP + SIDE, LEFT + SIDE, TOP, PlotColour.MUTED.stroke() + " stroke-dasharray=\"4 4\"");
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
        svg.path(path.toString(), "fill=\"none\" " + stroke + " stroke-linejoin=\"round\"");
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
        return SvgCanvas.spot(x(x), y(y));
    }

    /** A dot with a bar from one height to another, in the units of the axes. */
    void dot(double x, double y, double lower, double upper, String colour) {
        segment(x(x), y(lower), x(x), y(upper), "stroke=\"" + colour + "\" stroke-width=\"1.5\"");
        svg.circle(x(x), y(y), 4, "fill=\"" + colour + "\"");
    }

    /** A mark, in the units of the axes. */
    void mark(double x, double y, PlotMark mark) {
        mark.draw(svg, x(x), y(y));
    }

    /** Words beside a point, to its right or, with a negative distance, to its left; lines behind them stop short of the letters. */
    void beside(double x, double y, double pixels, String words) {
        svg.text(x(x) + pixels, y(y) + 5, "text-anchor=\"" + (pixels < 0 ? "end" : "start") + "\" paint-order=\"stroke\" "
                + PlotColour.PAPER.stroke() + " stroke-width=\"4\"", words);
    }

    /** A line from edge to edge at a place of one axis. */
    void upright(double x, String stroke) {
        segment(x(x), TOP, x(x), TOP + SIDE, stroke);
    }

    void level(double y, String stroke) {
        segment(LEFT, y(y), LEFT + SIDE, y(y), stroke);
    }

    /** A bar that stands on the lower edge, its height as a share of the frame's. */
    void bar(double from, double to, double height, String colour) {
        double top = TOP + SIDE * (1 - height);
        svg.rectangle(x(from), top, x(to) - x(from), TOP + SIDE - top, "fill=\"" + colour + "\" fill-opacity=\"0.35\"");
    }

    void legend(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            double middle = TOP + SIDE + BELOW_AXIS + (i + 0.5) * LEGEND_LINE;
            entries.get(i).line().ifPresent(stroke -> segment(LEFT, middle, LEGEND_TEXT - 10.0, middle, stroke));
            entries.get(i).mark().ifPresent(mark -> mark.draw(svg, (LEFT + LEGEND_TEXT - 10) / 2.0, middle));
            svg.text(LEGEND_TEXT, middle + 5, "", entries.get(i).label());
        }
    }

    /** The document, ending with a line break. */
    String close() {
        return svg.close();
    }

    private double x(double value) {
        return LEFT + SIDE * horizontal.share(value);
    }

    private double y(double value) {
        return TOP + SIDE * (1 - vertical.share(value));
    }

    private void segment(double x1, double y1, double x2, double y2, String attributes) {
        svg.segment(x1, y1, x2, y2, attributes);
    }
}
