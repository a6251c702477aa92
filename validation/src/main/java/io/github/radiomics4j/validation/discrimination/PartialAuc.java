package io.github.radiomics4j.validation.discrimination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The area under a part of a ROC curve, points joined by straight lines as pROC does: over a range of specificity the integral of the
 * sensitivity, over a range of sensitivity the integral of the specificity. A range of specificity from 0.9 to 1 is the left end of the
 * usual picture.
 *
 * @param area the area, from 0 to {@code to − from}
 * @param from the lower end of the range, from 0
 * @param to the upper end of the range, to 1
 */
public record PartialAuc(double area, double from, double to) {

    /**
     * Checks the range.
     *
     * @param area the area, from 0 to {@code to − from}
     * @param from the lower end of the range, from 0
     * @param to the upper end of the range, to 1
     */
    public PartialAuc {
        requireRange(from, to);
    }

    /**
     * The area where the specificity lies in a range.
     *
     * @param roc the curve
     * @param from the least specificity, from 0
     * @param to the largest specificity, above {@code from}, to 1
     * @return the area
     * @throws IllegalArgumentException where the range is none within 0 to 1
     */
    public static PartialAuc overSpecificity(Roc roc, double from, double to) {
        requireRange(from, to);
        return new PartialAuc(area(roc.points(), Roc.Point::specificity, Roc.Point::sensitivity, from, to), from, to);
    }

    /**
     * The area where the sensitivity lies in a range.
     *
     * @param roc the curve
     * @param from the least sensitivity, from 0
     * @param to the largest sensitivity, above {@code from}, to 1
     * @return the area
     * @throws IllegalArgumentException where the range is none within 0 to 1
     */
    public static PartialAuc overSensitivity(Roc roc, double from, double to) {
        requireRange(from, to);
        return new PartialAuc(area(reversed(roc.points()), Roc.Point::sensitivity, Roc.Point::specificity, from, to), from, to);
    }

    private static List<Roc.Point> reversed(List<Roc.Point> points) {
        List<Roc.Point> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The integral of the height over the base, of points with rising base. */
    private static double area(List<Roc.Point> points, ToDoubleFunction<Roc.Point> base, ToDoubleFunction<Roc.Point> height, double from,
            double to) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            double left = base.applyAsDouble(points.get(i - 1));
            double right = base.applyAsDouble(points.get(i));
            double start = Math.max(left, from);
            double end = Math.min(right, to);
            if (end > start) {
                double high = height.applyAsDouble(points.get(i - 1));
                double slope = (height.applyAsDouble(points.get(i)) - high) / (right - left);
                area += (end - start) * (high + slope * ((start - left) + (end - left)) / 2);
            }
        }
        return area;
    }

    /**
     * The area that a score which says nothing has in this range.
     *
     * @return {@code (to − from) − (to² − from²) / 2}, the area under the diagonal
     */
    public double ofChance() {
        return (to - from) * (1 - (to + from) / 2);
    }

    /**
     * McClish's correction (Med Decis Making 1989), which makes areas of different ranges comparable:
     * {@code ½ (1 + (area − chance) / (to − from − chance))}.
     *
     * @return ½ for a curve on the diagonal, 1 for a perfect one; NaN for an area below that of chance, as pROC has it, since the
     *     correction does not apply there
     */
    public double corrected() {
        double chance = ofChance();
        return area < chance ? Double.NaN : (1 + (area - chance) / (to - from - chance)) / 2;
    }

    private static void requireRange(double from, double to) {
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException("a range of sensitivity or specificity lies within 0 to 1, such as 0.9 to 1; was " + from
                    + " to " + to);
        }
    }
}
