package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.ZScore;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Interaction of two scores on the scale of the odds: the likelihood-ratio test of the product in
 * {@code logit P = b₀ + b₁ a + b₂ b + b₃ a b}. The scores are z-scored first (SD of n − 1), which leaves the test as it is and makes b₁
 * and b₂ the effects at the mean of the other score.
 *
 * @param fit the model with the product; coefficients in the order intercept, a, b, a × b
 * @param test of the product, one degree of freedom
 */
public record ProductTerm(LogisticFit fit, LogisticFit.LikelihoodRatioTest test) {
    private static final int PRODUCT = 3;

    /**
     * Tests the product of two scores.
     *
     * @param a one finite value per case; not modified
     * @param b one finite value per case, in the same order; not modified
     * @param outcome the outcome of the same cases, of both classes
     * @return fit and test
     * @throws InvalidInputException as {@link LogisticRegression#estimate(Map, BinaryOutcome)}: values that are not finite, constant or
     *     proportional scores, separated classes
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static ProductTerm of(double[] a, double[] b, BinaryOutcome outcome) {
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put("a", zScored(a));
        predictors.put("b", zScored(b));
        double[] product = predictors.get("a").clone();
        if (b.length != product.length) {
            throw new IllegalArgumentException("both scores must be of the same cases, there are " + a.length + " and " + b.length);
        }
        Arrays.setAll(product, i -> predictors.get("a")[i] * predictors.get("b")[i]);
        predictors.put("a x b", product);
        LogisticFit fit = LogisticRegression.estimate(predictors, outcome);
        return new ProductTerm(fit, fit.likelihoodRatioTest(PRODUCT));
    }

    /** As it is where it cannot be scaled: the regression then says why. */
    private static double[] zScored(double[] values) {
        boolean usable = Arrays.stream(values).allMatch(Double::isFinite) && values.length > 1 && !StandardDeviation.isConstant(values);
        return usable ? ZScore.fit(values, StandardDeviation.SAMPLE).of(values) : values.clone();
    }
}
