package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.validation.discrimination.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Areas under the curve of models and plans of validation with their intervals, as an SVG figure. What was measured on the training cases
 * themselves is hollow and dashed and stands beside what was measured on others, so that nobody takes the one for the other. The figure is
 * self-contained and the same input gives the same text.
 */
public final class AucForestPlot {
    private static final double CHANCE = 0.5;
    private static final double ROOM = 0.02;
    private static final PlotMark APPARENT = new PlotMark(PlotMark.Shape.RING, PlotColour.VERMILION);
    private static final PlotMark HONEST = new PlotMark(PlotMark.Shape.DISC, PlotColour.BLUE);
    private static final String APPARENT_LINE = PlotColour.VERMILION.stroke() + " stroke-width=\"2\" stroke-dasharray=\"5 3\"";
    private static final String HONEST_LINE = PlotColour.BLUE.stroke() + " stroke-width=\"2\"";
    private static final String CHANCE_LINE = PlotColour.MUTED.stroke() + " stroke-dasharray=\"4 4\"";

    private AucForestPlot() {
    }

    /**
     * An area under the curve.
     *
     * @param model whose it is; rows of one model that follow each other share a heading
     * @param plan how it was measured, such as "10-fold cross-validation"
     * @param auc between 0 and 1
     * @param interval its confidence interval, within 0 and 1
     * @param apparent whether the model was measured on the cases that it was trained on
     */
    public record Row(String model, String plan, double auc, Interval interval, boolean apparent) {

        /**
         * Checks the numbers.
         *
         * @param model whose it is
         * @param plan how it was measured
         * @param auc between 0 and 1
         * @param interval its confidence interval, within 0 and 1
         * @param apparent whether the model was measured on the cases that it was trained on
         */
        public Row {
            if (!(auc >= 0 && auc <= 1)) {
                throw new IllegalArgumentException("an AUC lies between 0 and 1, that of \"" + model + "\", " + plan + ", was " + auc);
            }
            if (interval.lower() < 0 || interval.upper() > 1) {
                throw new IllegalArgumentException("the interval of an AUC lies between 0 and 1, that of \"" + model + "\", " + plan
                        + ", was " + interval.lower() + " to " + interval.upper());
            }
        }
    }

    /**
     * Draws the rows in their order.
     *
     * @param title stands above the figure; may be empty
     * @param rows at least one, all intervals of one level
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no row, or the intervals are of several levels
     */
    public static String svg(String title, List<Row> rows) {
        double level = level(rows);
        double lowest = rows.stream().mapToDouble(row -> Math.min(row.auc(), row.interval().lower())).min().orElseThrow();
        List<RowFrame.Row> lines = new ArrayList<>();
        List<Optional<Row>> drawn = new ArrayList<>();
        String model = "";
        for (Row row : rows) {
            if (drawn.isEmpty() || !row.model().equals(model)) {
                lines.add(new RowFrame.Row(row.model(), Optional.empty()));
                drawn.add(Optional.empty());
                model = row.model();
            }
            lines.add(new RowFrame.Row(row.plan(), Optional.of(numbers(row))));
            drawn.add(Optional.of(row));
        }
        PlotAxis axis = PlotAxis.covering("AUC with " + SvgCanvas.number(100 * level) + " % interval",
                Math.max(0, Math.min(CHANCE, lowest) - ROOM), 1);
        RowFrame frame = new RowFrame(axis, lines, legend(rows), title, "Areas under the ROC curves", description(rows));
        frame.throughAll(CHANCE, CHANCE_LINE);
        for (int i = 0; i < drawn.size(); i++) {
            int line = i;
            drawn.get(i).ifPresent(row -> draw(frame, line, row));
        }
        return frame.close();
    }

    private static double level(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a forest plot needs at least one row");
        }
        double level = rows.get(0).interval().level();
        rows.forEach(row -> {
            if (row.interval().level() != level) {
                throw new IllegalArgumentException("intervals of one figure must be of one level, were " + level + " and, of \""
                        + row.model() + "\", " + row.plan() + ", " + row.interval().level());
            }
        });
        return level;
    }

    private static void draw(RowFrame frame, int line, Row row) {
        String stroke = row.apparent() ? APPARENT_LINE : HONEST_LINE;
        frame.along(line, row.interval().lower(), row.interval().upper(), stroke);
        String ends = (row.apparent() ? PlotColour.VERMILION : PlotColour.BLUE).stroke() + " stroke-width=\"2\"";
        frame.tick(line, row.interval().lower(), 5, ends);
        frame.tick(line, row.interval().upper(), 5, ends);
        frame.mark(line, row.auc(), row.apparent() ? APPARENT : HONEST);
    }

    private static List<PlotFrame.Entry> legend(List<Row> rows) {
        List<PlotFrame.Entry> legend = new ArrayList<>();
        if (rows.stream().anyMatch(Row::apparent)) {
            legend.add(new PlotFrame.Entry("Apparent: measured on the training cases, optimistic", Optional.of(APPARENT_LINE),
                    Optional.of(APPARENT)));
        }
        if (!rows.stream().allMatch(Row::apparent)) {
            legend.add(new PlotFrame.Entry("Validated: measured on cases not trained on", Optional.of(HONEST_LINE), Optional.of(HONEST)));
        }
        legend.add(new PlotFrame.Entry("Chance", CHANCE_LINE));
        return legend;
    }

    private static String numbers(Row row) {
        return PlotText.decimals(row.auc(), 2) + " (" + PlotText.decimals(row.interval().lower(), 2) + " to "
                + PlotText.decimals(row.interval().upper(), 2) + ")";
    }

    private static String description(List<Row> rows) {
        return String.join("; ", rows.stream().map(row -> row.model() + ", " + row.plan() + (row.apparent() ? " (apparent): " : ": ")
                + numbers(row)).toList());
    }
}
