package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * An estimate of the mutual information between a feature and an outcome, {@code I(X;Y) = Σ∫ p(x,y) ln (p(x,y) / (p(x) p(y)))}, in
 * nats: what knowing the feature tells about the outcome, whatever the shape of the relation. The estimators have
 * different biases, so their values may not be compared with each other.
 */
public sealed interface MutualInformation permits NearestNeighbourMutualInformation, JitteredNeighbours, BinnedMutualInformation,
        MillerMadow {

    /**
     * Estimates it.
     *
     * @param feature one finite value per case, in any unit; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return at least 0 ({@link MillerMadow} may fall below), in nats; 0 for a constant feature
     * @throws InvalidInputException NONFINITE_VALUES where a value is NaN or infinite, TABLE_INVALID where a class has too few cases
     * @throws IllegalArgumentException where feature and outcome are not of one length
     */
    double estimate(double[] feature, BinaryOutcome outcome);

    /**
     * Estimates it for a column of training rows: the same number to the last bit, sooner.
     *
     * @param feature the column with the outcome of its cases
     * @return as {@link #estimate(double[], BinaryOutcome)}
     * @throws InvalidInputException as {@link #estimate(double[], BinaryOutcome)}
     */
    default double estimate(TrainingFeatures.Feature feature) {
        return estimate(feature.perRow(), feature.outcome());
    }

    /**
     * The estimate before it is cut at 0: what a permutation test compares, since cut values are often equal.
     *
     * @param feature one finite value per case, in any unit; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return in nats
     * @throws InvalidInputException as {@link #estimate(double[], BinaryOutcome)}
     * @throws IllegalArgumentException where feature and outcome are not of one length
     */
    default double uncut(double[] feature, BinaryOutcome outcome) {
        return estimate(feature, outcome);
    }

    /**
     * The estimator in a word, for settings and reports.
     *
     * @return such as {@code nearest_neighbours_3}
     */
    String label();

    /**
     * Whether rows that occur more than once, as in a bootstrap sample, leave the estimate usable.
     *
     * @return false where repeated rows bias it upwards
     */
    boolean allowsRepeatedCases();
}
