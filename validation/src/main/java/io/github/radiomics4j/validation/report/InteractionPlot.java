package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.interaction.CutOffGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Two scores together, as SVG figures: event rates of the four groups that two cut-offs make, and the cases themselves. The figures are
 * self-contained and the same input gives the same text.
 */
public final class InteractionPlot {
    private static final double APART = 0.07;
    private static final double LABEL = 10;
    private static final PlotMark LOW = new PlotMark(PlotMark.Shape.RING, PlotColour.BLUE);
    private static final PlotMark HIGH = new PlotMark(PlotMark.Shape.TRIANGLE, PlotColour.VERMILION);
    private static final String LOW_LINE = PlotColour.BLUE.stroke() + " stroke-width=\"2\"";
    private static final String HIGH_LINE = PlotColour.VERMILION.stroke() + " stroke-width=\"2\" stroke-dasharray=\"8 3\"";
    private static final String CUT = PlotColour.INK.stroke() + " stroke-width=\"1.25\" stroke-dasharray=\"6 4\"";

    private InteractionPlot() {
    }

    /**
     * Draws the event rate of each group with Wilson's interval and its events and cases. Lines that are not parallel show an interaction
     * on the scale of rates. A group without cases has no point.
     *
     * @param title stands above the figure; may be empty
     * @param nameA the first score, along the horizontal axis
     * @param nameB the second score, one line for low and one for high
     * @param groups the groups
     * @param level of confidence, such as 0.95
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public static String rates(String title, String nameA, String nameB, CutOffGroups groups, double level) {
        List<PlotFrame.Entry> legend = List.of(new PlotFrame.Entry(nameB + " high", Optional.of(HIGH_LINE), Optional.of(HIGH)),
                new PlotFrame.Entry(nameB + " low", Optional.of(LOW_LINE), Optional.of(LOW)));
        PlotFrame frame = new PlotFrame(PlotAxis.ofGroups(nameA, List.of("low", "high")), PlotAxis.ofShare("Rate of events, with "
                + SvgCanvas.number(100 * level) + " % interval"));
        frame.open(title, "Rates of events by " + nameA + " and " + nameB, legend);
        frame.axes(() -> { });
        line(frame, groups.lowLow(), groups.highLow(), -APART, LOW_LINE);
        line(frame, groups.lowHigh(), groups.highHigh(), APART, HIGH_LINE);
        points(frame, groups.lowLow(), groups.highLow(), -APART, LOW, level);
        points(frame, groups.lowHigh(), groups.highHigh(), APART, HIGH, level);
        frame.legend(legend);
        return frame.close();
    }

    private static void line(PlotFrame frame, Proportion low, Proportion high, double shift, String stroke) {
        if (low.trials() > 0 && high.trials() > 0) {
            frame.curve(new double[] {shift, 1 + shift}, new double[] {low.estimate(), high.estimate()}, stroke);
        }
    }

    private static void points(PlotFrame frame, Proportion low, Proportion high, double shift, PlotMark mark, double level) {
        point(frame, shift, low, mark, Math.signum(shift) * LABEL, level);
        point(frame, 1 + shift, high, mark, Math.signum(shift) * LABEL, level);
    }

    private static void point(PlotFrame frame, double x, Proportion group, PlotMark mark, double beside, double level) {
        if (group.trials() == 0) {
            frame.beside(x, 0.02, beside, "no case");
            return;
        }
        Interval interval = group.wilson(level);
        frame.dot(x, group.estimate(), interval.lower(), interval.upper(), mark.colour().onPaper());
        frame.mark(x, group.estimate(), mark);
        frame.beside(x, group.estimate(), beside, group.toString());
    }

    /**
     * Draws the cases: the first score across, the second upwards, cases with the event as triangles, those without as rings, and the
     * cut-offs as lines. A case is high where its score is at least the cut-off.
     *
     * @param title stands above the figure; may be empty
     * @param nameA the first score
     * @param a one finite value per case; not modified
     * @param cutA its cut-off, finite
     * @param nameB the second score
     * @param b one finite value per case, in the same order; not modified
     * @param cutB its cut-off, finite
     * @param outcome the outcome of the same cases
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws InvalidInputException NONFINITE_VALUES where a score is NaN or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length, or a cut-off is not finite
     */
    public static String cases(String title, String nameA, double[] a, double cutA, String nameB, double[] b, double cutB,
            BinaryOutcome outcome) {
        requireCases(a, cutA, b, cutB, outcome);
        int events = outcome.positives();
        List<PlotFrame.Entry> legend = List.of(
                new PlotFrame.Entry("With the event (" + events + ")", Optional.empty(), Optional.of(HIGH)),
                new PlotFrame.Entry("Without (" + (outcome.size() - events) + ")", Optional.empty(), Optional.of(LOW)),
                new PlotFrame.Entry("Cut-offs: " + PlotText.decimals(cutA, 2) + " across, " + PlotText.decimals(cutB, 2) + " up", CUT));
        PlotFrame frame = new PlotFrame(axis(nameA, a, cutA), axis(nameB, b, cutB));
        frame.open(title, nameA + " and " + nameB, legend);
        frame.axes(() -> {
            frame.upright(cutA, CUT);
            frame.level(cutB, CUT);
        });
        for (int i = 0; i < a.length; i++) {
            if (!outcome.isPositive(i)) {
                frame.mark(a[i], b[i], LOW);
            }
        }
        for (int i = 0; i < a.length; i++) {
            if (outcome.isPositive(i)) {
                frame.mark(a[i], b[i], HIGH);
            }
        }
        frame.legend(legend);
        return frame.close();
    }

    private static PlotAxis axis(String name, double[] values, double cut) {
        return PlotAxis.around(name, Math.min(cut, Arrays.stream(values).min().orElse(cut)),
                Math.max(cut, Arrays.stream(values).max().orElse(cut)));
    }

    private static void requireCases(double[] a, double cutA, double[] b, double cutB, BinaryOutcome outcome) {
        if (a.length != outcome.size() || b.length != outcome.size()) {
            throw new IllegalArgumentException("scores and outcome must be of the same cases, there are " + a.length + ", " + b.length
                    + " and " + outcome.size());
        }
        if (!Double.isFinite(cutA) || !Double.isFinite(cutB)) {
            throw new IllegalArgumentException("cut-offs must be finite to be drawn, were " + cutA + " and " + cutB);
        }
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i]) || !Double.isFinite(b[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "scores must be finite to be drawn, row " + i + " holds " + a[i]
                        + " and " + b[i]);
            }
        }
    }
}
