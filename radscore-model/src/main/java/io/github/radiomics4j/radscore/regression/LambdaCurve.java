package io.github.radiomics4j.radscore.regression;

import java.util.ArrayList;
import java.util.List;

/**
 * Cross-validated deviance along a path of λ, after cv.glmnet: per fold the mean of {@code −2 ln P(y)} over the cases left out, with
 * probabilities clipped to [10⁻⁵, 1 − 10⁻⁵]; the mean over folds weighs them by size, its standard error is the root of the weighted
 * mean square deviation by {@code folds − 1}.
 *
 * @param lambda falling; copied
 * @param meanDeviance one per λ; copied
 * @param standardError one per λ; copied
 */
public record LambdaCurve(List<Double> lambda, List<Double> meanDeviance, List<Double> standardError) {
    private static final double CLIP = 1e-5;

    /**
     * Copies the lists.
     *
     * @param lambda falling; copied
     * @param meanDeviance one per λ; copied
     * @param standardError one per λ; copied
     */
    public LambdaCurve {
        lambda = List.copyOf(lambda);
        meanDeviance = List.copyOf(meanDeviance);
        standardError = List.copyOf(standardError);
    }

    static LambdaCurve of(double[] lambdas, double[][] devianceOfFold, int[] size) {
        double all = 0;
        for (int s : size) {
            all += s;
        }
        List<Double> lambda = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int k = 0; k < lambdas.length; k++) {
            double mean = 0;
            for (int f = 0; f < size.length; f++) {
                mean += size[f] / all * devianceOfFold[f][k];
            }
            double squares = 0;
            for (int f = 0; f < size.length; f++) {
                squares += size[f] / all * (devianceOfFold[f][k] - mean) * (devianceOfFold[f][k] - mean);
            }
            lambda.add(lambdas[k]);
            means.add(mean);
            errors.add(Math.sqrt(squares / (size.length - 1)));
        }
        return new LambdaCurve(lambda, means, errors);
    }

    static double deviance(double eta, boolean positive) {
        double p = Math.min(1 - CLIP, Math.max(CLIP, 1 / (1 + Math.exp(-eta))));
        return -2 * Math.log(positive ? p : 1 - p);
    }

    /**
     * The λ of the least deviance; of equal ones the largest.
     *
     * @return its index, from 0
     */
    public int minimum() {
        int best = 0;
        for (int k = 1; k < meanDeviance.size(); k++) {
            if (meanDeviance.get(k) < meanDeviance.get(best)) {
                best = k;
            }
        }
        return best;
    }

    /**
     * The largest λ whose deviance is at most the least one plus its standard error.
     *
     * @return its index, from 0
     */
    public int withinOneStandardError() {
        int best = minimum();
        double limit = meanDeviance.get(best) + standardError.get(best);
        int k = 0;
        while (meanDeviance.get(k) > limit) {
            k++;
        }
        return k;
    }
}
