package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.SplittableRandom;

/**
 * Nearest-neighbour mutual information with ties broken by small random numbers, as scikit-learn's {@code mutual_info_classif} does:
 * the feature is divided by its population standard deviation, and {@code 10⁻¹⁰ · max(1, mean |x|)} times a standard normal number is
 * added to each value. On tied data each seed gives another estimate; {@link NearestNeighbourMutualInformation} alone needs none.
 *
 * @param estimator what is estimated
 * @param seed of the random numbers, which are the same for every feature of as many cases
 */
public record JitteredNeighbours(NearestNeighbourMutualInformation estimator, long seed) implements MutualInformation {
    private static final double SIZE = 1e-10;

    @Override
    public double estimate(double[] feature, BinaryOutcome outcome) {
        return Math.max(0, uncut(feature, outcome));
    }

    @Override
    public double uncut(double[] feature, BinaryOutcome outcome) {
        TrainingRules.requireInformative(feature, outcome);
        return StandardDeviation.isConstant(feature) ? 0 : estimator.uncut(jittered(feature), outcome);
    }

    private double[] jittered(double[] feature) {
        double sd = StandardDeviation.POPULATION.of(feature);
        double size = 0;
        for (double x : feature) {
            size += Math.abs(x / sd) / feature.length;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] jittered = new double[feature.length];
        for (int i = 0; i < jittered.length; i++) {
            jittered[i] = feature[i] / sd + SIZE * Math.max(1, size) * normal(random);
        }
        return jittered;
    }

    /** Box and Muller's rule, here and not the library's, so that every JDK gives the same numbers. */
    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    @Override
    public String label() {
        return estimator.label() + "_jitter_seed_" + seed;
    }

    @Override
    public boolean allowsRepeatedCases() {
        return false;
    }
}
