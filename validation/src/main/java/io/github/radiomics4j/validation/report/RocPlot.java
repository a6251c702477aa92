package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ROC curves as an SVG figure: sensitivity against 1 − specificity, with ticks, the diagonal of no discrimination and a legend that
 * gives each curve's AUC. The figure is self-contained (no script, style sheet or font to fetch) and the same input gives the same text.
 * Curves differ in colour and in dashes, so they can be told apart in grey print and with impaired colour vision.
 */
public final class RocPlot {

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
        List<PlotFrame.Entry> legend = new ArrayList<>();
        curves.forEach((name, roc) -> legend.add(new PlotFrame.Entry(name + " (AUC " + PlotText.threeDecimals(roc.auc()) + ")",
                PlotFrame.stroke(legend.size()))));
        PlotFrame frame = new PlotFrame(PlotAxis.ofShare("1 − specificity"), PlotAxis.ofShare("Sensitivity"));
        frame.open(title, "ROC curves", legend);
        frame.axes(frame::diagonal);
        int index = 0;
        for (Roc roc : curves.values()) {
            draw(frame, roc, legend.get(index++).stroke());
        }
        frame.legend(legend);
        return frame.close();
    }

    /** From (0, 0) up to (1, 1). */
    private static void draw(PlotFrame frame, Roc roc, String stroke) {
        List<Roc.Point> points = roc.points();
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            Roc.Point point = points.get(x.length - 1 - i);
            x[i] = 1 - point.specificity();
            y[i] = point.sensitivity();
        }
        frame.curve(x, y, stroke);
    }
}
