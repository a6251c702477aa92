package io.github.radiomics4j.validation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows under each other over one axis: above each strip its name at the left and its number at the right, so that long names of features
 * need no wide figure. Names that do not fit are wrapped.
 */
final class RowFrame {
    private static final int WIDTH = 480;
    private static final int SIDE = 18;
    private static final int INSIDE = WIDTH - 2 * SIDE;
    private static final int LINE = 18;
    private static final int STRIP = 24;
    private static final int GAP = 8;
    private static final int HEADING_LINE = 20;
    private static final int AXIS = 56;
    private static final int LEGEND_LINE = 22;
    private static final int FEWEST = 12;

    private final PlotAxis axis;
    private final List<Placed> rows;
    private final int top;
    private final int bottom;
    private final SvgCanvas svg;

    /** A row; without a number it is the name of those that follow. */
    record Row(String name, Optional<String> number) {
    }

    private record Placed(List<String> name, Optional<String> number, double from) {
        double middle() {
            return from + LINE * name.size() + STRIP / 2.0;
        }

        double end() {
            return from + LINE * name.size() + (number.isPresent() ? STRIP : 0) + GAP;
        }
    }

    /** Opens the figure. */
    RowFrame(PlotAxis axis, List<Row> rows, List<PlotFrame.Entry> legend, String title, String untitled, String description) {
        this.axis = axis;
        List<String> heading = title.isEmpty() ? List.of() : PlotText.wrapped(title, (int) (INSIDE / SvgCanvas.HEADING_CHARACTER));
        this.top = heading.isEmpty() ? 12 : 44 + HEADING_LINE * (heading.size() - 1);
        this.rows = placed(rows, top);
        this.bottom = (int) this.rows.get(this.rows.size() - 1).end();
        this.svg = new SvgCanvas(WIDTH, bottom + AXIS + LEGEND_LINE * legend.size() + 6, heading, untitled, description);
        scale();
        names();
        for (int i = 0; i < legend.size(); i++) {
            entry(legend.get(i), bottom + AXIS + (i + 0.5) * LEGEND_LINE);
        }
    }

    private static List<Placed> placed(List<Row> rows, int top) {
        List<Placed> placed = new ArrayList<>();
        double from = top;
        for (Row row : rows) {
            int taken = row.number().map(number -> PlotText.length(number) + 2).orElse(0);
            int room = Math.max(FEWEST, (int) (INSIDE / SvgCanvas.CHARACTER) - taken);
            Placed next = new Placed(PlotText.wrapped(row.name(), room), row.number(), from);
            placed.add(next);
            from = next.end();
        }
        return placed;
    }

    /** Lines of the grid run through the strips only, so that they do not cross words. */
    private void scale() {
        for (BigDecimal tick : axis.ticks()) {
            double x = x(tick.doubleValue());
            for (Placed row : rows) {
                if (row.number().isPresent()) {
                    svg.segment(x, row.middle() - STRIP / 2.0, x, row.middle() + STRIP / 2.0, PlotColour.GRID.stroke());
                }
            }
            svg.segment(x, bottom, x, bottom + 6.0, PlotColour.INK.stroke());
            svg.text(x, bottom + 20.0, "text-anchor=\"" + anchor(x) + "\"", axis.nameOf(tick));
        }
        svg.segment(SIDE, bottom, WIDTH - SIDE, bottom, PlotColour.INK.stroke());
        svg.text(WIDTH / 2.0, bottom + 42.0, "text-anchor=\"middle\"", axis.label());
    }

    /** A number at an end of the axis must not run out of the figure. */
    private static String anchor(double x) {
        return x > WIDTH - SIDE - 8 ? "end" : x < SIDE + 8 ? "start" : "middle";
    }

    private void names() {
        for (Placed row : rows) {
            String weight = row.number().isPresent() ? "" : "font-weight=\"bold\"";
            for (int i = 0; i < row.name().size(); i++) {
                svg.text(SIDE, row.from() + LINE * (i + 1) - 4, weight, row.name().get(i));
            }
            row.number().ifPresent(number -> svg.text(WIDTH - SIDE, row.from() + LINE - 4.0, "text-anchor=\"end\"", number));
        }
    }

    private void entry(PlotFrame.Entry entry, double middle) {
        entry.line().ifPresent(stroke -> svg.segment(SIDE, middle, SIDE + 34.0, middle, stroke));
        entry.mark().ifPresent(mark -> mark.draw(svg, SIDE + 17.0, middle));
        svg.text(SIDE + 44.0, middle + 5, "", entry.label());
    }

    /** A line through the middle of a row's strip. */
    void along(int row, double from, double to, String stroke) {
        svg.segment(x(from), rows.get(row).middle(), x(to), rows.get(row).middle(), stroke);
    }

    /** A short upright line, as at the ends of an interval. */
    void tick(int row, double at, double half, String stroke) {
        svg.segment(x(at), rows.get(row).middle() - half, x(at), rows.get(row).middle() + half, stroke);
    }

    void mark(int row, double at, PlotMark mark) {
        mark.draw(svg, x(at), rows.get(row).middle());
    }

    /** A bar from one value to another, in whichever order. */
    void bar(int row, double from, double to, String attributes) {
        svg.rectangle(Math.min(x(from), x(to)), rows.get(row).middle() - 7, Math.abs(x(to) - x(from)), 14, attributes);
    }

    /** A line through the strips of all rows. */
    void throughAll(double at, String stroke) {
        for (Placed row : rows) {
            if (row.number().isPresent()) {
                svg.segment(x(at), row.middle() - STRIP / 2.0, x(at), row.middle() + STRIP / 2.0, stroke);
            }
        }
    }

    String close() {
        return svg.close();
    }

    private double x(double value) {
        return SIDE + INSIDE * axis.share(value);
    }
}
