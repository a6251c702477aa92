package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Shifts and squared scales of one batch for all features, from the statistics of each. */
final class EmpiricalBayes {
    /** Iteration ends where nothing moves by more than this part: a few units in the last place. */
    private static final double CONVERGED = 1e-14;
    private static final int MOST_ITERATIONS = 100_000;

    private EmpiricalBayes() {
    }

    /**
     * What a batch is moved and scaled by.
     *
     * @param shift {@code γ*}, in pooled standard deviations of the feature
     * @param variance {@code δ*²}, positive
     */
    record Adjustment(double shift, double variance) {
    }

    static List<Adjustment> of(BatchAdjustment adjustment, boolean onlyMeans, List<BatchStatistics> features) {
        return switch (adjustment) {
            case PER_FEATURE -> features.stream().map(f -> new Adjustment(f.shift(), variance(f, onlyMeans))).toList();
            case PARAMETRIC -> parametric(onlyMeans, features);
            case NON_PARAMETRIC -> nonParametric(onlyMeans, features);
        };
    }

    private static double variance(BatchStatistics feature, boolean onlyMeans) {
        return onlyMeans ? 1 : feature.variance();
    }

    /** The moments of a quantity over features, in two passes; {@code variance} over n − 1. */
    private record Moments(double mean, double variance) {

        static Moments of(double[] values) {
            double sum = 0;
            for (double v : values) {
                sum += v;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double v : values) {
                squares += (v - mean) * (v - mean);
            }
            return new Moments(mean, squares / (values.length - 1));
        }
    }

    private static List<Adjustment> parametric(boolean onlyMeans, List<BatchStatistics> features) {
        Moments shifts = Moments.of(features.stream().mapToDouble(BatchStatistics::shift).toArray());
        if (onlyMeans) {
            // The reference implementations weigh the batch as one observation here, whatever its size.
            return features.stream().map(f -> new Adjustment(posteriorShift(f.shift(), 1, 1, shifts), 1)).toList();
        }
        Moments variances = Moments.of(features.stream().mapToDouble(BatchStatistics::variance).toArray());
        return features.stream().map(f -> posterior(f, shifts, variances)).toList();
    }

    private static Adjustment posterior(BatchStatistics feature, Moments shifts, Moments variances) {
        double shift = feature.shift();
        double variance = feature.variance();
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double nextShift = posteriorShift(feature.shift(), feature.count(), variance, shifts);
            double nextVariance = posteriorVariance(feature.squaresAbout(nextShift), feature.count(), variances);
            boolean done = Math.abs(nextShift - shift) <= CONVERGED * Math.max(Math.abs(nextShift), Math.sqrt(nextVariance))
                    && Math.abs(nextVariance - variance) <= CONVERGED * nextVariance;
            shift = nextShift;
            variance = nextVariance;
            if (done) {
                return new Adjustment(shift, variance);
            }
        }
        throw new InvalidInputException(Problem.TABLE_INVALID, "the empirical Bayes estimates of a batch did not settle in "
                + MOST_ITERATIONS + " iterations, last shift " + shift + " and squared scale " + variance
                + "; take the estimate without empirical Bayes (PER_FEATURE)");
    }

    private static double posteriorShift(double shift, int count, double variance, Moments prior) {
        return (prior.variance * count * shift + variance * prior.mean) / (prior.variance * count + variance);
    }

    /** {@code (S/2 + b) / (n/2 + a − 1)}, both multiplied by the prior's variance, which may be 0: then it is the prior's mean. */
    private static double posteriorVariance(double squares, int count, Moments prior) {
        double m = prior.mean;
        double v = prior.variance;
        return (v * (squares / 2 + m) + m * m * m) / (v * (count / 2.0 + 1) + m * m);
    }

    private static List<Adjustment> nonParametric(boolean onlyMeans, List<BatchStatistics> features) {
        List<Adjustment> adjusted = new ArrayList<>();
        for (int g = 0; g < features.size(); g++) {
            adjusted.add(weighted(g, onlyMeans, features));
        }
        return adjusted;
    }

    /** Likelihoods as logarithms, relative to the largest: the product over many rows leaves the range of a double. */
    private static Adjustment weighted(int g, boolean onlyMeans, List<BatchStatistics> features) {
        double[] logs = new double[features.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < logs.length; j++) {
            double variance = variance(features.get(j), onlyMeans);
            logs[j] = -features.get(g).count() / 2.0 * Math.log(variance)
                    - features.get(g).squaresAbout(features.get(j).shift()) / (2 * variance);
            largest = j == g ? largest : Math.max(largest, logs[j]);
        }
        double weights = 0;
        double shift = 0;
        double variance = 0;
        for (int j = 0; j < logs.length; j++) {
            if (j != g) {
                double weight = Math.exp(logs[j] - largest);
                weights += weight;
                shift += weight * features.get(j).shift();
                variance += weight * variance(features.get(j), onlyMeans);
            }
        }
        return new Adjustment(shift / weights, variance / weights);
    }
}
