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

    /**
     * How many cases are called positive.
     *
     * @return TP + FP
     */
    public int positiveCalls() {
        return truePositives + falsePositives;
    }

    /**
     * The likelihood ratio of a positive call: {@code sensitivity / (1 − specificity)}; the standard error of its logarithm is
     * {@code √(1/TP − 1/(TP + FN) + 1/FP − 1/(FP + TN))} (Simel et al. 1991).
     *
     * @return the ratio; infinite without false positives
     */
    public Ratio positiveLikelihoodRatio() {
        return likelihoodRatio(truePositives, falsePositives);
    }

    /**
     * The likelihood ratio of a negative call: {@code (1 − sensitivity) / specificity}; the standard error of its logarithm is
     * {@code √(1/FN − 1/(TP + FN) + 1/TN − 1/(FP + TN))} (Simel et al. 1991).
     *
     * @return the ratio; infinite without true negatives
     */
    public Ratio negativeLikelihoodRatio() {
        return likelihoodRatio(falseNegatives, trueNegatives);
    }

    private Ratio likelihoodRatio(int ofPositives, int ofNegatives) {
        double positives = truePositives + falseNegatives;
        double negatives = trueNegatives + falsePositives;
        return new Ratio(ofPositives / positives / (ofNegatives / negatives),
                Math.sqrt(1.0 / ofPositives - 1 / positives + 1.0 / ofNegatives - 1 / negatives));
    }

    /**
     * The diagnostic odds ratio: {@code TP TN / (FP FN)}; the standard error of its logarithm is
     * {@code √(1/TP + 1/FN + 1/FP + 1/TN)} (Woolf 1955).
     *
     * @return the ratio; infinite where only a wrong call is missing, NaN where both products are 0
     */
    public Ratio diagnosticOddsRatio() {
        return new Ratio((double) truePositives * trueNegatives / ((double) falsePositives * falseNegatives),
                Math.sqrt(1.0 / truePositives + 1.0 / falseNegatives + 1.0 / falsePositives + 1.0 / trueNegatives));
    }

    /**
     * The mean of sensitivity and specificity.
     *
     * @return from 0 to 1; NaN where a class has no case
     */
    public double balancedAccuracy() {
        return (sensitivity() + specificity()) / 2;
    }

    /**
     * The F1 score, the harmonic mean of sensitivity and positive predictive value: {@code 2 TP / (2 TP + FP + FN)}.
     *
     * @return from 0 to 1; NaN where no case is positive or called so
     */
    public double f1Score() {
        return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
    }

    /**
     * Matthews' correlation of call and outcome:
     * {@code (TP TN − FP FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))} (Biochim Biophys Acta 1975).
     *
     * @return from −1 to 1; NaN where call or outcome has one value only
     */
    public double matthewsCorrelation() {
        double product = (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        double calls = (double) positiveCalls() * (trueNegatives + falseNegatives);
        double cases = (double) (truePositives + falseNegatives) * (trueNegatives + falsePositives);
        return product / (Math.sqrt(calls) * Math.sqrt(cases));
    }

    /**
     * Cohen's kappa of call and outcome: {@code (accuracy − chance) / (1 − chance)} with the accuracy that calls would have by chance at
     * the same numbers (Educ Psychol Meas 1960).
     *
     * @return at most 1; NaN where call and outcome both have one and the same value only
     */
    public double kappa() {
        double total = accuracy().trials();
        double chance = (positiveCalls() / total) * ((truePositives + falseNegatives) / total)
                + ((trueNegatives + falseNegatives) / total) * ((trueNegatives + falsePositives) / total);
        return (accuracy().estimate() - chance) / (1 - chance);
    }
}
