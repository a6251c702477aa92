package io.github.radiomics4j.validation.discrimination;

/**
 * A threshold and what it makes of the cases. A case is called positive when its score is at or above the threshold.
 *
 * <p>A cut-off that was chosen on the same cases (Youden's, say) shows sensitivity and specificity too good; quote those of other
 * cases, or of out-of-sample scores.
 *
 * @param threshold a value between two neighbouring scores, or −∞ or +∞
 * @param truePositives positive cases called positive
 * @param falseNegatives positive cases called negative
 * @param trueNegatives negative cases called negative
 * @param falsePositives negative cases called positive
 */
public record CutOff(double threshold, int truePositives, int falseNegatives, int trueNegatives, int falsePositives) {

    /**
     * Checks threshold and counts.
     *
     * @param threshold a value between two neighbouring scores, or −∞ or +∞
     * @param truePositives positive cases called positive
     * @param falseNegatives positive cases called negative
     * @param trueNegatives negative cases called negative
     * @param falsePositives negative cases called positive
     */
    public CutOff {
        if (Double.isNaN(threshold) || truePositives < 0 || falseNegatives < 0 || trueNegatives < 0 || falsePositives < 0) {
            throw new IllegalArgumentException("a cut-off has a threshold and counts of cases, got threshold " + threshold + ", TP "
                    + truePositives + ", FN " + falseNegatives + ", TN " + trueNegatives + ", FP " + falsePositives);
        }
    }

    /**
     * Sensitivity: {@code TP / (TP + FN)}.
     *
     * @return the share of the positive cases that is called positive; NaN where there is none
     */
    public double sensitivity() {
        return truePositiveProportion().estimate();
    }

    /**
     * Specificity: {@code TN / (TN + FP)}.
     *
     * @return the share of the negative cases that is called negative; NaN where there is none
     */
    public double specificity() {
        return trueNegativeProportion().estimate();
    }

    /**
     * The counts behind the sensitivity, for its interval.
     *
     * @return TP of TP + FN
     */
    public Proportion truePositiveProportion() {
        return new Proportion(truePositives, truePositives + falseNegatives);
    }

    /**
     * The counts behind the specificity, for its interval.
     *
     * @return TN of TN + FP
     */
    public Proportion trueNegativeProportion() {
        return new Proportion(trueNegatives, trueNegatives + falsePositives);
    }

    /**
     * The positive predictive value, at the share of positives of these cases: TP of TP + FP.
     *
     * @return its counts
     */
    public Proportion positivePredictiveValue() {
        return new Proportion(truePositives, truePositives + falsePositives);
    }

    /**
     * The negative predictive value, at the share of positives of these cases: TN of TN + FN.
     *
     * @return its counts
     */
    public Proportion negativePredictiveValue() {
        return new Proportion(trueNegatives, trueNegatives + falseNegatives);
    }

    /**
     * The accuracy: TP + TN of all.
     *
     * @return its counts
     */
    public Proportion accuracy() {
        return new Proportion(truePositives + trueNegatives, truePositives + falseNegatives + trueNegatives + falsePositives);
    }

    /**
     * Youden's index: {@code J = sensitivity + specificity − 1}. (pROC prints J + 1.)
     *
     * @return 0 for a threshold that separates nothing, 1 for one that separates all
     */
    public double youdenIndex() {
        return sensitivity() + specificity() - 1;
    }
}
