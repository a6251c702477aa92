package io.github.radiomics4j.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the score of one case adds up, as an SVG figure: from a start, one bar per term to the right (raises the score, filled) or to the
 * left (lowers it, hollow), each from where the one before it ended, down to the score. The figure is self-contained and the same input
 * gives the same text.
 */
public final class ContributionPlot {
    private static final String RAISES = PlotColour.VERMILION.fill() + " " + PlotColour.VERMILION.stroke();
    private static final String LOWERS = "fill=\"none\" " + PlotColour.BLUE.stroke() + " stroke-width=\"2\"";
    private static final String LINK = PlotColour.MUTED.stroke() + " stroke-width=\"1.5\" stroke-dasharray=\"3 2\"";
    private static final PlotMark END = new PlotMark(PlotMark.Shape.DISC, PlotColour.INK);
    private static final int PLACES = 2;

    private ContributionPlot() {
    }

    /**
     * What one term adds to the score.
     *
     * @param term its name, with the case's value where that helps
     * @param amount what it adds, a finite number
     */
    public record Contribution(String term, double amount) {

        /**
         * Checks the amount.
         *
         * @param term its name, with the case's value where that helps
         * @param amount what it adds, a finite number
         */
        public Contribution {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("a contribution is a finite number, that of \"" + term + "\" was " + amount);
            }
        }
    }

    /**
     * Draws the terms in their order.
     *
     * @param title stands above the figure; may be empty
     * @param scale what the axis measures, such as "Radscore (log odds)"
     * @param startName where the sum starts, such as "Intercept" or "Average case"
     * @param start the score there, a finite number
     * @param contributions what the terms add, at least one
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no term, or the start is not finite
     */
    public static String svg(String title, String scale, String startName, double start, List<Contribution> contributions) {
        if (contributions.isEmpty() || !Double.isFinite(start)) {
            throw new IllegalArgumentException("a figure of contributions needs a finite start and at least one term, was " + start
                    + " and " + contributions.size() + " terms");
        }
        List<RowFrame.Row> rows = new ArrayList<>(List.of(new RowFrame.Row(startName, Optional.of(PlotText.decimals(start, PLACES)))));
        double[] sums = new double[contributions.size() + 1];
        sums[0] = start;
        double lowest = start;
        double highest = start;
        for (int i = 0; i < contributions.size(); i++) {
            Contribution next = contributions.get(i);
            sums[i + 1] = sums[i] + next.amount();
            lowest = Math.min(lowest, sums[i + 1]);
            highest = Math.max(highest, sums[i + 1]);
            rows.add(new RowFrame.Row(next.term(), Optional.of(PlotText.signed(next.amount(), PLACES))));
        }
        rows.add(new RowFrame.Row("Score of the case", Optional.of(PlotText.decimals(sums[contributions.size()], PLACES))));
        RowFrame frame = new RowFrame(PlotAxis.around(scale, lowest, highest), rows, List.of(), title, "Contributions to the score",
                description(rows));
        draw(frame, sums);
        return frame.close();
    }

    private static void draw(RowFrame frame, double[] sums) {
        for (int i = 1; i < sums.length; i++) {
            frame.tick(i, sums[i - 1], 12, LINK);
            frame.bar(i, sums[i - 1], sums[i], sums[i] >= sums[i - 1] ? RAISES : LOWERS);
        }
        frame.tick(sums.length, sums[sums.length - 1], 12, LINK);
        frame.mark(0, sums[0], END);
        frame.mark(sums.length, sums[sums.length - 1], END);
    }

    private static String description(List<RowFrame.Row> rows) {
        return String.join("; ", rows.stream().map(row -> row.name() + ": " + row.number().orElse("")).toList());
    }
}
