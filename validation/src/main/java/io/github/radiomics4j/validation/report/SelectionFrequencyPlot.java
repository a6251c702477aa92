package io.github.radiomics4j.validation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often each feature was selected when the whole recipe was repeated on resamples, as an SVG figure: most frequent first, features of
 * the final model filled, the others hollow. The figure is self-contained and the same input gives the same text.
 */
public final class SelectionFrequencyPlot {
    private static final String IN_MODEL = PlotColour.BLUE.fill() + " " + PlotColour.BLUE.stroke();
    private static final String NOT_IN_MODEL = "fill=\"none\" " + PlotColour.BLUE.stroke() + " stroke-dasharray=\"3 2\"";
    private static final PlotMark MODEL_MARK = new PlotMark(PlotMark.Shape.SQUARE, PlotColour.BLUE);

    private SelectionFrequencyPlot() {
    }

    /**
     * Draws frequencies.
     *
     * @param title stands above the figure; may be empty
     * @param shares feature to the share of resamples that selected it, 0 to 1; in any order
     * @param inModel features of the final model; may be empty
     * @param most how many features are drawn at most, at least 1; how many are left out is said below
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no feature, a share is not between 0 and 1, or {@code most} is below 1
     */
    public static String svg(String title, Map<String, Double> shares, Set<String> inModel, int most) {
        requireShares(shares, most);
        List<Map.Entry<String, Double>> sorted = shares.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue(
                Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).toList();
        List<Map.Entry<String, Double>> shown = sorted.subList(0, Math.min(most, sorted.size()));
        List<RowFrame.Row> rows = shown.stream().map(e -> new RowFrame.Row(e.getKey(), Optional.of(PlotText.decimals(e.getValue(), 2))))
                .toList();
        RowFrame frame = new RowFrame(PlotAxis.ofShare("Share of resamples that selected the feature"), rows,
                legend(sorted, shown.size(), inModel), title, "Selection frequencies", description(shown));
        for (int i = 0; i < shown.size(); i++) {
            frame.bar(i, 0, shown.get(i).getValue(), inModel.contains(shown.get(i).getKey()) ? IN_MODEL : NOT_IN_MODEL);
        }
        return frame.close();
    }

    private static void requireShares(Map<String, Double> shares, int most) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("a figure of selection frequencies needs at least one feature");
        }
        if (most < 1) {
            throw new IllegalArgumentException("at least one feature must be drawn, " + most + " were allowed");
        }
        shares.forEach((name, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a selection frequency lies between 0 and 1, that of \"" + name + "\" was " + share);
            }
        });
    }

    private static List<PlotFrame.Entry> legend(List<Map.Entry<String, Double>> sorted, int shown, Set<String> inModel) {
        List<PlotFrame.Entry> legend = new ArrayList<>();
        if (!inModel.isEmpty()) {
            legend.add(new PlotFrame.Entry("Filled: in the final model", Optional.empty(), Optional.of(MODEL_MARK)));
        }
        if (sorted.size() > shown) {
            legend.add(new PlotFrame.Entry("Not drawn: " + (sorted.size() - shown) + " more, each in at most "
                    + PlotText.decimals(sorted.get(shown).getValue(), 2) + " of resamples", Optional.empty(), Optional.empty()));
        }
        return legend;
    }

    private static String description(List<Map.Entry<String, Double>> shown) {
        return String.join("; ", shown.stream().map(e -> e.getKey() + ": " + PlotText.decimals(e.getValue(), 2)).toList());
    }
}
