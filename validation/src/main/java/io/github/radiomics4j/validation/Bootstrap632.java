package io.github.radiomics4j.validation;

/**
 * Efron's .632 and Efron and Tibshirani's .632+ estimates, which weigh a performance that is too good, the apparent one, against one that
 * is too bad, that of cases not drawn.
 *
 * <p>Source: Efron and Tibshirani 1997, Improvements on cross-validation: the .632+ bootstrap method, Journal of the American Statistical
 * Association 92:548.
 *
 * @param apparent the performance of the score that was fitted on all cases, on these cases
 * @param outOfBag of a loss the leave-one-out bootstrap: the mean over cases of a case's mean loss in the samples that did not draw it;
 *     of the AUC the mean over samples of the AUC among the cases not drawn; NaN where no case was ever left out
 * @param noInformation what to expect where scores and outcome are independent, γ: of a loss its mean over all pairs of a case's score
 *     and a case's outcome, for the error rate {@code p(1 − q) + (1 − p)q}; of the AUC ½
 * @param higherIsBetter true for the AUC, false for a loss
 */
public record Bootstrap632(double apparent, double outOfBag, double noInformation, boolean higherIsBetter) {
    /** Expected share of the cases that are in a bootstrap sample, 1 − 1/e, as Efron rounds it. */
    private static final double SHARE_DRAWN = 0.632;

    /**
     * The .632 estimate: {@code 0.368 apparent + 0.632 outOfBag}. Too good where the recipe overfits strongly, since its apparent part
     * is.
     *
     * @return the estimate; NaN where the out-of-bag performance is
     */
    public double estimate() {
        return (1 - SHARE_DRAWN) * apparent + SHARE_DRAWN * outOfBag;
    }

    /**
     * The relative overfitting: {@code R = (oob − apparent) / (γ − apparent)} with {@code oob} the out-of-bag performance, or γ where
     * that is better.
     *
     * @return between 0 and 1; 0 where the apparent performance is not better than both the out-of-bag one and γ
     */
    public double relativeOverfitting() {
        double limited = limitedOutOfBag();
        boolean overfits = higherIsBetter ? apparent > limited : apparent < limited;
        return overfits ? (limited - apparent) / (noInformation - apparent) : 0;
    }

    /**
     * The weight of the out-of-bag performance in the .632+ estimate: {@code w = 0.632 / (1 − 0.368 R)}.
     *
     * @return between 0.632 and 1
     */
    public double weight() {
        return SHARE_DRAWN / (1 - (1 - SHARE_DRAWN) * relativeOverfitting());
    }

    /**
     * The .632+ estimate: {@code (1 − w) apparent + w oob}, with oob as for {@link #relativeOverfitting()}.
     *
     * @return the estimate; NaN where the out-of-bag performance is
     */
    public double estimatePlus() {
        return (1 - weight()) * apparent + weight() * limitedOutOfBag();
    }

    private double limitedOutOfBag() {
        return higherIsBetter ? Math.max(outOfBag, noInformation) : Math.min(outOfBag, noInformation);
    }
}
