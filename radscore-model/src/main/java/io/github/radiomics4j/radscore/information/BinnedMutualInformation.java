package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;

/** Plug-in mutual information on the bins of a rule, {@code Σ (n_by / n) ln (n n_by / (n_b n_y))}, in nats. */
public sealed interface BinnedMutualInformation extends MutualInformation permits EqualWidthBins, EqualFrequencyBins {

    /**
     * The number of bins.
     *
     * @return B, at least 2; some may stay empty
     */
    int bins();

    /**
     * The bin of each value.
     *
     * @param feature one finite value per case; not modified
     * @return one number from 0 to B − 1 per case; all 0 for a constant feature
     */
    int[] binsOf(double[] feature);

    @Override
    default double estimate(double[] feature, BinaryOutcome outcome) {
        TrainingRules.requireInformative(feature, outcome);
        return StandardDeviation.isConstant(feature) ? 0 : PlugInMutualInformation.of(binsOf(feature), bins(), outcome);
    }

    @Override
    default boolean allowsRepeatedCases() {
        return true;
    }
}
