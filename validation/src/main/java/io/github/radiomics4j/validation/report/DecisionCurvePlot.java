package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Decision curves as an SVG figure: net benefit against the threshold of risk, beside treating all and treating none. A net benefit far
 * below 0 is cut off, as it only says that treating none is better. The figure is self-contained and the same input gives the same text.
 */
public final class DecisionCurvePlot {
    private static final String TREAT_ALL = PlotColour.MUTED.stroke() + " stroke-width=\"1.5\"";
    private static final String TREAT_NONE = PlotColour.INK.stroke() + " stroke-width=\"1.5\"";
    /** How far the figure reaches below 0, as a share of its reach above. */
    private static final double BELOW = 0.25;

    private DecisionCurvePlot() {
    }

    /**
     * Draws curves.
     *
     * @param title stands above the figure; may be empty
     * @param curves name to curve, drawn and listed in the map's order (take a {@code LinkedHashMap}: {@code Map.of} has no order of its
     *     own, and with it the figure may change from run to run); at least one, all of the same prevalence, each of two thresholds or
     *     more
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no curve, a curve has one threshold only, or the prevalences differ, so that
     *     treating all is not worth the same
     */
    public static String svg(String title, Map<String, DecisionCurve> curves) {
        requireComparable(curves);
        List<PlotFrame.Entry> legend = new ArrayList<>();
        curves.keySet().forEach(name -> legend.add(new PlotFrame.Entry(name, PlotFrame.stroke(legend.size()))));
        legend.add(new PlotFrame.Entry("Treat all", TREAT_ALL));
        legend.add(new PlotFrame.Entry("Treat none", TREAT_NONE));
        List<DecisionCurve.Point> all = curves.values().stream().flatMap(curve -> curve.points().stream())
                .sorted(Comparator.comparingDouble(DecisionCurve.Point::threshold)).toList();
        PlotAxis thresholds = PlotAxis.covering("Threshold of risk", all.get(0).threshold(), all.get(all.size() - 1).threshold());
        PlotFrame frame = new PlotFrame(thresholds, benefits(all));
        frame.open(title, "Decision curves", legend);
        frame.axes(() -> {
            draw(frame, all, point -> 0, TREAT_NONE);
            draw(frame, all, DecisionCurve.Point::treatAll, TREAT_ALL);
        });
        int index = 0;
        for (DecisionCurve curve : curves.values()) {
            List<DecisionCurve.Point> points = curve.points().stream()
                    .sorted(Comparator.comparingDouble(DecisionCurve.Point::threshold)).toList();
            draw(frame, points, DecisionCurve.Point::netBenefit, legend.get(index++).stroke());
        }
        frame.legend(legend);
        return frame.close();
    }

    private static void requireComparable(Map<String, DecisionCurve> curves) {
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a decision curve plot needs at least one curve");
        }
        double prevalence = curves.values().iterator().next().prevalence();
        curves.forEach((name, curve) -> {
            if (curve.points().stream().mapToDouble(DecisionCurve.Point::threshold).distinct().count() < 2) {
                throw new IllegalArgumentException("a curve has at least two thresholds, \"" + name + "\" has one");
            }
            if (curve.prevalence() != prevalence) {
                throw new IllegalArgumentException("curves of one figure must be of the same prevalence, so that treating all is one "
                        + "curve, was " + prevalence + " and for \"" + name + "\" " + curve.prevalence());
            }
        });
    }

    private static PlotAxis benefits(List<DecisionCurve.Point> points) {
        double highest = points.stream().mapToDouble(point -> Math.max(point.netBenefit(), point.treatAll())).max().orElseThrow();
        double lowest = points.stream().mapToDouble(point -> Math.min(point.netBenefit(), point.treatAll())).min().orElseThrow();
        double reach = highest > 0 ? highest : 0.1;
        return PlotAxis.covering("Net benefit", Math.min(0, Math.max(lowest, -BELOW * reach)), reach);
    }

    private static void draw(PlotFrame frame, List<DecisionCurve.Point> points, ToDoubleFunction<DecisionCurve.Point> height,
            String stroke) {
        frame.curve(points.stream().mapToDouble(DecisionCurve.Point::threshold).toArray(), points.stream().mapToDouble(height).toArray(),
                stroke);
    }
}
