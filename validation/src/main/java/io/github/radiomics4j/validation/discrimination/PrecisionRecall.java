package io.github.radiomics4j.validation.discrimination;

import java.util.ArrayList;
import java.util.List;

/**
 * The precision-recall curve: positive predictive value against sensitivity at every threshold where a case is called positive. Unlike
 * the AUC it depends on the share of positive cases, which is also the precision of a score that says nothing: curves of cases with
 * another share cannot be compared. Immutable.
 */
public final class PrecisionRecall {
    private final List<Point> points;
    private final double prevalence;

    /**
     * A point of the curve.
     *
     * @param threshold cases at or above it are called positive
     * @param recall the sensitivity, {@code TP / (TP + FN)}
     * @param precision the positive predictive value, {@code TP / (TP + FP)}
     */
    public record Point(double threshold, double recall, double precision) {
    }

    private PrecisionRecall(List<Point> points, double prevalence) {
        this.points = points;
        this.prevalence = prevalence;
    }

    /**
     * The curve that belongs to a ROC curve.
     *
     * @param roc the ROC curve
     * @return the curve, with one point for each distinct score
     */
    public static PrecisionRecall of(Roc roc) {
        List<Point> points = new ArrayList<>();
        for (CutOff cutOff : roc.cutOffs()) {
            if (cutOff.positiveCalls() > 0) {
                points.add(new Point(cutOff.threshold(), cutOff.sensitivity(), cutOff.positivePredictiveValue().estimate()));
            }
        }
        return new PrecisionRecall(List.copyOf(points), roc.positives() / ((double) roc.positives() + roc.negatives()));
    }

    /**
     * The points of the curve.
     *
     * @return in order of rising thresholds, from recall 1
     */
    public List<Point> points() {
        return points;
    }

    /**
     * The share of positive cases, which is the precision of a score that says nothing.
     *
     * @return between 0 and 1
     */
    public double prevalence() {
        return prevalence;
    }

    /**
     * The average precision: {@code Σ (Rₖ − Rₖ₋₁) Pₖ} over falling thresholds, with recall R and precision P and {@code R₀ = 0}, as
     * scikit-learn's {@code average_precision_score}.
     *
     * @return above 0, at most 1
     */
    public double averagePrecision() {
        double sum = 0;
        double recall = 0;
        for (int i = points.size() - 1; i >= 0; i--) {
            sum += (points.get(i).recall() - recall) * points.get(i).precision();
            recall = points.get(i).recall();
        }
        return sum;
    }

    /**
     * The area under straight lines between the points, starting at recall 0 and precision 1, as scikit-learn's
     * {@code auc(recall, precision)}. Straight lines are too good between points that lie far apart (Davis and Goadrich 2006): prefer
     * the average precision.
     *
     * @return between 0 and 1
     */
    public double trapezoidalArea() {
        double sum = 0;
        double recall = 0;
        double precision = 1;
        for (int i = points.size() - 1; i >= 0; i--) {
            sum += (points.get(i).recall() - recall) * (points.get(i).precision() + precision) / 2;
            recall = points.get(i).recall();
            precision = points.get(i).precision();
        }
        return sum;
    }
}
