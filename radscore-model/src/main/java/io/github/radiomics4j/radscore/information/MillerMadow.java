package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;

/**
 * Plug-in mutual information with the correction of Miller and Madow (1955): each of the three entropies of
 * {@code H(X) + H(Y) − H(X,Y)} gains {@code (K − 1) / (2n)}, K the number of its occupied cells. The bias of the plug-in estimate goes,
 * for some more variance; without any information the estimate lies around 0, below as often as above.
 *
 * @param binned how the feature is binned
 */
public record MillerMadow(BinnedMutualInformation binned) implements MutualInformation {

    @Override
    public double estimate(double[] feature, BinaryOutcome outcome) {
        TrainingRules.requireInformative(feature, outcome);
        if (StandardDeviation.isConstant(feature)) {
            return 0;
        }
        int[] classes = new int[outcome.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = outcome.isPositive(i) ? 1 : 0;
        }
        return JointCounts.of(binned.binsOf(feature), classes).millerMadowMutualInformation();
    }

    @Override
    public String label() {
        return binned.label() + "_miller_madow";
    }

    @Override
    public boolean allowsRepeatedCases() {
        return true;
    }
}
