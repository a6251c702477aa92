package io.github.radiomics4j.radscore.harmonisation;

/**
 * What one batch's values say of one standardised feature; all that the estimates of shift and scale need.
 *
 * @param count the rows of the batch that have a value
 * @param shift {@code γ̂}, their mean
 * @param squares {@code S = Σ (z − γ̂)²}
 */
record BatchStatistics(int count, double shift, double squares) {

    /** The sample variance {@code δ̂² = S / (n − 1)}. */
    double variance() {
        return squares / (count - 1);
    }

    /** {@code Σ (z − other)²}, by the mean, so that nothing cancels. */
    double squaresAbout(double other) {
        return squares + count * (shift - other) * (shift - other);
    }
}
