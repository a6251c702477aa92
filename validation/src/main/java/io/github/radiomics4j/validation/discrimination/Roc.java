package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The receiver operating characteristic of a score, or of any ordered grade: sensitivity and specificity at every threshold. A
 * higher score means more likely positive, always: a curve that chose its direction by the data could not fall below the diagonal,
 * and would show discrimination in noise.
 *
 * <p>Thresholds are those of the R package pROC: −∞, the midpoints of neighbouring distinct scores, +∞; a case is called positive
 * when its score is at or above the threshold. Immutable. Time is n log n in the number of cases.
 */
public final class Roc {
    private final double[] positiveScores;
    private final double[] negativeScores;
    private final double[] thresholds;
    private final int[] truePositives;
    private final int[] falsePositives;
    private final int positives;
    private final int negatives;
    private final double auc;

    /**
     * A point of the curve.
     *
     * @param threshold −∞, a midpoint of two neighbouring scores, or +∞
     * @param sensitivity the share of positive cases at or above the threshold
     * @param specificity the share of negative cases below the threshold
     */
    public record Point(double threshold, double sensitivity, double specificity) {
    }

    private Roc(ScoredCases cases) {
        double[] positive = cases.sortedPositive();
        double[] negative = cases.sortedNegative();
        this.positiveScores = positive;
        this.negativeScores = negative;
        this.positives = positive.length;
        this.negatives = negative.length;
        int distinct = countDistinct(positive, negative);
        this.thresholds = new double[distinct + 1];
        this.truePositives = new int[distinct + 1];
        this.falsePositives = new int[distinct + 1];
        thresholds[0] = Double.NEGATIVE_INFINITY;
        truePositives[0] = positives;
        falsePositives[0] = negatives;
        int p = 0;
        int n = 0;
        long twiceWins = 0;
        for (int t = 1; t <= distinct; t++) {
            double value = smallest(positive, p, negative, n);
            int negativesBelow = n;
            int positivesBelow = p;
            p = skip(positive, p, value);
            n = skip(negative, n, value);
            twiceWins += (p - positivesBelow) * ((long) negativesBelow + n);
            thresholds[t] = t == distinct ? Double.POSITIVE_INFINITY : between(value, smallest(positive, p, negative, n));
            truePositives[t] = positives - p;
            falsePositives[t] = negatives - n;
        }
        this.auc = twiceWins / (2.0 * positives * negatives);
    }

    /**
     * The curve of some scores.
     *
     * @param scores one per case, finite, higher for more likely positive: a Radscore, a risk, a grade; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the curve
     * @throws InvalidInputException TABLE_INVALID for an outcome of one class, NONFINITE_VALUES for a score that is NaN or infinite
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static Roc of(double[] scores, BinaryOutcome outcome) {
        return new Roc(ScoredCases.of(scores, outcome));
    }

    private static int countDistinct(double[] positive, double[] negative) {
        int p = 0;
        int n = 0;
        int distinct = 0;
        while (p < positive.length || n < negative.length) {
            double value = smallest(positive, p, negative, n);
            p = skip(positive, p, value);
            n = skip(negative, n, value);
            distinct++;
        }
        return distinct;
    }

    private static double smallest(double[] a, int from, double[] b, int fromOther) {
        double first = from < a.length ? a[from] : Double.POSITIVE_INFINITY;
        double second = fromOther < b.length ? b[fromOther] : Double.POSITIVE_INFINITY;
        return Math.min(first, second);
    }

    private static int skip(double[] sorted, int from, double value) {
        int next = from;
        while (next < sorted.length && sorted[next] == value) {
            next++;
        }
        return next;
    }

    /** The midpoint, or the upper value where no number lies between: "at or above" then still separates the two. */
    private static double between(double lower, double upper) {
        double sum = lower + upper;
        double middle = Double.isInfinite(sum) ? lower / 2 + upper / 2 : sum / 2;
        return middle > lower ? middle : upper;
    }

    /**
     * The area under the curve: the probability that a positive case scores above a negative one, ties counted one half,
     * {@code AUC = (#{x > y} + ½ #{x = y}) / (m n)} over all pairs of a positive score x and a negative score y (Mann and Whitney).
     * Counted in whole numbers, so it depends on nothing but the order of the scores.
     *
     * @return between 0 and 1; ½ for a score that says nothing
     */
    public double auc() {
        return auc;
    }

    /**
     * The number of positive cases.
     *
     * @return m, at least 1
     */
    public int positives() {
        return positives;
    }

    /**
     * The number of negative cases.
     *
     * @return n, at least 1
     */
    public int negatives() {
        return negatives;
    }

    /**
     * The cut-offs of the curve.
     *
     * @return in order of rising thresholds, from −∞ (all called positive) to +∞ (none); one more than there are distinct scores
     */
    public List<CutOff> cutOffs() {
        return IntStream.range(0, thresholds.length).mapToObj(this::cutOff).toList();
    }

    /**
     * The points of the curve.
     *
     * @return in order of rising thresholds, from sensitivity 1 and specificity 0 (threshold −∞) to the reverse (+∞); one more
     *     than there are distinct scores
     */
    public List<Point> points() {
        return cutOffs().stream().map(c -> new Point(c.threshold(), c.sensitivity(), c.specificity())).toList();
    }

    /**
     * The cut-off with the largest Youden index, {@code sensitivity + specificity − 1}; of several the one with the lowest threshold.
     * A score that separates nothing has it at threshold −∞, with index 0.
     *
     * @return the cut-off
     */
    public CutOff youden() {
        return CutOffRule.youden().choose(this);
    }

    /**
     * The cut-off whose point lies closest to sensitivity 1 and specificity 1; of several the one with the lowest threshold.
     *
     * @return the cut-off with the least {@code (1 − sensitivity)² + (1 − specificity)²}
     */
    public CutOff closestToTopLeft() {
        return CutOffRule.closestToTopLeft().choose(this);
    }

    /**
     * What a threshold makes of these cases: one that was chosen on other cases, or before the study.
     *
     * @param threshold a number, or −∞ or +∞
     * @return the counts at it
     * @throws IllegalArgumentException where the threshold is NaN
     */
    public CutOff at(double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("a threshold must be a number, was NaN");
        }
        int below = ScoredCases.countBelow(positiveScores, threshold);
        int negativesBelow = ScoredCases.countBelow(negativeScores, threshold);
        return new CutOff(threshold, positives - below, below, negativesBelow, negatives - negativesBelow);
    }

    private CutOff cutOff(int t) {
        return new CutOff(thresholds[t], truePositives[t], positives - truePositives[t], negatives - falsePositives[t], falsePositives[t]);
    }

    @Override
    public String toString() {
        return "AUC " + auc + " of " + positives + " positive and " + negatives + " negative cases";
    }
}
