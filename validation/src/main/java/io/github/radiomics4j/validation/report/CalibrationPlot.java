package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.CalibrationCurve;
import io.github.radiomics4j.validation.calibration.HosmerLemeshow;
import io.github.radiomics4j.validation.calibration.RiskGrouping;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calibration as an SVG figure: the observed share of events against the predicted risk. Each model has its smoothed curve, a dot with
 * Wilson's 95 % interval for each group of risk, and in the legend its integrated calibration index and Brier score; the diagonal is where
 * risks come true. A single model's figure shows the distribution of its risks along the lower edge. The parts of a curve below 0 or
 * above 1 are cut off. The figure is self-contained and the same input gives the same text.
 */
public final class CalibrationPlot {
    private static final double LEVEL = 0.95;
    private static final int BARS = 50;
    private static final double TALLEST_BAR = 0.12;

    private CalibrationPlot() {
    }

    /**
     * Draws calibrations.
     *
     * @param title stands above the figure; may be empty
     * @param models name to calibration, drawn and listed in the map's order (take a {@code LinkedHashMap}: {@code Map.of} has no order
     *     of its own, and with it the figure may change from run to run); at least one
     * @param grouping the groups of risk that become dots
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no model
     */
    public static String svg(String title, Map<String, Calibration> models, RiskGrouping grouping) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a calibration plot needs at least one model");
        }
        List<PlotFrame.Entry> legend = new ArrayList<>();
        List<CalibrationCurve> curves = models.values().stream().map(Calibration::curve).toList();
        models.forEach((name, model) -> legend.add(entry(name, model, curves.get(legend.size()), legend.size())));
        PlotFrame frame = new PlotFrame(PlotAxis.ofShare("Predicted risk"), PlotAxis.ofShare("Observed share of events"));
        frame.open(title, "Calibration", legend);
        frame.axes(() -> {
            frame.diagonal();
            if (models.size() == 1) {
                distribution(frame, curves.get(0).predicted());
            }
        });
        int index = 0;
        for (Calibration model : models.values()) {
            CalibrationCurve curve = curves.get(index);
            frame.curve(curve.predicted(), curve.observed(), legend.get(index).stroke());
            dots(frame, model.hosmerLemeshow(grouping), PlotFrame.colour(index));
            index++;
        }
        frame.legend(legend);
        return frame.close();
    }

    private static PlotFrame.Entry entry(String name, Calibration model, CalibrationCurve curve, int index) {
        return new PlotFrame.Entry(name + " (ICI " + PlotText.threeDecimals(curve.integratedCalibrationIndex()) + ", Brier score "
                + PlotText.threeDecimals(model.brier().score()) + ")", PlotFrame.stroke(index));
    }

    private static void dots(PlotFrame frame, HosmerLemeshow test, String colour) {
        for (HosmerLemeshow.Group group : test.groups()) {
            Interval interval = new Proportion(group.observed(), group.cases()).wilson(LEVEL);
            frame.dot(Math.min(1, group.expectedRate()), group.observedRate(), interval.lower(), interval.upper(), colour);
        }
    }

    private static void distribution(PlotFrame frame, double[] risks) {
        int[] counts = new int[BARS];
        int most = 0;
        for (double risk : risks) {
            int bar = (int) Math.min(BARS - 1, risk * BARS);
            most = Math.max(most, ++counts[bar]);
        }
        for (int bar = 0; bar < BARS; bar++) {
            if (counts[bar] > 0) {
                frame.bar(bar / (double) BARS, (bar + 1) / (double) BARS, TALLEST_BAR * counts[bar] / most, PlotFrame.colour(0));
            }
        }
    }
}
