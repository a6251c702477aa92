package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.radscore.regression.LogisticFit.LikelihoodRatioTest;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.validation.discrimination.Interval;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Interaction on the multiplicative scale: the product term of {@code logit π = b₀ + b₁ x₁ + b₂ x₂ + b₃ x₁ x₂ + …}, by the
 * likelihood-ratio test {@code 2 (l − l₀)} against the model without it, χ² with one degree of freedom.
 *
 * <p>The test and b₃'s ratio to its standard error do not depend on where the scores have their zero; b₁ and b₂ do, being effects where
 * the other score is 0. z-score both for coefficients per standard deviation.
 *
 * @param fit the model with the product; coefficients are intercept, {@value #FIRST}, {@value #SECOND}, {@value #PRODUCT}, then
 *     what was adjusted for
 * @param test the likelihood-ratio test of the product
 */
public record ProductTermTest(LogisticFit fit, LikelihoodRatioTest test) {
    /** The name of the first score among predictors. */
    public static final String FIRST = "first score";
    /** The name of the second score among predictors. */
    public static final String SECOND = "second score";
    /** The name of the product among predictors. */
    public static final String PRODUCT = "first score × second score";

    private static final int PRODUCT_COEFFICIENT = 3;

    /**
     * The test of two scores alone.
     *
     * @param first a score, one finite value per case; not modified
     * @param second another score of the same cases; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the test
     * @throws InvalidInputException as {@link #of(double[], double[], Map, BinaryOutcome)}
     * @throws IllegalArgumentException where scores and outcome are not of one length
     */
    public static ProductTermTest of(double[] first, double[] second, BinaryOutcome outcome) {
        return of(first, second, Map.of(), outcome);
    }

    /**
     * The test of two scores beside other predictors.
     *
     * @param first a score, one finite value per case; not modified
     * @param second another score of the same cases; not modified
     * @param adjustedFor name to one finite value per case, in both models; not modified
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the test
     * @throws InvalidInputException NONFINITE_VALUES where a value is not finite; TABLE_INVALID where the outcome is of one class, a
     *     predictor (the product included) is constant or a combination of others, the classes are separated, or there are too few cases
     * @throws IllegalArgumentException where the arguments are not of one length, or a predictor has the name of a score
     */
    public static ProductTermTest of(double[] first, double[] second, Map<String, double[]> adjustedFor, BinaryOutcome outcome) {
        LogisticFit fit = LogisticRegression.estimate(predictors(first, second, adjustedFor), outcome);
        return new ProductTermTest(fit, fit.likelihoodRatioTest(PRODUCT_COEFFICIENT));
    }

    /**
     * The test of two scores cut at thresholds: whether the odds ratio of both being high is the product of those of either.
     *
     * @param groups at least one event and one non-event in each
     * @return the test; its model is saturated
     * @throws InvalidInputException TABLE_INVALID where a group lacks events or non-events
     */
    public static ProductTermTest of(CutOffGroups groups) {
        return of(groups, Map.of());
    }

    /**
     * The test of two scores cut at thresholds, beside other predictors.
     *
     * @param groups at least one event and one non-event in each
     * @param adjustedFor name to one finite value per case, in both models; not modified
     * @return the test
     * @throws InvalidInputException TABLE_INVALID where a group lacks events or non-events, and as
     *     {@link #of(double[], double[], Map, BinaryOutcome)}
     * @throws IllegalArgumentException where the arguments are not of one length, or a predictor has the name of a score
     */
    public static ProductTermTest of(CutOffGroups groups, Map<String, double[]> adjustedFor) {
        OddsRatios.requireEventsAndNonEvents(groups);
        int n = groups.outcome().size();
        double[] first = new double[n];
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = groups.groupOf(i).isFirstHigh() ? 1 : 0;
            second[i] = groups.groupOf(i).isSecondHigh() ? 1 : 0;
        }
        return of(first, second, adjustedFor, groups.outcome());
    }

    private static Map<String, double[]> predictors(double[] first, double[] second, Map<String, double[]> adjustedFor) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("the first score is of " + first.length + " cases but the second of " + second.length
                    + ": both must hold the same cases in the same order");
        }
        double[] product = new double[first.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = first[i] * second[i];
        }
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put(FIRST, first);
        predictors.put(SECOND, second);
        predictors.put(PRODUCT, product);
        adjustedFor.forEach((name, values) -> {
            if (predictors.putIfAbsent(name, values) != null) {
                throw new IllegalArgumentException("a predictor to adjust for cannot be called \"" + name
                        + "\", that is one of the interaction: give it another name");
            }
        });
        return predictors;
    }

    /**
     * The coefficient of the product.
     *
     * @return b₃: the change in the log odds ratio of one score per unit of the other
     */
    public double coefficient() {
        return fit.coefficients()[PRODUCT_COEFFICIENT];
    }

    /**
     * The odds ratio of the product.
     *
     * @return {@code e^b₃}, 1 without interaction on this scale
     */
    public double oddsRatio() {
        return Math.exp(coefficient());
    }

    /**
     * Wald's interval of the odds ratio.
     *
     * @param level the confidence level, such as 0.95
     * @return {@code exp(b₃ ± z standard error)}
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public Interval oddsRatioInterval(double level) {
        Interval logarithm = Interval.around(coefficient(), fit.standardErrors()[PRODUCT_COEFFICIENT], level);
        return new Interval(Math.exp(logarithm.lower()), Math.exp(logarithm.upper()), level);
    }
}
